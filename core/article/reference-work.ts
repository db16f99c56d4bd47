// An encyclopaedia says `Article` too, with the day on which the page was begun: New Zealand "appeared" in
// 2001. A text that is rewritten for ever has no day as of which its names could be told.
import { selectAll } from '../text/dom-access.ts';
import type { LinkedThing } from './linked-data.ts';
import { NEWS } from './schema-types.ts';

const YEAR = 31_557_600_000;

export function isReferenceWork(document: Document, { types, value }: LinkedThing): boolean {
  if (types.some((type) => NEWS.test(type))) return false;
  const years =
    (Date.parse(String(value['dateModified'])) - Date.parse(String(value['datePublished']))) / YEAR;
  return years > 1 && selectAll(document, 'meta[name="generator" i][content*="wiki" i]').length > 0;
}
