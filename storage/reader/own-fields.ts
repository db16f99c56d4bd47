// The document of own knowledge: root-level types only (nested ones that two devices make at the same time under
// one key lose the edits of one of them). For each entry a map "e:<id>" with a key per field, where every further
// name is a field of its own so that two windows may each add one, and a text "n:<id>" for its note.
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { Entity, labelOf } from '../../core/knowledge/entity.ts';
import { MOST_NAMES, mergeText, type OwnDraft, OwnEntry, replaced } from '../../core/knowledge/own/index.ts';

const MAP = 'e:';
const NOTE = 'n:';
const NAME = 'a:';
const MOST_NOTE_KEPT = 8_000;

const PLAIN_FIELDS = ['kind', 'name', 'surname', 'line'] as const;

/** A further name's language, and its place among the others. */
const NameField = z.object({ lang: z.string(), at: z.number() });

export function idsIn(document: Y.Doc): string[] {
  return [...document.share.keys()].flatMap((key) => (key.startsWith(MAP) ? [key.slice(MAP.length)] : []));
}

/** Null where there is no such entry, or none that this version can read. */
export function readEntry(document: Y.Doc, id: string): OwnEntry | null {
  const map = document.getMap(MAP + id);
  if (map.size === 0) return null;
  const names = [...map.entries()]
    .flatMap(([key, value]) => {
      const field = key.startsWith(NAME) ? NameField.safeParse(value).data : undefined;
      return field ? [{ text: key.slice(NAME.length), ...field }] : [];
    })
    .sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1));
  const entry = {
    id,
    kind: map.get('kind'),
    name: map.get('name'),
    names: names.slice(0, MOST_NAMES).map(({ text, lang }) => ({ text, lang })),
    surname: map.get('surname') ?? '',
    line: map.get('line') ?? '',
    geo: map.get('geo') ?? null,
    note: document
      .getText(NOTE + id)
      .toString()
      .slice(0, MOST_NOTE_KEPT),
    changed: map.get('changed'),
    deleted: map.get('deleted') ?? null,
    record: recordOf(map.get('record')),
  };
  return OwnEntry.safeParse(entry).data ?? null;
}

function recordOf(stored: unknown): unknown {
  if (typeof stored !== 'string') return null;
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

/**
 * Makes of an entry what the form says. Only what was changed in the form is written, so that what another window
 * changed meanwhile stays.
 *
 * @param was what the form began with; null for a new entry
 */
export function writeDraft(document: Y.Doc, id: string, was: OwnDraft | null, is: OwnDraft, now: string) {
  const map = document.getMap(MAP + id);
  const before = map.size;
  let changed = map.get('deleted') !== undefined;
  map.delete('deleted');
  for (const key of PLAIN_FIELDS) {
    if (was && was[key] === is[key]) continue;
    if (map.get(key) === is[key]) continue;
    map.set(key, is[key]);
    changed = true;
  }
  if (JSON.stringify(was?.geo ?? null) !== JSON.stringify(is.geo)) {
    if (is.geo) map.set('geo', is.geo);
    else map.delete('geo');
    changed = true;
  }
  changed = writeNames(map, was, is) || changed;
  changed = writeNote(document.getText(NOTE + id), was?.note ?? '', is.note) || changed;
  if (changed || before === 0) map.set('changed', now);
}

function writeNames(map: Y.Map<unknown>, was: OwnDraft | null, is: OwnDraft): boolean {
  const before = new Map(was?.names.map(({ text, lang }) => [text, lang]));
  const after = new Map(is.names.map(({ text, lang }) => [text, lang]));
  const dropped = [...before.keys()].filter((text) => !after.has(text));
  const added = [...after].filter(([text, lang]) => before.get(text) !== lang);
  for (const text of dropped) map.delete(NAME + text);
  const places = [...map.entries()].map(([key, value]) =>
    key.startsWith(NAME) ? (NameField.safeParse(value).data?.at ?? 0) : 0,
  );
  let at = Math.max(0, ...places);
  for (const [text, lang] of added) {
    const there = NameField.safeParse(map.get(NAME + text)).data;
    if (there?.lang === lang) continue;
    at += 1;
    map.set(NAME + text, { lang, at: there?.at ?? at });
  }
  return dropped.length + added.length > 0;
}

function writeNote(text: Y.Text, was: string, is: string): boolean {
  const current = text.toString();
  const merged = mergeText(was, current, is);
  if (merged === current) return false;
  const edit = replaced(current, merged);
  text.delete(edit.from, edit.to - edit.from);
  text.insert(edit.from, edit.text);
  return true;
}

/** Takes over what another source says of somebody; what the reader wrote of them stays. */
export function writeRecord(document: Y.Doc, entity: Entity, now: string): void {
  const map = document.getMap(MAP + entity.id);
  const earlier = Entity.safeParse(recordOf(map.get('record'))).data;
  // A name that the reader gave stands; one that only stood for the record follows it.
  if (map.get('name') === undefined || (earlier && map.get('name') === labelOf(earlier)))
    map.set('name', labelOf(entity));
  if (map.get('kind') === undefined || earlier?.kind === map.get('kind')) map.set('kind', entity.kind);
  map.set('record', JSON.stringify(entity));
  map.set('changed', now);
  map.delete('deleted');
}

export function setDeleted(document: Y.Doc, id: string, deleted: string | null): void {
  const map = document.getMap(MAP + id);
  if (map.size === 0) return;
  if (deleted === null) map.delete('deleted');
  else if (map.get('deleted') === undefined) map.set('deleted', deleted);
}
