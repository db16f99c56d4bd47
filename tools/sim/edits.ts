// What readers do in a world, and how to see afterwards whether it is still there. Each edit leaves a word that is
// nowhere else, so that "lost" is found in what a reader would see, not in what Yjs believes to have.
import type * as Y from 'yjs';
import { moveToBin, presenceOf, takeFromBin } from './merge/deletion.ts';
import { fieldsOf, highlightsIn, noteOf, tagsOf } from './merge/layout.ts';
import type { Random } from './random.ts';

export interface Edit {
  readonly document: string;
  /** In the document afterwards. */
  readonly word: string;
  /** No longer in the document afterwards. */
  readonly without: string | null;
  /** When its outbox row had gone; infinite before. In steps of the world. */
  acknowledged: number;
  /** Somebody deleted the word again. */
  undone: boolean;
  /** Its only copy was on a machine that is gone, or on a server that lost it. Nobody can be asked for it. */
  excused: boolean;
}

const DOCUMENTS = ['page:one', 'page:two', 'page:three', 'entity:Q1', 'own'];
const HIGHLIGHTS = ['a', 'b', 'c', 'd'];
const COLOURS = ['yellow', 'green', 'blue'];
const WORD = /edit-\d+-\d+/g;

/** Makes one edit in one of the documents, and says what it left. */
export function editSomething(
  open: (document: string) => Y.Doc,
  word: string,
  random: Random,
  at: string,
): Pick<Edit, 'document' | 'word' | 'without'> {
  const name = random.among(DOCUMENTS) ?? 'own';
  const document = open(name);
  const highlight = random.among(HIGHLIGHTS) ?? 'a';
  const left = document.transact(() => change(document, highlight, word, random, at));
  return { document: name, ...left };
}

function change(document: Y.Doc, highlight: string, word: string, random: Random, at: string) {
  const left = { word, without: null };
  const fields = fieldsOf(document, highlight);
  const dice = random.fraction();
  if (dice < 0.4) {
    const note = noteOf(document, highlight);
    const text = note.toString();
    // Between words: a word that another one splits could not be found again.
    const ends = [0, ...[...text.matchAll(/;/g)].map(({ index }) => index + 1)];
    note.insert(random.among(ends) ?? 0, `${word};`);
    return left;
  }
  if (dice < 0.5) {
    const note = noteOf(document, highlight);
    const found = random.among([...note.toString().matchAll(WORD)]);
    if (found) {
      note.delete(found.index, found[0].length + 1);
      tagsOf(document, highlight).set(word, true);
      return { word, without: found[0] };
    }
  }
  if (dice < 0.65) {
    tagsOf(document, highlight).set(word, true);
    return left;
  }
  fields.set('colour', random.among(COLOURS));
  fields.set('changed', at);
  fields.set(`field ${word}`, random.below(1000));
  if (dice > 0.9) moveToBin(document, highlight, at);
  else if (dice > 0.85) takeFromBin(document, highlight);
  return left;
}

/** Highlights that are not in the bin. */
export function keptIn(document: Y.Doc): Set<string> {
  return new Set(highlightsIn(document).filter((highlight) => presenceOf(document, highlight) === 'kept'));
}

/** All that a reader would see of a document, in one text; the same text where two devices have the same. */
export function shown(document: Y.Doc): string {
  const parts = [...document.share.keys()].sort().map((key) => {
    const type = key.startsWith('n:')
      ? document.getText(key).toString()
      : sorted(document.getMap(key).toJSON());
    return [key, type];
  });
  return JSON.stringify(parts.filter(([, content]) => content !== '' && content !== '[]'));
}

function sorted(fields: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function wordsIn(text: string): Set<string> {
  return new Set(text.match(WORD));
}
