// What sync's own record has to forget when the reader goes to another server: which files are where. What they made stays as
// it is; it is only to be sent, or sent once more.

import type { ReaderDatabase } from './database.ts';
import { withDatabase } from './documents.ts';

/** Everything that is here, wherever it was made, is sent by this device, under a new id. */
export function sendEverything(): Promise<void> {
  return withDatabase((database) => {
    const { updates, outbox, sync } = database;
    return database.transaction('rw', updates, outbox, sync, async () => {
      await updates.filter(({ origin }) => origin !== undefined).modify((row) => void delete row.origin);
      const ids = await updates.toCollection().primaryKeys();
      await outbox.bulkPut(ids.map((update) => ({ update })));
      await sync.clear();
    });
  });
}

/** What this device answers for is written once more in one piece, with the next run. */
export function sendSnapshot(): Promise<void> {
  return withDatabase(({ sync }) => snapshotDue(sync));
}

async function snapshotDue(sync: ReaderDatabase['sync']): Promise<void> {
  await sync.toCollection().modify((row) => {
    row.state = { ...row.state, snapshotDue: true };
  });
}
