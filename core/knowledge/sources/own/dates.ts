// A date that somebody wrote. `03/04/2019` is March in one country and April in another, and a spreadsheet turns
// what one types into the form it likes: nothing is guessed, but the reason says what to write.
import { isEdtfInterval } from '../../dates.ts';

const FORMS = 'dates are written 2019-12-31, 2019-12 or 2019';
const FORMS_INTERVAL = `${FORMS}, a period 2019-10/2019-12`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A spreadsheet's day number for dates from 1954 to 2119. */
const DAY_NUMBER = /^[2-7]\d{4}$/;
/** Day 0 of those numbers, as all spreadsheets of today count. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** What is wrong with a date and what would be right; `null` when it is one. */
export function dateProblem(text: string, mayBePeriod = false): string | null {
  if (isEdtfInterval(text) && (mayBePeriod || !text.includes('/'))) return null;
  const meant = meanings(text);
  const instead = meant.length > 0 ? `; write ${meant.join(' or ')}` : '';
  return `“${text.slice(0, 60)}” is no date that is understood everywhere${instead}: ${mayBePeriod ? FORMS_INTERVAL : FORMS}`;
}

/** What the writer may have meant, in the form that is asked for; empty where nothing comes to mind. */
function meanings(text: string): string[] {
  const numbers = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text);
  if (numbers) {
    const [, first = '', second = '', year = ''] = numbers;
    return possible([iso(year, second, first), iso(year, first, second)]);
  }
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  if (yearFirst) return possible([iso(yearFirst[1], yearFirst[2], yearFirst[3])]);
  const withTime = /^(\d{4}-\d\d-\d\d)[T ]\d/.exec(text);
  if (withTime) return possible([withTime[1] ?? '']);
  if (DAY_NUMBER.test(text))
    return [new Date(DAY_ZERO + Number(text) * 86_400_000).toISOString().slice(0, 10)];
  return possible([spelt(text)]);
}

/** `31 December 2019`, `December 31, 2019`, `Dec 2019`. */
function spelt(text: string): string {
  const words = text.toLowerCase().split(/[\s,.-]+/);
  const month = words.findIndex((word) => MONTHS.includes(word.slice(0, 3)));
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  if (month < 0 || year === undefined) return '';
  const number = String(MONTHS.indexOf((words[month] ?? '').slice(0, 3)) + 1);
  return day === undefined
    ? `${year}-${number.padStart(2, '0')}`
    : iso(year, number, String(Number.parseInt(day, 10)));
}

function iso(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function possible(dates: readonly string[]): string[] {
  return [...new Set(dates)].filter(isEdtfInterval);
}
