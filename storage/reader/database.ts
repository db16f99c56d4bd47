// What the reader made: a database of its own, apart from packs. The truth is a sequence of Yjs updates per
// document; every other table is derived from them and can be built again.
import { Dexie, type EntityTable } from 'dexie';
import type { EntityNote, KeptPage, Passage } from '../../core/annotation/kept/index.ts';
import type { Shelved } from '../../core/knowledge/own/index.ts';
import type { Correction } from '../../core/matching/correction.ts';
import type { DeviceId, SyncState } from '../../core/sync/index.ts';

/** One per page with something kept on it, and per entity with a note. */
export type DocumentName = 'settings' | 'own' | 'corrections' | `page:${string}` | `entity:${string}`;

/** What comes from other devices may be of a later version, with documents of a kind that this one does not know. */
export function isDocumentName(name: string): name is DocumentName {
  return /^(?:settings|own|corrections|(?:page|entity):.{1,1900})$/su.test(name);
}

export interface UpdateRow {
  /** Order of arrival on this device. */
  id: number;
  document: DocumentName;
  update: Uint8Array;
  /** The device that it came from. Absent: this one answers for it, having made it or taken it over. */
  origin?: DeviceId;
}

/** Written with its update in one transaction; taken by sync. */
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

/** Derived from the documents `page:…`, for lists and for finding a page again. */
export interface PageRow extends Omit<KeptPage, 'aliases'> {
  /** Folded host. */
  site: string;
  /** Folded; empty where it tells nothing apart. */
  titleKey: string;
  aliases: string[];
  /** Passages that are not in the bin, and those that are. */
  kept: number;
  binned: number;
  changed: string;
}

/** Derived from the documents `page:…`. */
export interface PassageRow extends Passage {
  /** Ids of the entities that it names, for "you met it in these articles". */
  entities: string[];
}

/** Derived from the document `corrections`: those in force, which every page asks for. */
export interface CorrectionRow extends Correction {
  /** Its site and its name (correction-fields.ts). */
  key: string;
}

/** By which rules the tables above were derived (kept-rows.ts, corrections.ts). */
export interface DerivedRow {
  tables: 'kept' | 'corrections';
  made: number;
}

/**
 * What was done, so that it can be undone, also after the page was closed. Of this device alone, and no truth: what it
 * undoes becomes an edit like any other.
 */
export interface HistoryRow {
  id: number;
  document: DocumentName;
  /** The same for all that one action changed. */
  batch: string;
  state: 'done' | 'undone';
  did: 'kept' | 'dropped' | 'changed' | 'restored';
  /** JSON (history.ts). */
  steps: string;
  /** The request that undid it, or did it again, last: asked once more by a worker that died, it is not done once more. */
  turned?: string;
}

/** What sync remembers between its runs: one row. */
export interface SyncRow {
  key: 'state';
  /** Of the state's form: another one is not understood, and the device begins anew under another id. */
  version: 1;
  state: SyncState;
}

export class ReaderDatabase extends Dexie {
  declare updates: EntityTable<UpdateRow, 'id'>;
  declare outbox: EntityTable<OutboxRow, 'update'>;
  declare settings: EntityTable<SettingRow, 'key'>;
  declare own: EntityTable<ShelfRow, 'shelf'>;
  declare pages: EntityTable<PageRow, 'key'>;
  declare passages: EntityTable<PassageRow, 'id'>;
  declare entityNotes: EntityTable<EntityNote, 'entity'>;
  declare corrections: EntityTable<CorrectionRow, 'key'>;
  declare derived: EntityTable<DerivedRow, 'tables'>;
  declare history: EntityTable<HistoryRow, 'id'>;
  declare sync: EntityTable<SyncRow, 'key'>;

  constructor() {
    super('backstory-reader');
    this.version(1).stores({ updates: '++id, document', outbox: '&update', settings: '&key' });
    // Nothing to move: the new table is derived, and built from the updates when it is first read.
    this.version(2).stores({ own: '&shelf' });
    // Derived as well, and a history that begins empty.
    this.version(3).stores({
      pages: '&key, *aliases, titleKey, changed',
      passages: '&id, page, *entities',
      entityNotes: '&entity, changed',
      derived: '&tables',
      history: '++id, document, batch',
    });
    // What was made before there was sync has no origin: it is this device's own.
    this.version(4).stores({ sync: '&key' });
    // Derived too.
    this.version(5).stores({ corrections: '&key' });
  }
}
