// Which names a pack may have, in ten bits a name: a Bloom filter (Bloom 1970; two hashes combined as by Kirsch and
// Mitzenmacher 2006). Most runs of words on a page are nobody's name; with the filter in memory they cost no
// reading. It never denies a name that is there, and one in a hundred that is not there slips through.

const BITS_PER_KEY = 10;
/** ln 2 times the bits per key. */
const PROBES = 7;

/** The filter's bytes for these keys. */
export function filterOf(keys: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(8, Math.ceil((keys.length * BITS_PER_KEY) / 8)));
  for (const key of keys) {
    probe(key, bytes.length * 8, (bit) => {
      bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
      return true;
    });
  }
  return bytes;
}

/** Whether a key may be among those that the filter was made of; `false` is certain. */
export function mayHold(bytes: Uint8Array, key: string): boolean {
  return probe(key, bytes.length * 8, (bit) => ((bytes[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}

/** Visits the bits of a key until the visitor says no. */
function probe(key: string, bits: number, visit: (bit: number) => boolean): boolean {
  const first = hash(key, 0x811c9dc5);
  const step = hash(key, 0x01000193) | 1;
  for (let n = 0; n < PROBES; n++) {
    if (!visit(((first + Math.imul(n, step)) >>> 0) % bits)) return false;
  }
  return true;
}

/** FNV-1a over UTF-16 units, then MurmurHash3's finaliser, since FNV's low bits mix badly. */
function hash(key: string, seed: number): number {
  let mixed = seed;
  for (let index = 0; index < key.length; index++)
    mixed = Math.imul(mixed ^ key.charCodeAt(index), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
