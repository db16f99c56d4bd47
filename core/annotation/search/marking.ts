// Where in a text that is shown the words that were searched for stand, and which part of a long text shows them.
import { termsOf } from './terms.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Of the terms that were found, in order, not overlapping. */
export function spansOf(text: string, terms: ReadonlySet<string>): Span[] {
  if (terms.size === 0) return [];
  const spans: { start: number; end: number }[] = [];
  for (const { term, start, end } of termsOf(text).sort((a, b) => a.start - b.start)) {
    if (!terms.has(term)) continue;
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** Characters that stay before the first found word of a text that is cut. */
const BEFORE = 60;

/** The text in pieces, cut to `most` characters around the first found word; `…` where it was cut. */
export function partsOf(text: string, terms: ReadonlySet<string>, most: number): Part[] {
  // No more than is shown is looked through, unless the words stand further on.
  const near = text.length <= most * 4 ? text : text.slice(0, most * 4);
  const spans = spansOf(near, terms);
  const first = spans[0]?.start ?? 0;
  const fits = text.length <= most || first <= Math.max(BEFORE, most - BEFORE);
  const from = fits ? 0 : wordStart(text, first - BEFORE);
  const to = Math.min(text.length, from + most);
  const parts: Part[] = [];
  let at = from;
  const push = (end: number, found: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), found });
    at = Math.max(at, end);
  };
  if (from > 0) parts.push({ text: '…', found: false });
  for (const { start, end } of spans) {
    if (start < from || end > to) continue;
    push(start, false);
    push(end, true);
  }
  push(to, false);
  if (to < text.length) parts.push({ text: '…', found: false });
  return parts;
}

/** The nearest beginning of a word from there on; never within a surrogate pair. */
function wordStart(text: string, near: number): number {
  const space = text.slice(near, near + 20).search(/\s/);
  const at = space < 0 ? near : near + space + 1;
  return /^[\uDC00-\uDFFF]/.test(text.slice(at)) ? at + 1 : at;
}
