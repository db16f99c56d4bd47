// Single fields of another program's record, brought into the bounds of ours. What fits is left as it is, to the letter:
// our own files come back unchanged.
import { MOST_NOTE_KEPT, MOST_TAGS, Moment, readAddress, Selectors, Tag } from '../kept/index.ts';
import { CONTEXT } from '../selectors.ts';
import type { IncomingPage, Shortening } from './incoming.ts';

const LONGEST_TAG = 50;
const LONGEST_TITLE = 1_000;
const LONGEST_ADDRESS = 4_000;

/** Null where there is no such moment. */
export function momentOf(text: unknown): Moment | null {
  if (typeof text !== 'string' || text.length > 40) return null;
  // As servers write it, with microseconds that a Date would drop.
  const inZulu = text.replace(/\+00:?00$/, 'Z');
  const given = Moment.safeParse(inZulu);
  if (given.success && !Number.isNaN(Date.parse(inZulu))) return given.data;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : (Moment.safeParse(new Date(time).toISOString()).data ?? null);
}

export function tidyTags(given: readonly string[], shortened: Shortening[]): string[] {
  const tags = new Set<string>();
  for (const tag of given) {
    const tidy = Tag.safeParse(tag).success
      ? tag
      : tag.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TAG).trim();
    if (tidy !== tag) shortened.push('tags-changed');
    if (tidy !== '') tags.add(tidy);
  }
  if (tags.size > MOST_TAGS) shortened.push('tags-changed');
  return [...tags].slice(0, MOST_TAGS);
}

export function tidyNote(note: string, shortened: Shortening[]): string {
  if (note.length <= MOST_NOTE_KEPT) return note;
  shortened.push('note-shortened');
  return note.slice(0, MOST_NOTE_KEPT).toWellFormed();
}

/** White space as a page shows it: paragraphs apart by an empty line, all else one space. */
export function tidyQuote(text: string): string {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map(collapsed)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

const collapsed = (text: string) => text.replaceAll(/\s+/g, ' ');

/** Selectors of a quote alone; null where it is none, or too long to be one. */
export function quoteSelectors(quote: string, prefix = '', suffix = ''): Selectors | null {
  const exact = collapsed(quote).trim();
  // The part that adjoins the quote counts.
  const before = collapsed(prefix).slice(-CONTEXT);
  const behind = collapsed(suffix).slice(0, CONTEXT);
  const selectors = {
    version: 1,
    quote: { type: 'TextQuoteSelector', exact, prefix: before, suffix: behind },
  };
  return Selectors.safeParse(selectors).data ?? null;
}

/** The page at an address; null where that is no page of the web. */
export function pageAt(url: string, title: string, made: Moment): IncomingPage | null {
  if (url.length > LONGEST_ADDRESS || !/^https?:/i.test(url) || !readAddress(url)) return null;
  return {
    key: null,
    url,
    title: collapsed(title).trim().slice(0, LONGEST_TITLE).toWellFormed(),
    published: null,
    language: 'und',
    made,
    aliases: [],
  };
}
