// Packed bytes on demand: the formats say how many they need next, the file comes in chunks of any size.
import { type Bytes, joined } from './bytes.ts';

export class Supply {
  readonly #chunks: AsyncIterator<Bytes, unknown>;
  #bytes: Bytes = new Uint8Array();
  #ended = false;

  constructor(chunks: AsyncIterator<Bytes, unknown>) {
    this.#chunks = chunks;
  }

  /** What lies ready: at least `wanted` bytes, fewer only where the file ends. Nothing is used up. */
  async ready(wanted: number): Promise<Bytes> {
    while (this.#bytes.length < wanted && !this.#ended) {
      const { done, value } = await this.#chunks.next();
      if (done) this.#ended = true;
      else this.#bytes = joined(this.#bytes, value);
    }
    return this.#bytes;
  }

  /** Uses up what `ready` showed. */
  skip(count: number): void {
    this.#bytes = this.#bytes.subarray(count);
  }
}
