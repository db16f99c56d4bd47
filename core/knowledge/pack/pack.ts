// A pack in use: look-ups over blocks, wherever these are kept. Blocks once read stay, up to a budget.
import { mayHold } from './filter.ts';
import {
  PackError,
  type PackHeader,
  ROWS,
  type Row,
  type RowTable,
  type TableName,
  timelineKey,
} from './format.ts';
import { parseJson } from './read.ts';

/** Where the blocks of one pack are: IndexedDB, or memory where nothing can be stored. */
export interface BlockStore {
  /** The blocks with these numbers, in this order. Throws when one is missing. */
  read(table: TableName, numbers: readonly number[]): Promise<readonly Uint8Array[]>;
}

/** All packs of a worker together keep about this many bytes of blocks (as stored; parsed about three times that). */
const CACHE_BYTES = 5_000_000;

type Rows = ReadonlyMap<string, unknown>;

export class Pack {
  readonly header: PackHeader;
  readonly #store: BlockStore;
  readonly #cache = new Map<string, Rows>();
  #cached = 0;
  #filter: Promise<Uint8Array> | undefined;

  constructor(header: PackHeader, store: BlockStore) {
    this.header = header;
    this.#store = store;
  }

  /** The rows with these keys; those that do not exist are left out. One batch, however many keys. */
  async get<T extends RowTable>(table: T, keys: Iterable<string>): Promise<Map<string, Row<T>>> {
    const possible = table === 'names' ? await this.#possible(keys) : keys;
    const wanted = new Map<number, string[]>();
    for (const key of possible) {
      const block = this.#blockOf(table, key);
      if (block < 0) continue;
      const list = wanted.get(block);
      if (list) list.push(key);
      else wanted.set(block, [key]);
    }
    const blocks = await this.#read(table, [...wanted.keys()]);
    const found = new Map<string, Row<T>>();
    for (const [number, keysOfBlock] of wanted) {
      const rows = blocks.get(number);
      for (const key of keysOfBlock) {
        const row = rows?.get(key);
        if (row !== undefined) found.set(key, this.#checked(table, key, row));
      }
    }
    return found;
  }

  /** Ids of the events of an entity nearest to a day: up to `before` that began on it or earlier, up to `after` later. */
  async eventsNear(entity: string, day: string, before: number, after: number): Promise<string[]> {
    // U+FFFF sorts behind every event of that day.
    const split = timelineKey(entity, day, '\uFFFF');
    const table = 'timeline';
    const blocks = this.header.tables[table].first.length;
    if (blocks === 0) return [];
    const middle = Math.max(this.#blockOf(table, split), 0);
    const prefix = `${entity} `;
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
    return near.map((key) => key.slice(key.lastIndexOf(' ') + 1));
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
    const rows = (await this.#read(table, [number])).get(number);
    return rows ? [...rows.keys()] : [];
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

  async #read(table: RowTable, numbers: readonly number[]): Promise<ReadonlyMap<number, Rows>> {
    const found = new Map<number, Rows>();
    const missing: number[] = [];
    for (const number of numbers) {
      const name = `${table} ${number}`;
      const rows = this.#cache.get(name);
      if (rows === undefined) missing.push(number);
      else {
        // Behind all others: the least recently used one goes first.
        this.#cache.delete(name);
        this.#cache.set(name, rows);
        found.set(number, rows);
      }
    }
    if (missing.length === 0) return found;
    const blocks = await this.#store.read(table, missing);
    for (const [index, number] of missing.entries()) {
      const bytes = blocks[index];
      if (bytes === undefined) throw new PackError('damaged', `Block ${number} of “${table}” is missing.`);
      const rows: Rows = new Map(parseJson(bytes) as [string, unknown][]);
      found.set(number, rows);
      this.#remember(`${table} ${number}`, rows, this.header.tables[table].bytes[number] ?? 0);
    }
    return found;
  }

  #remember(name: string, rows: Rows, bytes: number): void {
    this.#cache.set(name, rows);
    this.#cached += bytes;
    for (const oldest of this.#cache.keys()) {
      if (this.#cached <= CACHE_BYTES) break;
      const [table, number] = oldest.split(' ') as [TableName, string];
      this.#cached -= this.header.tables[table].bytes[Number(number)] ?? 0;
      this.#cache.delete(oldest);
    }
  }

  #checked<T extends RowTable>(table: T, key: string, row: unknown): Row<T> {
    const parsed = ROWS[table].safeParse(row);
    if (!parsed.success) throw new PackError('damaged', `“${key}” in “${table}” is not of the agreed form.`);
    return parsed.data as Row<T>;
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
