// Undo and redo: a step is taken back, or done again, in a document of any kind. That is an edit like any other, which
// leaves what was changed since.
import type * as Y from 'yjs';
import { takeBack, writeCorrection } from './correction-fields.ts';
import type { DocumentName, HistoryRow, ReaderDatabase } from './database.ts';
import { derive, derivedTables } from './derive.ts';
import { changeIn } from './documents.ts';
import { writeNoteAgain } from './entity-fields.ts';
import { type Step, stepsOf } from './history.ts';
import { write } from './kept-fields.ts';
import { readEntry, setDeleted, writeDraft } from './own-fields.ts';

export type Way = 'undo' | 'redo';

/** `id`: of the request. */
export interface Turning {
  readonly way: Way;
  readonly id: string;
  readonly now: string;
}

/** Writes what differs between a step's two states; says whether anything was written. */
export function writeStep(document: Y.Doc, name: DocumentName, { id, was, is }: Step, now: string): boolean {
  if (name.startsWith('page:')) return write(document, id, was, is, now);
  if (name.startsWith('entity:')) return writeNoteAgain(document, was.note ?? '', is.note ?? '', now);
  if (name === 'corrections') return turnCorrection(document, is, now);
  if (name !== 'own' || !is.own) return false;
  const before = JSON.stringify(readEntry(document, id));
  writeDraft(document, id, was.own ?? null, is.own, now);
  setDeleted(document, id, is.deleted ? now : null);
  return JSON.stringify(readEntry(document, id)) !== before;
}

function turnCorrection(document: Y.Doc, { correction, deleted }: Step['is'], now: string): boolean {
  if (!correction) return false;
  if (deleted) return takeBack(document, correction, now) !== null;
  return writeCorrection(document, correction)?.says !== correction.says;
}

/** Answers how many of its steps changed anything, and what `read` makes of the document then. */
export function turn<T>(
  database: ReaderDatabase,
  row: HistoryRow,
  { way, id: turned, now }: Turning,
  read: (document: Y.Doc, steps: readonly Step[]) => T,
): Promise<{ readonly changed: number; readonly read: T }> {
  const steps = stepsOf(row);
  const parts = way === 'undo' ? steps.map(({ id, was, is }) => ({ id, was: is, is: was })).reverse() : steps;
  return changeIn(database, {
    document: row.document,
    derived: (within) => [...derivedTables(within), within.history],
    edit: (document) => ({
      changed: parts.filter((step) => writeStep(document, row.document, step, now)).length,
      read: read(document, steps),
    }),
    derive: async (document, within, { changed }) => {
      const ids = steps.map(({ id }) => id);
      await derive(row.document, document, within, ids);
      await within.history.update(row.id, {
        state: way === 'undo' ? 'undone' : 'done',
        // What has come to be so in another way was no step.
        ...(changed > 0 && { turned }),
      });
    },
  });
}
