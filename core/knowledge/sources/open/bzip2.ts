// bzip2, also of several streams one after another (the dumps of Wikidata, pbzip2): blocks of up to 900 kB, each
// unpacked as a whole.
import { Bits } from './bits.ts';
import type { Bytes } from './bytes.ts';
import { type Block, damaged, readBlock } from './bzip2-block.ts';
import { SourceError } from './source-error.ts';
import { Supply } from './supply.ts';

const BLOCK = 0x314159;
const BLOCK_REST = 0x265359;
const END = 0x177245;
const END_REST = 0x385090;
/** Bytes of a block times level. */
const LEVEL = 100_000;
/** A block of the longest codes, and its tables: no block is longer. */
const LONGEST_BLOCK = (level: number) => (level * LEVEL * 20) / 8 + 65_536;
const PIECE = 256 * 1024;

export async function* bunzipped(chunks: AsyncGenerator<Bytes, void>): AsyncGenerator<Bytes, void> {
  const supply = new Supply(chunks);
  try {
    do yield* stream(supply);
    while ((await supply.ready(1)).length > 0);
  } finally {
    await chunks.return();
  }
}

async function* stream(supply: Supply): AsyncGenerator<Bytes, void> {
  const [b, z, h, digit] = await supply.ready(4);
  if (digit === undefined) throw new SourceError('truncated', 'The bzip2 file ends in the middle.');
  const level = digit - 0x30;
  if (b !== 0x42 || z !== 0x5a || h !== 0x68 || level < 1 || level > 9)
    throw damaged('it goes on after its end with something else');
  supply.skip(4);
  const links = new Uint32Array(level * LEVEL);
  let combined = 0;
  let begun = 0;
  while (true) {
    const bits = new Bits(await supply.ready(LONGEST_BLOCK(level)));
    bits.take(begun);
    const magic = bits.take(24);
    const rest = bits.take(24);
    const sum = bits.take32();
    if (magic === END && rest === END_REST) {
      if (sum !== combined >>> 0) throw damaged('it does not match its checksum');
      bits.align();
      supply.skip(bits.position.bytes);
      return;
    }
    if (magic !== BLOCK || rest !== BLOCK_REST) throw damaged('a block does not begin where it should');
    const block = readBlock(bits, links);
    supply.skip(bits.position.bytes);
    begun = bits.position.bits;
    yield* bytesOf(block, sum);
    combined = ((combined << 1) | (combined >>> 31)) ^ sum;
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit++) rest = rest < 0 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
  return rest;
});

/** The bytes in their order; after four equal ones, the next says how many more follow. */
function* bytesOf({ links, length, start }: Block, sum: number): Generator<Bytes, void> {
  let piece: Bytes = new Uint8Array(PIECE);
  let filled = 0;
  let crc = -1;
  let equal = 0;
  let before = -1;
  let at = (links[start] ?? 0) >>> 8;
  for (let left = length; left > 0; left--) {
    const entry = links[at] ?? 0;
    const byte = entry & 0xff;
    at = entry >>> 8;
    const isCount = equal === 4;
    const value = isCount ? before : byte;
    for (let copies = isCount ? byte : 1; copies > 0; copies--) {
      crc = (crc << 8) ^ (TABLE[(crc >>> 24) ^ value] ?? 0);
      piece[filled++] = value;
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
    equal = isCount ? 0 : byte === before ? equal + 1 : 1;
    before = isCount ? -1 : byte;
  }
  if (filled > 0) yield piece.subarray(0, filled);
  if (~crc >>> 0 !== sum) throw damaged('a block does not match its checksum');
}
