// The header of a vault: the vault's random keys, wrapped twice, under the passphrase and under the recovery code.
// It lies beside the segments as `vault.<number>.<hash>` and is never overwritten: a new passphrase, or a new epoch
// after a device was lost, is a further file. The keys of all epochs are in it, so that what is old stays readable.
// What the server could change to do harm (parameters, vault, number) is authenticated with the wrapped keys.
import * as z from 'zod/mini';
import { type Bytes, fromHex, hex } from '../format/bytes.ts';
import { hashOf } from '../format/name.ts';
import { type Argon2id, type Argon2Parameters, areAcceptable, passphraseBytes } from './argon2.ts';
import { epochKeyOf, KEY_BYTES, proofKeyOf } from './derive.ts';

const Hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const Wrapped = z.object({
  nonce: Hex(12),
  /** The keys of all epochs, one after the other, and a tag. */
  keys: z.string().check(z.regex(/^([0-9a-f]{2})+$/), z.maxLength(100_000)),
});
const Number_ = z.int().check(z.gte(1), z.lte(1_000_000));
const Header = z.object({
  format: z.literal('backstory-vault 1'),
  vault: Hex(16),
  number: Number_,
  argon2id: z.object({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() }),
  salt: Hex(16),
  passphrase: Wrapped,
  recovery: Wrapped,
  /** Shows to whoever has the keys already that these, and no others, are wrapped here. */
  proof: Hex(32),
});
export type Header = z.infer<typeof Header>;

export interface HeaderFile {
  readonly name: string;
  readonly file: Bytes;
}

/** Raw, and only while a header is opened or written; what is kept is made by `epochKeyOf`. */
export interface VaultSecrets {
  readonly vault: string;
  readonly epochs: readonly Bytes[];
}

export type HeaderFailure =
  | 'damaged'
  | 'newer'
  /** The passphrase (or code) is another; or the file was changed by somebody without it. */
  | 'wrong secret'
  /** So cheap to guess, or so costly to open, that no version of this program wrote it. */
  | 'refused parameters';

export type ReadHeader =
  | { readonly ok: true; readonly header: Header }
  | { readonly ok: false; readonly why: HeaderFailure };
export type OpenedHeader =
  | { readonly ok: true; readonly secrets: VaultSecrets }
  | { readonly ok: false; readonly why: HeaderFailure };

const NAME = /^vault\.([1-9][0-9]{0,6})\.([0-9a-f]{32})$/;
const MOST_BYTES = 300_000;
/** Of AES-GCM. */
const TAG_BYTES = 16;

/** Null for a name that is no header's. */
export function headerNumber(name: string): number | null {
  const number = NAME.exec(name)?.[1];
  return number === undefined ? null : Number(number);
}

export async function readHeader(name: string, file: Bytes): Promise<ReadHeader> {
  const hash = NAME.exec(name)?.[2];
  if (file.length > MOST_BYTES || hash !== (await hashOf(file))) return { ok: false, why: 'damaged' };
  const parsed = parse(file);
  const header = Header.safeParse(parsed).data;
  if (!header) {
    const format = z.object({ format: z.string() }).safeParse(parsed).data?.format;
    return { ok: false, why: format?.startsWith('backstory-vault ') ? 'newer' : 'damaged' };
  }
  if (header.number !== headerNumber(name)) return { ok: false, why: 'damaged' };
  return areAcceptable(header.argon2id) ? { ok: true, header } : { ok: false, why: 'refused parameters' };
}

/** Writes a header with these secrets: of a new vault, under a new passphrase, or with one epoch more. */
export async function writeHeader(
  secrets: VaultSecrets,
  { number, passphrase, recovery, parameters }: HeaderWishes,
  { argon2id, random }: HeaderMeans,
): Promise<HeaderFile> {
  if (!areAcceptable(parameters)) throw new RangeError('parameters that nobody would accept');
  const salt = new Uint8Array(random(16));
  const plain = { vault: secrets.vault, number, argon2id: parameters, salt: hex(salt) };
  const keys = joined(secrets.epochs);
  const wrap = async (key: CryptoKey, use: Use) => {
    const nonce = new Uint8Array(random(12));
    const text = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: bound(plain, use) },
      key,
      keys,
    );
    return { nonce: hex(nonce), keys: hex(new Uint8Array(text)) };
  };
  const wrapped = {
    ...plain,
    passphrase: await wrap(await fromPassphrase(passphrase, salt, parameters, argon2id), 'passphrase'),
    recovery: await wrap(await fromRecovery(recovery, secrets.vault), 'recovery'),
  };
  const newest = await epochKeyOf(secrets.epochs.at(-1) ?? new Uint8Array());
  const sum = await crypto.subtle.sign('HMAC', await proofKeyOf(newest, secrets.vault), proven(wrapped));
  const header: Header = { format: 'backstory-vault 1', ...wrapped, proof: hex(new Uint8Array(sum)) };
  const file = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  return { name: `vault.${number}.${await hashOf(file)}`, file };
}

