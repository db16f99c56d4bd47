// What sync asks of the reader's database. Every change is one transaction: updates, the rows that are derived from them,
// outbox and sync's own record are there together or not at all, whenever the worker dies.
import * as Y from 'yjs';
import type {
  DeviceId,
  DocumentUpdate,
  Judge,
  LocalStore,
  Losses,
  Origin,
  SyncState,
  WaitingUpdate,
} from '../../core/sync/index.ts';
import { bringBackOne } from '../snapshots/bring-back.ts';
import type { DocumentName, ReaderDatabase, SyncRow, UpdateRow } from './database.ts';
import { derivedTables, deriveMany } from './derive.ts';
import { withDatabase } from './documents.ts';
import { withKept } from './kept-rows.ts';
import { ended, lossesIn, type Meeting, met } from './losses.ts';

const VERSION = 1;
export class ReaderStore implements LocalStore {
  readonly #onReceived: (documents: readonly string[]) => void;
  readonly #now: () => string;

  /**
   * @param onReceived names of documents in which something new came in, after it was stored
   * @param now ISO 8601, for display
   */
  constructor(
    onReceived: (documents: readonly string[]) => void = () => undefined,
    now = () => new Date().toISOString(),
  ) {
    this.#onReceived = onReceived;
    this.#now = now;
  }

  load(): Promise<SyncState | null> {
    return withDatabase(async ({ sync }) => {
      const row = await sync.get('state');
      // What is held was not remembered at first.
      return row?.version === VERSION ? { ...row.state, held: row.state.held ?? {} } : null;
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

  async receive(
    received: readonly DocumentUpdate[],
    origin: Origin,
    state: SyncState,
    judge: Judge,
  ): Promise<'stored' | 'held'> {
    const coming = received.filter(({ update }) => isReadable(update));
    const outcome = await withKept((database) =>
      allOrNothing(database, async () => {
        const meetings = await met(database, coming);
        const verdict = judge(await lossesIn(database, meetings));
        if (verdict === 'hold') throw new Held();
        await database.updates.bulkAdd(coming.map((one) => rowFrom(one, origin)));
        await deriveMany(
          meetings.map(({ name, now }) => ({ name, document: now })),
          database,
        );
        if (verdict === 'keep') await bringBack(database, meetings, this.#now());
        await database.sync.put(rowOf(state));
        ended(meetings);
      }),
    );
    const names = new Set(coming.map(({ document }) => document));
    if (outcome === 'stored' && names.size > 0) this.#onReceived([...names]);
    return outcome;
  }

  losses(received: readonly DocumentUpdate[]): Promise<Losses> {
    const coming = received.filter(({ update }) => isReadable(update));
    return withKept(async (database) => {
      const meetings = await met(database, coming);
      const losses = await lossesIn(database, meetings);
      ended(meetings);
      return losses;
    });
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

function rowFrom({ document, update }: DocumentUpdate, origin: Origin): Omit<UpdateRow, 'id'> {
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

class Held extends Error {
  override readonly name = 'Held';
}

/** In one transaction of all that is touched; what was done before it was held back is undone. */
function allOrNothing(database: ReaderDatabase, task: () => Promise<void>): Promise<'stored' | 'held'> {
  const { updates, outbox, sync, history } = database;
  return database
    .transaction('rw', [updates, outbox, sync, history, ...derivedTables(database)], task)
    .then(() => 'stored' as const)
    .catch((error: unknown) => {
      if (error instanceof Held) return 'held' as const;
      throw error;
    });
}

/** What was only now deleted is undeleted, by this device, on all: one step of its history. */
async function bringBack(database: ReaderDatabase, meetings: readonly Meeting[], now: string): Promise<void> {
  const batch = `kept against ${now}`;
  for (const { name, then } of meetings)
    if (then) await bringBackOne(database, name, then, { changed: false, batch, now });
}
