// What can go wrong when Wikidata is asked, as values: each is said to the reader in other words, and none of them
// changes anything.
import * as z from 'zod/mini';

export type Trouble =
  /** No network, no such server, or one that could not be reached. */
  | { readonly code: 'offline' }
  | { readonly code: 'timed-out' }
  /** Too much was asked, by whomever, or the servers are behind. `again`: when to try, in milliseconds since 1970. */
  | { readonly code: 'rate-limited'; readonly again: number }
  | { readonly code: 'server-error'; readonly status: number }
  /** Not what the server says that it answers. */
  | { readonly code: 'unexpected' }
  /** More than is read of any answer. */
  | { readonly code: 'too-large' }
  /** The item is not there (any more), or is none that an entry could be made of; `why` in words. */
  | { readonly code: 'not-usable'; readonly why: string }
  | { readonly code: 'cancelled' };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

export function failed(trouble: Trouble): { readonly ok: false; readonly trouble: Trouble } {
  return { ok: false, trouble };
}

/** Milliseconds to wait where the server does not say. */
const PAUSE = 60_000;
/** No server is obeyed for longer: a reader would think that it is broken for good. */
const LONGEST_PAUSE = 3_600_000;
const LAST_MOMENT = 8_640_000_000_000_000 - LONGEST_PAUSE;

/** From the header Retry-After: seconds, or a date. */
function againAt(retryAfter: string | null, now: number): number {
  const text = (retryAfter ?? '').trim();
  const asked = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  const pause = Number.isFinite(asked) && asked > 0 ? Math.min(asked, LONGEST_PAUSE) : PAUSE;
  return Math.min(now, LAST_MOMENT) + pause;
}

const Coded = z.object({ code: z.string() });
const ApiError = z.union([
  z.object({ error: Coded }),
  z.pipe(
    z.object({ errors: z.array(Coded).check(z.minLength(1)) }),
    z.transform(({ errors: [error = { code: '' }] }) => ({ error })),
  ),
]);
/** The servers are behind, or may only be read, or have had enough: all pass. */
const PASSING: ReadonlySet<string> = new Set(['maxlag', 'ratelimited', 'actionthrottledtext', 'readonly']);

/** What an answer says went wrong: the API reports its errors with HTTP 200. Null where it is an answer. */
export function troubleIn(answer: unknown, retryAfter: string | null, now: number): Trouble | null {
  const found = ApiError.safeParse(answer);
  if (!found.success) return null;
  const { code } = found.data.error;
  if (PASSING.has(code)) return { code: 'rate-limited', again: againAt(retryAfter, now) };
  if (code === 'no-such-entity') return { code: 'not-usable', why: 'it is not there' };
  return code.startsWith('internal_api_error')
    ? { code: 'server-error', status: 500 }
    : { code: 'unexpected' };
}

/** What a refusal by HTTP says; 503 with a time is a server that is full, not one that is broken. */
export function troubleOf(status: number, retryAfter: string | null, now: number): Trouble {
  const full = status === 429 || (status === 503 && retryAfter !== null);
  return full ? { code: 'rate-limited', again: againAt(retryAfter, now) } : { code: 'server-error', status };
}
