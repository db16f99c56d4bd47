// A kept passage as words: its context before, the quote, its context behind, as one sequence, so that the
// place of a passage is found by everything that stood there and not by the quote alone.
import { foldString } from './folding.ts';
import type { Selectors } from './selectors.ts';
import { EDGE_AFTER, EDGE_BEFORE, isUnspaced, isWordAt, type WordIndex, wordsIn } from './words.ts';

export interface Pattern {
  /** Context, quote and context, folded. */
  readonly text: string;
  /** The quote is `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The quote's words are [first, past). */
  readonly first: number;
  readonly past: number;
}

/** A pattern seen from a page: which of its words the page has, and what each is worth there. */
export interface Weighed extends Pattern {
  readonly ids: readonly number[];
  readonly bits: readonly number[];
}

export function patternOf({ quote, position, length }: Selectors): Pattern {
  const prefix = foldString(quote.prefix ?? '');
  const exact = foldString(quote.exact).trim();
  const suffix = foldString(quote.suffix ?? '');
  const text = prefix + exact + suffix;
  const [start, end] = [prefix.length, prefix.length + exact.length];
  const words = wordsIn(text);
  const keys = [...words.keys];
  const starts = [...words.starts];
  const ends = [...words.ends];
  const isAtStart = position !== undefined && position.start === prefix.length;
  const isAtEnd = position !== undefined && length !== undefined && position.end + suffix.length === length;
  // Context is cut at a number of characters, so that its outermost word may be half a word.
  const isCut = (word: number) => !isUnspaced(keys[word] ?? '') && keys.length > 0;
  if (!isAtEnd && isWordAt(text, text.length - 1) && (starts.at(-1) ?? 0) >= end && isCut(keys.length - 1)) {
    keys.pop();
    starts.pop();
    ends.pop();
  }
  if (!isAtStart && isWordAt(text, 0) && (ends[0] ?? text.length) <= start && isCut(0)) {
    keys.shift();
    starts.shift();
    ends.shift();
  }
  if (isAtStart) {
    keys.unshift(EDGE_BEFORE);
    starts.unshift(0);
    ends.unshift(0);
  }
  if (isAtEnd) {
    keys.push(EDGE_AFTER);
    starts.push(text.length);
    ends.push(text.length);
  }
  let first = 0;
  while (first < keys.length && ((ends[first] ?? 0) <= start || keys[first] === EDGE_BEFORE)) first++;
  let past = first;
  while (past < keys.length && (starts[past] ?? 0) < end && keys[past] !== EDGE_AFTER) past++;
  return { text, start, end, keys, starts, ends, first, past };
}

/** The words `[from, to)` of a pattern, as a pattern. */
export function part(pattern: Weighed, from: number, to: number): Weighed {
  return {
    ...pattern,
    keys: pattern.keys.slice(from, to),
    starts: pattern.starts.slice(from, to),
    ends: pattern.ends.slice(from, to),
    ids: pattern.ids.slice(from, to),
    bits: pattern.bits.slice(from, to),
    first: Math.max(0, pattern.first - from),
    past: Math.max(0, Math.min(to, pattern.past) - from),
  };
}

/** Context before and behind as if the quote had never stood between. */
export function withoutQuote(pattern: Weighed): Weighed {
  const { first, past } = pattern;
  const drop = <T>(list: readonly T[]) => [...list.slice(0, first), ...list.slice(past)];
  const gone = pattern.end - pattern.start;
  const shift = (list: readonly number[]) => [
    ...list.slice(0, first),
    ...list.slice(past).map((at) => at - gone),
  ];
  return {
    text: pattern.text.slice(0, pattern.start) + pattern.text.slice(pattern.end),
    start: pattern.start,
    end: pattern.start,
    keys: drop(pattern.keys),
    starts: shift(pattern.starts),
    ends: shift(pattern.ends),
    ids: drop(pattern.ids),
    bits: drop(pattern.bits),
    first,
    past: first,
  };
}

export function weigh(pattern: Pattern, index: WordIndex): Weighed {
  return {
    ...pattern,
    ids: pattern.keys.map((key) => index.idOf(key)),
    bits: pattern.keys.map((key) => index.bits(key)),
  };
}
