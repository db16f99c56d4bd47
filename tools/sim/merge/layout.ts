// The simulation's model of a document of the reader's: the engine never looks inside, and the real layouts
// (storage/reader) have more fields than losing edits needs. As there, only root-level types: two
// devices that make a nested type under the same key at the same time lose what one of them puts in (929 of 7,603
// edits in a simulation). Root-level types come into being by being asked for, on every device the same one.
import type * as Y from 'yjs';

const FIELDS = 'h:';
const NOTE = 'n:';
const TAGS = 't:';

/** A highlight's fields, a key for each: two devices that change two fields change both. */
export function fieldsOf(document: Y.Doc, highlight: string): Y.Map<unknown> {
  return document.getMap(FIELDS + highlight);
}

/** Its note, which two devices may write at the same time. */
export function noteOf(document: Y.Doc, highlight: string): Y.Text {
  return document.getText(NOTE + highlight);
}

/** Its tags as a set: the keys. */
export function tagsOf(document: Y.Doc, highlight: string): Y.Map<true> {
  return document.getMap<true>(TAGS + highlight);
}

/** In alphabetical order; deleted ones too. */
export function highlightsIn(document: Y.Doc): string[] {
  return [...document.share.keys()]
    .flatMap((key) => (key.startsWith(FIELDS) ? [key.slice(FIELDS.length)] : []))
    .filter((highlight) => fieldsOf(document, highlight).size > 0)
    .sort();
}
