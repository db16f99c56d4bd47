// A pack in use: look-ups over blocks, wherever these are kept. Blocks once read stay, up to a budget.
import { BlockCache, type CachedBlock } from './cache.ts';
import { mayHold } from './filter.ts';
import { PackError, type PackHeader, type TableName, timelineKey } from './format.ts';
import { decodeText } from './read.ts';
import { linesOf, type Row, Rows, type RowTable } from './rows.ts';

/** Where the blocks of one pack are: IndexedDB, or memory where nothing can be stored. */
export interface BlockStore {
  /** The blocks with these numbers, in this order. Throws when one is missing. */
  read(table: TableName, numbers: readonly number[]): Promise<readonly Uint8Array[]>;
}

let opened = 0;

export class Pack {
  readonly header: PackHeader;
  readonly #store: BlockStore;
  readonly #rows: Rows;
  readonly #cache: BlockCache;
  /** Several packs may share a cache, and several versions of a pack an id. */
  readonly #name = String(++opened);
  #filter: Promise<Uint8Array> | undefined;

  constructor(header: PackHeader, store: BlockStore, cache = new BlockCache()) {
    this.header = header;
    this.#cache = cache;
    this.#rows = new Rows(header.id, header.terms);
    this.#store = store;
  }

  /** The rows with these keys; those that do not exist are left out. One batch, however many keys. */
  async get<T extends RowTable>(table: T, keys: Iterable<string>): Promise<Map<string, Row<T>>> {
    const possible = table === 'names' ? await this.#possible(keys) : keys;
    const wanted = new Map<number, string[]>();
    for (const key of possible) {
      const block = this.#blockOf(table, this.#rows.key(table, key));
      if (block < 0) continue;
      const list = wanted.get(block);
      if (list) list.push(key);
      else wanted.set(block, [key]);
    }
    const blocks = await this.#read(table, [...wanted.keys()]);
    const found = new Map<string, Row<T>>();
    for (const [number, keysOfBlock] of wanted) {
      const block = blocks.get(number);
      for (const key of keysOfBlock) {
        const row = block && this.#rowIn(block, table, key);
        if (row !== undefined) found.set(key, row);
      }
    }
    return found;
  }

  /** Ids of the events of an entity nearest to a day: up to `before` that began on it or earlier, up to `after` later. */
  async eventsNear(entity: string, day: string, before: number, after: number): Promise<string[]> {
    // U+FFFF sorts behind every event of that day.
    const table = 'timeline';
    const split = this.#rows.key(table, timelineKey(entity, day, '\uFFFF'));
    const blocks = this.header.tables[table].first.length;
    if (blocks === 0) return [];
    const middle = Math.max(this.#blockOf(table, split), 0);
    const prefix = this.#rows.key(table, `${entity} `);
    const earlier: string[] = [];
    const later: string[] = [];
    for (let number = middle; number >= 0 && earlier.length < before; number--) {
      const keys = await this.#keys(table, number);
      const own = keys.filter((key) => key.startsWith(prefix) && key <= split);
      earlier.unshift(...own);
      if ((keys[0] ?? '') < prefix) break;
    }
    for (let number = middle; number < blocks && later.length < after; number++) {
      const keys = await this.#keys(table, number);
      later.push(...keys.filter((key) => key.startsWith(prefix) && key > split));
      if ((keys.at(-1) ?? '') > `${prefix}\uFFFF`) break;
    }
    const near = [...(before > 0 ? earlier.slice(-before) : []), ...later.slice(0, after)];
    return near.map((key) => this.#rows.wholeId(key.slice(key.lastIndexOf(' ') + 1)));
  }

  /** The keys that the pack's filter does not rule out. */
  async #possible(keys: Iterable<string>): Promise<string[]> {
    this.#filter ??= this.#readFilter();
    const filter = await this.#filter.catch((error: unknown) => {
      this.#filter = undefined;
      throw error;
    });
    return [...keys].filter((key) => mayHold(filter, key));
  }

  async #readFilter(): Promise<Uint8Array> {
    const { bytes } = this.header.tables.filter;
    const whole = new Uint8Array(bytes.reduce((sum, size) => sum + size, 0));
    let filled = 0;
    for (const block of await this.#store.read('filter', [...bytes.keys()])) {
      whole.set(block, filled);
      filled += block.length;
    }
    return whole;
  }

  async #keys(table: RowTable, number: number): Promise<string[]> {
    const text = (await this.#read(table, [number])).get(number)?.text ?? '\n';
    return Array.from(linesOf(text.slice(1)), ({ key }) => key);
  }

  /** The block that would hold a key: the last whose first key is not behind it; −1 before all. */
  #blockOf(table: RowTable, key: string): number {
    const { first } = this.header.tables[table];
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((first[middle] ?? '') <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  async #read(table: RowTable, numbers: readonly number[]): Promise<ReadonlyMap<number, CachedBlock>> {
    const found = new Map<number, CachedBlock>();
    const missing: number[] = [];
    for (const number of numbers) {
      const block = this.#cache.get(`${this.#name} ${table} ${number}`);
      if (block === undefined) missing.push(number);
      else found.set(number, block);
    }
    if (missing.length === 0) return found;
    const blocks = await this.#store.read(table, missing);
    for (const [index, number] of missing.entries()) {
      const bytes = blocks[index];
      if (bytes === undefined) throw new PackError('damaged', `Block ${number} of “${table}” is missing.`);
      const block: CachedBlock = { text: `\n${decodeText(bytes)}`, rows: new Map() };
      found.set(number, block);
      this.#cache.add(`${this.#name} ${table} ${number}`, block, bytes.length);
    }
    return found;
  }

  /** Found as text: the other rows of the block are not parsed. */
  #rowIn<T extends RowTable>(block: CachedBlock, table: T, key: string): Row<T> | undefined {
    const before = block.rows.get(key);
    if (before !== undefined) return before as Row<T>;
    const written = this.#rows.key(table, key);
    const start = block.text.indexOf(`\n${written}\t`);
    if (start < 0) return undefined;
    const end = block.text.indexOf('\n', start + 1);
    const row = this.#rows.read(table, key, block.text.slice(start + written.length + 2, end));
    if (row === undefined)
      throw new PackError('damaged', `“${key}” in “${table}” is not of the agreed form.`);
    block.rows.set(key, row);
    return row;
  }
}

/** Blocks in memory: where IndexedDB is barred, in tests and on the command line. */
export class MemoryBlocks implements BlockStore {
  readonly #blocks = new Map<string, Uint8Array>();

  add(table: TableName, number: number, bytes: Uint8Array): void {
    this.#blocks.set(`${table} ${number}`, bytes);
  }

  async read(table: TableName, numbers: readonly number[]): Promise<Uint8Array[]> {
    return numbers.map((number) => {
      const bytes = this.#blocks.get(`${table} ${number}`);
      if (!bytes) throw new PackError('damaged', `Block ${number} of “${table}” is missing.`);
      return bytes;
    });
  }
}
