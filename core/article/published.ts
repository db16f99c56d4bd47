// A page's date, from the many ways in which pages write one. What is taken literally is the day as the page
// itself writes it: a story dated 31 December at 23:30 in New York is of 31 December, although London already
// had January. An instant is kept only where the zone is sure (`EST` may be New York or Sydney).
import { Published } from './article.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const TIME = '(?:[T,\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?';
const ZONE = '\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}(?!\\d)|[+-]\\d{2}\\b)?';

/** Each names its groups in the order in which `order` lists them; time and zone follow where it has them. */
const FORMS: readonly {
  readonly form: RegExp;
  readonly order: 'ymd' | 'dmy' | 'mdy' | 'md-time-y' | 'either';
}[] = [
  { form: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}${ZONE}`, 'i'), order: 'ymd' },
  { form: /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/, order: 'ymd' },
  {
    form: new RegExp(`^(\\d{4})\\s?[/.年]\\s?(\\d{1,2})\\s?[/.月]\\s?(\\d{1,2})日?${TIME}${ZONE}`),
    order: 'ymd',
  },
  // RFC 2822, `13 March 2015`, and Unix's `date`.
  {
    form: new RegExp(
      `^(?:[a-z]{3,9}\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]${MONTH},?[\\s-](\\d{4})${TIME}${ZONE}`,
      'i',
    ),
    order: 'dmy',
  },
  {
    form: new RegExp(
      `^(?:[a-z]{3,9}\\.?,?\\s+)?${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!:)${TIME}${ZONE}`,
      'i',
    ),
    order: 'mdy',
  },
  {
    form: new RegExp(
      `^[a-z]{3}\\s+${MONTH}\\s+(\\d{1,2})${TIME}\\s+([A-Z]{3,5}|[+-]\\d{4})\\s+(\\d{4})`,
      'i',
    ),
    order: 'md-time-y',
  },
  { form: new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})${TIME}${ZONE}`), order: 'dmy' },
  { form: new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${TIME}${ZONE}`), order: 'either' },
];

/** The web's own beginnings; older only where a page says outright that it was published then. */
const EARLIEST = '1990-01-01';
/** Newspapers' archives go back so far; what is older, or a clock's zero, is a fault. */
const EARLIEST_EXPLICIT = '1800-01-02';
const ZEROS = new Set(['1970-01-01', '1969-12-31', '1900-01-01', '1899-12-31', '1980-01-01']);
const DAY = 86_400_000;
/** Longer than any date; the rest of such a string is not looked at. */
const LONGEST = 60;

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly zone?: string | undefined;
}

function monthNumber(month: string): string {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return String(named < 0 ? Number(month) : named + 1);
}

function partsOf(text: string): Parts | null {
  for (const { form, order } of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const [, a = '', b = '', c = '', hour, minute, second, zone, last = ''] = match;
    const time = { hour, minute, second, zone };
    if (order === 'ymd') return { year: a, month: b, day: c, ...time };
    if (order === 'dmy') return { year: c, month: b, day: a, ...time };
    if (order === 'mdy') return { year: c, month: a, day: b, ...time };
    if (order === 'md-time-y') return { year: last || (zone ?? ''), month: a, day: b };
    // 05/29/2007 can only be American, 29/05/2007 only not; 05/06/2007 may be either, so it is neither.
    if (Number(b) > 12 && Number(a) <= 12) return { year: c, month: a, day: b, ...time };
    if (Number(a) > 12 || a === b) return { year: c, month: b, day: a, ...time };
    return null;
  }
  return null;
}

const two = (part: string) => part.padStart(2, '0');

function zoneOffset(zone: string): string {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function fromEpoch(text: string): Published | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const instant = new Date(Number(text) * (text.length === 10 ? 1_000 : 1)).toISOString();
  return { day: instant.slice(0, 10), instant };
}

export interface Trust {
  /** The page says "published", of this very article; then an old archive's date is believed. */
  readonly explicit: boolean;
  readonly now: Date;
}

/** The date that a text gives, or null where it gives none that can be. */
export function publishedFrom(text: unknown, { explicit, now }: Trust): Published | null {
  if (typeof text !== 'string' && typeof text !== 'number') return null;
  const trimmed = String(text).slice(0, LONGEST).trim();
  const parts = partsOf(trimmed);
  let found = fromEpoch(trimmed);
  if (!found && parts) {
    const day = `${parts.year}-${two(monthNumber(parts.month))}-${two(parts.day)}`;
    const { hour, minute, second = '00', zone } = parts;
    const timed = hour !== undefined && minute !== undefined && zone !== undefined && Number(hour) < 24;
    found = timed ? { day, instant: `${day}T${two(hour)}:${minute}:${second}${zoneOffset(zone)}` } : { day };
  }
  if (!found) return null;
  const parsed = Published.safeParse(found);
  const checked = parsed.success ? parsed.data : Published.safeParse({ day: found.day }).data;
  if (!checked) return null;
  const { day } = checked;
  const latest = new Date(now.getTime() + DAY).toISOString().slice(0, 10);
  const tooEarly = day < (explicit ? EARLIEST_EXPLICIT : EARLIEST) || ZEROS.has(day);
  return tooEarly || day > latest ? null : checked;
}

const ADDRESS = [
  /\/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?!\d)/,
  /\/((?:19|20)\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d\d?)(?!\d)/i,
  /\/((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/,
];

/** The day in an address such as `/2019/12/31/` or `/2019/dec/31/`. */
export function publishedInAddress(address: string, now: Date): Published | null {
  for (const form of ADDRESS) {
    const [, year, month, day] = form.exec(address.slice(0, 2_000)) ?? [];
    if (year === undefined || month === undefined || day === undefined) continue;
    const found = publishedFrom(`${year}-${two(monthNumber(month))}-${two(day)}`, { explicit: false, now });
    if (found) return found;
  }
  return null;
}
