// A link that leads to the passage itself: `#:~:text=` (WICG scroll-to-text-fragment, in all engines since 2024).
// The browser looks for whole words; a long passage is given by its first and last ones, and what stands around it
// only where the words alone stand more than once.
import type { Selectors } from './selectors.ts';

/** Characters; longer, and the address says start and end only. */
const LONGEST_WHOLE = 120;
/** Words at either end of a long passage, and around one that is not the only one. */
const WORDS = 6;
/** Scripts without spaces: characters in place of words. */
const CHARACTERS = 16;

function firstWords(text: string): string {
  const words = text.split(' ');
  return words.length > 2 ? words.slice(0, WORDS).join(' ') : [...text].slice(0, CHARACTERS).join('');
}

function lastWords(text: string): string {
  const words = text.split(' ');
  return words.length > 2 ? words.slice(-WORDS).join(' ') : [...text].slice(-CHARACTERS).join('');
}

/** `,` and `-` divide the parts; `encodeURIComponent` leaves the second alone. A torn character cannot be encoded. */
const encoded = (text: string) => encodeURIComponent(text.trim().toWellFormed()).replaceAll('-', '%2D');

/** The context nearest to the quote may begin in the middle of a word, which the browser would not find. */
const wholeWords = (text: string, from: 'start' | 'end') =>
  text.length < 20 ? text : from === 'start' ? text.replace(/^\S+\s/, '') : text.replace(/\s\S+$/, '');

function textFragment({ quote: { exact, prefix = '', suffix = '' }, occurrence }: Selectors): string {
  const text = exact.replace(/\s+/g, ' ').trim();
  const parts = text.length > LONGEST_WHOLE ? [firstWords(text), lastWords(text)] : [text];
  const middle = parts.map(encoded).join(',');
  if ((occurrence?.count ?? 1) <= 1) return `:~:text=${middle}`;
  const before = encoded(lastWords(wholeWords(prefix, 'start').replace(/\s+/g, ' ').trim()));
  const behind = encoded(firstWords(wholeWords(suffix, 'end').replace(/\s+/g, ' ').trim()));
  return `:~:text=${before && `${before}-,`}${middle}${behind && `,-${behind}`}`;
}

/** `address` with the passage in it; what it had behind `#` stays before it. */
export function linkTo(address: string, selectors: Selectors): string {
  const [page = '', fragment = ''] = address.split('#');
  return `${page}#${fragment.replace(/:~:.*$/s, '')}${textFragment(selectors)}`;
}
