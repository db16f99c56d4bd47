// The document of a page, root-level types only: a map "page" for what is known of the page and of its further addresses;
// for each passage a map "h:<id>", a text "n:<id>" for its note and a map "t:<id>" as the set of its tags. What two
// devices or tabs write at once merges field by field, tag by tag and, in a note, word by word. A key of a map can be read
// in an update for ever, also once its value is gone: so nothing that a reader wrote or read is a key, but a sum of it.
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import {
  KeptPage,
  MOST_ALIASES,
  MOST_CONFIRMED,
  MOST_NAMES,
  MOST_NOTE_KEPT,
  MOST_TAGS,
  type Moment,
  Passage,
  type PassageDraft,
} from '../../core/annotation/kept/index.ts';
import { Selectors } from '../../core/annotation/selectors.ts';
import { mergeText, replaced } from '../../core/knowledge/own/index.ts';
import { longSum } from '../../core/text/index.ts';

const PAGE = 'page';
const ALIAS = 'a:';
const FIELDS = 'h:';
const NOTE = 'n:';
const TAGS = 't:';
const CONFIRMED = 'c:';
/** In the map of a passage that was removed from the bin for good; all else of it is gone. */
const GONE = 'gone';

/** In the bin since when, and what it was when it was put there. */
const Deletion = z.object({ at: z.string(), of: z.string() });
const Confirmed = z.object({ at: z.string(), selectors: Selectors });

export type KeptFields = Omit<Passage, 'page' | 'confirmed' | 'changed' | 'deleted' | 'revived'>;

/** What can be done and undone with a passage. Only what it names is changed. */
export type Part = { readonly [K in keyof PassageDraft]?: PassageDraft[K] | undefined } & {
  readonly deleted?: boolean | undefined;
  /** Places that the reader confirmed, by what `confirmationKey` makes of each. */
  readonly confirmed?: Readonly<Record<string, Selectors | null>> | undefined;
};

export function passagesIn(document: Y.Doc): string[] {
  return [...document.share.keys()].flatMap((key) =>
    key.startsWith(FIELDS) ? [key.slice(FIELDS.length)] : [],
  );
}

/** Null where nothing was kept, or nothing that this version can read. */
export function readPage(document: Y.Doc, key: string): KeptPage | null {
  const map = document.getMap(PAGE);
  const aliases = [...map.entries()].flatMap(([name, value]) =>
    name.startsWith(ALIAS) && typeof value === 'string' ? [value] : [],
  );
  const page = {
    key,
    url: map.get('url'),
    title: map.get('title'),
    published: map.get('published') ?? null,
    language: map.get('language'),
    made: map.get('made'),
    aliases: aliases.sort().slice(0, MOST_ALIASES),
  };
  return KeptPage.safeParse(page).data ?? null;
}

/** Only the first time. */
export function writePage(document: Y.Doc, page: Omit<KeptPage, 'key' | 'aliases'>): void {
  const map = document.getMap(PAGE);
  for (const [key, value] of Object.entries(page)) if (map.get(key) === undefined) map.set(key, value);
}

export function addAliases(document: Y.Doc, key: string, aliases: readonly string[]): void {
  const map = document.getMap(PAGE);
  for (const alias of aliases) {
    const name = ALIAS + longSum(alias);
    if (alias !== key && map.get(name) === undefined && map.size < MOST_ALIASES) map.set(name, alias);
  }
}

export function readPassage(document: Y.Doc, page: string, id: string): Passage | null {
  const map = document.getMap(FIELDS + id);
  if (map.size === 0) return null;
  const deletion = Deletion.safeParse(map.get('deleted')).data;
  const selectors = Selectors.safeParse(map.get('selectors')).data;
  const content = contentOf(document, id);
  const passage = {
    id,
    page,
    selectors,
    confirmed: confirmedIn(map).map((each) => each.selectors),
    quote: map.get('quote') ?? selectors?.quote.exact,
    ...content,
    names: map.get('names'),
    made: map.get('made'),
    changed: map.get('changed'),
    deleted: deletion?.at ?? null,
    revived: deletion !== undefined && deletion.of !== printOf(content),
  };
  return Passage.safeParse(passage).data ?? null;
}

function contentOf(document: Y.Doc, id: string) {
  const tags = [...document.getMap(TAGS + id).values()].filter((tag) => typeof tag === 'string').sort();
  const note = document.getText(NOTE + id).toString();
  return {
    colour: document.getMap(FIELDS + id).get('colour'),
    note: note.slice(0, MOST_NOTE_KEPT),
    tags: tags.slice(0, MOST_TAGS),
  };
}

function confirmedIn(map: Y.Map<unknown>): z.infer<typeof Confirmed>[] {
  return [...map.entries()]
    .flatMap(([key, value]) => (key.startsWith(CONFIRMED) ? (Confirmed.safeParse(value).data ?? []) : []))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(-MOST_CONFIRMED);
}

/** The same place confirmed on two devices is one. */
export function confirmationKey({ quote, position }: Selectors): string {
  return longSum(JSON.stringify([quote, position]));
}

