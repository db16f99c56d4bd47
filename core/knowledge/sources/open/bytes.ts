// A stream of bytes as a generator: nothing is read before it is asked for, whoever stops asking closes the
// file, and an abort wakes even a read that is waiting for the disk.

export type Bytes = Uint8Array<ArrayBuffer>;

/** Throws the signal's reason when aborted. */
export async function* chunksOf(
  file: ReadableStream<Bytes>,
  signal?: AbortSignal,
): AsyncGenerator<Bytes, void> {
  const reader = file.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    while (true) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await reader.cancel().catch(() => undefined);
  }
}

export function joined(a: Bytes, b: Bytes): Bytes {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
