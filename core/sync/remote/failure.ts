// From an HTTP status to a failure, in one place for all servers that speak HTTP.
import type { RemoteFailure } from './remote.ts';
import { type Trouble, type TroubleKind, WHY } from './trouble.ts';

export function failed(what: TroubleKind, more: Omit<Trouble, 'what'> = {}): RemoteFailure {
  return { ok: false, why: WHY[what], trouble: { what, ...more } };
}

/** A day: whoever asks for more is not believed. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/**
 * What a status means wherever it comes from; callers look first at those that mean something of their own.
 *
 * @param now milliseconds since 1970, for a `Retry-After` that is a date
 */
export function failureOf(status: number, headers: Headers, now: number): RemoteFailure {
  const wait = waitOf(headers.get('retry-after'), now);
  const more = wait === null ? { status } : { status, wait };
  switch (status) {
    case 401:
    case 407:
      return failed(takesBasic(headers) ? 'wrong password' : 'another login', more);
    case 402:
    case 403:
      return failed('forbidden', more);
    case 405:
    case 501:
      return failed('read only', more);
    case 413:
      return failed('file too large', more);
    case 423:
      return failed('locked', more);
    case 425:
    case 429:
    case 503:
      return failed('too many requests', more);
    case 507:
      return failed('full', more);
    default:
      return failed(status >= 500 ? 'server error' : 'makes no sense', more);
  }
}

/** Whoever does not say what it takes is believed to take what it was given. */
function takesBasic(headers: Headers): boolean {
  const offered = headers.get('www-authenticate');
  return offered === null || /(^|[\s,])basic\b/i.test(offered);
}

/** `Retry-After`: seconds, or a date. Null for none, and for what is neither. */
function waitOf(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) && text !== '' ? Math.min(LONGEST_WAIT_MS, Math.max(0, wait)) : null;
}
