// From a passphrase to a key. Argon2id (RFC 9106) comes in as an argument: in WebAssembly where a page may run it,
// in JavaScript where not, so that every device opens the same vault. What a server's header asks for is bounded
// on both sides: too little would make guessing cheap, too much would stop the device.
import type { Bytes } from '../format/bytes.ts';

export interface Argon2Parameters {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** @returns 32 bytes */
export type Argon2id = (password: Bytes, salt: Bytes, parameters: Argon2Parameters) => Promise<Bytes>;

/** RFC 9106's second recommendation, with one lane: JavaScript has no use for more. */
export const usualParameters: Argon2Parameters = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

const MOST_MEMORY_KIB = 1024 * 1024;
const MOST_PASSES = 16;
const MOST_LANES = 8;

/** OWASP's least: 19 MiB and two passes. */
export function areAcceptable({ memoryKiB, passes, lanes }: Argon2Parameters): boolean {
  return (
    memoryKiB >= 19 * 1024 &&
    memoryKiB <= MOST_MEMORY_KIB &&
    passes >= 2 &&
    passes <= MOST_PASSES &&
    lanes >= 1 &&
    lanes <= MOST_LANES
  );
}

export function areWeaker(a: Argon2Parameters, than: Argon2Parameters): boolean {
  return a.memoryKiB < than.memoryKiB || a.passes < than.passes;
}

/** The same passphrase typed on two keyboards is the same bytes. Spaces at its ends are not part of it. */
export function passphraseBytes(passphrase: string): Bytes {
  return new TextEncoder().encode(passphrase.normalize('NFKC').trim());
}
