// Which token of the old text is which of the new: runs of five that each text has once are surely the same, between
// them the longest common subsequence, without what it finds by chance; then whole runs that were moved.
import type { Token } from './tokens.ts';

const SURE = 5;
const MOVED = 8;
/** A gap with more cells was written anew. */
const MOST_CELLS = 9_000_000;

function placesOfOnce(keys: readonly string[], length: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + length <= keys.length; at++) {
    const gram = keys.slice(at, at + length).join('\u0001');
    places.set(gram, places.has(gram) ? -1 : at);
  }
  return places;
}

/** The longest rising sequence of the second numbers. */
function rising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const from: number[] = [];
  for (const [k, [, j]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    from[k] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = k;
  }
  const found: (readonly [number, number])[] = [];
  for (let k = tails.at(-1) ?? -1; k >= 0; k = from[k] ?? -1) {
    const pair = pairs[k];
    if (pair) found.unshift(pair);
  }
  return found;
}

function fill(a: readonly string[], b: readonly string[], match: Int32Array, gap: readonly number[]): void {
  let [i = 0, iEnd = 0, j = 0, jEnd = 0] = gap;
  for (; i < iEnd && j < jEnd && a[i] === b[j]; i++, j++) match[i] = j;
  for (; i < iEnd && j < jEnd && a[iEnd - 1] === b[jEnd - 1]; iEnd--, jEnd--) match[iEnd - 1] = jEnd - 1;
  const [rows, columns] = [iEnd - i, jEnd - j];
  if (rows <= 0 || columns <= 0 || rows * columns > MOST_CELLS) return;
  const width = columns + 1;
  const best = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      best[row * width + column] =
        a[i + row] === b[j + column]
          ? (best[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(best[(row + 1) * width + column] ?? 0, best[row * width + column + 1] ?? 0);
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[i + row] === b[j + column]) match[i + row++] = j + column++;
    else if ((best[(row + 1) * width + column] ?? 0) >= (best[row * width + column + 1] ?? 0)) row++;
    else column++;
  }
}

/** A few equal letters between two stretches that were both written anew are chance. */
function dropChance(a: readonly string[], match: Int32Array, newLength: number): void {
  for (let at = 0; at < match.length; ) {
    const j = match[at] ?? -1;
    if (j < 0) {
      at++;
      continue;
    }
    let end = at;
    while (end < match.length && match[end] === j + end - at) end++;
    let before = at;
    while (before > 0 && (match[before - 1] ?? -1) < 0) before--;
    let behind = end;
    while (behind < match.length && (match[behind] ?? -1) < 0) behind++;
    const jBefore = before > 0 ? (match[before - 1] ?? -1) : -1;
    const jBehind = behind < match.length ? (match[behind] ?? newLength) : newLength;
    const gapBefore = Math.max(at - before, j - jBefore - 1);
    const gapBehind = Math.max(behind - end, jBehind - (j + end - at));
    const letters = a.slice(at, end).join('').length;
    if (end - at <= 2 && letters <= 12 && gapBefore >= 3 && gapBehind >= 3)
      for (let n = at; n < end; n++) match[n] = -1;
    at = end;
  }
}

function addMoved(a: readonly string[], b: readonly string[], match: Int32Array): void {
  const taken = new Set(match);
  const [ours, theirs] = [placesOfOnce(a, MOVED), placesOfOnce(b, MOVED)];
  for (const [gram, start] of ours) {
    const to = theirs.get(gram) ?? -1;
    if (start < 0 || to < 0 || (match[start] ?? 0) >= 0 || taken.has(to)) continue;
    let [from, until] = [start, start];
    while (
      from > 0 &&
      (match[from - 1] ?? 0) < 0 &&
      a[from - 1] === b[to + from - 1 - start] &&
      !taken.has(to + from - 1 - start)
    )
      from--;
    while (
      until < a.length &&
      (match[until] ?? 0) < 0 &&
      a[until] === b[to + until - start] &&
      !taken.has(to + until - start)
    )
      until++;
    for (let i = from; i < until; i++) {
      match[i] = to + i - start;
      taken.add(to + i - start);
    }
  }
}

const END = /^[.!?:。！？]$/u;

/** How well a stretch of new tokens reads as an insertion: whole paragraphs best, then whole sentences. */
function reads(after: readonly Token[], from: number, to: number): number {
  const isBlock = (at: number) => after[at - 1]?.block !== after[at]?.block;
  const isSentence = (at: number) => isBlock(at) || END.test(after[at - 1]?.text ?? '');
  return isBlock(from) && isBlock(to) ? 3 : isSentence(from) && isSentence(to) ? 2 : isSentence(from) ? 1 : 0;
}

/** Inserted text that ends as the text before it did fits in several places: the one where it reads best is taken. */
function slide(match: Int32Array, b: readonly string[], after: readonly Token[]): void {
  for (let i = 0; i + 1 < match.length; i++) {
    const [left, right] = [match[i] ?? -1, match[i + 1] ?? -1];
    const size = right - left - 1;
    if (left < 0 || right < 0 || size <= 0) continue;
    let best = { shift: 0, reads: reads(after, left + 1, right) };
    const consider = (shift: number) => {
      const here = reads(after, left + 1 + shift, right + shift);
      if (here > best.reads) best = { shift, reads: here };
    };
    for (let n = 1; b[left + n] === b[right + n - 1] && match[i + n] === right + n - 1; n++) consider(n);
    for (let n = 1; b[left + 1 - n] === b[right - n] && match[i + 1 - n] === left + 1 - n; n++) consider(-n);
    for (let n = 1; n <= best.shift; n++) match[i + n] = left + n;
    for (let n = 1; n <= -best.shift; n++) match[i + 1 - n] = right - n;
  }
}

/** For each old token the new one, or -1. */
export function differenceOf(before: readonly Token[], after: readonly Token[]): Int32Array {
  const [a, b] = [before.map(({ text }) => text), after.map(({ text }) => text)];
  const match = new Int32Array(a.length).fill(-1);
  const theirs = placesOfOnce(b, SURE);
  const sure = [...placesOfOnce(a, SURE)]
    .filter(([gram, at]) => at >= 0 && (theirs.get(gram) ?? -1) >= 0)
    .map(([gram, at]) => [at, theirs.get(gram) ?? -1] as const)
    .sort(([one], [other]) => one - other);
  let [i, j] = [0, 0];
  for (const [at, to] of rising(sure)) {
    if (at < i || to < j) continue;
    fill(a, b, match, [i, at, j, to]);
    for (let n = 0; n < SURE; n++) match[at + n] = to + n;
    [i, j] = [at + SURE, to + SURE];
  }
  fill(a, b, match, [i, a.length, j, b.length]);
  dropChance(a, match, b.length);
  slide(match, b, after);
  addMoved(a, b, match);
  return match;
}
