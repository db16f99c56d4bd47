// Copies of all that the reader made, in a database of their own: what damages the other, or a fault of ours that empties
// it, does not take them along. A document that has not changed is kept once for all snapshots.
import { Dexie, type EntityTable } from 'dexie';
import type { DocumentName } from '../reader/database.ts';

export interface SnapshotRow {
  id: number;
  /** ISO 8601. */
  made: string;
  /** By itself, at the reader's word, or before something that changes much. */
  why: 'time' | 'asked' | 'before-restore' | 'before-import';
  documents: { name: DocumentName; content: string; bytes: number }[];
  passages: number;
  notes: number;
  entries: number;
}

export interface ContentRow {
  /** Which state of which document. */
  key: string;
  update: Uint8Array;
}

export class SnapshotDatabase extends Dexie {
  declare snapshots: EntityTable<SnapshotRow, 'id'>;
  declare contents: EntityTable<ContentRow, 'key'>;

  constructor() {
    super('backstory-snapshots');
    this.version(1).stores({ snapshots: '++id', contents: '&key' });
  }
}

export async function withSnapshots<T>(task: (database: SnapshotDatabase) => Promise<T>): Promise<T> {
  const database = new SnapshotDatabase();
  try {
    return await task(database);
  } finally {
    database.close();
  }
}
