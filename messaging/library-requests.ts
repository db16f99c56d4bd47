// What the extension's own pages ask about what the reader kept: all of it, on all pages. No content script may ask any
// of this.
import * as z from 'zod/mini';
import {
  Colour,
  ColourNames,
  EntityNote,
  KeptPage,
  MOST_COLOUR_NAME,
  MOST_TAGS,
  PageKey,
  Passage,
  PassageBefore,
  PassageDraft,
  PassageId,
  Tag,
} from '../core/annotation/kept/index.ts';
import { EntityId } from '../core/knowledge/terms.ts';

/** A page in a list. */
export const ListedPage = z.object({
  ...KeptPage.shape,
  /** Host, without `www.`. */
  site: z.string(),
  /** Passages that are not in the bin, and those that are. */
  kept: z.int(),
  binned: z.int(),
  /** When anything on it was last changed. */
  changed: z.string(),
});
export type ListedPage = z.infer<typeof ListedPage>;

const most = z.int().check(z.gte(1), z.lte(2_000));
const offset = z.int().check(z.gte(0));
/** As many as a library may have; a bulk change names them all. */
const Ids = z.array(PassageId).check(z.maxLength(20_000));

/** To the background worker, from the extension's own pages only. */
export const libraryRequests = {
  /** Pages with anything kept on them, the last changed first. */
  keptPages: {
    from: 'extension',
    ask: z.object({ offset, most }),
    answer: z.object({ pages: z.array(ListedPage), total: z.int() }),
  },
  /**
   * Passages in the order of their ids, those in the bin too: for a page that holds all of them and searches itself. Ask on
   * with the last one's id until `rest` is 0.
   */
  allPassages: {
    from: 'extension',
    ask: z.object({ after: z.nullable(PassageId), most }),
    answer: z.object({ passages: z.array(Passage), rest: z.int() }),
  },
  /** Of one page, in the order in which they were kept. */
  passagesOf: {
    from: 'extension',
    ask: z.object({ page: PageKey }),
    answer: z.object({ page: z.nullable(ListedPage), passages: z.array(Passage) }),
  },
  passage: {
    from: 'extension',
    ask: z.object({ id: PassageId }),
    answer: z.object({ passage: z.nullable(Passage) }),
  },
  /** These, in no order; what is no longer there is left out. */
  passagesById: {
    from: 'extension',
    ask: z.object({ ids: z.array(PassageId).check(z.maxLength(2_000)) }),
    answer: z.object({ passages: z.array(Passage) }),
  },
  /** One passage's note, colour and tags: only what differs is changed. */
  editPassage: {
    from: 'extension',
    ask: z.object({ id: PassageId, was: PassageBefore, is: PassageDraft }),
    answer: z.object({ passage: z.nullable(Passage) }),
  },
  /** Many at once, as one step to undo. */
  changePassages: {
    from: 'extension',
    ask: z.object({
      ids: Ids,
      colour: z.optional(Colour),
      add: z.optional(z.array(Tag).check(z.maxLength(MOST_TAGS))),
      remove: z.optional(z.array(Tag).check(z.maxLength(MOST_TAGS))),
      /** Into the bin, or out of it. */
      deleted: z.optional(z.boolean()),
    }),
    answer: z.object({ changed: z.int() }),
  },
  /**
   * Where notes are synced: other devices that had not read all that was made here, when they wrote last. What they change
   * without knowing of a deletion would be gone with it. A name may be empty.
   */
  unawareDevices: { from: 'extension', ask: z.object({}), answer: z.object({ names: z.array(z.string()) }) },
  /** For good: all that is in the bin, or these of it. */
  emptyBin: {
    from: 'extension',
    ask: z.object({ ids: z.optional(Ids) }),
    answer: z.object({ gone: z.int() }),
  },
  /** The last change anywhere: of the library, of a page, a restored snapshot. `changed`: how many passages or notes. */
  undoLast: { from: 'extension', ask: z.object({}), answer: z.object({ changed: z.int() }) },
  redoLast: { from: 'extension', ask: z.object({}), answer: z.object({ changed: z.int() }) },
  /** All notes on actors and places, the last changed first. */
  entityNotes: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({ notes: z.array(EntityNote) }),
  },
  /** "You met it in these articles": the passages that name somebody, the newest first, and the note. */
  keptOf: {
    from: 'extension',
    ask: z.object({ entity: EntityId, most }),
    answer: z.object({
      note: z.nullable(EntityNote),
      passages: z.array(Passage),
      pages: z.array(ListedPage),
      total: z.int(),
    }),
  },
  colourNames: { from: 'extension', ask: z.object({}), answer: z.object({ colours: ColourNames }) },
  /** An empty name brings back the one that it began with. */
  nameColour: {
    from: 'extension',
    ask: z.object({ colour: Colour, name: z.string().check(z.maxLength(MOST_COLOUR_NAME)) }),
    answer: z.object({ colours: ColourNames }),
  },
} as const;
export type LibraryRequests = typeof libraryRequests;

/** Said with `KEPT_CHANGED`: which pages have changed; null where that is not known, and anything may have. */
export const KeptChange = z.object({ pages: z.nullable(z.array(PageKey)) });
export type KeptChange = z.infer<typeof KeptChange>;
