// What the reader said of names (“not this one”), kept. What was taken back is marked as such and decides nothing.
import type * as Y from 'yjs';
import { type Correction, MOST_CORRECTIONS } from '../../core/matching/correction.ts';
import { type About, correctionsIn, keyOf, takeBack, writeCorrection } from './correction-fields.ts';
import type { ReaderDatabase } from './database.ts';
import { built, change, rowsOf, withDatabase } from './documents.ts';

const NAME = 'corrections';
/** To be raised when rows are derived in another way: then all are derived anew. */
const MADE = 1;

/** As many as there may be are there already. */
export class TooManyCorrections extends Error {
  override readonly name = 'TooManyCorrections';
}

/** Those in force. */
export function readCorrections(): Promise<Correction[]> {
  return withDatabase(async (database) => {
    if ((await database.derived.get(NAME))?.made !== MADE) await deriveAnew(database);
    const rows = await database.corrections.toArray();
    return rows.map(({ key: _, ...correction }) => correction);
  });
}

/** All or none. Answers what was said of each name there before, for an undo. */
export function keepCorrections(corrections: readonly Correction[]): Promise<(Correction | null)[]> {
  return edited((document) => {
    const before = corrections.map((one) => writeCorrection(document, one));
    if (correctionsIn(document).length > MOST_CORRECTIONS) throw new TooManyCorrections();
    return before;
  });
}

/** Answers those that were in force until now. */
export function takeBackCorrections(about: readonly About[] | 'all', now: string): Promise<Correction[]> {
  return edited((document) => {
    const gone = about === 'all' ? correctionsIn(document) : about;
    return gone.flatMap((one) => takeBack(document, one, now) ?? []);
  });
}

function edited<T>(edit: (document: Y.Doc) => T): Promise<T> {
  return change({
    document: NAME,
    derived: ({ corrections, derived }) => [corrections, derived],
    edit,
    derive: deriveCorrections,
  });
}

export async function deriveCorrections(document: Y.Doc, database: ReaderDatabase): Promise<void> {
  const { corrections, derived } = database;
  await corrections.clear();
  await corrections.bulkAdd(correctionsIn(document).map((one) => ({ key: keyOf(one), ...one })));
  await derived.put({ tables: NAME, made: MADE });
}

function deriveAnew(database: ReaderDatabase): Promise<void> {
  const { updates, corrections, derived } = database;
  return database.transaction('rw', [updates, corrections, derived], async () => {
    const document = built(await rowsOf(database, NAME));
    await deriveCorrections(document, database);
    document.destroy();
  });
}
