// Where a passage of the old text is in the new one, going by the difference of the two. What a careful person could
// argue about is `open` and is left out of the figures, but counted.
import { isWord, type Token } from './tokens.ts';

export interface Stretch {
  /** Tokens, [from, to). */
  readonly from: number;
  readonly to: number;
}

export type Truth =
  | {
      readonly kind: 'stays';
      /** The new tokens that are the passage's own. */
      readonly own: ReadonlySet<number>;
      /** What stands in the place of changed words, or was inserted between: counts for neither side. */
      readonly neither: ReadonlySet<number>;
      readonly changed: boolean;
    }
  | { readonly kind: 'gone' }
  | { readonly kind: 'open' };

const OPEN: Truth = { kind: 'open' };
const GONE: Truth = { kind: 'gone' };

/** Of its letters that must be left. */
const STAYS = 0.5;
/** Of its pairs of words that stand somewhere near each other in the new text: two texts on one subject have fewer. */
const ELSEWHERE = 0.25;
/** A shorter passage is told by its surroundings. */
const SHORT = 8;
const AROUND = 6;

const letters = (tokens: readonly Token[], at: number) => {
  const token = tokens[at];
  return token && isWord(token) ? token.text.length : 0;
};

/** The most of the passage's pairs of neighbouring words that one stretch of the new text has. */
function bestElsewhere(before: readonly Token[], after: readonly Token[], { from, to }: Stretch): number {
  const keys = (tokens: readonly Token[]) => tokens.filter(isWord).map(({ text }) => text.toLowerCase());
  const own = keys(before.slice(from, to));
  const pairs = new Set(own.slice(1).map((word, at) => `${own[at]} ${word}`));
  if (pairs.size === 0) return keys(after).includes(own[0] ?? '') ? 1 : 0;
  const all = keys(after);
  const window = own.length * 2;
  const hits = all.map((word, at) => at > 0 && pairs.has(`${all[at - 1]} ${word}`));
  let [most, now] = [0, 0];
  for (const [at, hit] of hits.entries()) {
    if (hit) now++;
    if (hits[at - window]) now--;
    most = Math.max(most, now);
  }
  return most / pairs.size;
}

/** The run of lost tokens that the passage lies in, and how many new ones stand in its place; null at a moved edge. */
function hole(match: Int32Array, { from, to }: Stretch, newLength: number) {
  let start = from;
  while (start > 0 && (match[start - 1] ?? 0) < 0) start--;
  let end = to;
  while (end < match.length && (match[end] ?? 0) < 0) end++;
  const left = start > 0 ? (match[start - 1] ?? -1) : -1;
  const right = end < match.length ? (match[end] ?? newLength) : newLength;
  return { lost: end - start, replaced: right > left ? right - left - 1 : null };
}

/** Whether what stood around a short passage stands around it still. */
function isHeld(match: Int32Array, { from, to }: Stretch, first: number, last: number): boolean {
  let near = 0;
  for (let n = 1; n <= AROUND; n++) {
    const [left, right] = [match[from - n] ?? -1, match[to - 1 + n] ?? -1];
    if (left >= 0 && first > left && first - left <= 3 * AROUND) near++;
    if (right >= 0 && right > last && right - last <= 3 * AROUND) near++;
  }
  return near >= AROUND * 0.8;
}

export function truthOf(
  before: readonly Token[],
  after: readonly Token[],
  match: Int32Array,
  passage: Stretch,
): Truth {
  const { from, to } = passage;
  const wasWords = before.slice(from, to).filter(isWord).length;
  const isShort = wasWords < SHORT;
  const own = new Set<number>();
  let [all, left] = [0, 0];
  for (let i = from; i < to; i++) {
    all += letters(before, i);
    const j = match[i] ?? -1;
    if (j < 0) continue;
    left += letters(before, i);
    own.add(j);
  }
  const share = all === 0 ? 0 : left / all;
  const elsewhere = () => bestElsewhere(before, after, passage);
  if (share === 0) {
    const { lost, replaced } = hole(match, passage, after.length);
    if (replaced === 0 && lost >= SHORT) return !isShort && elsewhere() > ELSEWHERE ? OPEN : GONE;
    return !isShort && elsewhere() < ELSEWHERE ? GONE : OPEN;
  }
  if (share < STAYS) return share < 0.15 && !isShort && elsewhere() < ELSEWHERE ? GONE : OPEN;
  const [first, last] = [Math.min(...own), Math.max(...own)];
  if (last - first + 1 > 2.5 * (to - from) + 60) return OPEN;
  if (isShort && !isHeld(match, passage, first, last)) return OPEN;
  const neither = new Set<number>();
  for (let j = first; j <= last; j++) if (!own.has(j)) neither.add(j);
  const taken = new Set(match);
  // Changed words at an edge: what now stands there may be theirs.
  if ((match[from] ?? -1) < 0) for (let j = first - 1; j >= 0 && !taken.has(j); j--) neither.add(j);
  if ((match[to - 1] ?? -1) < 0)
    for (let j = last + 1; j < after.length && !taken.has(j); j++) neither.add(j);
  const changed = own.size < to - from || last - first + 1 > own.size;
  return { kind: 'stays', own, neither, changed };
}
