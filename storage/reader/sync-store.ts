// What sync asks of the reader's database. Every change is one transaction: updates, the rows that are derived from them,
// outbox and sync's own record are there together or not at all, whenever the worker dies.
import * as Y from 'yjs';
import type {
  DeviceId,
  DocumentUpdate,
  LocalStore,
  Origin,
  SyncState,
  WaitingUpdate,
} from '../../core/sync/index.ts';
import {
  type DocumentName,
  isDocumentName,
  type ReaderDatabase,
  type SyncRow,
  type UpdateRow,
} from './database.ts';
import { derive, derivedTables } from './derive.ts';
import { built, rowsOf, withDatabase } from './documents.ts';

const VERSION = 1;
export class ReaderStore implements LocalStore {
  readonly #onReceived: (documents: readonly string[]) => void;

  /** @param onReceived names of documents in which something new came in, after it was stored */
  constructor(onReceived: (documents: readonly string[]) => void = () => undefined) {
    this.#onReceived = onReceived;
  }

  load(): Promise<SyncState | null> {
    return withDatabase(async ({ sync }) => {
      const row = await sync.get('state');
      return row?.version === VERSION ? row.state : null;
    });
  }

  save(state: SyncState): Promise<void> {
    return withDatabase(async ({ sync }) => void (await sync.put(rowOf(state))));
  }

  waiting(most: number): Promise<WaitingUpdate[]> {
    return withDatabase(({ updates, outbox }) =>
      updates.db.transaction('r', updates, outbox, async () => {
        const rows = await outbox.orderBy('update').limit(most).primaryKeys();
        const found = await updates.bulkGet(rows);
        return found.flatMap((row) => (row ? [{ row: row.id, ...updateOf(row) }] : []));
      }),
    );
  }

  mine(): Promise<DocumentUpdate[]> {
    return withDatabase(async ({ updates }) => {
      const rows = await updates.filter(({ origin }) => origin === undefined).toArray();
      return rows.map(updateOf);
    });
  }

  async receive(received: readonly DocumentUpdate[], origin: Origin, state: SyncState): Promise<void> {
    // A file that is authentic and yet holds nonsense was written by a version with a bug: it must not spoil a document.
    const readable = received.filter(({ update }) => isReadable(update));
    const names = [...new Set(readable.map(({ document }) => document))];
    await withDatabase((database) => {
      const { updates, sync } = database;
      return database.transaction('rw', [updates, sync, ...derivedTables(database)], async () => {
        const rows = readable.map(({ document, update }) => rowFrom(document, update, origin));
        await updates.bulkAdd(rows);
        for (const name of names) await deriveAnew(database, name);
        await sync.put(rowOf(state));
      });
    });
    if (names.length > 0) this.#onReceived(names);
  }

  acknowledge(rows: readonly number[], state: SyncState): Promise<void> {
    return withDatabase(({ outbox, sync }) =>
      outbox.db.transaction('rw', outbox, sync, async () => {
        await outbox.bulkDelete([...rows]);
        await sync.put(rowOf(state));
      }),
    );
  }

  adopt(device: DeviceId, state: SyncState): Promise<void> {
    return withDatabase(({ updates, sync }) =>
      updates.db.transaction('rw', updates, sync, async () => {
        await updates.filter(({ origin }) => origin === device).modify((row) => void delete row.origin);
        await sync.put(rowOf(state));
      }),
    );
  }
}

function rowOf(state: SyncState): SyncRow {
  return { key: 'state', version: VERSION, state };
}

function updateOf({ document, update }: UpdateRow): DocumentUpdate {
  return { document, update };
}

function rowFrom(document: string, update: Uint8Array, origin: Origin): Omit<UpdateRow, 'id'> {
  // Names are only ever compared; which of them mean something, `isDocumentName` says.
  const row = { document: document as DocumentName, update };
  return origin === 'mine' ? row : { ...row, origin };
}

function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}

async function deriveAnew(database: ReaderDatabase, name: string): Promise<void> {
  // A document that a later version brought is kept, sent on, and left alone.
  if (!isDocumentName(name)) return;
  const document = built(await rowsOf(database, name));
  await derive(name, document, database);
  document.destroy();
}
