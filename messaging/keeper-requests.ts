// To a page's keeper, from the background worker (menu, keys) and from our own pages (notebook). A table of its own:
// the gate passes every message whose name begins with `keep-` on without reading it, and loads the keeper for it
// where it is not there yet, so only those that ask and the keeper carry the schemas.
import * as z from 'zod/mini';
import { PassageId } from '../core/annotation/kept/index.ts';

/** Where a passage is on the page as it is now. Of this visit only; nothing of it is stored. */
export const KeptState = z.object({
  id: PassageId,
  /** `aside`: the reader said that what was found is not it. */
  state: z.enum(['anchored', 'uncertain', 'orphan', 'aside']),
  /** Place in reading order; null for what is not on the page. */
  order: z.nullable(z.int()),
});
export type KeptState = z.infer<typeof KeptState>;

const one = z.object({ id: PassageId });

export const keeperRequests = {
  /** Keep what is selected. `frame`: the reader asked for it in a frame of the page, which no script of ours reads. */
  'keep-selection': {
    ask: z.object({ by: z.enum(['menu', 'keys', 'popup']), frame: z.optional(z.boolean()) }),
    answer: z.object({}),
  },
  /** Keyboard: to the next or previous kept passage. */
  'keep-step': { ask: z.object({ by: z.union([z.literal(1), z.literal(-1)]) }), answer: z.object({}) },
  /** Bring a passage into view and open its note. `found`: whether it is on the page. */
  'keep-show': { ask: one, answer: z.object({ found: z.boolean() }) },
  'keep-states': { ask: z.object({}), answer: z.object({ states: z.array(KeptState) }) },
  /** What an orphan may have become: up to three places, the likeliest first. */
  'keep-similar': {
    ask: one,
    answer: z.object({ places: z.array(z.object({ text: z.string(), score: z.number() })) }),
  },
  /** The reader says that it is this one of them, or (`place: null`) that what was found is it. */
  'keep-confirm': {
    ask: z.object({ id: PassageId, place: z.nullable(z.int()) }),
    answer: z.object({ confirmed: z.boolean() }),
  },
} as const;
export type KeeperRequests = typeof keeperRequests;
