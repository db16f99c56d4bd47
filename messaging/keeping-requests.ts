// What a page's own script may ask about what the reader kept. The worker takes the page's address from the browser, so
// that a page sees and changes only what was kept on itself. A table apart from the others: only the script that
// paints and keeps passages carries these schemas.
import * as z from 'zod/mini';
import {
  ColourNames,
  EntityNote,
  KeptNames,
  KeptPage,
  MOST_NOTE,
  MOST_ON_PAGE,
  PageKey,
  PageLook,
  Passage,
  PassageBefore,
  PassageDraft,
  PassageId,
  Quote,
  Selectors,
} from '../core/annotation/kept/index.ts';
import { EntityId, EntityKind, Short } from '../core/knowledge/terms.ts';

/** A page and its passages, and how it came to be thought of here. */
const FoundPage = z.object({
  page: KeptPage,
  /**
   * `address`: kept at this address, or at one that is known to be the same. `link`: at the address that this page calls
   * its own. `title`: on the same site, under the same title. The last two count only once a passage of it anchors.
   */
  by: z.enum(['address', 'link', 'title']),
  /** In the order in which they were kept; without those in the bin. */
  passages: z.array(Passage).check(z.maxLength(MOST_ON_PAGE)),
});
export type FoundPage = z.infer<typeof FoundPage>;

/** What an undo or redo did, for words: `kept` again, `dropped` again, or changed back. */
const Undone = z.object({
  did: z.enum(['kept', 'dropped', 'changed', 'restored']),
  /** Null where it is no longer there at all. */
  passage: z.nullable(Passage),
});
export type Undone = z.infer<typeof Undone>;

const onPage = { look: PageLook };
const one = { look: PageLook, id: PassageId };
/** Null: it is not on this page, or no longer anywhere. */
const passageOrNone = z.object({ passage: z.nullable(Passage) });

export const keepingRequests = {
  /** All that may stand on this page, the likeliest page first. */
  keptHere: {
    from: 'page',
    ask: z.object(onPage),
    answer: z.object({
      /** Under which a new passage would be kept. */
      key: PageKey,
      pages: z.array(FoundPage).check(z.maxLength(10)),
      colours: ColourNames,
      /** Whether there is something to undo, to redo. */
      undo: z.boolean(),
      redo: z.boolean(),
      /** Whether a bar is to stand beside what is selected. */
      bar: z.boolean(),
    }),
  },
  /** A passage of a page found by link or title has anchored: it is this article, and found at once from now on. */
  samePage: {
    from: 'page',
    ask: z.object({ ...onPage, page: PageKey }),
    answer: z.object({}),
  },
  /** Keeps a passage; asked twice with one id it is kept once. */
  keep: {
    from: 'page',
    ask: z.object({
      ...one,
      ...PassageDraft.shape,
      selectors: Selectors,
      quote: Quote,
      names: KeptNames,
      /** The address is known, but nothing that was kept at it is here and the title is another: it shows another text. */
      apart: z.optional(z.literal(true)),
    }),
    answer: z.union([
      z.object({ state: z.literal('kept'), passage: Passage }),
      z.object({ state: z.literal('too-many'), most: z.int() }),
    ]),
  },
  /** Only what differs between `was` and `is` is changed, so that two tabs' changes merge. */
  changePassage: {
    from: 'page',
    ask: z.object({ ...one, was: PassageBefore, is: PassageDraft }),
    answer: passageOrNone,
  },
  /** Into the bin, or out of it. */
  dropPassage: {
    from: 'page',
    ask: z.object({ ...one, deleted: z.boolean() }),
    answer: passageOrNone,
  },
  /** "This is still it": where it is now is kept beside where it was. */
  confirmPassage: {
    from: 'page',
    ask: z.object({ ...one, selectors: Selectors }),
    answer: passageOrNone,
  },
  /** The last change on this page, also one made before it was closed. */
  undo: {
    from: 'page',
    ask: z.object(onPage),
    answer: z.object({ undone: z.nullable(Undone) }),
  },
  redo: {
    from: 'page',
    ask: z.object(onPage),
    answer: z.object({ undone: z.nullable(Undone) }),
  },
  entityNote: {
    from: 'page',
    ask: z.object({ entity: EntityId }),
    /** `own`: the note in the reader's own entry on it, which is changed there; empty where there is none. */
    answer: z.object({ note: z.nullable(EntityNote), own: z.string() }),
  },
  /** An empty note takes it away. */
  keepEntityNote: {
    from: 'page',
    ask: z.object({
      entity: EntityId,
      name: Short,
      kind: EntityKind,
      was: EntityNote.shape.note,
      is: z.string().check(z.maxLength(MOST_NOTE)),
    }),
    /** Null: nothing is left of it. */
    answer: z.object({ note: z.nullable(EntityNote) }),
  },
} as const;
export type KeepingRequests = typeof keepingRequests;

/** To pages, and to whichever script of theirs listens. */
export const keptPageRequests = {
  /** Something was kept or changed, here or elsewhere: ask `keptHere` again. */
  keptChanged: { ask: z.object({}), answer: z.object({}) },
} as const;
