// Where text can be kept: the page's body, and the shadow roots that it has opened. A passage is described within the
// root that holds it, since the text around it is there.
import { trueMember } from '../../core/text/dom-access.ts';

/** A page of widgets; past these a passage is not found again. */
const MOST_ROOTS = 40;

export function bodyOf(document: Document): HTMLElement {
  return trueMember(document, 'body') ?? trueMember(document, 'documentElement');
}

/** The root that `node` stands in: an open shadow root, or the body. */
export function rootOf(node: Node): HTMLElement | ShadowRoot {
  const root = Node.prototype.getRootNode.call(node);
  return root instanceof ShadowRoot ? root : bodyOf(document);
}

/** Open shadow roots of the page, ours left out, those inside of others too. It goes through the whole page. */
export function shadowRoots(
  within: Document | ShadowRoot = document,
  found: ShadowRoot[] = [],
): ShadowRoot[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node && found.length < MOST_ROOTS; node = walker.nextNode()) {
    if (!(node instanceof Element) || node.localName.startsWith('backstory-')) continue;
    const root = trueMember(node, 'shadowRoot');
    if (root) {
      found.push(root);
      shadowRoots(root, found);
    }
  }
  return found;
}
