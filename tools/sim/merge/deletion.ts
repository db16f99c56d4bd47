// A deletion is a field, so that nothing is gone before the reader empties the bin. It says what it knew: an edit
// made elsewhere, before that device heard of the deletion, changes what is there, and then the bin shows the note
// marked instead of hiding that somebody went on writing. No clock is compared, and all devices come to the same end.
import type * as Y from 'yjs';
import { fieldsOf, noteOf, tagsOf } from './layout.ts';

const DELETED = 'deleted';
const KNEW = 'deleted:knew';

/** In every update that deletes something, and in no other. */
export const SAYS_DELETED = 'deleted on ';

export type Presence = 'kept' | 'in the bin' | 'in the bin, changed since';

/** @param at ISO 8601, for display */
export function moveToBin(document: Y.Doc, highlight: string, at: string): void {
  const fields = fieldsOf(document, highlight);
  fields.set(DELETED, `${SAYS_DELETED}${at}`);
  fields.set(KNEW, contentOf(document, highlight));
}

export function takeFromBin(document: Y.Doc, highlight: string): void {
  const fields = fieldsOf(document, highlight);
  fields.delete(DELETED);
  fields.delete(KNEW);
}

export function presenceOf(document: Y.Doc, highlight: string): Presence {
  const fields = fieldsOf(document, highlight);
  if (fields.get(DELETED) === undefined) return 'kept';
  return fields.get(KNEW) === contentOf(document, highlight) ? 'in the bin' : 'in the bin, changed since';
}

/** FNV-1a over what the reader sees of it: to tell two contents apart, not to prove anything. */
function contentOf(document: Y.Doc, highlight: string): number {
  const fields = [...fieldsOf(document, highlight).entries()].filter(([key]) => !key.startsWith(DELETED));
  const text = JSON.stringify([
    fields.sort(([a], [b]) => (a < b ? -1 : 1)),
    noteOf(document, highlight).toString(),
    [...tagsOf(document, highlight).keys()].sort(),
  ]);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
