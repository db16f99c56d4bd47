// What the reader made: a database of its own, apart from packs. The truth is a sequence of Yjs updates per
// document; every other table is derived from them and can be built again.
import { Dexie, type EntityTable } from 'dexie';

/** `settings`, and in time one per page, per entity, and for own knowledge and corrections. */
export type DocumentName = 'settings';

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

export class ReaderDatabase extends Dexie {
  declare updates: EntityTable<UpdateRow, 'id'>;
  declare outbox: EntityTable<OutboxRow, 'update'>;
  declare settings: EntityTable<SettingRow, 'key'>;

  constructor() {
    super('backstory-reader');
    this.version(1).stores({ updates: '++id, document', outbox: '&update', settings: '&key' });
  }
}
