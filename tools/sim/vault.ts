// The vault of all worlds: real encryption, under keys that are always the same.
import type { Vault } from '../../core/sync/format/seal.ts';
import { vaultOf } from '../../core/sync/keys/derive.ts';

export function simulatedVault(): Promise<Vault> {
  return vaultOf('00112233445566778899aabbccddeeff', [new Uint8Array(32).fill(7)]);
}
