// What the options page asks about knowledge packs. A table apart from the others, so that a page's script carries none
// of these schemas; no content script may ask any of them.
import * as z from 'zod/mini';
import { Every, Origin } from '../core/knowledge/remote/origin.ts';
import { Notice } from './requests.ts';

export const PackInfo = z.object({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  built: z.string(),
  licence: z.string(),
  attribution: z.array(z.object({ text: z.string(), url: z.optional(z.string()), licence: z.string() })),
  counts: z.object({ entities: z.int(), names: z.int(), events: z.int() }),
  bytes: z.int(),
  /** Where it came from, if from an address. */
  origin: z.optional(Origin),
});
export type PackInfo = z.infer<typeof PackInfo>;

const Id = z.string().check(z.maxLength(40));

/** To the background worker, from the extension's own pages only. */
export const packRequests = {
  packs: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({
      packs: z.array(PackInfo),
      notices: z.array(Notice),
      /** Installed by another version of Backstory, in a form that this one does not read. */
      unreadable: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  },
  /** The options page has installed one: what is open is opened anew. */
  packsChanged: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({}),
  },
  removePack: {
    from: 'extension',
    ask: z.object({ id: Id }),
    answer: z.object({}),
  },
  /** How often a pack is looked for at the address that it came from. */
  schedulePack: {
    from: 'extension',
    ask: z.object({ id: Id, every: Every }),
    answer: z.object({}),
  },
} as const;
export type PackRequests = typeof packRequests;
