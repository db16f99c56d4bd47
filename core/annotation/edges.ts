// Where a passage begins and ends in the page, once its words are aligned. Where its first or last words were
// changed, the context that still stands beside it says where it begins or ends; where that has moved away
// too, as many words are taken as were kept, but none of another sentence.
import type { Alignment } from './alignment.ts';
import type { Page, Span } from './page.ts';
import type { Weighed } from './pattern.ts';
import { isWordAt } from './words.ts';

/** Between context and the first word that stayed may stand so many times the words that were changed, and a few. */
const GROWN = 2;
const GROWN_MORE = 2;

const SENTENCE_END = /[.!?…。！？؟]/u;

/** Nothing of the context on this side is left. */
const NONE = Number.POSITIVE_INFINITY;

interface Side {
  /** Words of the quote between its edge and its first matched word. */
  readonly missing: number;
  /** Words of the context between the quote's edge and the nearest matched one; infinite if none is. */
  readonly unmatched: number;
  /** Words of the page between those two. */
  readonly between: number;
}

/** How many of the words between context and quote belong to the quote; null where the context does not say. */
function share({ missing, unmatched, between }: Side): number | null {
  if (missing === 0) return 0;
  if (unmatched === NONE || between < 0 || between > GROWN * missing + unmatched + GROWN_MORE) return null;
  if (between >= missing + unmatched) return between - unmatched;
  return Math.round((between * missing) / (missing + unmatched));
}

function isBreak(page: Page, word: number): boolean {
  const { ends, starts } = page.words;
  const from = ends[word] ?? 0;
  const to = starts[word + 1] ?? page.text.length;
  return SENTENCE_END.test(page.text.slice(from, to)) || page.beginsBlock(from, to);
}

interface Words {
  readonly from: number;
  readonly to: number;
}

function wordsOf(pattern: Weighed, { match }: Alignment, page: Page): Words | null {
  const { first, past } = pattern;
  const matched = match.flatMap((j, i) => (j >= 0 ? [i] : []));
  const before = matched.findLast((i) => i < first);
  const behind = matched.find((i) => i >= past);
  const inside = matched.filter((i) => i >= first && i < past);
  const at = (i: number | undefined) => (i === undefined ? -1 : (match[i] ?? -1));
  const unmatchedBefore = before === undefined ? NONE : first - before - 1;
  const unmatchedBehind = behind === undefined ? NONE : behind - past;
  const [head, tail] = [inside[0], inside.at(-1)];
  if (head === undefined || tail === undefined) {
    if (before === undefined || behind === undefined) return null;
    const from = at(before) + 1 + unmatchedBefore;
    const to = at(behind) - 1 - unmatchedBehind;
    return from <= to ? { from, to } : null;
  }
  let from = at(head);
  let to = at(tail);
  const more = share({
    missing: head - first,
    unmatched: unmatchedBefore,
    between: before === undefined ? NONE : at(head) - at(before) - 1,
  });
  if (more !== null) from -= more;
  else for (let n = head - first; n > 0 && from > 1 && !isBreak(page, from - 1); n--) from--;
  const rest = share({
    missing: past - 1 - tail,
    unmatched: unmatchedBehind,
    between: behind === undefined ? NONE : at(behind) - at(tail) - 1,
  });
  if (rest !== null) to += rest;
  else
    for (let n = past - 1 - tail; n > 0 && to < page.words.keys.length - 2 && !isBreak(page, to); n--) to++;
  return { from, to };
}

/** So many times the quote's words, and a long paragraph's that may have been inserted: a passage is no longer. */
const LONGEST = 2;
const INSERTED = 130;

const isMark = (text: string, at: number) =>
  text[at] !== undefined && text[at] !== ' ' && !isWordAt(text, at);

/** The characters of the page that the quote is now; null where nothing is left between its contexts. */
export function spanOf(pattern: Weighed, alignment: Alignment, page: Page): Span | null {
  const words = wordsOf(pattern, alignment, page);
  if (!words || words.to - words.from > LONGEST * (pattern.past - pattern.first) + INSERTED) return null;
  const { text } = page;
  const { starts, ends } = page.words;
  let start = starts[words.from] ?? 0;
  let end = ends[words.to] ?? text.length;
  const firstStart = pattern.starts[pattern.first] ?? pattern.start;
  const lastEnd = pattern.ends[pattern.past - 1] ?? pattern.end;
  const isWhole = (i: number, word: number) => alignment.match[i] === word && alignment.alike[i] === 1;
  // A quote may begin or end inside a word, or with marks beside its words: a quotation mark, the full stop.
  if (pattern.start > firstStart) {
    if (isWhole(pattern.first, words.from)) start = Math.min(end, start + pattern.start - firstStart);
  } else for (let n = firstStart - pattern.start; n > 0 && isMark(text, start - 1); n--) start--;
  if (pattern.end < lastEnd) {
    if (isWhole(pattern.past - 1, words.to)) end = Math.max(start, end - (lastEnd - pattern.end));
  } else for (let n = pattern.end - lastEnd; n > 0 && isMark(text, end); n--) end++;
  return start < end ? { start, end } : null;
}
