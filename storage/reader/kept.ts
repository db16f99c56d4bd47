// What the reader keeps on a page, and what is done with it since. Every change is one transaction: the update, its place
// in the outbox, the rows that are derived and the step that undoes it.
import {
  type KeptPage,
  MOST_ON_PAGE,
  type Moment,
  type PageKey,
  type PageLook,
  type Passage,
  type PassageId,
  type Whereabouts,
} from '../../core/annotation/kept/index.ts';
import type { Selectors } from '../../core/annotation/selectors.ts';
import { CodedError } from '../../messaging/result.ts';
import type { PageRow, PassageRow, ReaderDatabase } from './database.ts';
import { changeIn } from './documents.ts';
import { type Found, findPages } from './find-page.ts';
import { nextOf, remember, type Step } from './history.ts';
import {
  addAliases,
  confirmationKey,
  type KeptFields,
  type Part,
  passagesIn,
  readPassage,
  write,
  writePage,
  writePassage,
} from './kept-fields.ts';
import { deriveKept, keptTables, pageDocument, withKept } from './kept-rows.ts';
import { turn, type Way } from './turn.ts';

/** As many as there may be on one page are there already. */
export class TooManyPassages extends Error {
  override readonly name = 'TooManyPassages';
}

export interface FoundPassages {
  readonly page: KeptPage;
  readonly by: Found['by'];
  /** Without those in the bin. */
  readonly passages: readonly Passage[];
}

export interface Here {
  readonly pages: readonly FoundPassages[];
  readonly undo: boolean;
  readonly redo: boolean;
}

/** All that may stand on a page. */
export function keptAt(at: Whereabouts): Promise<Here> {
  return withKept(async (database) => {
    const found = await findPages(database, at);
    const pages = await Promise.all(
      found.map(async ({ row, by }) => ({
        page: pageOf(row),
        by,
        passages: await keptOn(database, row.key),
      })),
    );
    const documents = surely(found).map(({ row }) => pageDocument(row.key));
    return {
      pages: pages.filter(({ by, passages }) => by === 'address' || passages.length > 0),
      undo: (await nextOf(database, documents, 'undo')) !== null,
      redo: (await nextOf(database, documents, 'redo')) !== null,
    };
  });
}

/** How many passages may stand on a page: cheap, since it is asked for every article. */
export function countAt(at: Whereabouts): Promise<number> {
  return withKept(async (database) => {
    const found = await findPages(database, at);
    return found.reduce((sum, { row }) => sum + row.kept, 0);
  });
}

export const surely = (found: readonly Found[]) => found.filter(({ by }) => by === 'address');

async function keptOn({ passages }: ReaderDatabase, key: string): Promise<Passage[]> {
  const rows = await passages.where('page').equals(key).toArray();
  return inOrder(rows.filter(({ deleted }) => deleted === null).map(passageOf));
}

export function inOrder(passages: Passage[]): Passage[] {
  return passages.sort((a, b) => (a.made === b.made ? (a.id < b.id ? -1 : 1) : a.made < b.made ? -1 : 1));
}

export function passageOf({ entities: _, ...passage }: PassageRow): Passage {
  return passage;
}

function pageOf({ key, url, title, published, language, made, aliases }: PageRow): KeptPage {
  return { key, url, title, published, language, made, aliases: aliases as PageKey[] };
}

export type NewPassage = Omit<KeptFields, 'made'>;

/**
 * Keeps a passage; asked twice it is kept once.
 *
 * @param apart the address is known, but what was kept at it is not here: a page of its own, beside the others
 */
export function keepPassage(
  at: Whereabouts,
  look: PageLook,
  passage: NewPassage,
  { apart, now }: { readonly apart: boolean; readonly now: Moment },
): Promise<Passage> {
  return withKept(async (database) => {
    const there = surely(await findPages(database, at)).map(({ row }) => row);
    const taken = await database.passages.get(passage.id);
    if (taken && !there.some((row) => row.key === taken.page)) throw new CodedError('not-allowed', 'id');
    const key = taken?.page ?? keyFor(at, look.published?.day, there, apart);
    return edited(database, key, [passage.id], { batch: passage.id, did: 'kept', now }, (document) => {
      const { url, title, published, language } = look;
      writePage(document, { url, title, published, language, made: now });
      addAliases(document, key, at.keys);
      const isNew = readPassage(document, key, passage.id) === null;
      if (isNew && passagesIn(document).length >= MOST_ON_PAGE) throw new TooManyPassages();
      writePassage(document, { ...passage, made: now });
      return isNew ? [{ id: passage.id, was: { deleted: true }, is: { deleted: false } }] : [];
    });
  }).then(only);
}

/** The page that a new passage goes to: the likeliest that is known, or one more. */
export function keyFor(
  { key, title }: Whereabouts,
  day: string | undefined,
  there: readonly PageRow[],
  apart: boolean,
): PageKey {
  const [first] = there;
  if (!first) return key;
  // Another day may be another edition, and another title a better headline; both together are another text.
  const isOther = day !== undefined && first.published !== null && first.published.day !== day;
  if (!(apart || isOther) || title === '' || first.titleKey === '' || first.titleKey === title)
    return first.key;
  return `${key}#~${title.replaceAll(' ', '-').slice(0, 100)}` as PageKey;
}

function only(passages: readonly Passage[]): Passage {
  const [passage] = passages;
  if (!passage) throw new Error('it was not kept');
  return passage;
}

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

/** Changes passages of one page. What did not change leaves no step. */
export function changeOn(
  database: ReaderDatabase,
  page: string,
  ids: readonly PassageId[],
  partsOf: (passage: Passage) => { readonly was: Part; readonly is: Part },
  action: Action,
): Promise<Passage[]> {
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
export function undoAt(at: Whereabouts, way: Way, now: Moment): Promise<Undone | null> {
  return withKept(async (database) => {
    const documents = surely(await findPages(database, at)).map(({ row }) => pageDocument(row.key));
    for (;;) {
      const row = await nextOf(database, documents, way);
      if (!row) return null;
      const page = row.document.slice(pageDocument('').length);
      const { changed, read } = await turn(database, row, way, now, (document, [first]) =>
        first ? readPassage(document, page, first.id) : null,
      );
      // What has come to be so in another way is no step back; the one before it is.
      if (changed > 0) return { did: row.did, passage: read };
    }
  });
}
