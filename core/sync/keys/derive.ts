// From the random keys of a vault to those that seal segments: HKDF-SHA-256 (RFC 5869), one key per device and
// epoch. So no two devices ever use the same key with the same nonce, and what can be kept in a database is a
// key that no script can read out of it (`extractable: false`).
import { type Bytes, fromHex, hex } from '../format/bytes.ts';
import type { Vault } from '../format/seal.ts';

export const KEY_BYTES = 32;
const PURPOSE = 'backstory sync segment 1';

/** To be kept as it is: a CryptoKey can be stored in IndexedDB without anybody seeing what it is made of. */
export async function epochKeyOf(raw: Bytes): Promise<CryptoKey> {
  if (raw.length !== KEY_BYTES) throw new RangeError(`an epoch's key has ${KEY_BYTES} bytes`);
  return crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
}

/** @param epochs key of epoch 1, of epoch 2, …; the last is the current one */
export async function vaultOf(id: string, epochs: readonly Bytes[]): Promise<Vault> {
  return vaultFrom(id, await Promise.all(epochs.map(epochKeyOf)));
}

/**
 * The same from keys that were kept.
 *
 * @param former that gave way to others of the same time
 */
export function vaultFrom(
  id: string,
  epochs: readonly CryptoKey[],
  former: readonly CryptoKey[] = [],
): Vault {
  const derived = new Map<string, Promise<CryptoKey>>();
  return {
    id,
    epoch: epochs.length,
    async key(epoch, device) {
      const of = epochs[epoch - 1];
      if (!of) return null;
      const place = `${epoch}.${device}`;
      const known = derived.get(place) ?? segmentKey(of, id, epoch, device);
      derived.set(place, known);
      return known;
    },
    // Rare, and only until whoever wrote under them has written it again.
    former: (epoch, device) => Promise.all(former.map((of) => segmentKey(of, id, epoch, device))),
  };
}

/** Those that are not among others. What a key is made of cannot be read, but what it makes can be compared. */
export async function keysNotAmong(
  keys: readonly CryptoKey[],
  others: readonly CryptoKey[],
  vault: string,
): Promise<CryptoKey[]> {
  const print = async (key: CryptoKey) =>
    hex(new Uint8Array(await crypto.subtle.sign('HMAC', await proofKeyOf(key, vault), new Uint8Array(1))));
  const known = new Set(await Promise.all(others.map(print)));
  const prints = await Promise.all(keys.map(print));
  return keys.filter((_key, index) => !known.has(prints[index] ?? ''));
}

/** Of a header's proof that these very keys are in it. */
export function proofKeyOf(epoch: CryptoKey, vault: string): Promise<CryptoKey> {
  const info = new TextEncoder().encode('backstory vault proof 1');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: fromHex(vault), info },
    epoch,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}

function segmentKey(from: CryptoKey, vault: string, epoch: number, device: string): Promise<CryptoKey> {
  const purpose = new TextEncoder().encode(PURPOSE);
  const info = new Uint8Array(purpose.length + 4 + 16);
  info.set(purpose);
  new DataView(info.buffer).setUint32(purpose.length, epoch);
  info.set(fromHex(device), purpose.length + 4);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: fromHex(vault), info },
    from,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
