// How well a place in the page fits a kept passage: how much of the quote stayed, and how much of what stood
// before and behind it still stands beside it. The nearest context counts most, and context that moved away
// from the passage counts less.
import { type Alignment, align } from './alignment.ts';
import { alikeness } from './alikeness.ts';
import type { Run } from './chain.ts';
import { spanOf } from './edges.ts';
import type { Page, Span } from './page.ts';
import type { Weighed } from './pattern.ts';
import { trim } from './trim.ts';

export interface Placement {
  readonly span: Span;
  /** The share of the quote that stayed, by what its words are worth, 0 to 1. */
  readonly quote: number;
  /** What the matched words of the quote are worth, in bits. */
  readonly bits: number;
  /** The share of the context that stayed beside it, the nearest weighing most, 0 to 1. */
  readonly context: number;
  /** The same, all of the kept context weighing alike. */
  readonly wide: number;
  /** Nothing was added between the quote's words or taken out. */
  readonly whole: boolean;
  /** What the quote is worth together with the context that adjoins it unchanged, in bits… */
  readonly run: number;
  /** …and the characters of that context. */
  readonly adjoining: number;
  readonly score: number;
}

/** Characters over which context loses about two thirds of its weight: half a sentence. */
const NEAR = 60;
/** All that is kept weighs nearly alike. */
const WIDE = 1_000;
/** Context that stands so many characters further off counts half: a sentence came between. */
const DISPLACED = 150;
/** The better side decides more: an edit beside a passage mostly touches one side. */
const BETTER_SIDE = 0.6;
/** A quote without its other side: the side that there is stands for nearly all. */
const ONLY_SIDE = 0.8;
/** Rewritten words are compared by letters when the context holds both edges and the lengths are alike. */
const LONGEST_COMPARED = 400;

/** Less than a word or two of context on a side, by worth, is none. */
const LEAST_KEPT = 12;

type SideOf = 'before' | 'behind';

/** The share of one side's context that stands near the place; null if that side is empty. */
function contextShare(
  side: SideOf,
  reach: number,
  pattern: Weighed,
  { match, alike }: Alignment,
  page: Page,
  { start, end }: Span,
): number | null {
  const [from, to] = side === 'before' ? [0, pattern.first] : [pattern.past, pattern.keys.length];
  let kept = 0;
  let stayed = 0;
  for (let i = from; i < to; i++) {
    const was = Math.max(
      0,
      side === 'before' ? pattern.start - (pattern.ends[i] ?? 0) : (pattern.starts[i] ?? 0) - pattern.end,
    );
    const weight = (pattern.bits[i] ?? 0) * Math.exp(-was / reach);
    kept += weight;
    const j = match[i] ?? -1;
    if (j < 0) continue;
    const is = side === 'before' ? start - (page.words.ends[j] ?? 0) : (page.words.starts[j] ?? 0) - end;
    if (is < -1) continue;
    stayed += (weight * (alike[i] ?? 0)) / (1 + Math.abs(is - was) / DISPLACED);
  }
  return kept < LEAST_KEPT ? null : stayed / kept;
}

function together(before: number | null, behind: number | null): number {
  if (before === null || behind === null) return ONLY_SIDE * (before ?? behind ?? 0);
  return BETTER_SIDE * Math.max(before, behind) + (1 - BETTER_SIDE) * Math.min(before, behind);
}

/** The context that adjoins the quote without a changed word between. */
function unbroken({ match, alike }: Alignment, { first, past, bits, starts, ends }: Weighed) {
  const follows = (i: number, next: number) =>
    (match[i] ?? -1) >= 0 && (match[next] ?? -1) - (match[i] ?? -1) === 1 && alike[i] === 1;
  let from = first;
  while (from > 0 && follows(from - 1, from)) from--;
  let to = past;
  while (to < match.length && (match[to] ?? -1) - (match[to - 1] ?? -1) === 1 && alike[to] === 1) to++;
  let run = 0;
  for (let i = from; i < to; i++) run += (bits[i] ?? 0) * (alike[i] ?? 0);
  const adjoining = (starts[first] ?? 0) - (starts[from] ?? 0) + (ends[to - 1] ?? 0) - (ends[past - 1] ?? 0);
  return { run, adjoining };
}

export function place(pattern: Weighed, page: Page, chain: readonly Run[]): Placement | null {
  const alignment = trim(pattern, align(pattern, page.words, chain));
  const span = spanOf(pattern, alignment, page);
  if (!span) return null;
  let all = 0;
  let bits = 0;
  for (let i = pattern.first; i < pattern.past; i++) {
    all += pattern.bits[i] ?? 0;
    bits += (pattern.bits[i] ?? 0) * (alignment.alike[i] ?? 0);
  }
  const sides = (reach: number) =>
    together(
      contextShare('before', reach, pattern, alignment, page, span),
      contextShare('behind', reach, pattern, alignment, page, span),
    );
  const context = sides(NEAR);
  const wide = sides(WIDE);
  let quote = all === 0 ? 0 : bits / all;
  const wasLength = pattern.end - pattern.start;
  if (quote < 1 && context > 0.5 && Math.max(wasLength, span.end - span.start) <= LONGEST_COMPARED) {
    const was = pattern.text.slice(pattern.start, pattern.end);
    quote = Math.max(quote, alikeness(was, page.text.slice(span.start, span.end)));
  }
  const first = alignment.match[pattern.first] ?? -1;
  const last = alignment.match[pattern.past - 1] ?? -1;
  const whole = first >= 0 && last - first === pattern.past - 1 - pattern.first;
  return {
    ...unbroken(alignment, pattern),
    span,
    quote,
    bits,
    context,
    wide,
    whole,
    score: (quote + context) / 2,
  };
}
