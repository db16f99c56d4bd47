// Bytes from an address that the reader named: without cookies, without saying where one comes from, and never
// waiting for ever.
import { RemoteError } from './address.ts';

/** The one thing asked of the network, given by whoever may use it. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface DownloadOptions {
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which a server counts as gone. */
  readonly patience?: number;
}

const PATIENCE = 30_000;

/** Throws RemoteError, or the signal's reason; so does the stream, later. */
export async function download(
  address: string,
  { fetch, signal, patience = PATIENCE }: DownloadOptions,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const stall = new AbortController();
  /** Waits for one answer of the server, however long the reader of the stream takes between two. */
  const inTime = async <T>(answer: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => stall.abort(), patience);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  };
  const both = signal ? AbortSignal.any([signal, stall.signal]) : stall.signal;
  const wordFailure = (error: unknown) => {
    if (signal?.aborted) return signal.reason;
    if (stall.signal.aborted) return new RemoteError('stalled');
    return error instanceof RemoteError ? error : new RemoteError('unreachable', String(error));
  };
  try {
    const response = await inTime(
      fetch(address, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // What the browser has is asked for again by its ETag, and comes only if it has changed.
        cache: 'no-cache',
        signal: both,
      }),
    );
    if (!response.ok || !response.body) throw new RemoteError('server-refused', `HTTP ${response.status}`);
    return watched(response.body, inTime, wordFailure);
  } catch (error) {
    throw wordFailure(error);
  }
}

/** By hand, since a transform would pass a failure of its source on before it could be put into words. */
function watched(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  inTime: <T>(answer: Promise<T>) => Promise<T>,
  wordFailure: (error: unknown) => unknown,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await inTime(reader.read());
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          controller.error(wordFailure(error));
        }
      },
      async cancel(reason) {
        await reader.cancel(reason).catch(() => undefined);
      },
    },
    // No sooner than it is wanted: whoever reads only a header asks for no more.
    { highWaterMark: 0 },
  );
}

/** A whole text of bounded size. Throws RemoteError `too-large` as soon as it is. */
export async function downloadText(address: string, most: number, options: DownloadOptions): Promise<string> {
  const reader = (await download(address, options)).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > most) {
      await reader.cancel();
      throw new RemoteError('too-large');
    }
    text += decoder.decode(value, { stream: true });
  }
}
