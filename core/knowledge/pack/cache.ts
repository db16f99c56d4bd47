// Blocks once read, for all packs of a worker together: the least recently used goes first.

/** Bytes as stored. A text takes about as many in memory, and the rows read from it a part of that again. */
const BUDGET = 12_000_000;

/** A block's text, a line break at both ends, and its rows that were read before. */
export interface CachedBlock {
  readonly text: string;
  readonly rows: Map<string, unknown>;
}

export class BlockCache {
  readonly #budget: number;
  readonly #blocks = new Map<string, { readonly block: CachedBlock; readonly bytes: number }>();
  #bytes = 0;

  /** @param budget bytes; 0 keeps nothing */
  constructor(budget = BUDGET) {
    this.#budget = budget;
  }

  get(name: string): CachedBlock | undefined {
    const found = this.#blocks.get(name);
    if (found === undefined) return undefined;
    // Behind all others.
    this.#blocks.delete(name);
    this.#blocks.set(name, found);
    return found.block;
  }

  add(name: string, block: CachedBlock, bytes: number): void {
    const before = this.#blocks.get(name);
    this.#blocks.delete(name);
    this.#blocks.set(name, { block, bytes });
    this.#bytes += bytes - (before?.bytes ?? 0);
    for (const [oldest, { bytes: freed }] of this.#blocks) {
      if (this.#bytes <= this.#budget) break;
      this.#bytes -= freed;
      this.#blocks.delete(oldest);
    }
  }
}
