// Own entries as a file that a person can read and mend, and that Backstory reads again as any hand-written
// knowledge (sources/own-yaml/form.ts has the form). Written without the YAML package: a text in JSON's quotation
// marks is YAML as well, so that nothing in a name can be taken for syntax.
import type { Entity, Name } from '../entity.ts';
import { ACRONYM } from '../sources/own-yaml/entity.ts';
import { facetsOf } from '../sources/own-yaml/parts.ts';
import type { Source } from '../terms.ts';
import { MOST_NOTE, type OwnEntry } from './entry.ts';
import { entityOf } from './to-entity.ts';

const HEAD = `# Backstory: your own knowledge. Drop this file on Backstory's options page, on this or another device, to read it
# again; or change it in any text editor first.
`;
const OWN_NOTE: Source = { publisher: 'Your own note' };
/** A text that stands without quotation marks: ids, kinds, dates. */
const PLAIN = /^[a-z][a-z0-9_-]*$/;

/** The record that an imported file gives again: a note has become its background. */
export function exported(entry: OwnEntry): Entity {
  const { names, ...entity } = entityOf(entry);
  const { note, changed } = entry;
  const sayable = names.map((name) => ({ ...name, text: name.text.replaceAll(/[\s|]+/gu, ' ') }));
  if (note.trim() === '') return { ...entity, names: sayable };
  const beneath = entity.background;
  const text = [note.slice(0, MOST_NOTE), ...(beneath ? [beneath.text] : [])].join('\n\n');
  const sources = [OWN_NOTE, ...(beneath?.sources ?? [])].slice(0, 10);
  const background = { text: text.slice(0, MOST_NOTE), asOf: changed.slice(0, 10), sources };
  return { ...entity, names: sayable, background };
}

/** A whole file. Deleted entries are left out. */
export function toYaml(entries: readonly OwnEntry[]): string {
  const records = entries.filter(({ deleted }) => deleted === null).map((entry) => recordOf(exported(entry)));
  return records.length === 0 ? `${HEAD}entities: []\n` : `${HEAD}entities:\n${records.join('')}`;
}

function recordOf(entity: Entity): string {
  const { id, kind, facets, description, background, facts, roles, geo, ids, salience } = entity;
  const { born, died, founded, dissolved, population } = entity;
  const [label, names] = split(entity.names);
  const relations = Object.entries(Object.groupBy(entity.relations ?? [], ({ type }) => type));
  const fields: [string, unknown][] = [
    ['kind', kind],
    ['facets', sameList(facets, facetsOf(kind)) ? undefined : facets],
    ['label', label],
    ['names', names.length > 0 ? names.map(nameOf) : undefined],
    ['description', description],
    ['background', background],
    ['facts', facts],
    ['roles', roles],
    ...relations.map(([type, all]): [string, unknown] => [
      type,
      all.map(
        ({ to, from, until }) => `${to}${from ? ` from ${from}` : ''}${until ? ` until ${until}` : ''}`,
      ),
    ]),
    ['geo', geo && [geo.lat, geo.lon]],
    ...Object.entries({ born, died, founded, dissolved, population, ids, salience }),
  ];
  const lines = fields.flatMap(([key, value]) => (value === undefined ? [] : fieldOf(key, value)));
  return [`  - id: ${written(id)}`, ...lines].map((line) => `${line}\n`).join('');
}

/** A list of groups has a line for each; all else stands on one line. */
function fieldOf(key: string, value: unknown): string[] {
  if (Array.isArray(value) && value.some((one) => typeof one === 'object'))
    return [`    ${key}:`, ...value.map((one) => `      - ${written(one)}`)];
  return [`    ${key}: ${written(value)}`];
}

/** The label as a field of its own where that says all there is to say of it. */
function split(names: readonly Name[]): [label: string | undefined, rest: readonly Name[]] {
  const [first, ...rest] = names;
  const match = ACRONYM.test(first?.text ?? '') ? 'exact-case' : 'any-case';
  const isBare = first && !('prior' in first || 'from' in first || 'to' in first || 'not' in first);
  return isBare && first.type === 'label' && first.lang === 'en' && first.match === match
    ? [first.text, rest]
    : [undefined, names];
}

function nameOf({ text, type, ...rest }: Name): object {
  return { [type]: text, ...rest };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

function written(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) && !RESERVED.has(value) ? value : quoted(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{ ${members.map(([key, member]) => `${key}: ${written(member)}`).join(', ')} }`;
}

/** Words that mean something else without quotation marks. */
const RESERVED = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** What YAML does not call printable is spelt out. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
