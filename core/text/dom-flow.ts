// Text as a reader sees it, from text nodes, with the way back. White space collapses to one space, so do
// no-break and other typographic spaces (a name is the same name with either); soft hyphens, zero-width and
// direction marks are left out. The joiners U+200C and U+200D stay: they are spelling in Persian and Hindi.
// What is kept is stored as runs, stretches whose characters correspond one to one to a node's: a paragraph
// without odd white space is one run, so the map costs a few numbers a node and look-ups are binary searches.

/** A stretch ends at the first space past this, and past twice this anywhere (a page of Chinese has no space). */
const LONGEST_STRETCH = 10_000;
/** Past this a block is continued in a new one at the next space: every message and look-up stays small. */
const LONGEST_BLOCK = 20_000;

/** In the text where something stands that is no text, so that the words around it do not become a name. */
const OBJECT = '\uFFFC';

export interface FlowBlock<Kind extends string> {
  readonly id: number;
  readonly kind: Kind;
  readonly text: string;
}

/** Parallel arrays, one entry a run, in document order; `node` is -1 where the page has no such character. */
interface Runs {
  readonly block: number[];
  readonly textStart: number[];
  readonly node: number[];
  readonly nodeStart: number[];
}

function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x205f ||
    code === 0x1680
  );
}

function isIgnored(code: number): boolean {
  if (code < 32) return true;
  if (code < 0x200b) return code === 0xad;
  return (
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  );
}

const isInk = (code: number) => (code > 32 && code < 0xa0) || (!isSpace(code) && !isIgnored(code));
const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;

export class TextFlow<Kind extends string> {
  readonly blocks: FlowBlock<Kind>[] = [];
  readonly runs: Runs = { block: [], textStart: [], node: [], nodeStart: [] };
  readonly nodes: Text[] = [];
  /** The nodes' data as it was read: whether a node has changed is a comparison of strings. */
  readonly data: string[] = [];
  /** The first run of each block, and one past the last. */
  readonly blockRuns: number[] = [0];
  /** Characters in all blocks that were closed. */
  characters = 0;
  #text = '';
  /** White space that was seen but not yet written: where its first character stands. */
  #gap: { node: number; offset: number; char: ' ' | '\n' } | null = null;
  /** Blocks that the present one was cut into so far. */
  #earlier: string[] = [];
  #firstNode = 0;

  /** Characters of the present block so far. */
  length = 0;

  /** Adds a text node up to `end`. `lines`: its line feeds show as such (`white-space: pre-line` and kin). */
  add(node: Text, { lines = false, end = Number.POSITIVE_INFINITY } = {}): void {
    const { data } = node;
    const length = Math.min(data.length, end);
    const index = this.nodes.length;
    let used = false;
    for (let at = 0; at < length; ) {
      const code = data.charCodeAt(at);
      if (isSpace(code)) {
        const char = lines && code === 10 ? '\n' : ' ';
        if (!this.#gap || (char === '\n' && this.#gap.char === ' '))
          this.#gap = { node: index, offset: at, char };
        used = true;
        at++;
      } else if (isIgnored(code)) at++;
      else {
        used = true;
        const past = Math.min(stretch(data, at), length);
        this.#writeGap();
        if (this.#text.length >= LONGEST_BLOCK) this.#cut();
        this.#write(index, at, data.slice(at, past));
        at = past;
      }
    }
    if (!used) return;
    this.nodes.push(node);
    this.data.push(data);
  }

  /** A line ends here (`<br>`). */
  lineBreak(): void {
    this.#gap = { node: -1, offset: 0, char: '\n' };
  }

  /** Something that is no text stands here. */
  object(): void {
    this.#writeGap();
    this.#write(-1, 0, OBJECT);
  }

  /** The present block as it would be kept. */
  peek(): string {
    return this.#earlier.length === 0 ? this.#text : `${this.#earlier.join(' ')} ${this.#text}`;
  }

  /** Keeps the present block, if it has any text, and begins the next. */
  keep(kind: Kind): void {
    if (this.#text !== '') this.#cut();
    for (const text of this.#earlier) {
      this.blocks.push({ id: this.blocks.length, kind, text });
      this.characters += text.length;
    }
    this.#begin();
  }

  /** Forgets the present block and begins the next. */
  drop(): void {
    const kept = this.blockRuns[this.blocks.length] ?? 0;
    for (const column of Object.values(this.runs)) column.length = kept;
    this.blockRuns.length = this.blocks.length + 1;
    this.nodes.length = this.#firstNode;
    this.data.length = this.#firstNode;
    this.#begin();
  }

  #begin(): void {
    this.length = 0;
    this.#text = '';
    this.#gap = null;
    this.#earlier = [];
    this.#firstNode = this.nodes.length;
  }

  #cut(): void {
    this.#earlier.push(this.#text);
    this.blockRuns.push(this.runs.block.length);
    this.#text = '';
  }

  #writeGap(): void {
    const gap = this.#gap;
    this.#gap = null;
    if (!gap || this.#text === '') return;
    if (this.#text.length >= LONGEST_BLOCK) this.#cut();
    else this.#write(gap.node, gap.offset, gap.char);
  }

  #write(node: number, offset: number, text: string): void {
    const { runs } = this;
    const block = this.blocks.length + this.#earlier.length;
    const last = runs.block.length - 1;
    const start = runs.textStart[last] ?? 0;
    const continues =
      node >= 0 &&
      runs.block[last] === block &&
      runs.node[last] === node &&
      (runs.nodeStart[last] ?? 0) + this.#text.length - start === offset;
    if (!continues) {
      runs.block.push(block);
      runs.textStart.push(this.#text.length);
      runs.node.push(node);
      runs.nodeStart.push(offset);
    }
    this.#text += text;
    this.length += text.length;
  }
}

/** The end of the stretch of ink that begins at `from`, single spaces inside it included. */
function stretch(data: string, from: number): number {
  let end = from + 1;
  for (; end < data.length; end++) {
    const code = data.charCodeAt(end);
    if (code === 32) {
      if (end - from > LONGEST_STRETCH || end + 1 >= data.length || !isInk(data.charCodeAt(end + 1))) break;
    } else if (!isInk(code)) break;
    else if (end - from > 2 * LONGEST_STRETCH && !isHighSurrogate(data.charCodeAt(end - 1))) break;
  }
  return end;
}
