// What the extension's own pages ask about the reader's own knowledge. A table apart from the others, so that a page's
// script carries none of these schemas; no content script may ask any of them.
import * as z from 'zod/mini';
import { Entity } from '../core/knowledge/entity.ts';
import { OwnBefore, OwnDraft, OwnEntry } from '../core/knowledge/own/index.ts';
import { EntityId, EntityKind } from '../core/knowledge/terms.ts';

/** An entry as a list shows it. */
export const OwnListed = z.object({
  id: EntityId,
  kind: EntityKind,
  name: z.string(),
  line: z.string(),
  /** Another name or a note for what a pack knows. */
  extends: z.boolean(),
});
export type OwnListed = z.infer<typeof OwnListed>;

/** Somebody who bears a name already. */
export const Namesake = z.object({
  id: EntityId,
  name: z.string(),
  kind: EntityKind,
  description: z.string(),
  /** The reader has an entry on it. */
  own: z.boolean(),
  packs: z.array(z.string()),
});
export type Namesake = z.infer<typeof Namesake>;

const Kept = z.union([
  z.object({ state: z.literal('kept'), entry: OwnEntry }),
  /** There are as many entries as there may be. */
  z.object({ state: z.literal('too-many'), most: z.int() }),
]);

/** To the background worker, from the extension's own pages only. */
export const ownRequests = {
  ownEntries: {
    from: 'extension',
    ask: z.object({
      search: z.string().check(z.maxLength(200)),
      which: z.enum(['kept', 'deleted']),
      most: z.int().check(z.gte(1), z.lte(1_000)),
    }),
    /** `total`: how many the search finds, of which `entries` are the first; `kept`, `deleted`: how many there are. */
    answer: z.object({ entries: z.array(OwnListed), total: z.int(), kept: z.int(), deleted: z.int() }),
  },
  ownEntry: {
    from: 'extension',
    ask: z.object({ id: EntityId }),
    answer: z.object({ entry: z.nullable(OwnEntry) }),
  },
  /** Keeps an entry; asked twice it is kept once. `was` is what the form began with: only what differs is changed. */
  keepOwn: {
    from: 'extension',
    ask: z.object({ id: EntityId, was: z.nullable(OwnBefore), is: OwnDraft }),
    answer: Kept,
  },
  /** Whole records from another source into the reader's own pack: all of them or none. */
  putRecords: {
    from: 'extension',
    ask: z.object({ entities: z.array(Entity).check(z.minLength(1), z.maxLength(200)) }),
    answer: z.union([
      z.object({ state: z.literal('kept'), entries: z.array(OwnEntry) }),
      z.object({ state: z.literal('too-many'), most: z.int() }),
    ]),
  },
  /** Marks it as deleted, or brings it back. */
  deleteOwn: {
    from: 'extension',
    ask: z.object({ id: EntityId, deleted: z.boolean() }),
    answer: z.object({}),
  },
  /** Who bears this name already, the likeliest first. */
  whoIs: {
    from: 'extension',
    ask: z.object({ name: z.string().check(z.maxLength(200)) }),
    answer: z.object({ namesakes: z.array(Namesake).check(z.maxLength(20)) }),
  },
  exportOwn: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({ yaml: z.string(), entries: z.int() }),
  },
} as const;
export type OwnRequests = typeof ownRequests;

/** Said in the extension's own origin after each change, to pages that show a list. */
export const OWN_CHANGED = 'backstory-own-changed';
