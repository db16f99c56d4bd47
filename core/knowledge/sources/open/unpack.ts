// What a file is packed with is told by its first bytes: names lie, and servers rename.
import { type Bytes, joined } from './bytes.ts';
import { bunzipped } from './bzip2.ts';
import { gunzipped } from './gzip.ts';
import { unzipped } from './zip.ts';

/** The bytes of the one data file inside, whatever it is packed in. Throws SourceError. */
export async function* unpacked(
  chunks: AsyncGenerator<Bytes, void>,
  fileName: string,
): AsyncGenerator<Bytes, void> {
  const { head, all } = await peek(chunks, 5);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(all);
  else if (isBzip2(head)) yield* bunzipped(all);
  else if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5))
    yield* unzipped(all, fileName);
  else yield* all;
}

/** `BZh1` to `BZh9`, and then a block's first byte: a text may begin with the letters alone. */
function isBzip2(head: Bytes): boolean {
  const [b, z, h, level = 0, block] = head;
  return (
    b === 0x42 &&
    z === 0x5a &&
    h === 0x68 &&
    level > 0x30 &&
    level <= 0x39 &&
    (block === 0x31 || block === 0x17)
  );
}

/** The first bytes, and everything from the beginning. */
async function peek(
  chunks: AsyncGenerator<Bytes, void>,
  length: number,
): Promise<{ head: Bytes; all: AsyncGenerator<Bytes, void> }> {
  let head: Bytes = new Uint8Array();
  while (head.length < length) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = joined(head, value);
  }
  async function* all() {
    try {
      if (head.length > 0) yield head;
      yield* chunks;
    } finally {
      await chunks.return();
    }
  }
  return { head, all: all() };
}
