// The article's text, block by block, in reading order. The walk feeds text nodes to a TextFlow; at the end
// of each block it decides, from the whole block, whether a reader would call it the article's text. What is
// only styled away is asked of the browser once a block, never once a node, and only where there is layout.
import { closest, contains, type DomAccess, parentOf, selectAll } from '../text/dom-access.ts';
import { TextFlow } from '../text/dom-flow.ts';
import { type Block, LIMITS } from './article.ts';
import {
  breaksSentence,
  isDoubtful,
  isHeading,
  isInline,
  isObject,
  isOutside,
  isProse,
  isSkipped,
  mayBeStyledAsBlock,
} from './page-parts.ts';
import { DOUBTFUL, type Region } from './region.ts';
import { displayOf, isShown, keepsLines } from './shown.ts';
import { walk } from './walk.ts';

type Kind = Block['kind'];

/** More of a block than this in links: a teaser, a tag list. A sentence with a linked name is less. */
const LINKED = 0.6;
/** A doubtful part that is more than this of the region, little as it counts, is the article after all. */
const HOLDS_ARTICLE = 0.5;
/** A nested `article` with less than this is a card of another story or a comment… */
const CARD = 0.25;
/** …unless nearly all text is in such ones: a live report, made of entries. */
const LIVE = 0.6;
/** Loose text in a `div` that is shorter is a label ("Advertisement", "3 min read"). */
const LOOSE = 60;
const CAPTION = 40;

