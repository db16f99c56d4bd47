// What the library asks to bring in what a file holds, and to keep how Markdown is written. A table apart from the others; no
// content script may ask any of it.
import * as z from 'zod/mini';
import { EntityNote, KeptPage, PageKey, Passage } from '../core/annotation/kept/index.ts';

/** Passages of one page in one request: what a worker writes in a moment. */
export const MOST_AT_ONCE = 250;
/** Characters, as many as a template may have (core/annotation/exchange/template.ts). */
const LONGEST_TEMPLATE = 20_000;

const template = z.nullable(z.string().check(z.maxLength(LONGEST_TEMPLATE)));
/** Names the import: all of it is one step to undo. */
const batch = z.string().check(z.regex(/^[\w-]{8,40}$/));
/** More of the same import follows, and whoever shows any of it need not hear yet. */
const more = z.boolean();

const { page: _page, revived: _revived, ...passage } = Passage.shape;

/** To the background worker, from the extension's own pages only. */
export const exchangeRequests = {
  /** `there`: left as they are, since they were imported before. `full`: the page has as many as it can have. */
  importPassages: {
    from: 'extension',
    ask: z.object({
      batch,
      more,
      page: z.object({ ...KeptPage.shape, key: z.nullable(PageKey) }),
      passages: z.array(z.object(passage)).check(z.maxLength(MOST_AT_ONCE)),
    }),
    answer: z.object({ kept: z.int(), there: z.int(), full: z.int() }),
  },
  /** Only where the reader has none on the same actor or place. */
  importNotes: {
    from: 'extension',
    ask: z.object({ batch, more, notes: z.array(EntityNote).check(z.maxLength(MOST_AT_ONCE)) }),
    answer: z.object({ kept: z.int(), there: z.int() }),
  },
  /** This import and no other step, whatever was done since. */
  undoImport: { from: 'extension', ask: z.object({ batch }), answer: z.object({ changed: z.int() }) },
  /** How Markdown is written; null: as it comes. */
  exportTemplate: { from: 'extension', ask: z.object({}), answer: z.object({ template }) },
  keepExportTemplate: { from: 'extension', ask: z.object({ template }), answer: z.object({}) },
} as const;
export type ExchangeRequests = typeof exchangeRequests;
