// A change of one of the reader's documents, kept: the updates, their places in the outbox and the derived rows go
// in together or not at all. A document is built for each change, with a client id of its own, so that two workers that
// lived at once never write under the same name; a large one is held from one change to the next (last-edited.ts).
import { Dexie, type Table } from 'dexie';
import * as Y from 'yjs';
import { type DocumentName, ReaderDatabase, type UpdateRow } from './database.ts';
import { type Built, builtFrom, hold, takeHeld } from './last-edited.ts';
import { tellLocalChange } from './local-changes.ts';
import { StorageTrouble, troubleOf } from './trouble.ts';

/** More rows than this are put together: to read each costs more than what is in it. */
const MOST_ROWS = 200;

/** Milliseconds until an open database is despaired of: another window may hold an older version of it. */
const PATIENCE = 4_000;

/** What goes wrong in storage is thrown as a `StorageTrouble`, with a code that can be told in words. */
export async function withDatabase<T>(task: (database: ReaderDatabase) => Promise<T>): Promise<T> {
  const database = new ReaderDatabase();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new StorageTrouble('storage-blocked', 'still not open')), PATIENCE);
  try {
    await Promise.race([database.open(), late]);
    clearTimeout(timer);
    return await task(database);
  } catch (error) {
    throw troubleOf(error);
  } finally {
    clearTimeout(timer);
    database.close();
  }
}

export interface Change<T> {
  readonly document: DocumentName;
  /** The tables that are derived from it, and those that are read or written beside it. */
  readonly derived: (database: ReaderDatabase) => Table[];
  /** Before the edit: what comes from elsewhere is put in, in a transaction of its own, since it is not of this client. */
  readonly merge?: (document: Y.Doc) => void;
  /** What it throws is thrown on, and nothing is kept. */
  readonly edit: (document: Y.Doc) => T;
  readonly derive: (document: Y.Doc, database: ReaderDatabase, made: T) => Promise<unknown>;
  /**
   * What the edit removed shall not be found in older updates either: `removed`; or nothing of the document is left, and
   * it may go altogether: `all`.
   */
  readonly forget?: (made: T) => 'removed' | 'all';
}

export function change<T>(change: Change<T>): Promise<T> {
  return withDatabase((database) => changeIn(database, change));
}

/** The same in a database that is open already. */
export async function changeIn<T>(database: ReaderDatabase, change: Change<T>): Promise<T> {
  const result = await changed(database, change);
  tellLocalChange();
  return result;
}

async function changed<T>(database: ReaderDatabase, change: Change<T>): Promise<T> {
  const { document: name, derived, merge, edit, derive, forget } = change;
  const { updates, outbox } = database;
  // Within another transaction nothing is stored before that one has ended.
  const isWhole = Dexie.currentTransaction === null;
  let done = () => {};
  const outcome = await database.transaction('rw', [updates, outbox, ...derived(database)], async () => {
    // Read inside the transaction: two changes at once must not each start from the state before the other.
    const before = (await takeHeld(database, name)) ?? (await read(database, name));
    const { document } = before;
    const made: Uint8Array[] = [];
    const onUpdate = (update: Uint8Array) => made.push(update);
    document.on('update', onUpdate);
    merge?.(document);
    const result = document.transact(() => edit(document));
    document.off('update', onUpdate);
    const added: { id: number; update: Uint8Array }[] = [];
    for (const update of made) {
      const id = await updates.add({ document: name, update });
      await outbox.add({ update: id });
      added.push({ id, update });
    }
    await derive(document, database, result);
    const isFull = before.ids.length >= MOST_ROWS;
    if (forget) await forgetOlder(database, document, name, forget(result));
    else if (isFull) await putTogether(database, name);
    done = () => hold(name, before, added);
    if (forget || isFull || merge || !isWhole) done = () => document.destroy();
    return result;
  });
  done();
  return outcome;
}

async function read(database: ReaderDatabase, name: DocumentName): Promise<Built> {
  const rows = await rowsOf(database, name);
  return builtFrom(built(rows), rows);
}

/** In the order of arrival. */
export function rowsOf(database: ReaderDatabase, document: DocumentName): Promise<UpdateRow[]> {
  return database.updates.where('document').equals(document).sortBy('id');
}

export function built(rows: readonly Pick<UpdateRow, 'update'>[]): Y.Doc {
  const document = new Y.Doc();
  document.transact(() => {
    for (const { update } of rows) Y.applyUpdate(document, update);
  });
  return document;
}

/**
 * One update in place of all, without what was removed. Where an update waits for another, all stay as they came. What no
 * other device can have seen may go without a trace; else it must hear of the removal.
 */
async function forgetOlder(
  database: ReaderDatabase,
  document: Y.Doc,
  name: DocumentName,
  what: 'removed' | 'all',
): Promise<void> {
  const { pendingStructs, pendingDs } = document.store;
  if (pendingStructs !== null || pendingDs !== null) return;
  const { updates, outbox } = database;
  const ids = (await rowsOf(database, name)).map(({ id }) => id);
  const waiting = await outbox.where('update').anyOf(ids).count();
  await updates.bulkDelete(ids);
  await outbox.bulkDelete(ids);
  const isShared = waiting < ids.length;
  if (what === 'all' && !isShared) return;
  const id = await updates.add({ document: name, update: Y.encodeStateAsUpdate(document) });
  await outbox.add({ update: id });
  // It remembers, with nothing in it and without waiting, that others know this document.
  if (isShared) await updates.add({ document: name, update: Y.encodeStateAsUpdate(new Y.Doc()) });
}

/**
 * Many updates become one, of those that wait in the outbox and of those that do not, so that nothing is sent twice, and of
 * each device apart, so that it stays known who answers for what. They are joined without being applied: what waits for
 * an update that has not come yet goes on waiting.
 */
async function putTogether(database: ReaderDatabase, document: DocumentName): Promise<void> {
  const { updates, outbox } = database;
  const rows = await rowsOf(database, document);
  const waiting = new Set(await outbox.toCollection().primaryKeys());
  const alike = Map.groupBy(rows, ({ id, origin }) => (waiting.has(id) ? 'waits' : (origin ?? 'sent')));
  for (const [which, some] of alike) {
    if (some.length < 2) continue;
    const ids = some.map(({ id }) => id);
    const origin = some[0]?.origin;
    const update = Y.mergeUpdates(some.map(({ update }) => update));
    const id = await updates.add({ document, update, ...(origin && { origin }) });
    if (which === 'waits') await outbox.add({ update: id });
    await updates.bulkDelete(ids);
    await outbox.bulkDelete(ids);
  }
}
