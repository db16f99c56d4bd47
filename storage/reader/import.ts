// What a file brings in. Each page is one transaction, the whole import one step to undo. What is there already, under the
// same id, stays as the reader made it since, in the bin too.
import type { IncomingPage, IncomingPassage } from '../../core/annotation/exchange/index.ts';
import {
  type EntityNote,
  isSameSite,
  MOST_ON_PAGE,
  type Moment,
  type PageKey,
  readAddress,
  type Whereabouts,
  whereabouts,
} from '../../core/annotation/kept/index.ts';
import { CodedError } from '../../messaging/result.ts';
import type { ReaderDatabase } from './database.ts';
import { changeIn } from './documents.ts';
import { edited } from './edit-kept.ts';
import { readEntityNote, writeEntityNote } from './entity-fields.ts';
import { findPages } from './find-page.ts';
import { remember, type Step } from './history.ts';
import { keyFor } from './keep.ts';
import { surely } from './kept.ts';
import { addAliases, passagesIn, writeIncoming, writePage } from './kept-fields.ts';
import { deriveKept, entityDocument, keptTables, withKept } from './kept-rows.ts';
import { turn } from './turn.ts';

export interface Imported {
  readonly kept: number;
  /** Left as they are. */
  readonly there: number;
  /** More than a page can have. */
  readonly full: number;
}

interface Import {
  /** The same for all pages of one file. */
  readonly batch: string;
  readonly now: Moment;
}

export function importOn(
  page: IncomingPage,
  passages: readonly IncomingPassage[],
  { batch, now }: Import,
): Promise<Imported> {
  const at = whereabouts(page.url, { canonical: null, title: page.title });
  if (!at) throw new CodedError('bad-message', 'url');
  return withKept(async (database) => {
    const ids = passages.map(({ id }) => id);
    const known = new Set((await database.passages.bulkGet(ids)).flatMap((row) => row?.id ?? []));
    const fresh = passages.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return { kept: 0, there: passages.length, full: 0 };
    const key = await keyOf(database, at, page);
    let room = 0;
    let kept = 0;
    await edited(database, key, [], { batch, did: 'kept', now }, (document) => {
      const { url, title, published, language, made } = page;
      writePage(document, { url, title, published, language, made });
      addAliases(document, key, [...at.keys, ...page.aliases.filter((alias) => isOnSite(alias, at))]);
      room = Math.max(0, MOST_ON_PAGE - passagesIn(document).length);
      const written = fresh.slice(0, room).filter((passage) => writeIncoming(document, passage));
      kept = written.length;
      return written.flatMap(({ id, deleted }): Step[] =>
        deleted === null ? [{ id, was: { deleted: true }, is: { deleted: false } }] : [],
      );
    });
    const full = Math.max(0, fresh.length - room);
    return { kept, there: passages.length - kept - full, full };
  });
}

/**
 * Where a file says under which key its page was, that is believed on the page's own site: an article that has moved, or one
 * of several texts at one address, comes back to its place.
 */
async function keyOf(database: ReaderDatabase, at: Whereabouts, page: IncomingPage): Promise<PageKey> {
  const said = page.key !== null && isOnSite(page.key, at) ? page.key : null;
  if (said !== null && (said.includes('#~') || (await database.pages.get(said)))) return said;
  const here = { ...at, key: said ?? at.key, keys: [...new Set([said ?? at.key, ...at.keys])] };
  const there = surely(await findPages(database, here)).map(({ row }) => row);
  return keyFor(here, page.published?.day, there, false);
}

/** A key reads as an address that gives it again. */
function isOnSite(key: string, { site }: Whereabouts): boolean {
  const [address = ''] = key.split('#~');
  const read = readAddress(`https://${address}`);
  return read !== null && read.key === address && isSameSite(read.site, site);
}

/** Notes on actors and places that the reader has none on. */
export function importNotes(
  notes: readonly EntityNote[],
  { batch }: Import,
): Promise<Omit<Imported, 'full'>> {
  return withKept(async (database) => {
    let kept = 0;
    for (const note of notes) if (await importNote(database, note, batch)) kept++;
    return { kept, there: notes.length - kept };
  });
}

function importNote(database: ReaderDatabase, note: EntityNote, batch: string): Promise<boolean> {
  const document = entityDocument(note.entity);
  return changeIn(database, {
    document,
    derived: (within) => [...keptTables(within), within.history],
    edit: (doc) =>
      readEntityNote(doc, note.entity) === null &&
      writeEntityNote(doc, note, { was: '', is: note.note }, note.changed),
    derive: async (doc, within, wrote) => {
      await deriveKept(document, doc, within);
      const steps = wrote ? [{ id: note.entity, was: { note: '' }, is: { note: note.note } }] : [];
      await remember(within, { document, batch, did: 'kept', steps });
    },
  });
}

/** Takes this import back, whatever was done since elsewhere. Answers how many passages and notes that were. */
export function undoImport(batch: string, now: Moment): Promise<number> {
  return withKept(async (database) => {
    const rows = await database.history.where('batch').equals(batch).sortBy('id');
    let changed = 0;
    for (const row of rows.reverse())
      if (row.state === 'done')
        changed += (await turn(database, row, { way: 'undo', id: batch, now }, () => null)).changed;
    return changed;
  });
}
