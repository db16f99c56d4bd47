// Where a date stands on a time line that ends on the article's day. The road to a news story is dense at its
// end: of twenty events from 2009 to 2019, half fall in the last ten weeks. A linear axis puts those ten on top
// of each other, equal steps would hide that six years were quiet. A logarithm of the distance to the article
// keeps both: the last days are spread, the far years are squeezed.
import { type Day, daysBetween } from '../core/knowledge/dates.ts';

/** Days within which time runs almost evenly; a fortnight is the breath of a running story. */
const NEAR = 14;

/** Positions from 0 (the earliest) to 1 (the article's day), for days not after it. */
export function timeScale(asOf: Day, earliest: Day): (day: Day) => number {
  const squeeze = (day: Day) => Math.log1p(Math.max(0, daysBetween(day, asOf)) / NEAR);
  const far = squeeze(earliest);
  return (day) => (far === 0 ? 1 : 1 - Math.min(1, squeeze(day) / far));
}

/** First of January of the years to write under an axis: those that stand at least `apart` from each other. */
export function yearTicks(asOf: Day, earliest: Day, apart: number): { year: number; at: number }[] {
  const scale = timeScale(asOf, earliest);
  const ticks: { year: number; at: number }[] = [];
  for (let year = Number(asOf.slice(0, 4)); year > Number(earliest.slice(0, 4)); year--) {
    const at = scale(`${year}-01-01`);
    const last = ticks.at(-1);
    if (at < 1 - apart && (!last || last.at - at >= apart)) ticks.push({ year, at });
  }
  return ticks.reverse();
}
