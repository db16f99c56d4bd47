// One block of bzip2: Huffman codes → move-to-front → Burrows–Wheeler. The packages at hand decode it by a call
// per byte, or loop for ever on a run of 2^31 (unbzip2-stream 1.4.3), so this is our own, after the description
// in the sources of bzip2 1.0.8 (decompress.c); every count is bounded by the block's size.
import type { Bits } from './bits.ts';
import { SourceError } from './source-error.ts';

/** Codes change every fifty symbols. */
const GROUP = 50;
const LONGEST_CODE = 20;
const RUN_A = 0;
const RUN_B = 1;

export interface Block {
  /** Bytes in the low eight bits; above them, for `walk`, where the next one is. */
  readonly links: Uint32Array;
  readonly length: number;
  readonly start: number;
}

interface Codes {
  readonly shortest: number;
  /** By length: the last code of that length, and what to take off for its place in `symbols`. */
  readonly limit: Int32Array;
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
}

export function readBlock(bits: Bits, links: Uint32Array): Block {
  if (bits.take(1) === 1) throw damaged('it is of an old form that is no longer used');
  const start = bits.take(24);
  const used = readUsed(bits);
  const tables = bits.take(3);
  const selectors = readSelectors(bits, tables);
  const codes = Array.from({ length: tables }, () => readCodes(bits, used.length + 2));
  const length = readSymbols(bits, { used, selectors, codes, links });
  if (start >= length) throw damaged('a block begins outside itself');
  link(links, length);
  return { links, length, start };
}

/** The bytes that occur, in order. */
function readUsed(bits: Bits): Uint8Array {
  const ranges = bits.take(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const own = bits.take(16);
    for (let bit = 0; bit < 16; bit++) if ((own & (0x8000 >> bit)) !== 0) used.push(range * 16 + bit);
  }
  if (used.length === 0) throw damaged('a block without bytes');
  return Uint8Array.from(used);
}

/** Which table each group of symbols is coded with. */
function readSelectors(bits: Bits, tables: number): Uint8Array {
  if (tables < 2 || tables > 6) throw damaged('an impossible number of code tables');
  const count = bits.take(15);
  if (count === 0) throw damaged('a block without codes');
  const order = Uint8Array.from({ length: tables }, (_, index) => index);
  return Uint8Array.from({ length: count }, () => {
    let place = 0;
    while (bits.take(1) === 1) if (++place >= tables) throw damaged('an impossible code table');
    return toFront(order, place);
  });
}

function toFront(order: Uint8Array, place: number): number {
  const value = order[place] ?? 0;
  order.copyWithin(1, 0, place);
  order[0] = value;
  return value;
}

function readCodes(bits: Bits, count: number): Codes {
  const lengths = new Uint8Array(count);
  let length = bits.take(5);
  for (let symbol = 0; symbol < count; symbol++) {
    while (true) {
      if (length < 1 || length > LONGEST_CODE) throw damaged('an impossible length of a code');
      if (bits.take(1) === 0) break;
      length += bits.take(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return canonical(lengths);
}

function canonical(lengths: Uint8Array): Codes {
  const symbols = Uint16Array.from(lengths.keys()).sort(
    (a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b,
  );
  const limit = new Int32Array(LONGEST_CODE + 1).fill(-1);
  const base = new Int32Array(LONGEST_CODE + 1);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    base[length] = code - place;
    while (lengths[symbols[place] ?? -1] === length) {
      place++;
      code++;
    }
    limit[length] = code - 1;
    code <<= 1;
  }
  return { shortest: lengths[symbols[0] ?? 0] ?? 1, limit, base, symbols };
}

function readSymbol(bits: Bits, { shortest, limit, base, symbols }: Codes): number {
  let length = shortest;
  let code = bits.take(length);
  while (code > (limit[length] ?? -1)) {
    if (++length > LONGEST_CODE) throw damaged('a code that does not exist');
    code = (code << 1) | bits.take(1);
  }
  const symbol = symbols[code - (base[length] ?? 0)];
  if (symbol === undefined) throw damaged('a code that does not exist');
  return symbol;
}

interface Coded {
  readonly used: Uint8Array;
  readonly selectors: Uint8Array;
  readonly codes: readonly Codes[];
  readonly links: Uint32Array;
}

/** Fills `links` with the bytes of the block; their number. */
function readSymbols(bits: Bits, { used, selectors, codes, links }: Coded): number {
  const order = used.slice();
  const end = used.length + 1;
  let length = 0;
  let run = 0;
  let weight = 1;
  for (const selector of selectors) {
    const table = codes[selector];
    if (!table) throw damaged('an impossible code table');
    for (let left = GROUP; left > 0; left--) {
      const symbol = readSymbol(bits, table);
      if (symbol === RUN_A || symbol === RUN_B) {
        run += weight * (symbol + 1);
        weight *= 2;
        if (length + run > links.length) throw damaged('a block is longer than it may be');
        continue;
      }
      if (run > 0) {
        links.fill(order[0] ?? 0, length, length + run);
        length += run;
        run = 0;
        weight = 1;
      }
      if (symbol === end) return length;
      if (length >= links.length) throw damaged('a block is longer than it may be');
      links[length++] = toFront(order, symbol - 1);
    }
  }
  throw damaged('a block without an end');
}

/** Burrows and Wheeler's way back: each byte learns where the next one is. */
function link(links: Uint32Array, length: number): void {
  const starts = new Uint32Array(257);
  for (let index = 0; index < length; index++) {
    const slot = ((links[index] ?? 0) & 0xff) + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let byte = 0; byte < 256; byte++) starts[byte + 1] = (starts[byte + 1] ?? 0) + (starts[byte] ?? 0);
  for (let index = 0; index < length; index++) {
    const byte = (links[index] ?? 0) & 0xff;
    const to = starts[byte] ?? 0;
    starts[byte] = to + 1;
    links[to] = (links[to] ?? 0) | (index << 8);
  }
}

export function damaged(what: string): SourceError {
  return new SourceError('damaged', `The bzip2 file is damaged: ${what}.`);
}
