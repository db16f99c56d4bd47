// What an orphan may have become: the passages that have most in common with its quote. Only offered, never
// taken; the reader says which, or none.
import { chainsOf, type Run } from './chain.ts';
import { Page, type Span } from './page.ts';
import { part, patternOf, weigh } from './pattern.ts';
import { place } from './placement.ts';
import { Selectors } from './selectors.ts';

export interface SimilarPassage {
  readonly range: Range;
  /** As the page shows it. */
  readonly text: string;
  /** The share of the quote that stands there, 0 to 1. */
  readonly score: number;
}

const MOST = 3;
/** Chains looked at: some of them overlap. */
const MOST_CHAINS = 8;
/** With less in common two sentences on one subject are no more than that. */
const LEAST = 0.3;
/** Half an article has words in common with anything: what is so many times as long is not what became of the quote. */
const TIMES_LONGER = 2.5;
/** Characters; a clause may well have become a sentence. */
const ALWAYS_FITS = 80;

/** A chain reaches over whole paragraphs, as an inserted one asks for it; what looks similar stands together. */
function together(chain: readonly Run[], furthest: number): Run[][] {
  const parts: Run[][] = [];
  for (const run of chain) {
    const before = parts.at(-1)?.at(-1);
    if (before && run.j - before.j - before.n <= furthest) parts.at(-1)?.push(run);
    else parts.push([run]);
  }
  return parts;
}

export function similar(root: Node | Page, selectors: unknown): SimilarPassage[] {
  const parsed = Selectors.safeParse(selectors);
  if (!parsed.success) return [];
  const page = root instanceof Page ? root : new Page(root);
  const pattern = weigh(patternOf(parsed.data), page.words);
  const quote = part(pattern, pattern.first, pattern.past);
  const taken: Span[] = [];
  const longest = Math.max(ALWAYS_FITS, TIMES_LONGER * (pattern.end - pattern.start));
  return chainsOf(quote, page.words, MOST_CHAINS)
    .flatMap((chain) => together(chain, pattern.past - pattern.first))
    .flatMap((chain) => place(quote, page, chain) ?? [])
    .sort((a, b) => b.quote - a.quote || a.span.start - b.span.start)
    .flatMap(({ span, quote: score }) => {
      if (score < LEAST || taken.length === MOST || span.end - span.start > longest) return [];
      if (taken.some((other) => span.start < other.end && other.start < span.end)) return [];
      const range = page.rangeOf(span);
      if (!range) return [];
      taken.push(span);
      return [{ range, text: page.shown(span), score }];
    });
}
