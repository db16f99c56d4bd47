// Whether a pack knows a gold name: by the identifier that the corpus gives, or by its letters, as long as the
// identifiers do not say that it is another one of that name (Alexandria in Louisiana).
import type { Entity } from '../../core/knowledge/entity.ts';
import { foldName } from '../../core/knowledge/sources/geonames/names.ts';
import { type GoldName, KINDS, type Kind } from './gold.ts';

interface Bearer {
  readonly wikidata: string | undefined;
  readonly geonames: string | undefined;
}

export interface Known {
  readonly ids: ReadonlySet<string>;
  readonly names: Readonly<Record<Kind, ReadonlyMap<string, readonly Bearer[]>>>;
}

/** `the U.N.’s` and `UN` are one: articles, points and a genitive's ending are no part of a name. */
export function plain(name: string): string {
  return foldName(name.replace(/[’']s?$/u, '').trim()).replace(/^the /, '');
}

export function knownOf(entities: readonly Entity[]): Known {
  const ids = new Set<string>();
  const names = {
    PER: new Map<string, Bearer[]>(),
    ORG: new Map<string, Bearer[]>(),
    LOC: new Map<string, Bearer[]>(),
  };
  for (const entity of entities) {
    const wikidata = entity.ids?.wikidata ?? (/^Q\d+$/.test(entity.id) ? entity.id : undefined);
    const bearer = { wikidata, geonames: entity.ids?.geonames };
    if (wikidata) ids.add(wikidata);
    if (bearer.geonames) ids.add(`geonames ${bearer.geonames}`);
    for (const kind of kindsOf(entity))
      for (const name of new Set(entity.names.map(({ text }) => plain(text))))
        names[kind].set(name, [...(names[kind].get(name) ?? []), bearer]);
  }
  return { ids, names };
}

/** A country is an organisation to a corpus where its government is meant. */
function kindsOf({ kind, facets }: Entity): Kind[] {
  if (kind === 'person') return ['PER'];
  return facets.map((facet) => (facet === 'actor' ? 'ORG' : 'LOC'));
}

export function isKnown({ kind, called, wikidata, geonames }: GoldName, { ids, names }: Known): boolean {
  if (wikidata !== undefined && ids.has(wikidata)) return true;
  if (geonames !== undefined && ids.has(`geonames ${geonames}`)) return true;
  const isOther = (bearer: Bearer) => differ(bearer.wikidata, wikidata) || differ(bearer.geonames, geonames);
  return called.some((name) => (names[kind].get(plain(name)) ?? []).some((bearer) => !isOther(bearer)));
}

const differ = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && one !== other;

export interface Coverage {
  readonly kind: Kind;
  /** Different names, and how many of them the pack knows. */
  readonly names: number;
  readonly namesKnown: number;
  /** Every time that one of them stands in a text. */
  readonly mentions: number;
  readonly mentionsKnown: number;
}

/** Kinds that the corpus does not mark are left out. */
export function coverage(gold: readonly GoldName[], known: Known): Coverage[] {
  return (Object.keys(KINDS) as Kind[]).flatMap((kind): Coverage[] => {
    const all = gold.filter((name) => name.kind === kind);
    const found = all.filter((name) => isKnown(name, known));
    if (all.length === 0) return [];
    const [names, namesKnown] = [different(all), different(found)];
    return [{ kind, names, namesKnown, mentions: all.length, mentionsKnown: found.length }];
  });
}

function different(names: readonly GoldName[]): number {
  return new Set(
    names.map(({ wikidata, geonames, called }) => wikidata ?? geonames ?? plain(called.at(-1) ?? '')),
  ).size;
}
