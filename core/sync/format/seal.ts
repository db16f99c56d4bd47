// A segment, sealed: AES-256-GCM under a key of its device and epoch. What is not secret but must not be exchanged
// (vault, epoch, device, number) is authenticated with it, so that a server cannot pass one file for another.
//
//   "BSYN"  version (1 byte)  epoch (4, big-endian)  nonce (12)  ciphertext and tag
//
// Every way in which a file can be wrong is a value: one bad file must never stop the others.
import { type Bytes, fromHex } from './bytes.ts';
import { hashOf, type NameParts, nameOf, partsOf, type SegmentName } from './name.ts';
import { decodeSegment, encodeSegment, type Segment } from './segment.ts';

const SEGMENT_VERSION = 1;
const MAGIC = [0x42, 0x53, 0x59, 0x4e];
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = MAGIC.length + 1 + 4;
const MOST_SEGMENT_BYTES = 128 * 1024 * 1024;

/** The keys of one vault, as far as this device has them. */
export interface Vault {
  /** 32 hexadecimal digits; public. */
  readonly id: string;
  /** The newest: what is written is sealed under it. */
  readonly epoch: number;
  /** Null for an epoch whose key this device was never given. */
  key(epoch: number, device: string): Promise<CryptoKey | null>;
  /** Under keys that gave way to others of the same time: nothing is sealed under them any more, but something was. */
  former(epoch: number, device: string): Promise<readonly CryptoKey[]>;
}

export type OpenFailure =
  /** Not the bytes that its name promises: truncated, garbled, or of another program. */
  | 'damaged'
  /** Of a newer version of this program: to be kept, and read after an update. */
  | 'newer'
  /** Sealed after this device was dropped, or a new passphrase must be given first. */
  | 'no key'
  /** The bytes are as its name says, but the key says that nobody of this vault wrote them as this segment. */
  | 'forged'
  /** Sealed by somebody with the key, and yet not in this format. */
  | 'malformed';

export type Opened =
  | { readonly ok: true; readonly segment: Segment }
  | { readonly ok: false; readonly why: OpenFailure };

export interface Sealed {
  readonly name: SegmentName;
  readonly file: Bytes;
}

export async function seal(
  segment: Segment,
  { device, seq }: Pick<NameParts, 'device' | 'seq'>,
  vault: Vault,
  random: (bytes: number) => Uint8Array,
): Promise<Sealed> {
  const key = await vault.key(vault.epoch, device);
  if (!key) throw new Error(`no key for the current epoch ${vault.epoch}`);
  const nonce = new Uint8Array(random(NONCE_BYTES));
  const head = headOf(vault.epoch);
  const additionalData = boundTo(head, vault.id, device, seq);
  const text = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData },
    key,
    encodeSegment(segment),
  );
  const file = new Uint8Array(HEAD_BYTES + NONCE_BYTES + text.byteLength);
  file.set(head);
  file.set(nonce, HEAD_BYTES);
  file.set(new Uint8Array(text), HEAD_BYTES + NONCE_BYTES);
  return { name: nameOf({ device, seq, hash: await hashOf(file) }), file };
}

export async function open(name: SegmentName, file: Bytes, vault: Vault): Promise<Opened> {
  const { device, seq, hash } = partsOf(name);
  if (file.length > MOST_SEGMENT_BYTES || file.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES)
    return failed('damaged');
  if ((await hashOf(file)) !== hash) return failed('damaged');
  if (MAGIC.some((byte, index) => file[index] !== byte)) return failed('damaged');
  const version = file[MAGIC.length] ?? 0;
  if (version > SEGMENT_VERSION) return failed('newer');
  if (version < SEGMENT_VERSION) return failed('damaged');
  const epoch = new DataView(file.buffer, file.byteOffset).getUint32(MAGIC.length + 1);
  const key = await vault.key(epoch, device);
  const bound = boundTo(headOf(epoch), vault.id, device, seq);
  let text = key && (await decrypted(key, file, bound));
  if (!text) for (const one of await vault.former(epoch, device)) text ??= await decrypted(one, file, bound);
  if (!text) return failed(key ? 'forged' : 'no key');
  const segment = decodeSegment(text);
  return segment ? { ok: true, segment } : failed('malformed');
}

function failed(why: OpenFailure): Opened {
  return { ok: false, why };
}

async function decrypted(key: CryptoKey, file: Bytes, additionalData: Bytes): Promise<Bytes | null> {
  const iv = file.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
  const text = file.subarray(HEAD_BYTES + NONCE_BYTES);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, text));
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return null;
    throw error;
  }
}

function headOf(epoch: number): Bytes {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(MAGIC);
  head[MAGIC.length] = SEGMENT_VERSION;
  new DataView(head.buffer).setUint32(MAGIC.length + 1, epoch);
  return head;
}

/** head, vault (16 bytes), device (16), number (8, big-endian) */
function boundTo(head: Bytes, vault: string, device: string, seq: number): Bytes {
  const bound = new Uint8Array(HEAD_BYTES + 16 + 16 + 8);
  bound.set(head);
  bound.set(fromHex(vault), HEAD_BYTES);
  bound.set(fromHex(device), HEAD_BYTES + 16);
  new DataView(bound.buffer).setBigUint64(HEAD_BYTES + 32, BigInt(seq));
  return bound;
}
