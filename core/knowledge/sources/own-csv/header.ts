// The first row of somebody's sheet: which of our two sheets it is, how its columns are parted, which it has.
// Spreadsheets of half of Europe part columns with semicolons; Excel may write `sep=;` above everything.

export const ENTITY_COLUMNS = [
  'id',
  'kind',
  'name',
  'other_names',
  'surname',
  'description',
  'background',
  'as_of',
  'source',
  'roles',
  'lat',
  'lon',
  'wikidata',
  'from',
  'to',
  'part_of',
  'member_of',
  'located_in',
  'capital_of',
  'led_by',
  'citizen_of',
  'backed_by',
  'allied_with',
  'operated_by',
  'founded_by',
  'opposed_to',
  'party_to',
] as const;
export type EntityColumn = (typeof ENTITY_COLUMNS)[number];

export const EVENT_COLUMNS = [
  'id',
  'date',
  'title',
  'type',
  'actors',
  'recipients',
  'alleged_actors',
  'third_parties',
  'hosts',
  'places',
  'lat',
  'lon',
  'summary',
  'deaths',
  'weight',
  'status',
  'source',
  'part_of',
  'response_to',
] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];

export interface Header {
  readonly sheet: 'entities' | 'events';
  readonly delimiter: ',' | ';' | '\t';
  /** Where each column stands, from 0. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that are none of ours, and where. */
  readonly unknown: readonly { readonly name: string; readonly at: number }[];
  readonly width: number;
}

export const isSeparatorLine = (text: string) => /^\uFEFF?"?sep=.?"?$/i.test(text);

/** `null`: the header of another table. `missing`: of one of ours, but for a column that must be there. */
export function headerOf(line: string): Header | { missing: string } | null {
  const readings = ([',', ';', '\t'] as const).map((delimiter) => reading(line, delimiter));
  const found = readings.find((header) => header !== null && !('missing' in header));
  return found ?? readings.find((header) => header !== null) ?? null;
}

function reading(line: string, delimiter: Header['delimiter']): Header | { missing: string } | null {
  const names = line
    .replace(/^\uFEFF/, '')
    .split(delimiter)
    .map(plain);
  const has = (...columns: readonly string[]) => columns.every((column) => names.includes(column));
  const sheet = has('kind', 'name') ? 'entities' : has('date', 'title') ? 'events' : null;
  if (sheet === null) {
    if (has('name', 'other_names') || has('name', 'description', 'wikidata')) return { missing: 'kind' };
    return has('title', 'actors', 'places') ? { missing: 'date' } : null;
  }
  const known: ReadonlySet<string> = new Set(sheet === 'entities' ? ENTITY_COLUMNS : EVENT_COLUMNS);
  const placed = names.map((name, at) => ({ name, at })).filter(({ name }) => name !== '');
  return {
    sheet,
    delimiter,
    columns: new Map(placed.filter(({ name }) => known.has(name)).map(({ name, at }) => [name, at])),
    unknown: placed.filter(({ name }) => !known.has(name)),
    width: names.length,
  };
}

/** `"Other names"` as people write it is `other_names`. */
function plain(cell: string): string {
  return cell
    .replace(/^\s*"|"\s*$/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** As a spreadsheet calls it: A, B … Z, AA. */
export function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}
