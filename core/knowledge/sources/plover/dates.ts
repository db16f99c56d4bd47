// The days that event data write, in every form seen, and the EDTF that says no more than the source knows.
import { type Day, firstDay, IsoDay, lastDay } from '../../dates.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY_MS = 86_400_000;

function checked(year: string, month: number, day: string): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return IsoDay.safeParse(text).success ? text : undefined;
}

/** `2017-07-31`, with a time of day behind it or not; `16 May 2025`, `16-May-2025`. */
export function dayOf(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text) ?? [];
  if (year && month && day) return checked(year, Number(month), day);
  const [, date, word, inYear] = /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})$/.exec(text) ?? [];
  if (!date || !word || !inYear) return undefined;
  return checked(inYear, MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1, date);
}

/** `6/1/2017` as Americans write it, 1 June, beside the forms of `dayOf`. */
export function americanDayOf(text: string): Day | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$| )/.exec(text) ?? [];
  return month && day && year ? checked(year, Number(month), day) : dayOf(text);
}

/** `20151027`, with a time of day behind it or not. */
export function packedDayOf(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(text) ?? [];
  return year && month && day ? checked(year, Number(month), day) : undefined;
}

/** Two days as one date: a whole month or year is written as such, one day alone. The days may come in any order. */
export function spanOf(one: Day, other: Day): string {
  const [start, end] = one <= other ? [one, other] : [other, one];
  if (start === end) return start;
  for (const length of [4, 7]) {
    const [from, to] = [start.slice(0, length), end.slice(0, length)];
    if (start === firstDay(from) && end === lastDay(to)) return from === to ? from : `${from}/${to}`;
  }
  return `${start}/${end}`;
}

/** Some day within three of this one: a source that knows the week gives the day in its middle. */
export function weekAround(day: Day): string {
  return `${shifted(day, -3)}/${shifted(day, 3)}`;
}

function shifted(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
