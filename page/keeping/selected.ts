// What is selected, as it is to be kept: the text is taken at the time of selection, since a page may change under it,
// and why it cannot be kept where it cannot.
import { describe } from '../../core/annotation/index.ts';
import type { Selectors } from '../../core/annotation/selectors.ts';
import { closest, trueMember } from '../../core/text/dom-access.ts';
import { rootOf, shadowRoots } from './roots.ts';

export interface Chosen {
  readonly range: StaticRange;
  readonly root: HTMLElement | ShadowRoot;
  readonly selectors: Selectors;
  readonly quote: string;
}

export type NotKept =
  /** Nothing is selected, or only white space. */
  | 'nothing'
  /** In a form field, or where somebody is writing. */
  | 'field'
  /** In a frame of the page. */
  | 'frame'
  | 'too-long'
  /** In text that is no part of the page's own (its margins, our card), or hidden. */
  | 'no-text';

export type Selected = { readonly chosen: Chosen } | { readonly cannot: NotKept };

/** Characters; as long as a whole long article. The core's own limit is about the folded text. */
const LONGEST = 200_000;

/** The innermost element with the focus, through open shadow roots. */
function focused(): Element | null {
  let element = trueMember(document, 'activeElement');
  while (element) {
    const inner = trueMember(element, 'shadowRoot')?.activeElement;
    if (!inner) return element;
    element = inner;
  }
  return null;
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

function isField(element: Element | null): boolean {
  if (!element) return false;
  if (closest(element, 'input, textarea, select') !== null) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** The browser tells a selection inside of a shadow root only to those that name the root. */
function selectedRange(selection: Selection): StaticRange | null {
  if (selection.rangeCount > 0 && !selection.isCollapsed) {
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  }
  if (typeof selection.getComposedRanges !== 'function') return null;
  const [range] = selection.getComposedRanges({ shadowRoots: shadowRoots() });
  return range && !range.collapsed ? range : null;
}

/** Whether there is anything selected that a bar could stand beside: cheap, asked at every change. */
export function isTextSelected(): boolean {
  const selection = window.getSelection();
  if (!selection || isField(focused())) return false;
  return selection.toString().trim() !== '';
}

export function readSelection(): Selected {
  const focus = focused();
  if (isField(focus)) return { cannot: 'field' };
  const selection = window.getSelection();
  const range = selection && selectedRange(selection);
  const isInFrame = focus instanceof HTMLIFrameElement;
  if (!range) return { cannot: isInFrame ? 'frame' : 'nothing' };
  const text = selection.toString();
  const end = elementOf(range.endContainer);
  if (!isInFrame && (isField(elementOf(range.startContainer)) || isField(end))) return { cannot: 'field' };
  const root = rootOf(range.startContainer);
  const selectors = describe(root, range);
  if (selectors) return { chosen: { range, root, selectors, quote: quoteOf(text, selectors) } };
  if (isInFrame) return { cannot: 'frame' };
  if (text.trim() === '') return { cannot: 'nothing' };
  return { cannot: text.length > LONGEST ? 'too-long' : 'no-text' };
}

/** As the browser shows it, with its paragraphs apart; what else lies in it (a field, a hidden part) is left out. */
function quoteOf(text: string, { quote }: Selectors): string {
  const shown = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  const letters = (words: string) => words.replace(/[\s\u00ad]+/g, '');
  return letters(shown) === letters(quote.exact) ? shown : quote.exact;
}
