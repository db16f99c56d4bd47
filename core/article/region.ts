// Where on the page the article is. One walk gives every element the weight of the paragraphs in it; then
// the page's own marks (articleBody, article, main) are believed if they hold most of that weight, and from
// there the way goes down as long as one child holds nearly all. Nothing is measured that needs layout. Own
// code rather than Readability's: docs/decisions/0003-which-text-is-the-article.md.
import { contains, type DomAccess, selectAll, trueMember } from '../text/dom-access.ts';
import { isDoubtful, isInline, isOutside, isSkipped } from './page-parts.ts';
import { walk } from './walk.ts';

/** Shorter texts are buttons and bylines (Readability ignores what is under 25). */
const PARAGRAPH = 40;
/** A text that is more links than this is navigation. */
const LINKED = 0.5;
/** What a doubtful part counts for its parents, so that a long discussion does not draw the region to itself. */
export const DOUBTFUL = 0.1;
/** The share of the page's weight that makes a marked element the article. */
const HOLDS_ARTICLE = 0.4;
/** The share of an element's weight that makes a child as good as the element. */
const HOLDS_ALL = 0.75;
/** The same where the reader asked for a page that is no article: a discussion is read whole. */
const HOLDS_ALL_WIDE = 0.95;
/** How much more than the article an element may hold that also holds the headline. */
const WITH_HEADLINE = 1.3;
const LEVELS_TO_HEADLINE = 14;

export interface Region {
  /** The article with its headline. */
  readonly root: Element;
  /** The part of it that holds the text. What follows behind it, and is not in it, are other stories. */
  readonly core: Element;
  /** Characters of paragraph text below an element; absent where there are none. */
  weight(element: Element): number;
}

interface Frame {
  readonly element: Element;
  readonly inline: boolean;
  readonly link: boolean;
  own: number;
  linked: number;
  sum: number;
}

function weigh(root: Element, dom: DomAccess): Map<Element, number> {
  const weights = new Map<Element, number>();
  const frames: Frame[] = [];
  let links = 0;
  walk(root, dom, {
    enter(element, name) {
      if (isSkipped(name)) return false;
      if (dom.hasAttributes(element) && isOutside((key) => dom.attribute(element, key))) return false;
      const link = name === 'a';
      if (link) links++;
      frames.push({ element, inline: isInline(name), link, own: 0, linked: 0, sum: 0 });
      return true;
    },
    leave(element) {
      const frame = frames.pop();
      if (!frame) return;
      if (frame.link) links--;
      const parent = frames.at(-1);
      if (frame.inline && parent) {
        parent.own += frame.own;
        parent.linked += frame.linked;
      } else if (frame.own >= PARAGRAPH && frame.linked < frame.own * LINKED) frame.sum += frame.own;
      if (frame.sum === 0) return;
      weights.set(element, frame.sum);
      if (parent) parent.sum += frame.sum * (isDoubtful((key) => dom.attribute(element, key)) ? DOUBTFUL : 1);
    },
    text({ data }) {
      const frame = frames.at(-1);
      const text = data.trim();
      if (!frame || text === '') return true;
      // Chinese, Japanese and Korean say in a third of the characters what an alphabet does.
      const length = text.charCodeAt(text.length >> 1) >= 0x2e80 ? text.length * 3 : text.length;
      frame.own += length;
      if (links > 0) frame.linked += length;
      return true;
    },
  });
  return weights;
}

const PARAGRAPHS = /^(?:p|li|td|th|tr|dd|dt|blockquote|h[1-6])$/;

function descend(from: Element, share: number, weights: Map<Element, number>, dom: DomAccess): Element {
  let at = from;
  for (;;) {
    let heaviest: Element | null = null;
    let most = 0;
    for (let child = dom.firstChild(at); child; child = dom.nextSibling(child)) {
      const element = child as Element;
      let weight = weights.get(element) ?? 0;
      if (weight > most && isDoubtful((key) => dom.attribute(element, key))) weight *= DOUBTFUL;
      if (weight > most) [heaviest, most] = [element, weight];
    }
    if (!heaviest || most < (weights.get(at) ?? 0) * share || PARAGRAPHS.test(dom.name(heaviest))) return at;
    at = heaviest;
  }
}

/** The nearest element around both that holds little more than the article. */
function withHeadline(
  root: Element,
  heading: Element | null,
  weights: Map<Element, number>,
  dom: DomAccess,
): Element {
  if (!heading) return root;
  const most = (weights.get(root) ?? 0) * WITH_HEADLINE;
  let at: Node | null = root;
  for (let level = 0; at && level < LEVELS_TO_HEADLINE; level++, at = dom.parent(at)) {
    const element = at as Element;
    if (dom.name(element) === '' || (weights.get(element) ?? 0) > most) break;
    if (contains(element, heading)) return element;
  }
  return root;
}

export interface RegionOptions {
  readonly heading: Element | null;
  /** Rather too much than too little. */
  readonly wide: boolean;
}

export function findRegion(document: Document, { heading, wide }: RegionOptions, dom: DomAccess): Region {
  const body = trueMember(document, 'body') ?? trueMember(document, 'documentElement');
  const weights = weigh(body, dom);
  const weight = (element: Element) => weights.get(element) ?? 0;
  const total = weight(body);
  const heaviest = (selector: string): Element | null => {
    const best = selectAll(document, selector).reduce<Element | null>(
      (most, element) => (weight(element) > (most ? weight(most) : 0) ? element : most),
      null,
    );
    return best && weight(best) >= total * HOLDS_ARTICLE ? best : null;
  };
  const marked =
    heaviest('[itemprop~="articleBody"],[property~="articleBody"]') ??
    heaviest('article') ??
    heaviest('main,[role="main"]');
  const core = descend(marked ?? body, wide ? HOLDS_ALL_WIDE : HOLDS_ALL, weights, dom);
  return { root: withHeadline(core, heading, weights, dom), core, weight };
}
