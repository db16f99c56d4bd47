// Bytes written and read in order. What is read comes from a server that may send anything, so a reader never
// goes past the end and never believes a length that is larger than what is left: it throws `Malformed`, which
// only `decodeSegment` catches, and turns into a value.

export type Bytes = Uint8Array<ArrayBuffer>;

export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** Larger than any number in the format; what is larger is damage. */
const LARGEST = Number.MAX_SAFE_INTEGER;

export class ByteWriter {
  #bytes: Bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  /** LEB128: seven bits a byte, the lowest first. */
  number(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no number for a segment: ${value}`);
    let rest = value;
    while (rest > 127) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** Without its length. */
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  bytes(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.raw(bytes);
  }

  text(text: string): void {
    this.bytes(new TextEncoder().encode(text));
  }

  taken(): Bytes {
    return this.#bytes.slice(0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new Malformed('ends too early');
    this.#at++;
    return value;
  }

  number(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte % 128) * unit;
      if (value > LARGEST) throw new Malformed('a number that is too large');
      if (byte < 128) return value;
      unit *= 128;
    }
  }

  raw(length: number): Bytes {
    if (length > this.left) throw new Malformed('ends too early');
    const bytes = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return new Uint8Array(bytes);
  }

  bytes(): Bytes {
    return this.raw(this.number());
  }

  text(most: number): string {
    const length = this.number();
    if (length > most) throw new Malformed('a text that is too long');
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.raw(length));
  }

  /** A count of things of at least `smallest` bytes each: never more than could be there. */
  count(smallest: number): number {
    const count = this.number();
    if (count * smallest > this.left) throw new Malformed('more items than there is room for');
    return count;
  }

  /** True where nothing but zeros is left. */
  onlyZeros(): boolean {
    return this.#bytes.subarray(this.#at).every((byte) => byte === 0);
  }
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of text that is known to be hexadecimal, of even length. */
export function fromHex(text: string): Bytes {
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
