// The last step of every importer of events: texts are cleaned and held within the record's limits, so that what
// is yielded always fits the schema, whatever a cell held.
import type { Event } from '../../event.ts';
import { EventId } from '../../terms.ts';
import { defined } from '../defined.ts';
import type { ActorHint, EventDraft, PlaceHint, ReadOptions } from '../source.ts';
import type { Plover } from './terms.ts';

const LIMITS = { title: 200, summary: 1000, name: 200, url: 500, sourceTitle: 300 } as const;
const MOST_ACTORS = 40;
const MOST_PLACES = 20;
const MOST_SOURCES = 20;
/** An id's own part may have 100 characters. */
const LONGEST_KEY = 70;

export interface Facts extends Omit<EventDraft, 'id' | 'date' | 'type'> {
  readonly type: Plover;
  /** The source's short name and its own stable key: a second import gives the same id. */
  readonly key: readonly [source: string, key: string];
  readonly edtf: string;
}

export function draftOf({ key, edtf, ...facts }: Facts, { pack }: ReadOptions): EventDraft {
  return {
    ...facts,
    id: EventId.parse(`${pack}:${key[0]}-${slug(key[1])}`),
    title: cut(facts.title, LIMITS.title) || 'Event',
    summary: cut(facts.summary, LIMITS.summary),
    type: { ...facts.type, mode: [...facts.type.mode], context: [...facts.type.context] },
    date: { edtf },
    actors: distinct(facts.actors.map(actorHint)).slice(0, MOST_ACTORS),
    places: facts.places.map(placeHint).filter(isNotEmpty).slice(0, MOST_PLACES),
    sources: facts.sources.map(source).slice(0, MOST_SOURCES),
  };
}

/** One line without control characters. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Cleaned, and shortened at a word where it is too long. */
function cut(text: string, limit: number): string {
  const line = clean(text);
  if (line.length <= limit) return line;
  const start = line.slice(0, limit - 1);
  const space = start.lastIndexOf(' ');
  return `${(space > limit / 2 ? start.slice(0, space) : start).toWellFormed()}…`;
}

/** A number, or nothing: an empty cell is no zero. */
function numberOf(cell: string): number | undefined {
  const value = /^[-+]?[\d.]/.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** A whole number from 0 on; −1 and its like mean that nobody knows. */
export function countOf(cell: string): number | undefined {
  const value = numberOf(cell);
  return value !== undefined && value >= 0 && Number.isInteger(value) ? value : undefined;
}

/** Degrees, or nothing: 0, 0 is where the lost data of the world lie. */
export function pointOf(lat: string, lon: string): Pick<PlaceHint, 'lat' | 'lon'> {
  const point = { lat: numberOf(lat), lon: numberOf(lon) };
  if (point.lat === undefined || point.lon === undefined) return {};
  if (Math.abs(point.lat) > 90 || Math.abs(point.lon) > 180) return {};
  return point.lat === 0 && point.lon === 0 ? {} : { lat: point.lat, lon: point.lon };
}

/** Names as a sentence lists them: `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Small letters, digits and hyphens; what is too long keeps its beginning and a number made of all of it. */
function slug(key: string): string {
  const text = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (text !== '' && text.length <= LONGEST_KEY) return text;
  return `${text.slice(0, LONGEST_KEY - 12)}-${fingerprint(key)}`;
}

/** FNV-1a, 32 bits: only to tell two long keys apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

function actorHint(hint: ActorHint): ActorHint {
  return { ...hint, name: cut(hint.name, LIMITS.name) };
}

/** Nobody twice: a body may stand in several cells of a row. */
function distinct(hints: readonly ActorHint[]): readonly ActorHint[] {
  const byName = new Map<string, ActorHint>();
  for (const hint of hints) {
    const key = hint.name.toLowerCase();
    if (key !== '' && !byName.has(key)) byName.set(key, hint);
  }
  return [...byName.values()];
}

function placeHint(hint: PlaceHint): PlaceHint {
  const name = hint.name === undefined ? '' : cut(hint.name, LIMITS.name);
  const { name: _, ...rest } = hint;
  return name === '' ? rest : { ...rest, name };
}

const isNotEmpty = (hint: PlaceHint) => Object.keys(hint).length > 0;

function source(given: Event['sources'][number]): Event['sources'][number] {
  const url = given.url && /^https?:\/\//.test(given.url) && given.url.length <= LIMITS.url;
  return defined({
    publisher: cut(given.publisher, LIMITS.name) || 'Unnamed source',
    title: given.title === undefined ? undefined : cut(given.title, LIMITS.sourceTitle),
    url: url ? given.url : undefined,
    published: given.published,
  });
}
