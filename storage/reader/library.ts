// All that was kept, on all pages: what lists ask, and what is done to many at once.
import type { PageKey, Passage, PassageId } from '../../core/annotation/kept/index.ts';
import type { PageRow, ReaderDatabase } from './database.ts';
import { change } from './documents.ts';
import { forgetSteps, stepsOf } from './history.ts';
import { changeIn, inOrder, passageOf } from './kept.ts';
import { erase, type Part, write } from './kept-fields.ts';
import { deriveKept, keptTables, pageDocument, withKept } from './kept-rows.ts';

/** The last changed first. */
export function keptPages(offset: number, most: number): Promise<{ pages: PageRow[]; total: number }> {
  return withKept(async ({ pages }) => ({
    pages: await pages.orderBy('changed').reverse().offset(offset).limit(most).toArray(),
    total: await pages.count(),
  }));
}

/** In the order of ids. */
export function allPassages(
  after: PassageId | null,
  most: number,
): Promise<{ passages: Passage[]; rest: number }> {
  return withKept(async ({ passages }) => {
    const rest = after === null ? passages.orderBy('id') : passages.where('id').above(after);
    const total = await rest.count();
    const rows = await rest.limit(most).toArray();
    return { passages: rows.map(passageOf), rest: total - rows.length };
  });
}

/** Of one page, those in the bin too. */
export function passagesOf(page: PageKey): Promise<{ page: PageRow | null; passages: Passage[] }> {
  return withKept(async ({ pages, passages }) => ({
    page: (await pages.get(page)) ?? null,
    passages: inOrder((await passages.where('page').equals(page).toArray()).map(passageOf)),
  }));
}

export function passageById(id: PassageId): Promise<Passage | null> {
  return withKept(async ({ passages }) => {
    const row = await passages.get(id);
    return row ? passageOf(row) : null;
  });
}

/** Those that name somebody, the newest first, without those in the bin. */
export function keptOf(
  entity: string,
  most: number,
): Promise<{ passages: Passage[]; pages: PageRow[]; total: number }> {
  return withKept(async ({ pages, passages }) => {
    const rows = await passages.where('entities').equals(entity).toArray();
    const kept = inOrder(rows.filter(({ deleted }) => deleted === null).map(passageOf)).reverse();
    const shown = kept.slice(0, most);
    const found = await pages.bulkGet([...new Set(shown.map(({ page }) => page))]);
    return { passages: shown, pages: found.flatMap((row) => row ?? []), total: kept.length };
  });
}

/** Page by page, each whole or not at all, as one action to undo. Answers the passages that there were. */
export async function changeMany(
  ids: readonly PassageId[],
  partsOf: (passage: Passage) => { readonly was: Part; readonly is: Part },
  action: Parameters<typeof changeIn>[3],
): Promise<Passage[]> {
  const changed: Passage[] = [];
  for (const [page, some] of await byPage(ids))
    changed.push(...(await changeIn(page, some, partsOf, action)));
  return changed;
}

function byPage(ids: readonly PassageId[]): Promise<Map<string, PassageId[]>> {
  return withKept(async ({ passages }) => {
    const rows = await passages.bulkGet([...ids]);
    return Map.groupBy(
      rows.flatMap((row) => (row ? [row] : [])),
      ({ page }) => page,
    );
  }).then((grouped) => new Map([...grouped].map(([page, rows]) => [page, rows.map(({ id }) => id)])));
}

/** Removes for good what is in the bin: all of it, or these. Answers how many. */
export async function emptyBin(ids: readonly PassageId[] | null): Promise<number> {
  const binned = await withKept(async ({ passages }) => {
    const rows = ids === null ? await passages.toArray() : await passages.bulkGet([...ids]);
    return rows.flatMap((row) => (row && row.deleted !== null ? [row] : []));
  });
  for (const [page, rows] of Map.groupBy(binned, (row) => row.page)) {
    const gone = new Set<string>(rows.map(({ id }) => id));
    const document = pageDocument(page);
    await change({
      document,
      derived: (database) => [...keptTables(database), database.history],
      edit: (doc) => {
        for (const id of gone) erase(doc, id);
      },
      derive: async (doc, database) => {
        await deriveKept(document, doc, database);
        await forgetSteps(database, document, gone);
      },
      forget: true,
    });
  }
  return binned.length;
}

/** The last action anywhere is taken back, or what was taken back last is done again. Answers how many it changed. */
export async function undoLast(way: 'undo' | 'redo', now: string): Promise<number> {
  const rows = await withKept((database) => lastBatch(database, way));
  let changed = 0;
  for (const row of rows) {
    const steps = stepsOf(row);
    await change({
      document: row.document,
      derived: (database) => [...keptTables(database), database.history],
      edit: (document) => {
        for (const { id, was, is } of steps)
          write(document, id, way === 'undo' ? is : was, way === 'undo' ? was : is, now);
      },
      derive: async (document, database) => {
        await deriveKept(row.document, document, database);
        await database.history.update(row.id, { state: way === 'undo' ? 'undone' : 'done' });
      },
    });
    changed += steps.length;
  }
  return changed;
}

async function lastBatch({ history }: ReaderDatabase, way: 'undo' | 'redo') {
  const all = await history.orderBy('id').toArray();
  const last = all.findLastIndex(({ state }) => state === 'done');
  const row = way === 'undo' ? all[last] : all.slice(last + 1).find(({ state }) => state === 'undone');
  const state = way === 'undo' ? 'done' : 'undone';
  return row ? all.filter((other) => other.batch === row.batch && other.state === state) : [];
}
