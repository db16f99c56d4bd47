// Pages, passages and notes as rows, for look-ups and lists. They are derived from the documents and from nothing else:
// to derive them all again gives the same rows.
import type { Table } from 'dexie';
import type * as Y from 'yjs';
import { type KeptPage, type Passage, readAddress, titleKey } from '../../core/annotation/kept/index.ts';
import type { DocumentName, PageRow, PassageRow, ReaderDatabase } from './database.ts';
import { built, rowsOf, withDatabase } from './documents.ts';
import { readEntityNote } from './entity-fields.ts';
import { passagesIn, readPage, readPassage } from './kept-fields.ts';

/** To be raised when rows are derived in another way: then all are derived anew. */
const MADE = 1;

const PAGE = 'page:';
const ENTITY = 'entity:';

export const pageDocument = (key: string): DocumentName => `${PAGE}${key}`;
export const entityDocument = (entity: string): DocumentName => `${ENTITY}${entity}`;

/** The tables that hold what is derived from pages' and entities' documents. */
export const keptTables = ({ pages, passages, entityNotes }: ReaderDatabase): Table[] => [
  pages,
  passages,
  entityNotes,
];

/**
 * Puts the rows of one document in place of those that were.
 *
 * @param ids of the passages that may have changed; absent: any may have, of a page that may have come from elsewhere
 */
export async function deriveKept(
  name: DocumentName,
  document: Y.Doc,
  database: ReaderDatabase,
  ids?: readonly string[],
): Promise<void> {
  if (name.startsWith(PAGE)) {
    const key = name.slice(PAGE.length);
    const done = ids !== undefined && (await derivePassages(key, document, database, ids));
    if (!done) await derivePages([{ name, document }], database);
  }
  if (name.startsWith(ENTITY)) {
    const entity = name.slice(ENTITY.length);
    const note = readEntityNote(document, entity);
    if (note) await database.entityNotes.put(note);
    else await database.entityNotes.where('entity').equals(entity).delete();
  }
}

export interface Derivable {
  readonly name: DocumentName;
  readonly document: Y.Doc;
}

export const isPage = (name: string) => name.startsWith(PAGE);

/** Of many pages at once, a few requests instead of some for each: what comes in from another device is often hundreds. */
export async function derivePages(
  documents: readonly Derivable[],
  { pages, passages }: ReaderDatabase,
): Promise<void> {
  const read = documents.map(({ name, document }) => readWhole(name.slice(PAGE.length), document));
  const keys = read.map(({ key }) => key);
  const kept = read.flatMap(({ kept }) => kept);
  const before = await passages.where('page').anyOf(keys).primaryKeys();
  const ids = new Set<string>(kept.map(({ id }) => id));
  await passages.bulkDelete(before.filter((id) => !ids.has(id)));
  await passages.bulkPut(kept.map(passageRow));
  const rows = read.flatMap(({ page, kept }) =>
    page && kept.length > 0 ? pageRow(page, tallyOf(kept)) : [],
  );
  const there = new Set<string>(rows.map(({ key }) => key));
  await pages
    .where('key')
    .anyOf(keys.filter((key) => !there.has(key)))
    .delete();
  await pages.bulkPut(rows);
}

function readWhole(key: string, document: Y.Doc) {
  const page = readPage(document, key);
  const all = passagesIn(document).flatMap((id) => readPassage(document, key, id) ?? []);
  return { key, page, kept: page ? all : [] };
}

/**
 * Only some rows: a note is kept as it is typed, and two thousand others on its page need not be written for each letter. False
 * where the page's own row cannot be told from them alone: one has gone, or the latest is no longer the latest.
 */
async function derivePassages(
  key: string,
  document: Y.Doc,
  { pages, passages }: ReaderDatabase,
  ids: readonly string[],
): Promise<boolean> {
  const page = readPage(document, key);
  const row = page && (await pages.get(page.key));
  if (!row) return false;
  const before = await passages.where('id').anyOf(ids).toArray();
  const after = ids.flatMap((id) => readPassage(document, key, id) ?? []);
  const [was, is] = [tallyOf(before), tallyOf(after)];
  if (after.length < before.length || (was.changed === row.changed && is.changed < row.changed)) return false;
  await passages.bulkPut(after.map(passageRow));
  const tally = {
    kept: row.kept + is.kept - was.kept,
    binned: row.binned + is.binned - was.binned,
    changed: later(row.changed, is.changed),
  };
  await pages.put(pageRow(page, tally));
  return true;
}

type Tally = Pick<PageRow, 'kept' | 'binned' | 'changed'>;

function tallyOf(passages: readonly Passage[]): Tally {
  const kept = passages.filter(({ deleted }) => deleted === null).length;
  const changed = passages.map((one) => one.changed).reduce(later, '');
  return { kept, binned: passages.length - kept, changed };
}

const later = (a: string, b: string) => (a > b ? a : b);

function pageRow(page: KeptPage, tally: Tally): PageRow {
  const site = readAddress(page.url)?.site ?? '';
  return {
    ...page,
    site,
    titleKey: titleKey(page.title),
    ...tally,
    changed: later(tally.changed, page.made),
  };
}

function passageRow(passage: Passage): PassageRow {
  return { ...passage, entities: [...new Set(passage.names.flatMap(({ entity }) => entity ?? []))] };
}

/** Opens the database with tables that are as the documents say, by today's rules. */
export function withKept<T>(task: (database: ReaderDatabase) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    if ((await database.derived.get('kept'))?.made !== MADE) await deriveAll(database);
    return task(database);
  });
}

function deriveAll(database: ReaderDatabase): Promise<void> {
  const { updates, derived } = database;
  return database.transaction('rw', [updates, derived, ...keptTables(database)], async () => {
    for (const table of keptTables(database)) await table.clear();
    for (const name of await documentNames(database)) {
      const document = built(await rowsOf(database, name));
      await deriveKept(name, document, database);
      document.destroy();
    }
    await derived.put({ tables: 'kept', made: MADE });
  });
}

/** Of all documents that there are. */
export async function documentNames({ updates }: ReaderDatabase): Promise<DocumentName[]> {
  return (await updates.orderBy('document').uniqueKeys()) as DocumentName[];
}
