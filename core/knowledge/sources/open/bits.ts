// Bits of a byte array, the highest first, as bzip2 packs them.
import type { Bytes } from './bytes.ts';
import { SourceError } from './source-error.ts';

export class Bits {
  readonly #bytes: Bytes;
  #next = 0;
  #held = 0;
  #bits = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  /** The next bits as a number: 24 at most. Throws SourceError at the end. */
  take(count: number): number {
    while (this.#held < count) {
      const byte = this.#bytes[this.#next++];
      if (byte === undefined) throw new SourceError('truncated', 'The bzip2 file ends in the middle.');
      this.#bits = (this.#bits << 8) | byte;
      this.#held += 8;
    }
    this.#held -= count;
    return (this.#bits >>> this.#held) & ((1 << count) - 1);
  }

  take32(): number {
    return this.take(16) * 65_536 + this.take(16);
  }

  /** Forgets what is left of a byte that was begun. */
  align(): void {
    this.#held -= this.#held % 8;
  }

  /** Whole bytes used up, and the bits of the next that are. */
  get position(): { bytes: number; bits: number } {
    const used = this.#next * 8 - this.#held;
    return { bytes: Math.floor(used / 8), bits: used % 8 };
  }
}
