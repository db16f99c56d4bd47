// One request to a server that is not trusted: no cookies, no referrer, nothing kept by the browser's cache, never
// led elsewhere, never waiting for ever, never more bytes than were asked for. Passwords go into headers alone; no
// failure repeats an address or a header, so none can show up in a log.
import type { Bytes } from '../format/bytes.ts';
import { base64 } from './base64.ts';
import { failed, failureOf } from './failure.ts';
import type { RemoteFailure } from './remote.ts';

/** The one thing asked of the network, given by whoever may use it. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface Web {
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly patience: Patience;
}

export interface Patience {
  /** Milliseconds without a byte of an answer after which a server counts as gone. */
  readonly silence: number;
  /** The slowest line on which a file is still sent: bytes in a second. */
  readonly slowest: number;
  /** Milliseconds after which any request ends. */
  readonly whole: number;
}

export const usualPatience: Patience = { silence: 30_000, slowest: 16 * 1024, whole: 30 * 60_000 };

export interface Request_ {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Bytes | string;
  /** Bytes of the answer that are read. */
  readonly most: number;
}

export interface Answer {
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Bytes;
}

/** Larger than any file of ours (128 MiB). */
export const MOST_FILE = 128 * 1024 * 1024;
/** 100,000 names, at the length that servers tell of each. */
export const MOST_LISTING = 64 * 1024 * 1024;
/** Errors and confirmations. */
export const MOST_WORDS = 1024 * 1024;

/** An answer of any status but a redirect is an answer: what it means, the caller knows. */
export async function ask(
  web: Web,
  address: string,
  { method, headers = {}, body, most }: Request_,
): Promise<Answer | RemoteFailure> {
  const silence = new Silence(web.patience.silence, sendingTime(body, web.patience));
  try {
    const response = await web.fetch(address, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      // Not followed either way; `error` would look like a server that is not there.
      redirect: 'manual',
      signal: AbortSignal.any([silence.signal, AbortSignal.timeout(web.patience.whole)]),
    });
    if (isRedirect(response)) {
      await response.body?.cancel();
      return failed('redirected', response.status === 0 ? {} : { status: response.status });
    }
    const whole = await bounded(response, most, silence);
    if (!whole) return failed('answer too long');
    return { ok: true, status: response.status, headers: response.headers, body: whole };
  } catch (error) {
    return failed(isTimeout(error) || silence.signal.aborted ? 'too slow' : 'unreachable');
  } finally {
    silence.end();
  }
}

/**
 * Whether anybody is at this address, as far as a browser tells a page that may not read the answer: then there is a
 * network, a server and a certificate, and what fails is the browser's leave to ask it.
 */
export async function knock({ fetch, patience }: Web, address: string): Promise<boolean> {
  try {
    await fetch(new URL(address).origin, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience.silence),
    });
    return true;
  } catch {
    return false;
  }
}

/** What an answer means that has no meaning of its own for whoever asked. */
export function failureFrom({ status, headers }: Answer, { now }: Web): RemoteFailure {
  return failureOf(status, headers, now());
}

export function textOf(body: Bytes): string {
  return new TextDecoder().decode(body);
}

/** As HTTP's Basic authentication has it since RFC 7617, in UTF-8. */
export function basic(user: string, password: string): Record<string, string> {
  return { authorization: `Basic ${base64(new TextEncoder().encode(`${user}:${password}`))}` };
}

class Silence {
  readonly #gone = new AbortController();
  readonly #most: number;
  #timer: ReturnType<typeof setTimeout>;

  /** @param first milliseconds in which nothing can be heard, since the request is on its way */
  constructor(most: number, first: number) {
    this.#most = most;
    this.#timer = this.#after(first + most);
  }

  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  broken(): void {
    this.end();
    this.#timer = this.#after(this.#most);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #after(milliseconds: number) {
    return setTimeout(() => this.#gone.abort(), milliseconds);
  }
}

function sendingTime(body: Request_['body'], { slowest }: Patience): number {
  return ((body?.length ?? 0) / slowest) * 1000;
}

/** Browsers tell only that there was one; Node tells its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

/** Null as soon as it is longer; the rest is not read. */
async function bounded({ body, headers }: Response, most: number, silence: Silence): Promise<Bytes | null> {
  if (!body) return new Uint8Array(0);
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  if (Number(headers.get('content-length')) > most) length = Number.POSITIVE_INFINITY;
  while (length <= most) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, length);
    silence.broken();
    length += value.length;
    parts.push(value);
  }
  await reader.cancel();
  return null;
}

function joined(parts: readonly Uint8Array[], length: number): Bytes {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
