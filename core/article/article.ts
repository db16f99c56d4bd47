// What a page says, cut free from the page: the one thing that matching ever sees of it.
import * as z from 'zod/mini';
import { IsoDay } from '../knowledge/dates.ts';

/** A paragraph, heading or list item. Offsets everywhere are UTF-16 units into its `text`. */
export const Block = z.object({
  id: z.int().check(z.gte(0)),
  kind: z.enum(['title', 'heading', 'text', 'caption']),
  text: z.string().check(z.maxLength(100_000)),
});
export type Block = z.infer<typeof Block>;

/** ISO 8601 with a zone. By hand: zod's own brings patterns for all of ISO 8601 into every page. */
const Instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);

/** When the article appeared: the day as the page gives it, and the instant where it gives a time. */
export const Published = z.object({
  day: IsoDay,
  /** ISO 8601 with zone, only where the page has a time of day. */
  instant: z.optional(Instant),
});
export type Published = z.infer<typeof Published>;

/** Caps that keep one request bounded: what lies beyond is left unmarked, and the answer says so. */
export const LIMITS = { blocks: 5_000, characters: 2_500_000 } as const;

export const Article = z.object({
  url: z.string().check(z.maxLength(4_000)),
  title: z.string().check(z.maxLength(1_000)),
  /** Null: the page gives no date, and the article counts as of today. */
  published: z.nullable(Published),
  /** BCP 47 primary subtag, `und` where unknown. */
  language: z.string().check(z.maxLength(35)),
  blocks: z.array(Block).check(z.maxLength(LIMITS.blocks)),
});
export type Article = z.infer<typeof Article>;
