// Bytes → text, without losing any. Public data are UTF-8 by now, with old files in between that are
// windows-1252 (Latin-1 as browsers read it), and exports of spreadsheets that are UTF-16. A file may turn
// out not to be UTF-8 after a gigabyte: what was decoded stands, and the rest is read as windows-1252.
import { type Bytes, joined } from './bytes.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export async function* decoded(chunks: AsyncIterable<Bytes>): AsyncGenerator<string, void> {
  let decoder: Decoder | null = null;
  let head: Bytes = new Uint8Array();
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.decode(chunk);
      continue;
    }
    head = joined(head, chunk);
    if (head.length < 3) continue;
    decoder = new Decoder(encodingOf(head));
    yield decoder.decode(head);
  }
  if (!decoder) {
    decoder = new Decoder(encodingOf(head));
    yield decoder.decode(head);
  }
  yield decoder.end();
}

function encodingOf(head: Bytes): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

class Decoder {
  #decoder: TextDecoder;
  /** Strict UTF-8 so far, so that a fall-back is still possible. */
  #strict: boolean;
  /** The bytes of a character that the last chunk began: a strict decoder that fails does not give them back. */
  #open: Bytes = new Uint8Array();

  constructor(encoding: Encoding) {
    this.#strict = encoding === 'utf-8';
    this.#decoder = new TextDecoder(encoding, { fatal: this.#strict });
  }

  decode(chunk: Bytes): string {
    if (!this.#strict) return this.#decoder.decode(chunk, { stream: true });
    const bytes = joined(this.#open, chunk);
    const whole = bytes.length - openBytes(bytes);
    try {
      const text = this.#decoder.decode(bytes.subarray(0, whole), { stream: true });
      this.#open = bytes.slice(whole);
      return text;
    } catch {
      return this.#fallBack(bytes);
    }
  }

  end(): string {
    if (this.#strict && this.#open.length > 0) return this.#fallBack(this.#open) + this.#decoder.decode();
    return this.#decoder.decode();
  }

  /** Keeps as UTF-8 what is UTF-8, up to the line in which it stops being so. */
  #fallBack(bytes: Bytes): string {
    this.#strict = false;
    this.#open = new Uint8Array();
    this.#decoder = new TextDecoder('windows-1252');
    const good = utf8Lines(bytes);
    return good.text + this.#decoder.decode(bytes.subarray(good.length), { stream: true });
  }
}

/** How many bytes at the end belong to a character that is not complete. */
function openBytes(bytes: Bytes): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** The leading lines that are UTF-8. */
function utf8Lines(bytes: Bytes): { text: string; length: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let length = 0;
  while (length < bytes.length) {
    const end = bytes.indexOf(0x0a, length) + 1 || bytes.length;
    try {
      text += decoder.decode(bytes.subarray(length, end));
    } catch {
      break;
    }
    length = end;
  }
  return { text, length };
}
