// All that was kept, on all pages: what lists ask, and what is done to many at once.
import type { PageKey, Passage, PassageId } from '../../core/annotation/kept/index.ts';
import type { PageRow, PassageRow, ReaderDatabase } from './database.ts';
import { changeIn } from './documents.ts';
import { type Action, changeOn } from './edit-kept.ts';
import { forgetSteps, stepsOf } from './history.ts';
import { inOrder, passageOf } from './kept.ts';
import { erase, type Part } from './kept-fields.ts';
import { deriveKept, keptTables, pageDocument, withKept } from './kept-rows.ts';
import { readOwn } from './own.ts';
import { type Turning, turn, type Way } from './turn.ts';

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

/** Where these pages are, as far as anything is kept on them. */
export function addressesOf(keys: readonly PageKey[]): Promise<string[]> {
  return withKept(async ({ pages }) => {
    const found = await pages.bulkGet([...keys]);
    return found.flatMap((page) => (page && page.kept > 0 ? [page.url] : []));
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

export async function countKept() {
  const entries = (await readOwn()).all().filter(({ deleted }) => deleted === null).length;
  return withKept(async (database) => ({ ...(await countPassages(database)), entries }));
}

/** From the pages' own rows: ten thousand passages need not be read to be counted. */
export async function countPassages({ pages, entityNotes }: ReaderDatabase) {
  const rows = await pages.toArray();
  return {
    pages: rows.filter(({ kept }) => kept > 0).length,
    passages: rows.reduce((sum, { kept }) => sum + kept, 0),
    binned: rows.reduce((sum, { binned }) => sum + binned, 0),
    notes: await entityNotes.count(),
  };
}

/** What is no longer there is left out. */
export function passagesById(ids: readonly PassageId[]): Promise<Passage[]> {
  return withKept(async ({ passages }) => {
    const rows = await passages.bulkGet([...ids]);
    return rows.flatMap((row) => (row ? [passageOf(row)] : []));
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
export function changeMany(
  ids: readonly PassageId[],
  partsOf: (passage: Passage) => { readonly was: Part; readonly is: Part },
  action: Action,
): Promise<Passage[]> {
  return withKept(async (database) => {
    const changed: Passage[] = [];
    for (const [page, rows] of Map.groupBy(await rowsById(database, ids), (row) => row.page)) {
      const some = rows.map(({ id }) => id);
      changed.push(...(await changeOn(database, page, some, partsOf, action)));
    }
    return changed;
  });
}

async function rowsById({ passages }: ReaderDatabase, ids: readonly PassageId[]): Promise<PassageRow[]> {
  return (await passages.bulkGet([...ids])).flatMap((row) => (row ? [row] : []));
}

/** Removes for good what is in the bin: all of it, or these. Answers how many. */
export function emptyBin(ids: readonly PassageId[] | null): Promise<number> {
  return withKept(async (database) => {
    const rows = ids === null ? await database.passages.toArray() : await rowsById(database, ids);
    const binned = rows.filter(({ deleted }) => deleted !== null);
    for (const [page, some] of Map.groupBy(binned, (row) => row.page))
      await eraseFrom(database, page, new Set(some.map(({ id }) => id)));
    return binned.length;
  });
}

function eraseFrom(database: ReaderDatabase, page: string, ids: ReadonlySet<PassageId>): Promise<void> {
  const document = pageDocument(page);
  return changeIn(database, {
    document,
    derived: (within) => [...keptTables(within), within.history],
    edit: (doc) => [...ids].map((id) => erase(doc, id)).at(-1) ?? true,
    derive: async (doc, within) => {
      await deriveKept(document, doc, within);
      await forgetSteps(within, document, ids);
    },
    forget: (isMoreLeft) => (isMoreLeft ? 'removed' : 'all'),
  }).then(() => undefined);
}

/** The last action anywhere is taken back, or what was taken back last is done again. Answers how much it changed. */
export function undoLast(way: Way, now: string, id: string = crypto.randomUUID()): Promise<number> {
  const turning = { way, id, now };
  return withKept(async (database) => {
    for (;;) {
      const { already, rows } = await lastBatch(database, turning);
      let changed = already.reduce((sum, row) => sum + stepsOf(row).length, 0);
      for (const row of rows) changed += (await turn(database, row, turning, () => null)).changed;
      if (changed > 0 || rows.length === 0) return changed;
    }
  });
}

/** `already`: what this very request has done, before the worker died; then `rows` is the rest of it. */
async function lastBatch({ history }: ReaderDatabase, { way, id }: Turning) {
  const all = await history.orderBy('id').toArray();
  const already = all.filter(({ turned }) => turned === id);
  const last = all.findLastIndex(({ state }) => state === 'done');
  const next = way === 'undo' ? all[last] : all.slice(last + 1).find(({ state }) => state === 'undone');
  const row = already[0] ?? next;
  const state = way === 'undo' ? 'done' : 'undone';
  const rows = row ? all.filter((other) => other.batch === row.batch && other.state === state) : [];
  return { already, rows };
}
