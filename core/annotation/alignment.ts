// A chain made complete: which word of the pattern is which word of the page. Between two runs the longest
// common subsequence finds the single words that stayed, inflected ones for a part; what stands apart from
// every other match is chance and is dropped, since it would pull the passage's edge to a stray "the".
import type { Run } from './chain.ts';
import type { Weighed } from './pattern.ts';
import type { WordIndex } from './words.ts';

export interface Alignment {
  /** For each word of the pattern the page's word, or -1. */
  readonly match: readonly number[];
  /** How alike the two are, 0 to 1. */
  readonly alike: readonly number[];
}

/** A gap with more cells stays empty: both sides of it were rewritten, or the page is hostile. */
const MOST_CELLS = 40_000;
/** Words of the page looked at before the first and behind the last run, for each of the pattern's there. */
const REACH = 1.5;
const MORE_REACH = 4;
/** Two words that share this much of the longer one, and this many letters, are forms of one word. */
const SHARED = 0.6;
const SHARED_LETTERS = 4;
const INFLECTED = 0.7;
/** A matched word stands alone when both its neighbours' distances differ from its own by more. */
const APART = 4;
/** Two words so close in the page belong together, however many words between them were deleted. */
const BESIDE = 2;

/** 1 for the same word, less for what looks like another form of it (also with an Arabic article or prefix). */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const shortest = Math.min(a.length, b.length);
  if (shortest < SHARED_LETTERS) return 0;
  const enough = Math.max(SHARED_LETTERS, Math.ceil(longest * SHARED));
  if (shortest < enough) return 0;
  let front = 0;
  while (front < shortest && a[front] === b[front]) front++;
  if (front >= enough) return INFLECTED;
  let back = 0;
  while (back < shortest && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  return back >= enough ? INFLECTED : 0;
}

interface Gap {
  readonly i: number;
  readonly iEnd: number;
  readonly j: number;
  readonly jEnd: number;
}

interface Draft {
  match: number[];
  alike: number[];
}

function fill(pattern: Weighed, index: WordIndex, { i, iEnd, j, jEnd }: Gap, draft: Draft): void {
  const rows = iEnd - i;
  const columns = jEnd - j;
  if (rows <= 0 || columns <= 0 || rows * columns > MOST_CELLS) return;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const like = (row: number, column: number) =>
    likeness(pattern.keys[i + row] ?? '', index.keys[j + column] ?? '');
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const skip = Math.max(best[(row + 1) * width + column] ?? 0, best[row * width + column + 1] ?? 0);
      const alike = like(row, column);
      const both =
        alike > 0 ? alike * (pattern.bits[i + row] ?? 0) + (best[(row + 1) * width + column + 1] ?? 0) : 0;
      best[row * width + column] = Math.max(skip, both);
    }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const here = best[row * width + column] ?? 0;
    if (here === (best[(row + 1) * width + column] ?? 0)) row++;
    else if (here === (best[row * width + column + 1] ?? 0)) column++;
    else {
      draft.match[i + row] = j + column;
      draft.alike[i + row] = like(row, column);
      row++;
      column++;
    }
  }
}

function dropStrays(draft: Draft, solid: ReadonlySet<number>): void {
  const matched = draft.match.flatMap((j, i) => (j >= 0 ? [i] : []));
  const placeOf = (i: number | undefined) => (i === undefined ? Number.NaN : (draft.match[i] ?? 0));
  const shift = (i: number | undefined) => (i === undefined ? Number.NaN : (draft.match[i] ?? 0) - i);
  const strays = matched.filter((i, at) => {
    if (solid.has(i)) return false;
    const near = (other: number | undefined) =>
      Math.abs(shift(other) - shift(i)) <= APART ||
      (solid.has(other ?? -1) && Math.abs(placeOf(other) - placeOf(i)) <= BESIDE);
    return !near(matched[at - 1]) && !near(matched[at + 1]);
  });
  for (const i of strays) {
    draft.match[i] = -1;
    draft.alike[i] = 0;
  }
}

/**
 * "The" before an inserted sentence that begins with "The" is as good a match as the one behind it: the quote's
 * first and last words go with the rest of the quote, as a diff slides its insertions to where they read well.
 */
function slide({ keys, first, past }: Weighed, index: WordIndex, { match }: Draft): void {
  const isFree = (i: number, j: number) => keys[i] === index.keys[j];
  const gapBehind = (i: number) => (match[i] ?? -1) >= 0 && (match[i + 1] ?? -1) - (match[i] ?? -1) > 1;
  const middle = (first + past) >> 1;
  let head = first;
  while (head < middle && (match[head] ?? -1) >= 0 && !gapBehind(head)) head++;
  const behind = match[head + 1] ?? -1;
  if (head < middle && gapBehind(head)) {
    const words = Array.from({ length: head - first + 1 }, (_, n) => head - n);
    if (words.every((i) => isFree(i, behind - 1 - (head - i))))
      for (const i of words) match[i] = behind - 1 - (head - i);
  }
  let tail = past - 1;
  while (tail > middle && (match[tail] ?? -1) >= 0 && !gapBehind(tail - 1)) tail--;
  const before = match[tail - 1] ?? -1;
  if (tail > middle && gapBehind(tail - 1)) {
    const words = Array.from({ length: past - tail }, (_, n) => tail + n);
    if (words.every((i) => isFree(i, before + 1 + i - tail)))
      for (const i of words) match[i] = before + 1 + i - tail;
  }
}

export function align(pattern: Weighed, index: WordIndex, chain: readonly Run[]): Alignment {
  const size = pattern.keys.length;
  const draft: Draft = { match: Array(size).fill(-1), alike: Array(size).fill(0) };
  const solid = new Set<number>();
  let i = 0;
  let j = -1;
  for (const run of chain) {
    const skip = Math.max(0, i - run.i, j - run.j);
    const [from, to] = [run.i + skip, run.j + skip];
    const reach = Math.ceil((from - i) * REACH) + MORE_REACH;
    fill(pattern, index, { i, iEnd: from, j: j < 0 ? Math.max(0, to - reach) : j, jEnd: to }, draft);
    for (let n = skip; n < run.n; n++) {
      draft.match[run.i + n] = run.j + n;
      draft.alike[run.i + n] = 1;
      solid.add(run.i + n);
    }
    i = run.i + run.n;
    j = run.j + run.n;
  }
  const reach = Math.ceil((size - i) * REACH) + MORE_REACH;
  if (j >= 0) fill(pattern, index, { i, iEnd: size, j, jEnd: Math.min(index.keys.length, j + reach) }, draft);
  dropStrays(draft, solid);
  slide(pattern, index, draft);
  return draft;
}
