// A page can hide the DOM's own members: `<form><input name="childNodes">` and `<img name="body">` put an
// element where a property is expected, for a content script too (WHATWG HTML, "named properties"). They are
// own properties of the form or the document, so the prototype's members are always the true ones.

/** `object[key]` as the interface defines it, whatever the page has named so. */
export function trueMember<T extends object, K extends keyof T>(object: T, key: K): T[K] {
  return Reflect.get(Object.getPrototypeOf(object), key, object);
}

/** `querySelectorAll` on a whole document, in document order. */
export function selectAll(document: Document, selector: string): Element[] {
  return Array.from(trueMember(document, 'querySelectorAll').call(document, selector));
}

export function parentOf(element: Element): Element | null {
  return trueMember(element, 'parentElement');
}

export function contains(element: Element, node: Node): boolean {
  return trueMember(element, 'contains').call(element, node);
}

export function closest(element: Element, selector: string): Element | null {
  return trueMember(element, 'closest').call(element, selector);
}

/** Reads of a tree that a page cannot falsify, at the price of a plain call each. */
export interface DomAccess {
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  parent(node: Node): Node | null;
  /** The tag's name in lower case; empty for a node that is no element. */
  name(node: Node): string;
  attribute(element: Element, name: string): string | null;
  /** Most elements in a text have none, and need not be asked for each. */
  hasAttributes(element: Element): boolean;
}

/** The getter that an interface of `object` defines for `key`; a property's own type is lost here, so its callers say it. */
// biome-ignore lint/suspicious/noExplicitAny: what `PropertyDescriptor.get` returns
function getter(object: object, key: string): (this: Node) => any {
  let at: object | null = Object.getPrototypeOf(object);
  while (at) {
    const found = Object.getOwnPropertyDescriptor(at, key)?.get;
    if (found) return found;
    at = Object.getPrototypeOf(at);
  }
  throw new TypeError(`no ${key} on this object`);
}

/** Access for all nodes of the document that `element` belongs to; found once, then as fast as properties. */
export function domAccess(element: Element): DomAccess {
  const firstChild = getter(element, 'firstChild');
  const nextSibling = getter(element, 'nextSibling');
  const parentNode = getter(element, 'parentNode');
  const nodeType = getter(element, 'nodeType');
  const localName = getter(element, 'localName');
  const getAttribute = trueMember(element, 'getAttribute');
  const hasAttributes = trueMember(element, 'hasAttributes');
  return {
    firstChild: (node) => firstChild.call(node),
    nextSibling: (node) => nextSibling.call(node),
    parent: (node) => parentNode.call(node),
    name: (node) => (nodeType.call(node) === 1 ? localName.call(node) : ''),
    attribute: (target, name) => getAttribute.call(target, name),
    hasAttributes: (target) => hasAttributes.call(target),
  };
}
