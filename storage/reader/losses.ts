// What would be gone of what the reader kept, if updates came in from elsewhere: seen in the documents themselves, before
// and after, so that it does not matter in which way something is deleted.
import type * as Y from 'yjs';
import type { DocumentUpdate, Losses, Lost } from '../../core/sync/index.ts';
import { differences } from '../snapshots/differences.ts';
import { type DocumentName, isDocumentName, type ReaderDatabase } from './database.ts';
import { built } from './documents.ts';
import { countPassages } from './library.ts';
import { entriesIn } from './own-shelves.ts';

export interface Meeting {
  readonly name: DocumentName;
  /** Null where this device had nothing of it. */
  readonly then: Y.Doc | null;
  readonly now: Y.Doc;
}

/** Each document that something comes in for. One that a later version brought is kept, sent on, and left alone. */
export async function met(
  database: ReaderDatabase,
  coming: readonly DocumentUpdate[],
): Promise<readonly Meeting[]> {
  const updates = Map.groupBy(coming, ({ document }) => document);
  const names = [...updates.keys()].filter(isDocumentName);
  // One request for all: a first sync brings thousands of documents.
  const known = await database.updates.where('document').anyOf(names).toArray();
  const rows = Map.groupBy(
    known.sort((a, b) => a.id - b.id),
    ({ document }) => document,
  );
  return names.map((name) => {
    const before = rows.get(name) ?? [];
    const then = before.length > 0 ? built(before) : null;
    return { name, then, now: built([...before, ...(updates.get(name) ?? [])]) };
  });
}

export function ended(meetings: readonly Meeting[]): void {
  for (const { then, now } of meetings) {
    then?.destroy();
    now.destroy();
  }
}

export async function lossesIn(database: ReaderDatabase, meetings: readonly Meeting[]): Promise<Losses> {
  const gone = meetings.flatMap(({ name, then, now }) =>
    then ? differences(name, then, now).filter(({ what }) => what === 'back') : [],
  );
  return {
    gone: gone.map(({ kind, title }): Lost => ({ what: kind, title })),
    kept: gone.length > 0 ? await countAll(database) : 0,
  };
}

async function countAll(database: ReaderDatabase): Promise<number> {
  const { passages, notes } = await countPassages(database);
  const entries = entriesIn(await database.own.toArray());
  return passages + notes + entries + (await database.corrections.count());
}