/**
 * Whether a device that has these keys knows all that are in the header: then only the passphrase is another, and nobody has
 * to enter it. Otherwise there are further keys in it, or it was not written by anybody with ours.
 *
 * @param epochs as they were kept
 */
export async function hasOnly(header: Header, epochs: readonly CryptoKey[]): Promise<boolean> {
  const newest = epochs.at(-1);
  if (!newest || epochsIn(header) !== epochs.length) return false;
  const key = await proofKeyOf(newest, header.vault);
  return crypto.subtle.verify('HMAC', key, fromHex(header.proof), proven(header));
}

function epochsIn({ passphrase }: Header): number {
  return (passphrase.keys.length / 2 - TAG_BYTES) / KEY_BYTES;
}

/**
 * Which of a vault's headers counts: below zero where it is `a`. The higher number; of two that were written at once, the one
 * with more keys, since somebody was to be shut out; then either, but the same for everybody.
 */
export function compareHeaders(a: Header, b: Header): number {
  return b.number - a.number || epochsIn(b) - epochsIn(a) || (a.proof < b.proof ? -1 : 1);
}

export interface HeaderWishes {
  /** One more than the newest there is. */
  readonly number: number;
  readonly passphrase: string;
  readonly recovery: Bytes;
  readonly parameters: Argon2Parameters;
}

export interface HeaderMeans {
  readonly argon2id: Argon2id;
  readonly random: (bytes: number) => Uint8Array;
}

export async function openWithPassphrase(
  header: Header,
  passphrase: string,
  argon2id: Argon2id,
): Promise<OpenedHeader> {
  if (!areAcceptable(header.argon2id)) return { ok: false, why: 'refused parameters' };
  const key = await fromPassphrase(passphrase, fromHex(header.salt), header.argon2id, argon2id);
  return unwrapped(header, 'passphrase', key);
}

export async function openWithRecovery(header: Header, secret: Bytes): Promise<OpenedHeader> {
  return unwrapped(header, 'recovery', await fromRecovery(secret, header.vault));
}

export function newVault(random: (bytes: number) => Uint8Array): VaultSecrets {
  return { vault: hex(random(16)), epochs: [new Uint8Array(random(KEY_BYTES))] };
}

/** For a header that a lost device cannot open: what is written from now on is sealed under a key it never had. */
export function withNewEpoch(secrets: VaultSecrets, random: (bytes: number) => Uint8Array): VaultSecrets {
  return { ...secrets, epochs: [...secrets.epochs, new Uint8Array(random(KEY_BYTES))] };
}

type Use = 'passphrase' | 'recovery' | 'proof';
type Plain = Pick<Header, 'vault' | 'number' | 'argon2id' | 'salt'>;

function proven(header: Plain & Pick<Header, 'passphrase' | 'recovery'>): Bytes {
  const { passphrase, recovery } = header;
  const wrapped = [passphrase.nonce, passphrase.keys, recovery.nonce, recovery.keys];
  return new TextEncoder().encode([boundText(header, 'proof'), ...wrapped].join('\n'));
}

async function unwrapped(
  header: Header,
  use: 'passphrase' | 'recovery',
  key: CryptoKey,
): Promise<OpenedHeader> {
  const { nonce, keys } = header[use];
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromHex(nonce), additionalData: bound(header, use) },
      key,
      fromHex(keys),
    );
    const epochs = split(new Uint8Array(text));
    return epochs ? { ok: true, secrets: { vault: header.vault, epochs } } : { ok: false, why: 'damaged' };
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return { ok: false, why: 'wrong secret' };
    throw error;
  }
}

async function fromPassphrase(
  passphrase: string,
  salt: Bytes,
  parameters: Argon2Parameters,
  argon2id: Argon2id,
): Promise<CryptoKey> {
  const key = await argon2id(passphraseBytes(passphrase), salt, parameters);
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The code is as long as a key is strong: nothing slow is needed to keep it from being guessed. */
async function fromRecovery(secret: Bytes, vault: string): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('backstory vault recovery 1');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: fromHex(vault), info },
    from,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function bound(plain: Plain, use: Use): Bytes {
  return new TextEncoder().encode(boundText(plain, use));
}

function boundText({ vault, number, argon2id, salt }: Plain, use: Use): string {
  const { memoryKiB, passes, lanes } = argon2id;
  return ['backstory-vault 1', use, vault, number, memoryKiB, passes, lanes, salt].join('\n');
}

function joined(epochs: readonly Bytes[]): Bytes {
  const keys = new Uint8Array(epochs.length * KEY_BYTES);
  for (const [index, epoch] of epochs.entries()) keys.set(epoch, index * KEY_BYTES);
  return keys;
}

function split(keys: Bytes): Bytes[] | null {
  if (keys.length === 0 || keys.length % KEY_BYTES !== 0) return null;
  return Array.from({ length: keys.length / KEY_BYTES }, (_, index) =>
    keys.slice(index * KEY_BYTES, (index + 1) * KEY_BYTES),
  );
}

function parse(file: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    return null;
  }
}
