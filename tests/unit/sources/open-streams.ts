// Bytes as a file's stream gives them, in chunks of any size, and what was seen of the reading.
import { linesOf } from '../../../core/knowledge/sources/open.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export function fromBase64(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

export interface Watched {
  readonly stream: ReadableStream<Bytes>;
  /** Bytes that were asked for. */
  read: number;
  cancelled: boolean;
}

export function streamOf(bytes: Uint8Array, chunk = 65_536): Watched {
  let at = 0;
  const watched = {
    read: 0,
    cancelled: false,
    stream: new ReadableStream<Bytes>(
      {
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          controller.enqueue(new Uint8Array(bytes.subarray(at, at + chunk)));
          at += chunk;
          watched.read = Math.min(at, bytes.length);
        },
        cancel() {
          watched.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    ),
  };
  return watched;
}

export async function textsOf(bytes: Uint8Array, { chunk = 65_536, fileName = '' } = {}): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of linesOf(streamOf(bytes, chunk).stream, undefined, fileName)) texts.push(text);
  return texts;
}
