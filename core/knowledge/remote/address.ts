// Which addresses are read at all, and what can go wrong on the way.

export type RemoteErrorCode =
  /** Not an address, or not a safe one. */
  | 'bad-address'
  /** No network, no such server, or one that lets no other site read: a browser does not say which. */
  | 'unreachable'
  /** The server answered with an error. */
  | 'server-refused'
  /** Nothing came for a long time. */
  | 'stalled'
  | 'too-large'
  | 'not-a-catalogue'
  /** The catalogue no longer lists the pack. */
  | 'not-offered'
  /** The address has another pack than before, or than the catalogue says. */
  | 'another-pack';

export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly code: RemoteErrorCode;
  constructor(code: RemoteErrorCode, message = '') {
    super(message);
    this.code = code;
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const LONGEST = 2_000;

/**
 * A whole address: https, or http on this very machine. Throws RemoteError `bad-address`.
 *
 * @param base what a relative address is relative to
 */
export function addressOf(text: string, base?: string): string {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || !URL.canParse(trimmed, base)) throw new RemoteError('bad-address');
  const url = new URL(trimmed, base);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  // A password in an address would be stored, and shown on the page.
  if (!isSafe || url.username !== '' || url.password !== '') throw new RemoteError('bad-address');
  url.hash = '';
  return url.href;
}
