// What an orphan may have become: the passages that have most in common with its quote. Only offered, never
// taken; the reader says which, or none.
import { chainsOf } from './chain.ts';
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

export function similar(root: Node | Page, selectors: unknown): SimilarPassage[] {
  const parsed = Selectors.safeParse(selectors);
  if (!parsed.success) return [];
  const page = root instanceof Page ? root : new Page(root);
  const pattern = weigh(patternOf(parsed.data), page.words);
  const quote = part(pattern, pattern.first, pattern.past);
  const taken: Span[] = [];
  return chainsOf(quote, page.words, MOST_CHAINS)
    .flatMap((chain) => place(quote, page, chain) ?? [])
    .sort((a, b) => b.quote - a.quote || a.span.start - b.span.start)
    .flatMap(({ span, quote: score }) => {
      if (score < LEAST || taken.length === MOST) return [];
      if (taken.some((other) => span.start < other.end && other.start < span.end)) return [];
      const range = page.rangeOf(span);
      if (!range) return [];
      taken.push(span);
      return [{ range, text: page.shown(span), score }];
    });
}
