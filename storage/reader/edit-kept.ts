// What is done with a kept passage. Every change is one transaction: the update, its place in the outbox, the rows that are
// derived and the step that undoes it.
import type { Moment, PageKey, Passage, PassageId, Whereabouts } from '../../core/annotation/kept/index.ts';
import type { Selectors } from '../../core/annotation/selectors.ts';
import type { HistoryRow, ReaderDatabase } from './database.ts';
import { changeIn } from './documents.ts';
import { findPages } from './find-page.ts';
import { isDone, nextOf, remember, type Step, stepsOf, turnedBy } from './history.ts';
import { passageOf, surely } from './kept.ts';
import { addAliases, confirmationKey, type Part, readPassage, write } from './kept-fields.ts';
import { deriveKept, keptTables, pageDocument, withKept } from './kept-rows.ts';
import { turn, type Way } from './turn.ts';

/** From now on found at this address. Nothing where the page was not among those that it may be. */
export function samePage(at: Whereabouts, key: PageKey): Promise<void> {
  return withKept(async (database) => {
    const found = await findPages(database, at);
    if (!found.some(({ row, by }) => row.key === key && by !== 'address')) return;
    await changeIn(database, {
      document: pageDocument(key),
      derived: keptTables,
      edit: (document) => addAliases(document, key, at.keys),
      derive: (document, within) => deriveKept(pageDocument(key), document, within),
    });
  });
}

/** What an action on a passage of this page may touch. */
async function pageWith(database: ReaderDatabase, at: Whereabouts, id: PassageId): Promise<string | null> {
  const row = await database.passages.get(id);
  if (!row) return null;
  return (await findPages(database, at)).some((found) => found.row.key === row.page) ? row.page : null;
}

export interface Action {
  readonly batch: string;
  readonly did: 'kept' | 'dropped' | 'changed' | 'restored';
  readonly now: Moment;
}

/** Changes a passage of this page; null where it is not on it. */
export function changeAt(
  at: Whereabouts,
  id: PassageId,
  parts: { readonly was: Part; readonly is: Part },
  action: Action,
): Promise<Passage | null> {
  return withKept(async (database) => {
    const page = await pageWith(database, at, id);
    return page === null
      ? null
      : changeOn(database, page, [id], () => parts, action).then(([passage]) => passage ?? null);
  });
}

/** "This is still it": null where the passage is not on this page. */
export function confirmAt(
  at: Whereabouts,
  id: PassageId,
  selectors: Selectors,
  action: Action,
): Promise<Passage | null> {
  const key = confirmationKey(selectors);
  const parts = { was: { confirmed: { [key]: null } }, is: { confirmed: { [key]: selectors } } };
  return changeAt(at, id, parts, action);
}

/** Changes passages of one page, once for each `batch`. What did not change leaves no step. */
export async function changeOn(
  database: ReaderDatabase,
  page: string,
  ids: readonly PassageId[],
  partsOf: (passage: Passage) => { readonly was: Part; readonly is: Part },
  action: Action,
): Promise<Passage[]> {
  // Two texts would be put together once more, and what both have would stand there twice.
  if (await isDone(database, pageDocument(page), action.batch))
    return (await database.passages.bulkGet([...ids])).flatMap((row) => (row ? passageOf(row) : []));
  return edited(database, page, ids, action, (document) =>
    ids.flatMap((id): Step[] => {
      const passage = readPassage(document, page, id);
      if (!passage) return [];
      const { was, is } = partsOf(passage);
      if (!write(document, id, was, is, action.now)) return [];
      const after = readPassage(document, page, id);
      return after ? [stepBetween(passage, after, is)] : [];
    }),
  );
}

/** As it was and as it is, not as a form that began earlier took it for. */
function stepBetween(before: Passage, after: Passage, { deleted, confirmed }: Part): Step {
  const step: Step = { id: before.id, was: {}, is: {} };
  const put = (part: Partial<Step['was']>, other: Partial<Step['was']>) => {
    Object.assign(step.was, part);
    Object.assign(step.is, other);
  };
  if (before.colour !== after.colour) put({ colour: before.colour }, { colour: after.colour });
  if (before.note !== after.note) put({ note: before.note }, { note: after.note });
  if (before.tags.join('\n') !== after.tags.join('\n')) put({ tags: before.tags }, { tags: after.tags });
  if (deleted !== undefined) put({ deleted: before.deleted !== null }, { deleted });
  if (confirmed)
    put({ confirmed: Object.fromEntries(Object.keys(confirmed).map((key) => [key, null])) }, { confirmed });
  return step;
}

/** Answers the passages as they then are. */
export function edited(
  database: ReaderDatabase,
  page: string,
  ids: readonly PassageId[],
  { batch, did }: Action,
  edit: (document: Parameters<typeof readPassage>[0]) => Step[],
): Promise<Passage[]> {
  const document = pageDocument(page);
  return changeIn(database, {
    document,
    derived: (within) => [...keptTables(within), within.history],
    edit: (doc) => {
      const steps = edit(doc);
      return { steps, passages: ids.flatMap((id) => readPassage(doc, page, id) ?? []) };
    },
    derive: async (doc, within, { steps }) => {
      const touched = new Set<string>([...ids, ...steps.map(({ id }) => id)]);
      await deriveKept(document, doc, within, [...touched]);
      await remember(within, { document, batch, did, steps });
    },
  }).then(({ passages }) => passages);
}

export interface Undone {
  readonly did: Action['did'];
  readonly passage: Passage | null;
}

/** The last change on this page is taken back, or what was taken back is done again; null where there is none. */
export function undoAt(
  at: Whereabouts,
  way: Way,
  now: Moment,
  id: string = crypto.randomUUID(),
): Promise<Undone | null> {
  return withKept(async (database) => {
    const documents = surely(await findPages(database, at)).map(({ row }) => pageDocument(row.key));
    const already = await turnedBy(database, documents, id);
    if (already) return { did: already.did, passage: await firstOf(database, already) };
    for (;;) {
      const row = await nextOf(database, documents, way);
      if (!row) return null;
      const page = row.document.slice(pageDocument('').length);
      const { changed, read } = await turn(database, row, { way, id, now }, (document, [first]) =>
        first ? readPassage(document, page, first.id) : null,
      );
      // What has come to be so in another way is no step back; the one before it is.
      if (changed > 0) return { did: row.did, passage: read };
    }
  });
}

async function firstOf({ passages }: ReaderDatabase, row: HistoryRow): Promise<Passage | null> {
  const [first] = stepsOf(row);
  const found = first && (await passages.where('id').equals(first.id).first());
  return found ? passageOf(found) : null;
}
