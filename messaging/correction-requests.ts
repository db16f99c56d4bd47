// “Not this one”, and taking it back. A page's script may ask for its own site, which is the browser's word and not the
// page's, or for all sites; what the reader said elsewhere it never hears. A table apart: only the script with the chooser
// carries these schemas.
import * as z from 'zod/mini';
import { Correction, MOST_CORRECTIONS, MOST_SURFACE, Says } from '../core/matching/correction.ts';

const Written = z.string().check(z.minLength(1), z.maxLength(MOST_SURFACE));
const Where = z.enum(['site', 'everywhere']);
export type Where = z.infer<typeof Where>;

const { surface, scope } = Correction.shape;

export const correctionRequests = {
  /** What a name means from now on. */
  correct: {
    from: 'page',
    ask: z.object({ written: Written, where: Where, says: Says }),
    answer: z.union([
      /** `before`: what the reader had said of it there; null where nothing. */
      z.object({ state: z.literal('kept'), before: z.nullable(Says) }),
      z.object({ state: z.literal('too-many'), most: z.int() }),
    ]),
  },
  /** As if nothing had been said of it there. */
  uncorrect: {
    from: 'page',
    ask: z.object({ written: Written, where: Where }),
    answer: z.object({}),
  },
  /** The reader wants to add the name to their own knowledge: opens the form, which is a page of ours. */
  addName: {
    from: 'page',
    ask: z.object({ written: Written }),
    answer: z.object({}),
  },
  /** All that hold, the last one first. */
  corrections: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({ corrections: z.array(Correction).check(z.maxLength(MOST_CORRECTIONS)) }),
  },
  /** Null: all of them. Answers those that held, so that they can be put back. */
  takeBack: {
    from: 'extension',
    ask: z.object({
      about: z.nullable(z.array(z.object({ surface, scope })).check(z.maxLength(MOST_CORRECTIONS))),
    }),
    answer: z.object({ gone: z.array(Correction) }),
  },
  /** What was taken back a moment ago. */
  putBack: {
    from: 'extension',
    ask: z.object({ corrections: z.array(Correction).check(z.maxLength(MOST_CORRECTIONS)) }),
    answer: z.object({}),
  },
} as const;
export type CorrectionRequests = typeof correctionRequests;

/** Said in the extension's own origin after each change, to pages that show a list. */
export const CORRECTIONS_CHANGED = 'backstory-corrections-changed';
