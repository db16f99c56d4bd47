// Outcomes → figures: the same four for every kind of trial.

/**
 * - `right`: the range and the passage have so much in common (`ENOUGH`)
 * - `wrong`: another place, or too much or too little of it
 * - `missed`: the passage is there, and nothing was anchored; `left`: it is gone, and nothing was
 * - `invented`: it is gone, and something was anchored
 */
export type Outcome = 'right' | 'wrong' | 'missed' | 'left' | 'invented';

/** Of the characters that range and passage have together: a missing or added word at an edge is no harm. */
export const ENOUGH = 0.8;

interface Judged {
  readonly outcome: Outcome;
}

export const count = (results: readonly Judged[], ...outcomes: Outcome[]): number =>
  results.filter(({ outcome }) => outcomes.includes(outcome)).length;

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

export const HEAD = ['passages', 'recall', 'wrong, all', 'anchored though the text is gone'];

/** What `HEAD` names. */
export function figures(results: readonly Judged[]): string[] {
  const there = count(results, 'right', 'wrong', 'missed');
  const gone = count(results, 'left', 'invented');
  return [
    String(results.length),
    percent(count(results, 'right'), there),
    percent(count(results, 'wrong', 'invented'), results.length),
    percent(count(results, 'invented'), gone),
  ];
}

/** Wilson's interval, 95 %: "96.1 to 98.0 %". */
export function interval(part: number, whole: number): string {
  if (whole === 0) return '';
  const z = 1.96;
  const share = part / whole;
  const middle = share + z ** 2 / (2 * whole);
  const width = z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  const at = (value: number) => ((100 * value) / (1 + z ** 2 / whole)).toFixed(1);
  return `${at(Math.max(0, middle - width))} to ${at(Math.min(1 + z ** 2 / whole, middle + width))} %`;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Kinds of edit that change words of the passage itself. */
export const CHANGES_PASSAGE = /inside|words changed|half|typography|several/;
