// What a device knows of the place that its reader chose, and of the vault there: a database of its own, so that no copy,
// export or snapshot of what the reader made ever holds a password or a key. One row each, with the version of its form: a
// row of a later version is neither read nor written over.
import { Dexie, type EntityTable } from 'dexie';
import { troubleOf } from '../reader/trouble.ts';

export interface SyncRecord {
  key: 'set-up' | 'belongs' | 'left' | 'course' | 'answers';
  version: number;
  value: unknown;
}

class SyncDatabase extends Dexie {
  declare records: EntityTable<SyncRecord, 'key'>;

  constructor() {
    super(SYNC_DATABASE);
    this.version(1).stores({ records: '&key' });
  }
}

export const SYNC_DATABASE = 'backstory-sync';

export type Records = EntityTable<SyncRecord, 'key'>;

export async function withRecords<T>(task: (records: Records) => Promise<T>): Promise<T> {
  const database = new SyncDatabase();
  try {
    return await task(database.records);
  } catch (error) {
    throw troubleOf(error);
  } finally {
    database.close();
  }
}
