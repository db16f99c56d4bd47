// A pack file → header and blocks, as a stream: never the whole file in memory, every byte checked before
// anybody stores it. What is wrong with a file is said precisely.
import * as z from 'zod/mini';
import { blockSum, FORMAT, MAGIC, PackError, PackHeader, sha256, TABLES, type TableName } from './format.ts';

export interface PackBlock {
  readonly table: TableName;
  readonly number: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PackStream {
  readonly header: PackHeader;
  /** SHA-256 of the header, which holds the sums of all blocks: two files with the same sum are the same. */
  readonly sum: string;
  /** Each block once, table by table. Throws PackError at the first that is wrong, and when the file ends early. */
  readonly blocks: AsyncGenerator<PackBlock, void>;
}

const FIRST_LINE = new RegExp(`^${MAGIC} (\\d{1,4}) (\\d{1,9}) ([0-9a-f]{64})$`);
/** The first line is 90 bytes at most; a header lists the blocks of a million entities in some MB. */
const MAX_FIRST_LINE = 128;
const MAX_HEADER = 64 * 1024 * 1024;

/** Opens a pack file. Throws PackError; the stream is then cancelled. */
export async function readPack(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<PackStream> {
  const source = new Bytes(file);
  try {
    const { header, sum } = await readHeader(source);
    return { header, sum, blocks: readBlocks(source, header) };
  } catch (error) {
    await source.cancel();
    throw error;
  }
}

async function readHeader(source: Bytes): Promise<Pick<PackStream, 'header' | 'sum'>> {
  const line = FIRST_LINE.exec(await source.line(MAX_FIRST_LINE));
  if (!line) throw new PackError('foreign', 'This file is not a Backstory pack.');
  const [, format, length, sum = ''] = line;
  if (Number(format) > FORMAT)
    throw new PackError(
      'newer',
      `This pack has format ${format}; this version of Backstory reads up to ${FORMAT}. Update Backstory to use it.`,
    );
  if (Number(format) < FORMAT)
    throw new PackError(
      'older',
      `This pack has format ${format}, which this version of Backstory no longer reads. Download it anew, or build it again.`,
    );
  if (Number(length) > MAX_HEADER) throw new PackError('damaged', 'The pack’s header is impossibly long.');
  const bytes = await source.take(Number(length));
  if ((await sha256(bytes)) !== sum)
    throw new PackError('damaged', 'The pack’s header does not match its checksum.');
  const header = PackHeader.safeParse(parseJson(bytes));
  if (!header.success)
    throw new PackError(
      'damaged',
      `The pack’s header is not of the agreed form: ${z.prettifyError(header.error)}`,
    );
  for (const name of TABLES) {
    const { first, bytes: sizes, sums } = header.data.tables[name];
    if (first.length !== sizes.length || first.length !== sums.length)
      throw new PackError('damaged', `The pack’s table “${name}” does not agree with itself.`);
  }
  return { header: header.data, sum };
}

async function* readBlocks(source: Bytes, header: PackHeader): AsyncGenerator<PackBlock, void> {
  try {
    for (const table of TABLES) {
      const { bytes: sizes, sums } = header.tables[table];
      for (const [number, size] of sizes.entries()) {
        const bytes = await source.take(size);
        if ((await blockSum(bytes)) !== sums[number])
          throw new PackError(
            'damaged',
            `Block ${number} of the table “${table}” does not match its checksum.`,
          );
        yield { table, number, bytes };
      }
    }
    if (!(await source.atEnd())) throw new PackError('damaged', 'The pack goes on after its last block.');
  } finally {
    await source.cancel();
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes));
  } catch (error) {
    throw new PackError('damaged', `A part of the pack cannot be parsed: ${String(error)}`);
  }
}

/** Throws PackError where the bytes are no UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new PackError('damaged', `A part of the pack is no text: ${String(error)}`);
  }
}

/** Exact amounts of bytes from a stream whose chunks are of any size. */
class Bytes {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #length = 0;
  #begun = false;
  /** The compressed file has been read to its end: what is missing now was never there. */
  #ended = false;

  constructor(file: ReadableStream<Uint8Array<ArrayBuffer>>) {
    const watch = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      flush: () => {
        this.#ended = true;
      },
    });
    this.#reader = file.pipeThrough(watch).pipeThrough(new DecompressionStream('gzip')).getReader();
  }

  /** False at the end of the stream. Browsers word broken gzip differently, so how far we came tells what it is. */
  async #more(): Promise<boolean> {
    try {
      const { done, value } = await this.#reader.read();
      if (done) return false;
      this.#begun = true;
      this.#chunks.push(value);
      this.#length += value.length;
      return true;
    } catch (error) {
      if (!this.#begun) throw new PackError('foreign', 'This file is not a Backstory pack.');
      if (this.#ended) throw new PackError('truncated', 'The pack ends in the middle.');
      throw new PackError('damaged', `The pack cannot be decompressed: ${String(error)}`);
    }
  }

  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#length < length) {
      if (!(await this.#more())) throw new PackError('truncated', 'The pack ends in the middle.');
    }
    const taken = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const chunk = this.#chunks[0];
      if (chunk === undefined) break;
      const part = chunk.subarray(0, length - filled);
      taken.set(part, filled);
      filled += part.length;
      if (part.length === chunk.length) this.#chunks.shift();
      else this.#chunks[0] = chunk.subarray(part.length);
    }
    this.#length -= length;
    return taken;
  }

  async line(longest: number): Promise<string> {
    let text = '';
    while (text.length <= longest) {
      if (this.#length === 0 && !(await this.#more()))
        throw new PackError('truncated', 'The pack ends in the middle.');
      const byte = (await this.take(1))[0] ?? 0;
      if (byte === 0x0a) return text;
      text += String.fromCharCode(byte);
    }
    return text;
  }

  async atEnd(): Promise<boolean> {
    return this.#length === 0 && !(await this.#more());
  }

  async cancel(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }
}
