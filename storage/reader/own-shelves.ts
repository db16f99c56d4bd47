// Own entries as the worker reads them when it wakes: on a fixed number of shelves, each a row of the database,
// since rows cost more to read than what is on them; and a change writes one shelf, not all.
import type * as Y from 'yjs';
import { OwnKnowledge, type Shelved, shelved } from '../../core/knowledge/own/index.ts';
import { sum } from '../../core/text/index.ts';
import type { ReaderDatabase, ShelfRow } from './database.ts';
import { built, rowsOf, withDatabase } from './documents.ts';
import { idsIn, readEntry } from './own-fields.ts';

const SHELVES = 64;
/** To be raised when names are folded in another way, or entries are kept otherwise: then all are derived anew. */
const MADE = 1;

/** All entries, deleted ones too. */
export function readShelves(): Promise<Shelved[]> {
  return withDatabase(async (database) => {
    const rows = await database.own.toArray();
    if (isCurrent(rows)) return rows.flatMap(({ entries }) => entries);
    return database.transaction('rw', database.updates, database.own, async () => {
      const document = built(await rowsOf(database, 'own'));
      const derived = await deriveShelves(document, database);
      document.destroy();
      return derived;
    });
  });
}

/** Puts what was changed in its place. */
export async function deriveSome(
  document: Y.Doc,
  database: ReaderDatabase,
  ids: readonly string[],
): Promise<void> {
  const present = await database.own
    .where('shelf')
    .anyOf([0, ...ids.map(shelfOf)])
    .toArray();
  if (!isCurrent(present)) return void (await deriveShelves(document, database));
  const shelves = new Map(present.map((row) => [row.shelf, row]));
  for (const id of new Set(ids)) {
    const row = shelves.get(shelfOf(id));
    const entry = readEntry(document, id);
    if (!row) continue;
    row.entries = [...row.entries.filter((other) => other.id !== id), ...(entry ? [shelved(entry)] : [])];
  }
  await database.own.bulkPut([...shelves.values()]);
}

export async function deriveShelves(document: Y.Doc, database: ReaderDatabase): Promise<Shelved[]> {
  const rows = Array.from({ length: SHELVES }, (_, shelf): ShelfRow => ({ shelf, made: MADE, entries: [] }));
  for (const id of idsIn(document)) {
    const entry = readEntry(document, id);
    if (entry) rows[shelfOf(id)]?.entries.push(shelved(entry));
  }
  await database.own.clear();
  await database.own.bulkAdd(rows);
  return rows.flatMap(({ entries }) => entries);
}

/** How many entries there are that are not deleted. */
export function entriesIn(rows: readonly ShelfRow[]): number {
  const all = new OwnKnowledge(rows.flatMap(({ entries }) => entries)).all();
  return all.filter(({ deleted }) => deleted === null).length;
}

/** All shelves are written at once, so that any of them tells of all. */
function isCurrent(rows: readonly ShelfRow[]): boolean {
  return rows.length > 0 && rows.every(({ made }) => made === MADE);
}

function shelfOf(id: string): number {
  return sum(id) % SHELVES;
}
