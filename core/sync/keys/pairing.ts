// A second device without typing an address, a password and a passphrase: one line, to be pasted or shown as a QR code, and
// a short code that is typed by hand. The line holds keys and password, sealed under the code; so a line that goes through a
// chat, or stays in a clipboard, opens nothing for whoever has no code. Ten letters are 50 bits, each guess costs what a
// guess at a passphrase costs (Argon2id). Whoever sees both has the vault: they belong on two screens that are both the
// reader's. The time after which a line counts no more is a courtesy, since only an honest program looks at it.
import * as z from 'zod/mini';
import { type Bytes, fromHex, hex } from '../format/bytes.ts';
import { base64 } from '../remote/base64.ts';
import { accessTo, type PlaceName, placeName, RemoteSettings } from '../remote/settings.ts';
import { type Argon2id, usualParameters } from './argon2.ts';
import { KEY_BYTES } from './derive.ts';
import type { VaultSecrets } from './header.ts';
import { lettersIn, randomLetters } from './recovery-code.ts';

const BEGINNING = 'backstory-pair-1.';
const MINUTES = 10;
const CODE_LETTERS = 10;
/** A line is typed in or pasted: whatever is longer is something else. */
const LONGEST = 20_000;

const Hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const Clear = z.object({
  kind: z.enum(['webdav', 'couchdb', 's3', 'folder']),
  where: z.string().check(z.maxLength(2_500)),
  /** Milliseconds since 1970. */
  until: z.int(),
  salt: Hex(16),
  nonce: Hex(12),
});
const Line = z.object({ ...Clear.shape, sealed: z.string().check(z.regex(/^([0-9a-f]{2})+$/)) });
const Secrets = z.object({
  vault: Hex(16),
  epochs: z.array(Hex(KEY_BYTES)).check(z.minLength(1), z.maxLength(200)),
  settings: RemoteSettings,
});

export interface PairingLine {
  readonly line: string;
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface PairingMeans {
  readonly argon2id: Argon2id;
  readonly random: (bytes: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export async function pairingLine(
  { vault, epochs }: VaultSecrets,
  settings: RemoteSettings,
  { argon2id, random, now }: PairingMeans,
): Promise<PairingLine> {
  const letters = randomLetters(random(CODE_LETTERS));
  const { kind, where } = placeName(settings);
  const until = now + MINUTES * 60_000;
  const clear = { kind, where, until, salt: hex(random(16)), nonce: hex(random(12)) };
  const key = await keyFrom(letters, clear.salt, argon2id);
  const secrets = JSON.stringify({ vault, epochs: epochs.map(hex), settings });
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: fromHex(clear.nonce), additionalData: bound(clear) },
    key,
    new TextEncoder().encode(secrets),
  );
  const line = JSON.stringify({ ...clear, sealed: hex(new Uint8Array(sealed)) });
  return {
    line: BEGINNING + base64(new TextEncoder().encode(line)),
    code: `${letters.slice(0, CODE_LETTERS / 2)}-${letters.slice(CODE_LETTERS / 2)}`,
    until,
  };
}

export interface ReadLine {
  readonly place: PlaceName;
  /** As a match pattern; null where a folder is to be chosen. */
  readonly access: string | null;
  readonly line: z.infer<typeof Line>;
}

/** What can be known without the code. Null where it is no such line, or a part of one. */
export function readLine(text: string): ReadLine | null {
  const tidy = text.replaceAll(/\s+/g, '');
  if (tidy.length > LONGEST || !tidy.startsWith(BEGINNING)) return null;
  const line = Line.safeParse(parsed(tidy.slice(BEGINNING.length))).data;
  if (!line || (line.kind !== 'folder' && !URL.canParse(line.where))) return null;
  const { kind, where } = line;
  return { place: { kind, where, user: '' }, access: accessTo(kind, where), line };
}

export type OpenedLine =
  | { readonly ok: true; readonly secrets: VaultSecrets; readonly settings: RemoteSettings }
  | { readonly ok: false; readonly why: 'old' | 'wrong code' };

export async function openLine(
  { line, place }: ReadLine,
  code: string,
  { argon2id, now }: Pick<PairingMeans, 'argon2id' | 'now'>,
): Promise<OpenedLine> {
  if (now > line.until) return { ok: false, why: 'old' };
  const key = await keyFrom(lettersIn(code), line.salt, argon2id);
  const secrets = Secrets.safeParse(await unsealed(line, key)).data;
  if (!secrets || placeName(secrets.settings).where !== place.where) return { ok: false, why: 'wrong code' };
  const { vault, epochs, settings } = secrets;
  return { ok: true, secrets: { vault, epochs: epochs.map(fromHex) }, settings };
}

async function unsealed(line: z.infer<typeof Line>, key: CryptoKey): Promise<unknown> {
  const algorithm = { name: 'AES-GCM', iv: fromHex(line.nonce), additionalData: bound(line) };
  try {
    const text = await crypto.subtle.decrypt(algorithm, key, fromHex(line.sealed));
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return null;
  }
}

async function keyFrom(letters: string, salt: string, argon2id: Argon2id): Promise<CryptoKey> {
  const key = await argon2id(new TextEncoder().encode(letters), fromHex(salt), usualParameters);
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function bound({ kind, where, until, salt, nonce }: z.infer<typeof Clear>): Bytes {
  return new TextEncoder().encode([BEGINNING, kind, where, until, salt, nonce].join('\n'));
}

function parsed(letters: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(letters), (one) => one.charCodeAt(0))));
  } catch {
    return null;
  }
}
