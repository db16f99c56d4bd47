// How long to wait after runs that failed. Doubling keeps a broken server from being asked all day; the random part
// keeps devices that failed together from coming back together.

const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/**
 * @param failures in a row, from 1
 * @param random at least 0, below 1
 * @returns milliseconds, between half and the whole of the doubled time
 */
export function backOff(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole / 2 + (whole / 2) * random);
}
