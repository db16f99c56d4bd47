// The way between an article's blocks of text and the live nodes that show them. Matching and annotation
// speak of offsets in a block; painting, pointing and anchoring of nodes. Both directions are a look-up and
// a binary search, since the pointer asks at every move. Nodes are compared with what they were when the
// article was read: a mark is given up rather than put on a sentence that has changed under it.
import { domAccess, trueMember } from './dom-access.ts';
import type { FlowBlock, TextFlow } from './dom-flow.ts';

export interface TextPosition {
  readonly block: number;
  /** UTF-16 units into the block's text, 0 to its length. */
  readonly offset: number;
}

/** The last index in [low, high) whose value is at most `wanted`; `low - 1` if there is none. */
function lastAtMost(values: readonly number[], wanted: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) <= wanted) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** A caret between elements is looked for in at most so many nodes before and after it. */
const NEARBY = 64;
/** `NodeFilter.SHOW_TEXT`; the global is missing on the command line. */
const SHOW_TEXT = 4;

const isElement = (node: Node): node is Element => trueMember(node, 'nodeType') === 1;

export class TextMap<Kind extends string = string> {
  readonly blocks: readonly FlowBlock<Kind>[];
  readonly #flow: TextFlow<Kind>;
  readonly #index = new Map<Node, number>();
  /** The first run of each node, and one past the last. */
  readonly #nodeRuns: { first: number; end: number }[] = [];

  constructor(flow: TextFlow<Kind>) {
    this.blocks = flow.blocks;
    this.#flow = flow;
    for (const [index, node] of flow.nodes.entries()) this.#index.set(node, index);
    for (const [run, node] of flow.runs.node.entries()) {
      if (node < 0) continue;
      const span = this.#nodeRuns[node];
      if (span) span.end = run + 1;
      else this.#nodeRuns[node] = { first: run, end: run + 1 };
    }
  }

  /** Whether this node's text was read. */
  has(node: Node): boolean {
    return this.#index.has(node);
  }

  /**
   * Where the characters from `start` up to `end` of a block stand in the page, or null: no such characters,
   * or a node of theirs has gone or has other text than it had when it was read.
   */
  rangeOf(block: number, start: number, end: number): StaticRange | null {
    const { runs, blockRuns, nodes } = this.#flow;
    const text = this.blocks[block]?.text;
    if (text === undefined || start < 0 || end > text.length || start >= end) return null;
    const low = blockRuns[block] ?? 0;
    const high = blockRuns[block + 1] ?? low;
    let first = lastAtMost(runs.textStart, start, low, high);
    let last = lastAtMost(runs.textStart, end - 1, low, high);
    let from = start;
    let to = end;
    // A line break or an object has no character in the page: the range begins after it, or ends before it.
    while (first <= last && runs.node[first] === -1) from = runs.textStart[++first] ?? to;
    while (last >= first && runs.node[last] === -1) to = runs.textStart[last--] ?? from;
    if (first > last || !this.#unchanged(first, last)) return null;
    const startContainer = nodes[runs.node[first] ?? -1];
    const endContainer = nodes[runs.node[last] ?? -1];
    if (!startContainer || !endContainer) return null;
    return new StaticRange({
      startContainer,
      startOffset: (runs.nodeStart[first] ?? 0) + from - (runs.textStart[first] ?? 0),
      endContainer,
      endOffset: (runs.nodeStart[last] ?? 0) + to - (runs.textStart[last] ?? 0),
    });
  }

  /** The place in a block that a place in the page shows, or null where no block has it. */
  positionOf(node: Node, offset: number): TextPosition | null {
    const index = this.#index.get(node);
    if (index !== undefined) return this.#positionIn(index, offset);
    return isElement(node) ? this.#positionBeside(node, offset) : null;
  }

  #positionIn(index: number, offset: number): TextPosition | null {
    const { runs, nodes, data } = this.#flow;
    const span = this.#nodeRuns[index];
    if (!span || nodes[index]?.data !== data[index]) return null;
    const run = lastAtMost(runs.nodeStart, offset, span.first, span.end);
    if (run < span.first) return this.#at(span.first, 0);
    // Characters that were left out belong to the end of the run before them.
    return this.#at(run, Math.min(offset - (runs.nodeStart[run] ?? 0), this.#runLength(run)));
  }

  /** A place that is given as the n-th child of an element: the nearest text behind it, else before it. */
  #positionBeside(element: Element, offset: number): TextPosition | null {
    const dom = domAccess(element);
    const document = trueMember(element, 'ownerDocument');
    const walker = trueMember(document, 'createTreeWalker').call(document, element, SHOW_TEXT);
    let child = dom.firstChild(element);
    for (let n = 0; child && n < offset; n++) child = dom.nextSibling(child);
    if (child) walker.currentNode = child;
    let node = child ? (this.has(child) ? child : walker.nextNode()) : null;
    for (let n = 0; node && n < NEARBY; n++, node = walker.nextNode()) {
      const index = this.#index.get(node);
      if (index !== undefined) return this.#positionIn(index, 0);
    }
    if (child) walker.currentNode = child;
    node = child ? walker.previousNode() : walker.lastChild();
    for (let n = 0; node && n < NEARBY; n++, node = walker.previousNode()) {
      const index = this.#index.get(node);
      if (index !== undefined) return this.#positionIn(index, this.#flow.data[index]?.length ?? 0);
    }
    return null;
  }

  #at(run: number, within: number): TextPosition {
    const { runs } = this.#flow;
    return { block: runs.block[run] ?? 0, offset: (runs.textStart[run] ?? 0) + within };
  }

  #runLength(run: number): number {
    const { runs } = this.#flow;
    const block = runs.block[run] ?? 0;
    const end = runs.block[run + 1] === block ? runs.textStart[run + 1] : this.blocks[block]?.text.length;
    return (end ?? 0) - (runs.textStart[run] ?? 0);
  }

  #unchanged(first: number, last: number): boolean {
    const { runs, nodes, data } = this.#flow;
    for (let run = first; run <= last; run++) {
      const index = runs.node[run] ?? -1;
      if (index < 0) continue;
      const node = nodes[index];
      if (!node?.isConnected || node.data !== data[index]) return false;
    }
    return true;
  }
}
