// What the extension's own pages ask around a look-up in Wikidata. The worker keeps the switch and knows who is known;
// the look-up itself is made by the page on which the reader pressed the button.
import * as z from 'zod/mini';
import { EntityId } from '../core/knowledge/terms.ts';
import { Namesake } from './own-requests.ts';

/** All ties of a record and all bodies that its roles were held in. */
const MOST_IDS = 300;

/** To the background worker, from the extension's own pages only. */
export const lookUpRequests = {
  lookUp: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({ on: z.boolean() }),
  },
  switchLookUp: {
    from: 'extension',
    ask: z.object({ on: z.boolean() }),
    answer: z.object({ on: z.boolean() }),
  },
  /** Who of these is known: to a pack, or to the reader. `deleted`: entries of the reader's own that are. */
  whoAre: {
    from: 'extension',
    ask: z.object({ ids: z.array(EntityId).check(z.maxLength(MOST_IDS)) }),
    answer: z.object({ known: z.array(Namesake).check(z.maxLength(MOST_IDS)), deleted: z.array(EntityId) }),
  },
} as const;
export type LookUpRequests = typeof lookUpRequests;
