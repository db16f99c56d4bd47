// What is not on the server yet, counted as a reader would: a sentence typed in twelve pieces is one note.
import * as Y from 'yjs';
import type { DocumentName, ReaderDatabase, UpdateRow } from './database.ts';
import { built, rowsOf, withDatabase } from './documents.ts';

export interface Waiting {
  /** Rows of the outbox. */
  readonly changes: number;
  /** Passages, with all that belongs to them. */
  readonly passages: number;
  /** On actors and places. */
  readonly notes: number;
  /** Changes of own entries, corrections and settings. */
  readonly others: number;
}

/** Documents that are looked into; of pages beyond, all passages are counted. Each costs a millisecond or two. */
const MOST_LOOKED_INTO = 40;
/** Fields, note and tags of a passage (kept-fields.ts). */
const OF_PASSAGE = /^[hnt]:(.+)$/su;

export function whatWaits(): Promise<Waiting> {
  return withDatabase((database) =>
    database.transaction('r', [database.outbox, database.updates, database.passages], async () => {
      const ids = await database.outbox.toCollection().primaryKeys();
      const rows = (await database.updates.bulkGet(ids)).flatMap((row) => row ?? []);
      const byDocument = Map.groupBy(rows, ({ document }) => document);
      let [passages, notes, others, looked] = [0, 0, 0, 0];
      for (const [document, some] of byDocument) {
        if (document.startsWith('entity:')) notes += 1;
        else if (!document.startsWith('page:')) others += some.length;
        else if (looked++ < MOST_LOOKED_INTO) passages += await changedIn(database, document, some);
        else passages += await allIn(database, document);
      }
      return { changes: ids.length, passages, notes, others };
    }),
  );
}

async function changedIn(
  database: ReaderDatabase,
  document: DocumentName,
  waiting: readonly UpdateRow[],
): Promise<number> {
  const whole = built(await rowsOf(database, document));
  const changed = new Set<string>();
  for (const { update } of waiting)
    for (const name of namesIn(whole, update)) {
      const passage = OF_PASSAGE.exec(name)?.[1];
      if (passage) changed.add(passage);
    }
  whole.destroy();
  // What a page is called may have changed alone.
  return Math.max(1, changed.size);
}

function allIn({ passages }: ReaderDatabase, document: DocumentName): Promise<number> {
  return passages.where('page').equals(document.slice('page:'.length)).count();
}

/** Of the root-level types that an update writes in. An update names them only where it begins them. */
function namesIn(whole: Y.Doc, update: Uint8Array): string[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const written = structs.map(({ id }) => id);
  const removed = [...ds.clients].flatMap(([client, some]) =>
    some.map(({ clock }) => Y.createID(client, clock)),
  );
  return [...written, ...removed].flatMap(({ client, clock }) => {
    if (clock >= Y.getState(whole.store, client)) return [];
    const { parent } = Y.getItem(whole.store, Y.createID(client, clock));
    return parent instanceof Y.AbstractType ? [Y.findRootTypeKey(parent)] : [];
  });
}
