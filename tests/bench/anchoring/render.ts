// Blocks → a document, with the truth beside it: which characters of which text nodes belong to the passage.
import { JSDOM } from 'jsdom';
import type { Block } from './marked.ts';
import type { Chance } from './random.ts';

/** One window for all: a window of jsdom is never given back. */
const { window } = new JSDOM('');

interface Leaf {
  readonly node: Text;
  readonly marks: string;
}

export interface Rendered {
  readonly root: Element;
  readonly leaves: readonly Leaf[];
}

/** `rich`: many inline elements and wrappers, as after a redesign. */
export function render(blocks: readonly Block[], chance: Chance, rich = false): Rendered {
  const document = window.document.implementation.createHTMLDocument('');
  const article = document.createElement('article');
  document.body.append(article);
  const leaves: Leaf[] = [];
  for (const { tag, content } of blocks) {
    const element = document.createElement(tag);
    for (let at = 0; at < content.text.length; ) {
      const length = chance.happens(rich ? 0.8 : 0.25) ? 5 + chance.whole(60) : content.text.length - at;
      const node = document.createTextNode(content.text.slice(at, at + length));
      const wrapper =
        at > 0 && chance.happens(0.7)
          ? document.createElement(chance.of(['a', 'em', 'strong', 'span']))
          : null;
      if (wrapper) wrapper.append(node);
      element.append(wrapper ?? node);
      leaves.push({ node, marks: content.marks.slice(at, at + length) });
      at += length;
    }
    const outer = rich ? document.createElement('section') : element;
    if (rich) outer.append(element);
    article.append('\n', outer, '\n');
  }
  return { root: article, leaves };
}

/** The passage as a reader would select it. */
export function passageIn({ root, leaves }: Rendered): Range {
  const range = root.ownerDocument.createRange();
  const first = leaves.find(({ marks }) => marks.includes('1'));
  const last = leaves.findLast(({ marks }) => marks.includes('1'));
  if (!first || !last) throw new Error('the passage is not in the article');
  range.setStart(first.node, first.marks.indexOf('1'));
  range.setEnd(last.node, last.marks.lastIndexOf('1') + 1);
  return range;
}

/** Characters without white space: of the passage, of the range, of both, and of the range outside the passage. */
export interface Overlap {
  readonly passage: number;
  readonly both: number;
  /** In the range, but before the passage's first or behind its last character. What was inserted between is neither. */
  readonly outside: number;
}

export function compare({ root, leaves }: Rendered, range: Range | null): Overlap {
  let passage = 0;
  let both = 0;
  let unmarked = 0;
  let outside = 0;
  let begun = false;
  const isIn = (node: Text, at: number) =>
    range !== null && range.comparePoint(node, at) >= 0 && range.comparePoint(node, at + 1) <= 0;
  for (const { node, marks } of leaves) {
    const touches = range?.intersectsNode(node) ?? false;
    for (let at = 0; at < node.data.length; at++) {
      if (/\s|\u00ad|\u064e/u.test(node.data[at] ?? '')) continue;
      const inRange = touches && isIn(node, at);
      if (marks[at] === '1') {
        passage++;
        if (inRange) both++;
        if (!begun) outside += unmarked;
        begun = true;
        unmarked = 0;
      } else if (inRange) unmarked++;
    }
  }
  // Within a whole page a range may lie beside the article.
  const beside =
    range && !root.contains(range.commonAncestorContainer) ? range.toString().replace(/\s/gu, '').length : 0;
  return { passage, both, outside: outside + unmarked + beside };
}
