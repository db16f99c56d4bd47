// What is written into the search field: words that must be there, "words in this order", and -words that must not.
import { nameKey, tokenize } from '../../text/index.ts';
import { termsAsked } from './terms.ts';

export interface Question {
  readonly terms: readonly string[];
  /** Folded, with single spaces. */
  readonly phrases: readonly string[];
  readonly without: readonly string[];
}

/** Straight, curly, low and angled marks, as keyboards of many languages make them. */
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
const WITHOUT = /(?<=^|\s)[-−–]([^\s-]\S*)/gu;

export function readQuestion(text: string): Question {
  const phrases = [...text.matchAll(QUOTED)].map(([, words = '']) => words);
  const rest = text.replaceAll(QUOTED, ' ');
  const without = [...rest.matchAll(WITHOUT)].map(([, word = '']) => word);
  return {
    terms: termsAsked(`${rest.replaceAll(WITHOUT, ' ')} ${phrases.join(' . ')}`),
    phrases: phrases.map(keyOf).filter((key) => key !== ''),
    without: without.flatMap((word) => termsAsked(word)),
  };
}

/** As a phrase is compared. */
export function keyOf(text: string): string {
  return nameKey(tokenize(text));
}

/** Whether nothing is asked for. */
export function isEmpty({ terms, without }: Question): boolean {
  return terms.length + without.length === 0;
}
