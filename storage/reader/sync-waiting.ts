// What is not on the server yet, counted as a reader would: a sentence typed in twelve pieces is one note.
import * as Y from 'yjs';
import type { DocumentName, ReaderDatabase } from './database.ts';
import { built, rowsOf, withDatabase } from './documents.ts';

export interface Waiting {
  /** Rows of the outbox. */
  readonly changes: number;
  /** Passages, with all that belongs to them. */
  readonly passages: number;
  /** On actors and places. */
  readonly notes: number;
  /** Changes of own entries, corrections and settings. */
  readonly others: number;
}

/** Documents that are looked into. With more of them all passages of each count: to look costs some milliseconds each. */
const MOST_LOOKED_INTO = 20;
/** Fields, note and tags of a passage (kept-fields.ts). */
const OF_PASSAGE = /^[hnt]:(.+)$/su;
const PAGE = 'page:';

/** Rows of the outbox. */
export function howManyWait(): Promise<number> {
  return withDatabase(({ outbox }) => outbox.count());
}

export function whatWaits(): Promise<Waiting> {
  return withDatabase((database) =>
    database.transaction('r', [database.outbox, database.updates, database.passages], async () => {
      const ids = new Set(await database.outbox.toCollection().primaryKeys());
      const rows = ids.size > 0 ? await rowsOfDocuments(database, ids) : new Map<DocumentName, number[]>();
      const documents = [...rows.keys()];
      const pages = documents.filter((document) => document.startsWith(PAGE));
      const notes = documents.filter((document) => document.startsWith('entity:')).length;
      const others = documents.filter((document) => !/^(?:page|entity):/.test(document));
      return {
        changes: ids.size,
        passages: await passagesIn(database, pages, rows),
        notes,
        others: others.reduce((sum, document) => sum + (rows.get(document)?.length ?? 0), 0),
      };
    }),
  );
}

/** From keys alone: what waits may be all that was ever made, and is not read to be counted. */
async function rowsOfDocuments(
  { updates }: ReaderDatabase,
  ids: ReadonlySet<number>,
): Promise<Map<DocumentName, number[]>> {
  const order = updates.orderBy('document');
  const [names, keys] = [await order.keys(), await order.primaryKeys()];
  const rows = new Map<DocumentName, number[]>();
  for (const [at, id] of keys.entries()) {
    if (!ids.has(id)) continue;
    // The index holds what the rows hold.
    const document = names[at] as DocumentName;
    const some = rows.get(document);
    if (some) some.push(id);
    else rows.set(document, [id]);
  }
  return rows;
}

async function passagesIn(
  database: ReaderDatabase,
  pages: readonly DocumentName[],
  rows: ReadonlyMap<DocumentName, readonly number[]>,
): Promise<number> {
  if (pages.length > MOST_LOOKED_INTO) {
    const keys = pages.map((document) => document.slice(PAGE.length));
    return database.passages.where('page').anyOf(keys).count();
  }
  let passages = 0;
  for (const document of pages) passages += await changedIn(database, document, rows.get(document) ?? []);
  return passages;
}

async function changedIn(
  database: ReaderDatabase,
  document: DocumentName,
  ids: readonly number[],
): Promise<number> {
  const all = await rowsOf(database, document);
  const whole = built(all);
  const waiting = new Set(ids);
  const changed = new Set<string>();
  for (const { id, update } of all)
    for (const name of waiting.has(id) ? namesIn(whole, update) : []) {
      const passage = OF_PASSAGE.exec(name)?.[1];
      if (passage) changed.add(passage);
    }
  whole.destroy();
  // What a page is called may have changed alone.
  return Math.max(1, changed.size);
}

/** Of the root-level types that an update writes in. An update names them only where it begins them. */
function namesIn(whole: Y.Doc, update: Uint8Array): string[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const written = structs.map(({ id }) => id);
  const removed = [...ds.clients].flatMap(([client, some]) =>
    some.map(({ clock }) => Y.createID(client, clock)),
  );
  return [...written, ...removed].flatMap(({ client, clock }) => {
    if (clock >= Y.getState(whole.store, client)) return [];
    const { parent } = Y.getItem(whole.store, Y.createID(client, clock));
    return parent instanceof Y.AbstractType ? [Y.findRootTypeKey(parent)] : [];
  });
}
