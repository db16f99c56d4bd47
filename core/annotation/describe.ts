// A selected range → what is kept of it (`selectors.ts`).
import { mostAlike, occurrencesOf } from './occurrences.ts';
import type { Boundary } from './page.ts';
import { Page } from './page.ts';
import { pathOf, textNodesIn } from './paths.ts';
import { CONTEXT, LONGEST_QUOTE, type RangeSelector, type Selectors } from './selectors.ts';
import { accessFor } from './visible-text.ts';

/** A path and an offset into its element's `textContent`; null for a text that is the root itself. */
function pointAt(root: Node, { node, offset }: Boundary): { path: string; offset: number } | null {
  const dom = accessFor(root);
  const element = node === root ? null : dom.parent(node);
  const path = element && pathOf(root, element, dom);
  if (element === null || path === null) return null;
  let before = 0;
  for (const text of textNodesIn(element, dom)) {
    if (text === node) return { path, offset: before + offset };
    before += text.data.length;
  }
  return null;
}

function rangeSelector(root: Node, start: Boundary, end: Boundary): RangeSelector | undefined {
  const [from, to] = [pointAt(root, start), pointAt(root, end)];
  if (!from || !to) return undefined;
  return {
    type: 'RangeSelector',
    startContainer: from.path,
    startOffset: from.offset,
    endContainer: to.path,
    endOffset: to.offset,
  };
}

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/**
 * What to keep of `range`, ready for JSON. Null where it holds no text of the root (nothing but white space, a
 * form field, another frame), or more than a passage. What lies outside the root is left out.
 */
export function describe(root: Node | Page, range: AbstractRange): Selectors | null {
  const page = root instanceof Page ? root : new Page(root);
  const span = page.spanOf(range);
  const boundaries = span && page.boundariesOf(span);
  if (!span || !boundaries || span.end - span.start > LONGEST_QUOTE) return null;
  const { text } = page;
  const { start, end } = span;
  let from = Math.max(0, start - CONTEXT);
  let to = Math.min(text.length, end + CONTEXT);
  if (isLowSurrogate(text.charCodeAt(from))) from++;
  if (isLowSurrogate(text.charCodeAt(to))) to--;
  const { places, count } = occurrencesOf(page, text.slice(start, end));
  const index = places.indexOf(start);
  const path = rangeSelector(page.root, boundaries.start, boundaries.end);
  return {
    version: 1,
    quote: {
      type: 'TextQuoteSelector',
      exact: page.shown(span),
      prefix: page.shown({ start: from, end: start }),
      suffix: page.shown({ start: end, end: to }),
    },
    position: { type: 'TextPositionSelector', start, end },
    ...(path && { range: path }),
    occurrence: { index, count, alike: mostAlike(text, places, index, end - start) },
    length: text.length,
  };
}
