// The columns that results of the query service may have, and how a cell is read. `packs/recipes/README.md` tells a
// reader the same; a test holds the recipes to this list.
import * as z from 'zod/mini';
import { type Span, span, toEdtf } from './time.ts';

export const COLUMNS = [
  'item',
  'itemLabel',
  'itemDescription',
  'itemAltLabel',
  'kind',
  'class',
  'position',
  'positionLabel',
  'start',
  'startPrecision',
  'end',
  'endPrecision',
  'party',
  'country',
  'countryLabel',
  'countryCode',
  'birth',
  'birthPrecision',
  'death',
  'deathPrecision',
  'inception',
  'inceptionPrecision',
  'dissolved',
  'dissolvedPrecision',
  'coord',
  'sitelinks',
  'date',
  'datePrecision',
  'place',
  'placeLabel',
  'participant',
  'participantLabel',
  'perpetrator',
  'perpetratorLabel',
  'target',
  'targetLabel',
] as const;
export type Column = (typeof COLUMNS)[number];
type DateColumn = 'start' | 'end' | 'birth' | 'death' | 'inception' | 'dissolved' | 'date';

const Cell = z.object({ value: z.string(), 'xml:lang': z.optional(z.string()) });
/** The service's “JSON file” has bare strings, its “verbose” one and its address whole cells. */
const Row = z.record(z.string(), z.union([z.string(), Cell]));
export type Row = z.infer<typeof Row>;

/** The value as a row, or `null` when it has no column `item`. */
export function rowOf(value: unknown): Row | null {
  const result = z.safeParse(Row, value);
  return result.success && result.data['item'] !== undefined ? result.data : null;
}

export function cell(row: Row, column: Column): string | undefined {
  const found = row[column];
  const text = typeof found === 'string' ? found : found?.value;
  return text === undefined || text.trim() === '' ? undefined : text;
}

export function langOf(row: Row, column: Column, otherwise: string): string {
  const found = row[column];
  return (typeof found === 'object' ? found['xml:lang'] : undefined) ?? otherwise;
}

/** The number of the item that a cell points at. */
export function qidIn(row: Row, column: Column): string | undefined {
  return /^(?:https?:\/\/www\.wikidata\.org\/entity\/)?(Q[1-9]\d{0,11})$/.exec(cell(row, column) ?? '')?.[1];
}

/** A label; the service writes the bare number where an item has none in the languages asked for. */
export function wordsIn(row: Row, column: Column): string | undefined {
  const text = cell(row, column);
  return text === undefined || /^Q\d+$/.test(text) ? undefined : text;
}

const TIME = /^([+-]?\d+)-(\d\d)-(\d\d)(?:T|$)/;

/**
 * A date, as precise as its `…Precision` column says. Without that column the first of January may be any day of the
 * year, and the first of a month any day of the month: that is how the service writes years and months.
 */
export function dateIn(row: Row, column: DateColumn): string | undefined {
  const time = cell(row, column);
  const match = TIME.exec(time ?? '');
  if (time === undefined || !match) return undefined;
  const stated = cell(row, `${column}Precision`);
  const [, , month, day] = match;
  const guessed = day === '01' ? (month === '01' ? 9 : 10) : 11;
  return toEdtf(time, stated === undefined ? guessed : Number(stated));
}

/** From `start` to `end`. An end that is no date (“some value”) is an end all the same. */
export function spanIn(row: Row): Span {
  return span(dateIn(row, 'start'), dateIn(row, 'end'), cell(row, 'end') !== undefined);
}

/** `Point(44.4 33.3)`, longitude first; a point of another globe begins with that globe’s address. */
export function pointIn(row: Row): { lat: number; lon: number } | undefined {
  const match = /^Point\((-?[\d.]+)\s+(-?[\d.]+)\)$/i.exec(cell(row, 'coord') ?? '');
  const [lon, lat] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? Number.NaN)];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}
