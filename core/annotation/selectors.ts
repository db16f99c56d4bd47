// What is kept of a passage so that it can be found again: the three selectors of the Web Annotation model,
// and how often the quote stood on the page, since that tells a unique sentence from a name. They are kept for
// ever and come back from files and other devices, so they are a schema with a version, bounded in size; what
// another program wrote may lack everything but the quote.
import * as z from 'zod/mini';

/** Characters of context on each side. Hypothesis keeps 32: too few to tell two places of a name apart. */
export const CONTEXT = 120;
/** A whole long article may be selected; nothing longer is a passage. */
export const LONGEST_QUOTE = 200_000;
/** Other programs keep more context than we do; the part next to the quote is used. */
const LONGEST_CONTEXT = 10_000;

const Count = z.number().check(z.int(), z.gte(0), z.lte(1_000_000_000));
const Path = z.string().check(z.maxLength(4_000));

const QuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  /** As the page shows it: white space collapsed, soft hyphens left out, quotes and dashes as they were. */
  exact: z.string().check(z.minLength(1), z.maxLength(LONGEST_QUOTE)),
  prefix: z.optional(z.string().check(z.maxLength(LONGEST_CONTEXT))),
  suffix: z.optional(z.string().check(z.maxLength(LONGEST_CONTEXT))),
});

/** In characters of the root's folded text (`folding.ts`). */
const PositionSelector = z.object({ type: z.literal('TextPositionSelector'), start: Count, end: Count });

/** In Hypothesis's shape: paths of elements below the root, and characters into each one's `textContent`. */
export const RangeSelector = z.object({
  type: z.literal('RangeSelector'),
  startContainer: Path,
  startOffset: Count,
  endContainer: Path,
  endOffset: Count,
});
export type RangeSelector = z.infer<typeof RangeSelector>;

export const Selectors = z.object({
  version: z.literal(1),
  quote: QuoteSelector,
  position: z.optional(PositionSelector),
  range: z.optional(RangeSelector),
  /**
   * The quote stood `count` times in the root's folded text, spaces apart; this is number `index`, from 0. The most similar of
   * the others shared `alike` characters of the context that adjoins it: all of a sentence for a pull-quote.
   */
  occurrence: z.optional(z.object({ index: Count, count: Count, alike: z.optional(Count) })),
  /** Characters of the root's folded text. */
  length: z.optional(Count),
});
export type Selectors = z.infer<typeof Selectors>;
