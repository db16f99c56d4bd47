// Wikidata's times → EDTF. A time says how precise it is, apart from its digits: a year is written
// `+2013-00-00` or `+2013-01-01`, and only the precision tells it from New Year's Day.
import * as z from 'zod/mini';
import { EdtfDate, firstDay, lastDay } from '../../dates.ts';
import { qualifier, type Snak, type Statement, timeIn } from './item.ts';

const YEAR = 9;
const MONTH = 10;
const Time = z.object({ time: z.string(), precision: z.number(), calendarmodel: z.optional(z.string()) });
/** Years are padded in old dumps (`+00000002013-…`); EDTF level 0 has four digits, and none before our era. */
const DIGITS = /^\+?0*(\d{4})-(\d\d)-(\d\d)(?:T|$)/;
const JULIAN = /\/Q1985786$/;

/** A date as precise as it is, or nothing where it is coarser than a year, or before our era. */
export function toEdtf(time: string, precision: number): string | undefined {
  const match = DIGITS.exec(time);
  if (!match || precision < YEAR) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const parts = [year, ...(precision >= MONTH ? [month] : []), ...(precision > MONTH ? [day] : [])];
  // `00` as month or day: whoever wrote the precision promised more than there is.
  const known = parts.slice(0, parts.indexOf('00') < 0 ? parts.length : parts.indexOf('00'));
  const date = known.join('-');
  return z.safeParse(EdtfDate, date).success ? date : undefined;
}

/** The date in a snak. The Julian calendar is up to two weeks off, so of its dates only the year is kept. */
export function dateIn(snak: Snak | undefined): string | undefined {
  const result = z.safeParse(Time, timeIn(snak));
  if (!result.success) return undefined;
  const { time, precision, calendarmodel = '' } = result.data;
  return toEdtf(time, JULIAN.test(calendarmodel) ? Math.min(precision, YEAR) : precision);
}

export interface Span {
  readonly from?: string;
  readonly to?: string;
  /** It is over, though nobody knows, or says precisely enough, since when. */
  readonly endUnknown: boolean;
}

/** From the qualifiers P580 and P582. No value for the end: it lasts; some value: it is over, unknown when. */
export function spanOf(statement: Statement): Span {
  const end = qualifier(statement, 'P582');
  return span(
    dateIn(qualifier(statement, 'P580')),
    dateIn(end),
    end !== undefined && end.snaktype !== 'novalue',
  );
}

/** `ended`: an end is stated, whether or not its date can be used. A span that ends before it begins keeps neither. */
export function span(from: string | undefined, to: string | undefined, ended: boolean): Span {
  if (from !== undefined && to !== undefined && lastDay(to) < firstDay(from)) return { endUnknown: true };
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    endUnknown: ended && to === undefined,
  };
}
