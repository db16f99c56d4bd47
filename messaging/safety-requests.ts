// What the options page asks about keeping the reader's passages and notes safe: snapshots, and the end of everything. A
// table apart from the others; no content script may ask any of it.
import * as z from 'zod/mini';

const ListedSnapshot = z.object({
  id: z.int(),
  /** ISO 8601. */
  made: z.string(),
  why: z.enum(['time', 'asked', 'before-restore', 'before-import']),
  passages: z.int(),
  notes: z.int(),
  entries: z.int(),
});
export type ListedSnapshot = z.infer<typeof ListedSnapshot>;

/** The first of many, and how many there are. */
const Some = z.object({
  total: z.int(),
  first: z.array(z.object({ kind: z.enum(['passage', 'note', 'entry', 'correction']), title: z.string() })),
});

const PreviewTold = z.object({
  /** Would come back. */
  back: Some,
  /** Is there, but was changed since. */
  changed: Some,
  /** Documents that cannot be read. */
  unreadable: z.int(),
});
export type PreviewTold = z.infer<typeof PreviewTold>;

const id = z.int();

/** To the background worker, from the extension's own pages only. */
export const safetyRequests = {
  /** How much there is. */
  kept: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({
      pages: z.int(),
      passages: z.int(),
      binned: z.int(),
      notes: z.int(),
      entries: z.int(),
    }),
  },
  /** The newest first. */
  snapshots: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({ snapshots: z.array(ListedSnapshot), bytes: z.int() }),
  },
  /** `taken: false`: nothing has changed since the last one. */
  takeSnapshot: { from: 'extension', ask: z.object({}), answer: z.object({ taken: z.boolean() }) },
  snapshotPreview: { from: 'extension', ask: z.object({ id }), answer: PreviewTold },
  /** What is missing comes back; `changed`: what was changed since is put back too. One step to undo. */
  restoreSnapshot: {
    from: 'extension',
    ask: z.object({ id, changed: z.boolean() }),
    answer: z.object({ done: z.int() }),
  },
  /** Undoes what was brought back or in, if nothing else was done since: else the last thing that was. */
  undoBrought: { from: 'extension', ask: z.object({}), answer: z.object({ changed: z.int() }) },
  deleteSnapshots: { from: 'extension', ask: z.object({}), answer: z.object({}) },
  /** All that the reader made, with every snapshot of it, for good. */
  deleteEverything: { from: 'extension', ask: z.object({ sure: z.literal(true) }), answer: z.object({}) },
  /** One of our pages has brought a file in: whoever shows any of it hears of that. */
  broughtIn: { from: 'extension', ask: z.object({}), answer: z.object({}) },
} as const;
export type SafetyRequests = typeof safetyRequests;
