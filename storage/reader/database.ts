// What the reader made: a database of its own, apart from packs. The truth is a sequence of Yjs updates per
// document; every other table is derived from them and can be built again.
import { Dexie, type EntityTable } from 'dexie';
import type { Shelved } from '../../core/knowledge/own/index.ts';

/** In time also one per page, per entity, and for corrections. */
export type DocumentName = 'settings' | 'own';

export interface UpdateRow {
  /** Order of arrival on this device. */
  id: number;
  document: DocumentName;
  update: Uint8Array;
}

/** Written with its update in one transaction; taken by sync, once there is one. */
export interface OutboxRow {
  /** The id of the update that waits. */
  update: number;
}

/** Derived from the document `settings`: what a page asks, without building the document. */
export interface SettingRow {
  key: string;
  value: unknown;
}

/**
 * Derived from the document `own`: its entries, many to a row. A worker that wakes needs all of them at once, and
 * two thousand rows take longer to read than everything else that it does (own-shelves.ts).
 */
export interface ShelfRow {
  shelf: number;
  /** The version of the rules by which it was derived. */
  made: number;
  entries: Shelved[];
}

export class ReaderDatabase extends Dexie {
  declare updates: EntityTable<UpdateRow, 'id'>;
  declare outbox: EntityTable<OutboxRow, 'update'>;
  declare settings: EntityTable<SettingRow, 'key'>;
  declare own: EntityTable<ShelfRow, 'shelf'>;

  constructor() {
    super('backstory-reader');
    this.version(1).stores({ updates: '++id, document', outbox: '&update', settings: '&key' });
    // Nothing to move: the new table is derived, and built from the updates when it is first read.
    this.version(2).stores({ own: '&shelf' });
  }
}
