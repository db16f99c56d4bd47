// What the reader prints: 128 random bits that open the vault when the passphrase is forgotten. Crockford's letters
// (no I, L, O, U), in groups; the last four tell a slip of the pen from a wrong code.
import type { Bytes } from '../format/bytes.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECOVERY_BYTES = 16;
const CODE_LETTERS = 26;
const CHECK_LETTERS = 4;
const GROUP = 5;

export type ReadRecoveryCode =
  | { readonly ok: true; readonly secret: Bytes }
  | { readonly ok: false; readonly why: 'not a code' | 'a slip' };

export async function recoveryCode(secret: Bytes): Promise<string> {
  const letters = lettersOf(secret, CODE_LETTERS) + (await checkOf(secret));
  return letters.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? letters;
}

/** However it is typed: small letters, other separators, an O for a zero. */
export async function readRecoveryCode(typed: string): Promise<ReadRecoveryCode> {
  const letters = lettersIn(typed);
  if (letters.length !== CODE_LETTERS + CHECK_LETTERS) return { ok: false, why: 'not a code' };
  const secret = bytesOf(letters.slice(0, CODE_LETTERS));
  if (!secret) return { ok: false, why: 'not a code' };
  const check = letters.slice(CODE_LETTERS);
  if (lettersOf(secret, CODE_LETTERS) !== letters.slice(0, CODE_LETTERS) || check !== (await checkOf(secret)))
    return { ok: false, why: 'a slip' };
  return { ok: true, secret };
}

/** Small letters, separators, and letters that look like a digit: all the same. */
export function lettersIn(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** @param random one byte for each */
export function randomLetters(random: Uint8Array): string {
  return Array.from(random, (byte) => LETTERS[byte & 31]).join('');
}

async function checkOf(secret: Bytes): Promise<string> {
  return lettersOf(new Uint8Array(await crypto.subtle.digest('SHA-256', secret)), CHECK_LETTERS);
}

function lettersOf(bytes: Uint8Array, count: number): string {
  let letters = '';
  let held = 0;
  let bits = 0;
  for (let at = 0; letters.length < count; ) {
    if (bits < 5) {
      held = ((held << 8) | (bytes[at++] ?? 0)) & 0xffff;
      bits += 8;
    }
    bits -= 5;
    letters += LETTERS[(held >> bits) & 31];
  }
  return letters;
}

function bytesOf(letters: string): Bytes | null {
  const bytes = new Uint8Array(RECOVERY_BYTES);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits >= 8 && at < bytes.length) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}