const SENTENCE_END = /[.!?…。！？؟।]["'”’»)\]]*(?:\s|$)/;
/** A footnote's mark: `[1]`, `*`; it would stick to the name before it. */
const FOOTNOTE = /^[[(]?(?:\d{1,3}|[*†‡a-z])[\])]?$/;

interface Open {
  readonly element: Element;
  readonly name: string;
}

export interface Collected {
  readonly flow: TextFlow<Kind>;
  /** Text was left out because the page is too long. */
  readonly cut: boolean;
}

export function collectBlocks(
  document: Document,
  region: Region,
  heading: Element | null,
  dom: DomAccess,
): Collected {
  const collector = new Collector(region, heading, dom, hasEntries(document, region));
  const { root } = region;
  if (heading && !contains(root, heading)) collector.read(heading);
  collector.read(root);
  return collector;
}

/** Whether an `article` stands in another one that is itself inside the region. */
function isInsideAnother(article: Element, root: Element): boolean {
  const parent = parentOf(article);
  const outer = parent && closest(parent, 'article');
  return outer !== null && outer !== root && contains(root, outer);
}

/** Whether the region is a row of `article` elements rather than one with cards in it. */
function hasEntries(document: Document, { root, weight }: Region): boolean {
  const nested = selectAll(document, 'article').filter(
    (article) => article !== root && contains(root, article) && !isInsideAnother(article, root),
  );
  return nested.reduce((sum, article) => sum + weight(article), 0) > weight(root) * LIVE;
}

class Collector implements Collected {
  readonly flow = new TextFlow<Kind>();
  cut = false;
  readonly #region: Region;
  readonly #heading: Element | null;
  readonly #dom: DomAccess;
  readonly #hasEntries: boolean;
  /** Block-level elements around the present place, innermost last. */
  readonly #open: Open[] = [];
  /** Inline elements that the style makes blocks of, or that are links. */
  readonly #boundaries = new Set<Element>();
  #links = 0;
  #linked = 0;
  #breaks = 0;
  #lines = false;
  #inTitle = 0;
  #inCaption = 0;
  #isPastCore = false;

  constructor(region: Region, heading: Element | null, dom: DomAccess, hasEntries: boolean) {
    this.#region = region;
    this.#heading = heading;
    this.#dom = dom;
    this.#hasEntries = hasEntries;
  }

  read(root: Element): void {
    if (this.cut) return;
    walk(root, this.#dom, {
      enter: (element, name) => this.#enter(element, name, element === root),
      leave: (element, name) => this.#leave(element, name),
      text: (node) => this.#text(node),
    });
    this.#end();
  }

  #enter(element: Element, name: string, isRoot: boolean): boolean {
    if (name === 'br') {
      if (++this.#breaks > 1) this.#end();
      else this.flow.lineBreak();
      return false;
    }
    if (!isRoot && this.#isLeftOut(element, name)) {
      if (isObject(name)) this.flow.object();
      else if (breaksSentence(name)) this.#end();
      return false;
    }
    if (isInline(name)) return this.#enterInline(element, name);
    this.#end();
    this.#open.push({ element, name });
    if (element === this.#heading) this.#inTitle++;
    if (name === 'figure' || name === 'figcaption') this.#inCaption++;
    return true;
  }

  #enterInline(element: Element, name: string): boolean {
    if (name === 'sup' && FOOTNOTE.test((element.textContent ?? '').trim())) return false;
    if (mayBeStyledAsBlock(name)) {
      const display = displayOf(element);
      if (display === 'none') return false;
      if (display === 'block') {
        this.#end();
        this.#open.push({ element, name });
        this.#boundaries.add(element);
      }
    }
    if (name === 'a') this.#links++;
    return true;
  }

  #leave(element: Element, name: string): void {
    if (name === 'a') this.#links--;
    if (isInline(name) && !this.#boundaries.has(element)) return;
    this.#end();
    this.#open.pop();
    if (element === this.#region.core) this.#isPastCore = true;
    if (element === this.#heading) this.#inTitle--;
    if (name === 'figure' || name === 'figcaption') this.#inCaption--;
  }

  #text(node: Text): boolean {
    if (this.#isPastCore && this.#inTitle === 0) return true;
    const room = LIMITS.characters - this.flow.characters - this.flow.length;
    if (room <= 0 || this.flow.blocks.length >= LIMITS.blocks) {
      this.cut = true;
      return false;
    }
    if (this.flow.length === 0) this.#lines = keepsLines(this.#open.at(-1)?.element, node.data);
    const before = this.flow.length;
    this.flow.add(node, { lines: this.#lines, end: room });
    if (node.data.length > room) this.cut = true;
    const added = this.flow.length - before;
    if (added > 0) this.#breaks = 0;
    if (this.#links > 0) this.#linked += added;
    return !this.cut;
  }

  #isLeftOut(element: Element, name: string): boolean {
    if (isSkipped(name)) return true;
    if (this.#isPastCore) return !this.#holdsHeading(element);
    if (name !== 'article' && !this.#dom.hasAttributes(element)) return false;
    const attribute = (key: string) => this.#dom.attribute(element, key);
    if (isOutside(attribute)) return true;
    if (element === this.#heading) return false;
    const share = this.#region.weight(element) / (this.#region.weight(this.#region.root) || 1);
    if (name === 'article' && !this.#hasEntries && share < CARD) return true;
    if (share * DOUBTFUL >= HOLDS_ARTICLE) return false;
    // Inside a sentence a class says nothing of its place on the page, except that it is out of sight.
    return isDoubtful(attribute) && !this.#holdsHeading(element);
  }

  #holdsHeading(element: Element): boolean {
    return this.#heading !== null && contains(element, this.#heading);
  }

  #end(): void {
    if (this.flow.length > 0 && this.#isArticleText()) this.flow.keep(this.#kind());
    else this.flow.drop();
    this.#linked = 0;
    this.#breaks = 0;
  }

  #kind(): Kind {
    if (this.#inTitle > 0) return 'title';
    if (this.#inCaption > 0) return 'caption';
    return this.#open.some(({ name }) => isHeading(name)) ? 'heading' : 'text';
  }

  #isArticleText(): boolean {
    const { length } = this.flow;
    const container = this.#open.at(-1);
    if (!container || !isShown(container.element)) return false;
    const kind = this.#kind();
    if (kind === 'title') return true;
    if (this.#linked > length * LINKED || !/[\p{L}\p{N}]/u.test(this.flow.peek())) return false;
    if (kind === 'caption') return length >= CAPTION && SENTENCE_END.test(this.flow.peek());
    if (kind === 'heading' || length >= LOOSE || this.#open.some(({ name }) => isProse(name))) return true;
    return SENTENCE_END.test(this.flow.peek());
  }
}
