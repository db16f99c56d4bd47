// Words with their places, and what finding one again is worth. An edit changes words, not characters, so
// changed passages are aligned by words; in scripts without spaces each character is one, and runs of them do
// the work of words. Worth is counted in bits, the logarithm of how rarely a word stands on the page: "the" says
// nothing of a place, a name that occurs once nearly everything, in every language and without a word list.
import { fold } from '../text/fold.ts';

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = new RegExp(
  `[${UNSPACED}]|[^${UNSPACED}\\P{L}]+(?:[\\p{M}\\p{N}\\u200C\\u200D]|[^${UNSPACED}\\P{L}])*|[\\p{N}\\p{M}]+`,
  'gu',
);
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]$`, 'u');
const ASCII = /^[a-zA-Z0-9]*$/;

/** A page's words are taken as part of a text this much longer: on a short page nothing is common. */
const BACKGROUND = 1_000;
/** A short word is common in its language, however rare on the page. */
const SHORT = 2;
const PER_LETTER = 1.5;
/** A character of Chinese depends on its neighbours: two make a word, and are worth about one. */
const UNSPACED_WORTH = 0.6;

export interface Words {
  readonly keys: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Stand for the edges of the root's text: nothing before, nothing behind is context too. */
export const EDGE_BEFORE = '\u0002';
export const EDGE_AFTER = '\u0003';

export function wordsIn(text: string): Words {
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  // Folding a word that is not ASCII costs microseconds, and words repeat.
  const folded = new Map<string, string>();
  const keyOf = (word: string): string => {
    if (ASCII.test(word)) return word.toLowerCase();
    if (word.length === 1) return word;
    const key = folded.get(word) ?? (fold(word) || word);
    folded.set(word, key);
    return key;
  };
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    keys.push(keyOf(word));
    starts.push(match.index);
    ends.push(match.index + word.length);
  }
  return { keys, starts, ends };
}

export interface WordIndex extends Words {
  /** A number for each word of the page that is the same for the same word. */
  readonly ids: Int32Array;
  /** By such a number: where the word stands, in order. */
  readonly places: readonly (readonly number[])[];
  /** -1 for a word that the page does not have. */
  idOf(key: string): number;
  /** What it says of a place that the word stands there. */
  bits(key: string): number;
}

export function indexWords(text: string): WordIndex {
  const inner = wordsIn(text);
  const keys = [EDGE_BEFORE, ...inner.keys, EDGE_AFTER];
  const starts = [0, ...inner.starts, text.length];
  const ends = [0, ...inner.ends, text.length];
  const numbers = new Map<string, number>();
  const places: number[][] = [];
  const ids = new Int32Array(keys.length);
  for (const [at, key] of keys.entries()) {
    let id = numbers.get(key);
    if (id === undefined) {
      id = places.length;
      numbers.set(key, id);
      places.push([]);
    }
    places[id]?.push(at);
    ids[at] = id;
  }
  const idOf = (key: string) => numbers.get(key) ?? -1;
  const bits = (key: string): number => {
    const count = places[idOf(key)]?.length ?? 1;
    const rare = Math.log2((keys.length + BACKGROUND) / count);
    return IS_UNSPACED.test(key) ? rare * UNSPACED_WORTH : Math.min(rare, SHORT + PER_LETTER * key.length);
  };
  return { keys, starts, ends, ids, places, idOf, bits };
}

export const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? '');
export const isUnspaced = (key: string): boolean => IS_UNSPACED.test(key);
