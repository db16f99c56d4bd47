// A root's text, folded once and shared by all passages that are looked for in it, with both ways between
// its characters and the nodes. It holds what the nodes said when it was read: a page that changed since gives
// no range rather than a wrong one, and is simply read again.
import { trueMember } from '../text/dom-access.ts';
import type { FoldedText } from './folded-text.ts';
import { documentOf, readVisibleText } from './visible-text.ts';
import { indexWords, type WordIndex } from './words.ts';

/** A stretch of the folded text, [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Boundary {
  readonly node: Text;
  readonly offset: number;
}

const DISCONNECTED = 1;
const PRECEDING = 2;
const FOLLOWING = 4;
const CONTAINED_BY = 16;

const compare = (node: Node, other: Node) => trueMember(node, 'compareDocumentPosition').call(node, other);

export class Page {
  readonly root: Node;
  readonly text: string;
  readonly #folded: FoldedText;
  readonly #indexOf = new Map<Node, number>();
  #words: WordIndex | null = null;
  #compact: string | null = null;

  constructor(root: Node) {
    this.root = root;
    this.#folded = readVisibleText(root);
    this.text = this.#folded.text();
    for (const [index, node] of this.#folded.nodes.entries()) this.#indexOf.set(node, index);
  }

  /** The text without spaces. */
  get compact(): string {
    this.#compact ??= this.text.replaceAll(' ', '');
    return this.#compact;
  }

  /** Made when the first passage has changed; the others need none. */
  get words(): WordIndex {
    this.#words ??= indexWords(this.text);
    return this.#words;
  }

  /** Whether a block begins behind `from` and not behind `to`. */
  beginsBlock(from: number, to: number): boolean {
    const { blocks } = this.#folded;
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle] ?? 0) > from) high = middle;
      else low = middle + 1;
    }
    return (blocks[low] ?? Number.POSITIVE_INFINITY) <= to;
  }

  /** The characters of a range without white space at its ends; null where it holds none of the root's text. */
  spanOf(range: AbstractRange): Span | null {
    let start = this.#positionOf(range.startContainer, range.startOffset);
    let end = this.#positionOf(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    while (start < end && this.text[start] === ' ') start++;
    while (end > start && this.text[end - 1] === ' ') end--;
    return start < end ? { start, end } : null;
  }

  /** Before the first and behind the last character; null where the page has changed under them. */
  boundariesOf({ start, end }: Span): { start: Boundary; end: Boundary } | null {
    const first = this.#boundary(start, this.#folded.nodeOf(start), this.#folded.offsetOf(start), 0);
    const last = this.#folded.lastPoints.get(end - 1) ?? {
      node: this.#folded.nodeOf(end - 1),
      offset: this.#folded.offsetOf(end - 1),
    };
    const behind = this.#boundary(end - 1, last.node, last.offset, 1);
    return first && behind && start < end ? { start: first, end: behind } : null;
  }

  rangeOf(span: Span): Range | null {
    const boundaries = this.boundariesOf(span);
    if (!boundaries) return null;
    const { start, end } = boundaries;
    const document = documentOf(this.root);
    const range = trueMember(document, 'createRange').call(document);
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }

  /** The text as the page shows it: quotes and dashes as they are, white space collapsed. */
  shown({ start, end }: Span): string {
    let shown = '';
    for (let at = start; at < end; at++) {
      const node = this.#folded.nodeOf(at);
      const data = this.#folded.data[node];
      const offset = this.#folded.offsetOf(at);
      if (data === undefined) shown += ' ';
      else if (this.#folded.lastPoints.has(at)) shown += '...';
      else shown += data[offset] ?? '';
    }
    return shown;
  }

  #boundary(at: number, node: number, offset: number, past: number): Boundary | null {
    const text = this.#folded.nodes[node];
    if (!text || at < 0 || at >= this.text.length || text.data !== this.#folded.data[node]) return null;
    return { node: text, offset: offset + past };
  }

  /** The first character at or behind a place in the tree; null where the place is in another tree. */
  #positionOf(container: Node, offset: number): number | null {
    const index = this.#indexOf.get(container);
    if (index !== undefined) return this.#positionIn(index, offset);
    if (compare(this.root, container) & DISCONNECTED) return null;
    const child = trueMember(container, 'childNodes')[offset];
    const isBehind = (node: Node): boolean => {
      const relation = compare(child ?? container, node);
      if (child) return (relation & PRECEDING) === 0;
      return (relation & FOLLOWING) !== 0 && (relation & CONTAINED_BY) === 0;
    };
    const { nodes, nodeStarts } = this.#folded;
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const node = nodes[middle];
      if (node && isBehind(node)) high = middle;
      else low = middle + 1;
    }
    return nodeStarts[low] ?? this.text.length;
  }

  #positionIn(index: number, offset: number): number {
    const start = this.#folded.nodeStarts[index] ?? 0;
    const end = this.#folded.nodeStarts[index + 1] ?? this.text.length;
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      // Spaces carry no offset; the ink behind them decides for them.
      let ink = middle;
      while (ink < high && this.#folded.nodeOf(ink) !== index) ink++;
      if (ink === high || this.#folded.offsetOf(ink) >= offset) high = middle;
      else low = ink + 1;
    }
    return low;
  }
}
