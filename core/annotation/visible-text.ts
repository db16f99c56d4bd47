// Which text nodes of a root count, in order, and where its blocks end. Anything that can be selected counts,
// not only the article: a passage may stand in a caption or a table. What is no text (scripts, form fields,
// our own card) does not, nor what is not displayed: a mark must not land on the hidden copy of a headline.
import { type DomAccess, domAccess, trueMember } from '../text/dom-access.ts';
import { FoldedText, MOST_CHARACTERS } from './folded-text.ts';

const words = (text: string) => new Set(text.split(/\s+/));

const NO_TEXT = words(
  `head script style noscript template textarea input select datalist svg iframe object embed audio video canvas rt rp`,
);
const INLINE = words(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math output q rb ruby s samp slot
   small span strike strong sub sup time tt u var wbr nobr picture source`,
);

const TEXT = 3;
const CDATA = 4;
const DOCUMENT = 9;
const FRAGMENT = 11;

const isDocument = (node: Node): node is Document => trueMember(node, 'nodeType') === DOCUMENT;
const isText = (node: Node): node is Text => node.nodeType === TEXT || node.nodeType === CDATA;

export function documentOf(root: Node): Document {
  if (isDocument(root)) return root;
  const document = trueMember(root, 'ownerDocument');
  if (!document) throw new TypeError('a node without a document');
  return document;
}

/** Reads of the tree that `root` belongs to, which a page cannot falsify. */
export function accessFor(root: Node): DomAccess {
  const document = documentOf(root);
  return domAccess(
    trueMember(document, 'documentElement') ?? trueMember(document, 'createElement').call(document, 'p'),
  );
}

export function readVisibleText(root: Node): FoldedText {
  const dom = accessFor(root);
  const folded = new FoldedText();
  let closed: Node | null = null;
  const isLeftOut = (node: Node, name: string): boolean => {
    if (NO_TEXT.has(name) || name.startsWith('backstory-')) return true;
    // Attributes and styles are asked of elements that have any: most have not.
    const element = node as Element;
    if (!dom.hasAttributes(element)) return false;
    if (dom.attribute(element, 'hidden') !== null && dom.attribute(element, 'hidden') !== 'until-found')
      return true;
    // Inside `details` the text is there as soon as it is opened, which is no edit of the page.
    if (closed !== null || name === 'details') return false;
    const check = trueMember(element, 'checkVisibility');
    return (
      typeof check === 'function' &&
      !check.call(element) &&
      dom.firstChild(element) !== null &&
      !isContents(element)
    );
  };
  const boundary = (name: string) => {
    if (name === 'br') folded.boundary(true);
    else if (name !== '' && !INLINE.has(name) && !name.includes('-')) folded.boundary(false);
  };
  const enter = (node: Node, name: string): Node | null => {
    if (name === '') {
      if (isText(node)) folded.add(node);
      else if (isTree(node)) return dom.firstChild(node);
      return null;
    }
    boundary(name);
    if (node !== root && isLeftOut(node, name)) return null;
    const child = dom.firstChild(node);
    if (name === 'details' && closed === null && child) closed = node;
    if (!child) boundary(name);
    return child;
  };
  let node: Node | null = root;
  while (node && folded.length < MOST_CHARACTERS) {
    let next: Node | null = enter(node, nameOf(dom, node));
    while (!next) {
      if (node === root) return folded;
      next = dom.nextSibling(node);
      if (next) break;
      node = dom.parent(node);
      if (!node) return folded;
      if (node === closed) closed = null;
      boundary(nameOf(dom, node));
    }
    node = next;
  }
  return folded;
}

const nameOf = (dom: DomAccess, node: Node): string => dom.name(node);

const isTree = (node: Node): boolean => {
  const type = trueMember(node, 'nodeType');
  return type === DOCUMENT || type === FRAGMENT;
};

/** `display: contents` has no box of its own, and all the same shows its content. */
const isContents = (element: Element): boolean =>
  typeof getComputedStyle === 'function' && getComputedStyle(element).display === 'contents';
