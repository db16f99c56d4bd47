// A root's folded text while it is written, with the node and offset of each character. Two numbers a
// character are simpler than runs and still small: a page of a million characters takes 8 MB for a moment.
import { ELLIPSIS, foldUnit, IGNORED, POINT, SPACE, textOf } from './folding.ts';

const FIRST_SIZE = 16_384;
/** A page may be endless, and so may one text node; past this its text is another page's for us. */
export const MOST_CHARACTERS = 2_000_000;

export class FoldedText {
  length = 0;
  readonly nodes: Text[] = [];
  /** The nodes' data as it was read: whether a node has changed is a comparison of strings. */
  readonly data: string[] = [];
  /** The first character of each node, counted in the folded text. */
  readonly nodeStarts: number[] = [];
  /** Where blocks begin, in order. */
  readonly blocks: number[] = [];
  /** Ellipses that were three points: where the last of them stands. */
  readonly lastPoints = new Map<number, { node: number; offset: number }>();
  #codes = new Uint16Array(FIRST_SIZE);
  #nodeOf = new Int32Array(FIRST_SIZE);
  #offsetOf = new Int32Array(FIRST_SIZE);
  #space = false;
  #block = true;

  /** A block begins or ends here, or a line does. */
  boundary(isLine: boolean): void {
    this.#space = true;
    if (!isLine) this.#block = true;
  }

  add(node: Text): void {
    const data = node.data;
    const index = this.nodes.length;
    const before = this.length;
    let used = false;
    for (let at = 0; at < data.length && this.length < MOST_CHARACTERS; at++) {
      const code = foldUnit(data.charCodeAt(at));
      if (code === IGNORED) continue;
      if (code === SPACE) this.#space = true;
      else {
        this.#ink(code, index, at);
        used = true;
      }
    }
    if (!used) return;
    this.nodes.push(node);
    this.data.push(data);
    // A node may hold no more than the last point of an ellipsis that began in the node before.
    this.nodeStarts.push(Math.min(before, this.length));
  }

  text(): string {
    return textOf(this.#codes.subarray(0, this.length));
  }

  /** Index into `nodes`, or -1 for a space. */
  nodeOf(at: number): number {
    return this.#nodeOf[at] ?? -1;
  }

  offsetOf(at: number): number {
    return this.#offsetOf[at] ?? 0;
  }

  #ink(code: number, node: number, offset: number): void {
    if (this.#space && this.length > 0) this.#write(SPACE, -1, 0);
    this.#space = false;
    if (this.#block) this.blocks.push(this.length);
    this.#block = false;
    const { length } = this;
    if (
      code === POINT &&
      this.#codes[length - 1] === POINT &&
      this.#codes[length - 2] === POINT &&
      length > 1
    ) {
      this.length = length - 1;
      this.#codes[length - 2] = ELLIPSIS;
      this.lastPoints.set(length - 2, { node, offset });
    } else this.#write(code, node, offset);
  }

  #write(code: number, node: number, offset: number): void {
    if (this.length === this.#codes.length) this.#grow();
    this.#codes[this.length] = code;
    this.#nodeOf[this.length] = node;
    this.#offsetOf[this.length] = offset;
    this.length++;
  }

  #grow(): void {
    const size = this.length * 2;
    const codes = new Uint16Array(size);
    codes.set(this.#codes);
    this.#codes = codes;
    const nodeOf = new Int32Array(size);
    nodeOf.set(this.#nodeOf);
    this.#nodeOf = nodeOf;
    const offsetOf = new Int32Array(size);
    offsetOf.set(this.#offsetOf);
    this.#offsetOf = offsetOf;
  }
}
