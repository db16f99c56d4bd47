// Where the quote stands to the letter. How often it did when it was kept, and which of them it was, decides
// between places that nothing else tells apart, and forbids to take the last one left of several.
import type { Page, Span } from './page.ts';
import type { Pattern } from './pattern.ts';
import { CONTEXT, type Selectors } from './selectors.ts';

export interface Occurrences {
  readonly places: readonly number[];
  readonly count: number;
}

/** Where the quote stands to the letter, and how often. */
export function occurrencesOf(page: Page, exact: string): Occurrences {
  return { places: placesOf(page.text, exact), count: countOf(page.compact, exact) };
}

/** A page can be made to say one thing without end: more places than these say nothing, and comparing takes time. */
const MOST_PLACES = 5_000;
const MOST_COMPARED = 20_000_000;

function placesOf(text: string, exact: string): number[] {
  const places: number[] = [];
  if (exact === '') return places;
  const most = Math.min(MOST_PLACES, 1 + MOST_COMPARED / exact.length);
  for (let at = text.indexOf(exact); at >= 0 && places.length < most; at = text.indexOf(exact, at + 1))
    places.push(at);
  return places;
}

/** How often, whatever stands between words: two Chinese sentences are the same with a space between as without. */
function countOf(compact: string, exact: string): number {
  return placesOf(compact, exact.replaceAll(' ', '')).length;
}

/** Characters before `a` and before `b` that are the same, up to `most`; behind them with `step` 1. */
function shared(text: string, a: number, b: number, step: 1 | -1, most: number): number {
  let length = 0;
  while (length < most) {
    const [one, other] = [text[a + step * length], text[b + step * length]];
    if (one === undefined || one !== other) break;
    length++;
  }
  return length;
}

/** How many characters of adjoining context the most similar other occurrence shares with the one at `index`. */
export function mostAlike(text: string, places: readonly number[], index: number, length: number): number {
  const own = places[index] ?? 0;
  let most = 0;
  for (const [at, other] of places.entries()) {
    if (at === index) continue;
    const before = shared(text, own - 1, other - 1, -1, CONTEXT);
    most = Math.max(most, before + shared(text, own + length, other + length, 1, CONTEXT));
  }
  return most;
}

/**
 * The quote with all its context, to the letter: the one such place, or among several the one that has the
 * same number as it had, on a page with as many.
 */
export function sameAsKept(
  pattern: Pattern,
  selectors: Selectors,
  page: Page,
  { places, count }: Occurrences,
): Span | null {
  const { text, start, end } = pattern;
  const same = places.filter((at) => at >= start && page.text.startsWith(text, at - start));
  const numbered = selectors.occurrence && places[selectors.occurrence.index];
  const isAsMany = selectors.occurrence?.count === count;
  const at =
    same.length > 1 && isAsMany
      ? same.find((place) => place === numbered)
      : same.length === 1
        ? same[0]
        : undefined;
  if (at === undefined) return null;
  // Without context a short quote that stands anywhere says nothing, unless the page is what it was.
  const isAsLong = selectors.length === page.text.length && selectors.position?.start === at;
  if (text.length === end - start && !isAsLong) return null;
  return { start: at, end: at + end - start };
}
