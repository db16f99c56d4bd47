// An older state is brought back, or a file's is brought in: merged with what is there, as an edit like any other, that
// can be undone. Nothing that was made since goes, and what was changed since only where the reader says so.
import * as Y from 'yjs';
import type { DocumentName, ReaderDatabase } from '../reader/database.ts';
import { derive, derivedTables } from '../reader/derive.ts';
import { built, changeIn, rowsOf } from '../reader/documents.ts';
import { remember } from '../reader/history.ts';
import { addAliases, readPage, readPassage, writePage, writePassage } from '../reader/kept-fields.ts';
import { withKept } from '../reader/kept-rows.ts';
import { addSettings } from '../reader/settings.ts';
import { writeStep } from '../reader/turn.ts';
import { type Difference, differences } from './differences.ts';

export interface OldDocument {
  readonly name: DocumentName;
  readonly update: Uint8Array;
}

export interface Preview {
  /** In the order of documents. */
  readonly differences: readonly Difference[];
  /** Documents that cannot be read; they are left out. */
  readonly unreadable: number;
}

/** What bringing these back would do. */
export function previewOf(documents: AsyncIterable<OldDocument> | Iterable<OldDocument>): Promise<Preview> {
  return withKept(async (database) => {
    const found: Difference[] = [];
    let unreadable = 0;
    for await (const { name, update } of documents) {
      const then = readable(update);
      if (!then) {
        unreadable++;
        continue;
      }
      const now = built(await rowsOf(database, name));
      found.push(...differences(name, then, now));
      then.destroy();
      now.destroy();
    }
    return { differences: found, unreadable };
  });
}

/** Answers how much came back or was changed. */
export function bringBack(
  documents: AsyncIterable<OldDocument> | Iterable<OldDocument>,
  options: { readonly changed: boolean; readonly batch: string; readonly now: string },
): Promise<number> {
  return withKept(async (database) => {
    let done = 0;
    for await (const { name, update } of documents) {
      const then = readable(update);
      if (then) done += await bringBackOne(database, name, then, options);
      then?.destroy();
    }
    return done;
  });
}

function readable(update: Uint8Array): Y.Doc | null {
  try {
    const document = new Y.Doc();
    Y.applyUpdate(document, update);
    return document;
  } catch {
    return null;
  }
}

/** In a database that is open, or a transaction of all its tables but sync's. */
export async function bringBackOne(
  database: ReaderDatabase,
  name: DocumentName,
  then: Y.Doc,
  { changed, batch, now }: { readonly changed: boolean; readonly batch: string; readonly now: string },
): Promise<number> {
  let wanted: Difference[] = [];
  const steps = await changeIn(database, {
    document: name,
    derived: (within) => [...derivedTables(within), within.history],
    merge: (document) => {
      wanted = differences(name, then, document).filter(({ what }) => what === 'back' || changed);
      // What this document never had comes with all its past, and is the same on every device.
      if (name !== 'settings') Y.applyUpdate(document, Y.encodeStateAsUpdate(then));
    },
    edit: (document) => {
      if (name === 'settings') addSettings(document, then);
      if (name.startsWith('page:')) bringPageBack(name.slice('page:'.length), document, then, wanted);
      for (const { step } of wanted) writeStep(document, name, step, now);
      return wanted.map(({ step }) => step);
    },
    derive: async (document, within, made) => {
      await derive(name, document, within);
      await remember(within, { document: name, batch, did: 'restored', steps: made });
    },
  });
  return steps.length;
}

/** What was removed from the bin for good is written anew: merging would leave it removed. */
function bringPageBack(key: string, document: Y.Doc, then: Y.Doc, wanted: readonly Difference[]): void {
  const page = wanted.length > 0 && readPage(document, key) === null ? readPage(then, key) : null;
  if (page) {
    const { key: _, aliases, ...rest } = page;
    writePage(document, rest);
    addAliases(document, key, aliases);
  }
  for (const { step } of wanted) {
    const passage = readPassage(document, key, step.id) ? null : readPassage(then, key, step.id);
    if (passage) writePassage(document, passage);
  }
}
