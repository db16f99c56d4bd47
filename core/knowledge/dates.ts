// EDTF level 0 (Library of Congress, 2019): `2019`, `2019-12`, `2019-12-31`, and `start/end`.
// A date's length is its precision. Written here rather than taken from the `edtf` package, whose
// parser (35 kB) covers levels 1 and 2 that no record of ours may use.
import * as z from 'zod/mini';

const POINT = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Days of each month; February's 29th is checked against the year. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isPoint(text: string): boolean {
  const match = POINT.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  return day === undefined || Number(day) <= daysIn(Number(year), Number(month));
}

export function isEdtfInterval(text: string): boolean {
  const [start = '', end, ...rest] = text.split('/');
  if (rest.length > 0 || !isPoint(start)) return false;
  return end === undefined || (isPoint(end) && lastDay(end) >= firstDay(start));
}

/** One date: a year, a month or a day. */
export const EdtfDate = z.string().check(z.refine(isPoint, 'not an EDTF level 0 date'));
/** One date, or two with a slash between. */
export const EdtfInterval = z
  .string()
  .check(z.refine(isEdtfInterval, 'not an EDTF level 0 date or interval'));

/** A calendar day, `2019-12-31`; such strings compare as dates do. */
export type Day = string;

export const IsoDay = z.string().check(z.refine((text) => text.length === 10 && isPoint(text), 'not a day'));

/** The first day that a date or interval may mean. */
export function firstDay(edtf: string): Day {
  const start = edtf.split('/')[0] ?? edtf;
  return start.length === 4 ? `${start}-01-01` : start.length === 7 ? `${start}-01` : start;
}

/** The last day that a date or interval may mean. */
export function lastDay(edtf: string): Day {
  const end = edtf.split('/').at(-1) ?? edtf;
  if (end.length === 4) return `${end}-12-31`;
  if (end.length === 7) return `${end}-${daysIn(Number(end.slice(0, 4)), Number(end.slice(5)))}`;
  return end;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The calendar day of an instant in a zone; UTC where the zone is unknown to this machine. */
export function dayAt(instant: Date, tz = 'UTC'): Day {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: tz, dateStyle: 'short' }).format(instant);
  } catch {
    return instant.toISOString().slice(0, 10);
  }
}

const WORDS: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept, since to build one takes a thousand times as long as to use it. */
function formatter(length: number, language: string): Intl.DateTimeFormat {
  const name = `${length} ${language}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { ...WORDS[length], timeZone: 'UTC' });
  formatters.set(name, made);
  return made;
}

/** A date in the reader's language, as precise as it is: `31 December 2019`, `December 2019`, `2019`. */
export function wordDate(edtf: string, language = 'en-GB'): string {
  return edtf
    .split('/')
    .map((point) => formatter(point.length, language).format(new Date(firstDay(point))))
    .join(' – ');
}
