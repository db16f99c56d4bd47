// Small pages for the tests of this room.
import { JSDOM } from 'jsdom';

/** One for all: to make a window takes longer than any test. */
const { window } = new JSDOM();

export function article(html: string): Element {
  const parsed = new window.DOMParser().parseFromString(
    `<body><article>${html}</article></body>`,
    'text/html',
  );
  const found = parsed.querySelector('article');
  if (!found) throw new Error('no article');
  return found;
}

function textNodes(root: Node): Text[] {
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, 4);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

/** The range of `wanted`, number `index`, across text nodes. */
export function select(root: Node, wanted: string, index = 0): Range {
  const nodes = textNodes(root);
  const all = nodes.map(({ data }) => data).join('');
  let at = -1;
  for (let n = 0; n <= index; n++) at = all.indexOf(wanted, at + 1);
  if (at < 0) throw new Error(`no "${wanted}"`);
  const range = (root.ownerDocument ?? document).createRange();
  let before = 0;
  for (const node of nodes) {
    const end = before + node.data.length;
    if (at >= before && at < end) range.setStart(node, at - before);
    if (at + wanted.length > before && at + wanted.length <= end)
      range.setEnd(node, at + wanted.length - before);
    before = end;
  }
  return range;
}
