// Which snapshots stay: the last ten, and the last of each of the last seven days and four weeks. An accident is noticed
// within the hour, the day or the weeks after, and what is kept is bounded.

const LAST = 10;
const DAYS = 7;
const WEEKS = 4;
const DAY = 86_400_000;
/** Days are counted from a Thursday, weeks from a Monday. */
const MONDAY = 3;

export interface Dated {
  readonly id: number;
  /** ISO 8601. */
  readonly made: string;
}

/** Those that go, the oldest first. In whatever order they come, and whatever the clock said when they were made. */
export function superfluous<T extends Dated>(snapshots: readonly T[]): T[] {
  // By id: a clock may have been put back.
  const all = [...snapshots].sort((a, b) => b.id - a.id);
  const stay = new Set([
    ...all.slice(0, LAST),
    ...lastOfEach(all, ({ made }) => Math.floor(Date.parse(made) / DAY)).slice(0, DAYS),
    ...lastOfEach(all, ({ made }) => Math.floor((Date.parse(made) / DAY + MONDAY) / 7)).slice(0, WEEKS),
  ]);
  return all.filter((one) => !stay.has(one)).reverse();
}

/** Newest first. */
function lastOfEach<T extends Dated>(newestFirst: readonly T[], period: (one: T) => number): T[] {
  const found = new Map<number, T>();
  for (const one of newestFirst) if (!found.has(period(one))) found.set(period(one), one);
  return [...found.values()];
}
