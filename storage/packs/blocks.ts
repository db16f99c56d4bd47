// The blocks of one pack version: raw bytes by table and number, in a database of their own.
import { Dexie, type Table } from 'dexie';
import {
  type BlockStore,
  type PackBlock,
  PackError,
  type TableName,
} from '../../core/knowledge/pack/index.ts';

class BlockDatabase extends Dexie {
  declare blocks: Table<Uint8Array, string>;

  constructor(name: string) {
    super(name);
    // Out-of-line keys: the value is the bytes and nothing else.
    this.version(1).stores({ blocks: '' });
  }
}

function keyOf(table: TableName, number: number): string {
  return `${table} ${number}`;
}

/** Blocks in IndexedDB; opened at the first read, closed by `close`. */
export class StoredBlocks implements BlockStore {
  readonly #database: BlockDatabase;

  constructor(name: string) {
    this.#database = new BlockDatabase(name);
  }

  async read(table: TableName, numbers: readonly number[]): Promise<Uint8Array[]> {
    const found = await this.#database.blocks.bulkGet(numbers.map((number) => keyOf(table, number)));
    return found.map((bytes, index) => {
      if (!(bytes instanceof Uint8Array))
        throw new PackError('damaged', `Block ${numbers[index]} of “${table}” is missing.`);
      return bytes;
    });
  }

  /** One transaction for all: they are written together or not at all. */
  async write(blocks: readonly PackBlock[]): Promise<void> {
    await this.#database.blocks.bulkPut(
      blocks.map(({ bytes }) => bytes),
      blocks.map(({ table, number }) => keyOf(table, number)),
    );
  }

  close(): void {
    this.#database.close();
  }
}
