// gzip, also of several members one after another, as the dumps of Wikidata are. The browser's own
// DecompressionStream refuses a second member, so this is fflate's inflater with the checksums it leaves out.
import { FlateErrorCode, Gunzip } from 'fflate';
import { type Bytes, joined } from './bytes.ts';
import { crc32 } from './checksum.ts';
import { SourceError } from './source-error.ts';

/** Inflated at a time: 16 MB at most, since deflate packs a thousandfold at best. */
const PIECE = 16 * 1024;
/** CRC-32 and length, at the end of each member. */
const TRAILER = 8;
/** As much of the packed bytes is kept as a header with a long name or comment may need. */
const KEPT = 64 * 1024;

export async function* gunzipped(chunks: AsyncGenerator<Bytes, void>): AsyncGenerator<Bytes, void> {
  const member = new Member();
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += PIECE)
      yield* member.push(chunk.subarray(from, from + PIECE), false);
  }
  yield* member.push(new Uint8Array(), true);
}

class Member {
  readonly #gunzip: Gunzip;
  #inflated: Bytes[] = [];
  #sum = 0;
  #length = 0;
  /** The last packed bytes, and where in the file they begin. */
  #recent: Bytes = new Uint8Array();
  #start = 0;

  constructor() {
    this.#gunzip = new Gunzip((data) => {
      const bytes = new Uint8Array(data);
      this.#sum = crc32(bytes, this.#sum);
      this.#length += bytes.length;
      if (bytes.length > 0) this.#inflated.push(bytes);
    });
    this.#gunzip.onmember = (offset) => this.#check(offset);
  }

  push(packed: Bytes, isLast: boolean): Bytes[] {
    const dropped = Math.max(0, this.#recent.length - KEPT);
    this.#recent = joined(this.#recent.subarray(dropped), packed);
    this.#start += dropped;
    try {
      this.#gunzip.push(packed, isLast);
    } catch (error) {
      throw flateError(error, 'gzip file');
    }
    if (isLast) this.#check(this.#start + this.#recent.length);
    return this.#inflated.splice(0);
  }

  /** Throws unless the member that ends here is what was packed. */
  #check(end: number): void {
    const from = end - TRAILER - this.#start;
    if (from < 0 && this.#start === 0)
      throw new SourceError('truncated', 'The gzip file ends in the middle.');
    if (from >= 0) {
      const trailer = new DataView(this.#recent.buffer, this.#recent.byteOffset + from, TRAILER);
      if (trailer.getUint32(4, true) !== this.#length % 2 ** 32 || trailer.getUint32(0, true) !== this.#sum)
        throw new SourceError(
          'damaged',
          'The gzip file does not match its checksum: it is damaged or cut off.',
        );
    }
    this.#sum = 0;
    this.#length = 0;
  }
}

/** What fflate threw, in our words. */
export function flateError(error: unknown, file: string): SourceError {
  if (error instanceof SourceError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === FlateErrorCode.UnexpectedEOF
    ? new SourceError('truncated', `The ${file} ends in the middle.`)
    : new SourceError(
        'damaged',
        `The ${file} is damaged: ${error instanceof Error ? error.message : String(error)}.`,
      );
}
