// A change of one of the reader's documents, kept: the updates, their places in the outbox and the derived rows go
// in together or not at all. A document is built anew for each change, with a client id of its own, so that two
// workers that lived at once never write under the same name.
import type { Table } from 'dexie';
import * as Y from 'yjs';
import { type DocumentName, ReaderDatabase, type UpdateRow } from './database.ts';

/** More rows than this are put together: to read each costs more than what is in it. */
const MOST_ROWS = 200;

export async function withDatabase<T>(task: (database: ReaderDatabase) => Promise<T>): Promise<T> {
  const database = new ReaderDatabase();
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

export interface Change<T> {
  readonly document: DocumentName;
  /** The tables that are derived from it, and those that are read or written beside it. */
  readonly derived: (database: ReaderDatabase) => Table[];
  /** What it throws is thrown on, and nothing is kept. */
  readonly edit: (document: Y.Doc) => T;
  readonly derive: (document: Y.Doc, database: ReaderDatabase, made: T) => Promise<unknown>;
  /** What the edit removed shall not be found in older updates either. */
  readonly forget?: boolean;
}

export function change<T>({ document: name, derived, edit, derive, forget }: Change<T>): Promise<T> {
  return withDatabase((database) => {
    const { updates, outbox } = database;
    return database.transaction('rw', [updates, outbox, ...derived(database)], async () => {
      // Read inside the transaction: two changes at once must not each start from the state before the other.
      const rows = await rowsOf(database, name);
      const document = built(rows);
      const made: Uint8Array[] = [];
      document.on('update', (update: Uint8Array) => made.push(update));
      const result = document.transact(() => edit(document));
      for (const update of made) {
        const id = await updates.add({ document: name, update });
        await outbox.add({ update: id });
      }
      await derive(document, database, result);
      if (forget) await forgetOlder(database, name, document);
      else if (rows.length >= MOST_ROWS) await putTogether(database, name);
      document.destroy();
      return result;
    });
  });
}

/** In the order of arrival. */
export function rowsOf(database: ReaderDatabase, document: DocumentName): Promise<UpdateRow[]> {
  return database.updates.where('document').equals(document).sortBy('id');
}

export function built(rows: readonly UpdateRow[]): Y.Doc {
  const document = new Y.Doc();
  document.transact(() => {
    for (const { update } of rows) Y.applyUpdate(document, update);
  });
  return document;
}

/** One update in place of all, without what was removed. Where an update waits for another, all stay as they came. */
async function forgetOlder(database: ReaderDatabase, name: DocumentName, document: Y.Doc): Promise<void> {
  const { pendingStructs, pendingDs } = document.store;
  if (pendingStructs !== null || pendingDs !== null) return;
  const { updates, outbox } = database;
  const ids = (await rowsOf(database, name)).map(({ id }) => id);
  const id = await updates.add({ document: name, update: Y.encodeStateAsUpdate(document) });
  await outbox.add({ update: id });
  await updates.bulkDelete(ids);
  await outbox.bulkDelete(ids);
}

/**
 * Many updates become one, of those that wait in the outbox and of those that do not, so that nothing is sent twice.
 * They are joined without being applied: what waits for an update that has not come yet goes on waiting.
 */
async function putTogether(database: ReaderDatabase, document: DocumentName): Promise<void> {
  const { updates, outbox } = database;
  const rows = await rowsOf(database, document);
  const waiting = new Set(await outbox.toCollection().primaryKeys());
  for (const waits of [false, true]) {
    const some = rows.filter(({ id }) => waiting.has(id) === waits);
    if (some.length < 2) continue;
    const ids = some.map(({ id }) => id);
    const id = await updates.add({ document, update: Y.mergeUpdates(some.map(({ update }) => update)) });
    if (waits) await outbox.add({ update: id });
    await updates.bulkDelete(ids);
    await outbox.bulkDelete(ids);
  }
}
