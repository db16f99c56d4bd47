// From any document to its rows: for changes that may be of every kind (what was undone, restored or received).
import type { Table } from 'dexie';
import type * as Y from 'yjs';
import { deriveCorrections } from './corrections.ts';
import type { DocumentName, ReaderDatabase } from './database.ts';
import { type Derivable, deriveKept, derivePages, isPage, keptTables } from './kept-rows.ts';
import { deriveShelves } from './own-shelves.ts';
import { deriveSettings } from './settings.ts';

export const derivedTables = (database: ReaderDatabase): Table[] => [
  ...keptTables(database),
  database.own,
  database.corrections,
  database.derived,
  database.settings,
];

/** Of several documents, in the transaction in which they changed. */
export async function deriveMany(documents: readonly Derivable[], database: ReaderDatabase): Promise<void> {
  const pages = documents.filter(({ name }) => isPage(name));
  if (pages.length > 0) await derivePages(pages, database);
  for (const { name, document } of documents) if (!isPage(name)) await derive(name, document, database);
}

/** @param ids of the passages that may have changed; absent: anything may have */
export async function derive(
  name: DocumentName,
  document: Y.Doc,
  database: ReaderDatabase,
  ids?: readonly string[],
): Promise<void> {
  if (name === 'own') await deriveShelves(document, database);
  else if (name === 'corrections') await deriveCorrections(document, database);
  else if (name === 'settings') await deriveSettings(document, database);
  else await deriveKept(name, document, database, ids);
}