/** Keeps a passage. One of this id that is there already is left as it is. */
export function writePassage(document: Y.Doc, fields: KeptFields): void {
  const { id, selectors, quote, names, made, ...draft } = fields;
  const map = document.getMap(FIELDS + id);
  if (map.get('selectors') !== undefined) return;
  map.delete(GONE);
  map.set('selectors', selectors);
  if (quote !== selectors.quote.exact) map.set('quote', quote);
  map.set('names', names.slice(0, MOST_NAMES));
  map.set('made', made);
  map.set('changed', made);
  write(document, id, { note: '', tags: [] }, draft, made);
}

/** What a file brings, with the places that were confirmed there, and in the bin where it was. Says whether it is new here. */
export function writeIncoming(
  document: Y.Doc,
  { confirmed, changed, deleted, ...fields }: Omit<Passage, 'page' | 'revived'>,
): boolean {
  const map = document.getMap(FIELDS + fields.id);
  if (map.get('selectors') !== undefined) return false;
  writePassage(document, fields);
  for (const [order, selectors] of confirmed.entries()) {
    // In the order in which they came; the file does not tell when.
    const at = new Date(Date.parse(changed) + order).toISOString();
    map.set(CONFIRMED + confirmationKey(selectors), { at, selectors });
  }
  if (deleted !== null) setDeleted(document, fields.id, deleted);
  map.set('changed', changed);
  return true;
}

/**
 * Makes of a passage what differs between `was` and `is`; what another tab or device changed meanwhile stays. Says whether
 * anything was written.
 */
export function write(document: Y.Doc, id: string, was: Part, is: Part, now: Moment): boolean {
  const map = document.getMap(FIELDS + id);
  if (map.get('selectors') === undefined) return false;
  const results = [
    is.colour !== undefined && is.colour !== was.colour && put(map, 'colour', is.colour),
    is.note !== undefined && writeText(document.getText(NOTE + id), was.note ?? '', is.note),
    is.tags !== undefined && writeTags(document.getMap(TAGS + id), was.tags ?? [], is.tags),
    is.confirmed !== undefined && writeConfirmed(map, is.confirmed, now),
  ];
  // Last, since it remembers what the passage was.
  results.push(is.deleted !== undefined && setDeleted(document, id, is.deleted ? now : null));
  const changed = results.includes(true);
  if (changed) map.set('changed', now);
  return changed;
}

function put(map: Y.Map<unknown>, key: string, value: unknown): boolean {
  if (map.get(key) === value) return false;
  map.set(key, value);
  return true;
}

/** A note, of a passage or of an entity. */
export function writeText(text: Y.Text, was: string, is: string): boolean {
  const current = text.toString();
  const merged = mergeText(was, current, is);
  if (merged === current) return false;
  const edit = replaced(current, merged);
  text.delete(edit.from, edit.to - edit.from);
  text.insert(edit.from, edit.text);
  return true;
}

function writeTags(map: Y.Map<unknown>, was: readonly string[], is: readonly string[]): boolean {
  const dropped = was.filter((tag) => !is.includes(tag) && map.has(longSum(tag)));
  const added = is.filter((tag) => !was.includes(tag) && !map.has(longSum(tag)));
  for (const tag of dropped) map.delete(longSum(tag));
  for (const tag of added) map.set(longSum(tag), tag);
  return dropped.length + added.length > 0;
}

function writeConfirmed(map: Y.Map<unknown>, places: Part['confirmed'], at: Moment): boolean {
  let changed = false;
  for (const [key, selectors] of Object.entries(places ?? {})) {
    const there = map.has(CONFIRMED + key);
    if (selectors && !there) map.set(CONFIRMED + key, { at, selectors });
    if (!selectors && there) map.delete(CONFIRMED + key);
    changed ||= there !== (selectors !== null);
  }
  return changed;
}

function setDeleted(document: Y.Doc, id: string, at: Moment | null): boolean {
  const map = document.getMap(FIELDS + id);
  const deletion = Deletion.safeParse(map.get('deleted')).data;
  const of = printOf(contentOf(document, id));
  if (at === null) {
    map.delete('deleted');
    return deletion !== undefined;
  }
  if (deletion?.of === of) return false;
  map.set('deleted', { at, of });
  return true;
}

/**
 * Takes a passage out of its document for good; what is left says only that there was one. With the last passage goes what
 * is known of the page. Says whether anything is left at all.
 */
export function erase(document: Y.Doc, id: string): boolean {
  const map = document.getMap(FIELDS + id);
  empty(map);
  empty(document.getMap(TAGS + id));
  const text = document.getText(NOTE + id);
  text.delete(0, text.length);
  map.set(GONE, true);
  const isLast = passagesIn(document).every((each) => document.getMap(FIELDS + each).has(GONE));
  if (isLast) empty(document.getMap(PAGE));
  return !isLast;
}

function empty(map: Y.Map<unknown>): void {
  for (const key of [...map.keys()]) map.delete(key);
}

/** Two states of a passage are told apart by this: an edit that a deletion did not know of shows. */
function printOf(content: unknown): string {
  return longSum(JSON.stringify(content));
}
