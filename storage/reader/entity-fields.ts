// The document of an actor or a place: a text "note" for what the reader wrote, and a map "entity" with how a card called
// it, so that the note can be listed without the pack that knew it.
import type * as Y from 'yjs';
import { EntityNote, MOST_NOTE_KEPT, type Moment } from '../../core/annotation/kept/index.ts';
import { writeText } from './kept-fields.ts';

const MAP = 'entity';
const NOTE = 'note';

/** Null where there is no note, or none that this version can read. */
export function readEntityNote(document: Y.Doc, entity: string): EntityNote | null {
  const map = document.getMap(MAP);
  const note = {
    entity,
    name: map.get('name'),
    kind: map.get('kind'),
    note: document.getText(NOTE).toString().slice(0, MOST_NOTE_KEPT),
    changed: map.get('changed'),
    deleted: null,
  };
  return note.note.trim() === '' ? null : (EntityNote.safeParse(note).data ?? null);
}

/** Only what differs between `was` and `is` is written. Says whether anything was. */
export function writeEntityNote(
  document: Y.Doc,
  { name, kind }: Pick<EntityNote, 'name' | 'kind'>,
  { was, is }: { readonly was: string; readonly is: string },
  now: Moment,
): boolean {
  const map = document.getMap(MAP);
  if (!writeText(document.getText(NOTE), was, is)) return false;
  if (map.get('name') !== name) map.set('name', name);
  if (map.get('kind') !== kind) map.set('kind', kind);
  map.set('changed', now);
  return true;
}

/** For a note that there was: how its entity is called is known. */
export function writeNoteAgain(document: Y.Doc, was: string, is: string, now: Moment): boolean {
  const map = document.getMap(MAP);
  if (map.get('name') === undefined || !writeText(document.getText(NOTE), was, is)) return false;
  map.set('changed', now);
  return true;
}
