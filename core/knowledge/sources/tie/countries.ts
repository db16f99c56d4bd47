// ISO country codes → the packs' countries. Packs are searched by name, not by code, so the platform's own list
// of regions (Intl.DisplayNames, from CLDR) gives the names to ask for, and the records found say their codes.
import { nameKey, tokenize } from '../../../text/index.ts';
import { labelOf } from '../../entity.ts';
import type { EntityId } from '../../terms.ts';
import type { LookUp } from './look-up.ts';

/** By ISO 3166-1 alpha-2 and alpha-3 codes. */
export type Countries = ReadonlyMap<string, { readonly id: EntityId; readonly name: string }>;

/** Where CLDR's name is nobody else's. */
const OTHER_NAMES: readonly string[] = [
  'Ivory Coast',
  'Macau',
  'Republic of the Congo',
  'DR Congo',
  'Democratic Republic of the Congo',
  'Saint Vincent and the Grenadines',
  'Palestine',
  'State of Palestine',
  'United States Minor Outlying Islands',
  'Heard Island and McDonald Islands',
];

const known = new WeakMap<LookUp, Promise<Countries>>();

/** Looked up once for the same packs. */
export function countriesOf(knowledge: LookUp): Promise<Countries> {
  const before = known.get(knowledge);
  if (before) return before;
  const countries = read(knowledge);
  known.set(knowledge, countries);
  // A failed look-up is tried anew.
  countries.catch(() => known.delete(knowledge));
  return countries;
}

async function read(knowledge: LookUp): Promise<Countries> {
  const rows = await knowledge.names(new Set(regionNames().map((name) => nameKey(tokenize(name)))));
  const ids = [...rows.values()].flat().flatMap((row) => (COUNTRY.includes(row.kind) ? [row.id] : []));
  const countries = new Map<string, { id: EntityId; name: string }>();
  for (const { entity } of (await knowledge.entities(new Set(ids))).values()) {
    for (const code of [entity.ids?.iso2, entity.ids?.iso3])
      if (code !== undefined && !countries.has(code))
        countries.set(code, { id: entity.id, name: labelOf(entity) });
  }
  return countries;
}

const COUNTRY: readonly string[] = ['country', 'territory'];

function regionNames(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = (['long', 'short'] as const).flatMap((style) => {
    const display = new Intl.DisplayNames('en', { type: 'region', style, fallback: 'none' });
    return letters.flatMap((a) => letters.map((b) => display.of(a + b) ?? ''));
  });
  return [...names.flatMap(spellings), ...OTHER_NAMES];
}

/** `Trinidad & Tobago`, `St. Lucia`, `Myanmar (Burma)`, `Hong Kong SAR China` as others write them. */
function spellings(name: string): string[] {
  if (name === '') return [];
  const plain = name.replace('&', 'and').replace('St.', 'Saint').replace(' SAR China', '');
  return [name, plain, ...plain.split(/ \(|\)/).filter((part) => part !== '')];
}
