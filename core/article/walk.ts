// A walk over a live tree that tells when an element is left as well as when it is entered, which a
// TreeWalker does not, and that no depth of nesting can overflow.
import type { DomAccess } from '../text/dom-access.ts';

export interface Visitor {
  /** False: the element's content is passed over, and it is not left. */
  enter(element: Element, name: string): boolean;
  leave(element: Element, name: string): void;
  /** False: the walk ends here. */
  text(node: Text): boolean;
}

const isText = (node: Node): node is Text => node.nodeType === 3;

/** Walks `root` itself and all below it. Shadow roots are not entered: their text is another document's. */
export function walk(root: Element, dom: DomAccess, visitor: Visitor): void {
  let node: Node | null = root;
  while (node) {
    const name: string = dom.name(node);
    let next: Node | null = null;
    if (name === '') {
      if (isText(node) && !visitor.text(node)) return;
    } else if (visitor.enter(node as Element, name)) {
      next = dom.firstChild(node);
      if (!next) visitor.leave(node as Element, name);
    }
    while (!next) {
      if (node === root) return;
      next = dom.nextSibling(node);
      if (next) break;
      node = dom.parent(node);
      if (!node) return;
      visitor.leave(node as Element, dom.name(node));
    }
    node = next;
  }
}
