// Paths of elements below a root (`/div[1]/p[3]`), the XPath that Hypothesis and the Web Annotation model
// write. They are kept for other programs; our own anchoring goes by the text, which says more.
import type { DomAccess } from '../text/dom-access.ts';

function siblingsNamed(parent: Node, name: string, dom: DomAccess): Node[] {
  const found: Node[] = [];
  for (let child = dom.firstChild(parent); child; child = dom.nextSibling(child))
    if (dom.name(child) === name) found.push(child);
  return found;
}

/** From `root` down to `element`; empty for the root itself, null where it is not below it. */
export function pathOf(root: Node, element: Node, dom: DomAccess): string | null {
  let path = '';
  for (let node = element; node !== root; ) {
    const parent = dom.parent(node);
    const name = dom.name(node);
    if (!parent || name === '') return null;
    path = `/${name}[${siblingsNamed(parent, name, dom).indexOf(node) + 1}]${path}`;
    node = parent;
  }
  return path;
}

/** The text nodes below `element`, in order: its `textContent`. */
export function textNodesIn(element: Node, dom: DomAccess): Text[] {
  const found: Text[] = [];
  let node: Node | null = element;
  while (node) {
    if (node.nodeType === 3) found.push(node as Text);
    let next: Node | null = dom.firstChild(node);
    while (!next && node) {
      if (node === element) return found;
      next = dom.nextSibling(node);
      if (!next) node = dom.parent(node);
    }
    node = next;
  }
  return found;
}
