// Argon2id in JavaScript, for every device: an extension's pages may run no WebAssembly without a weaker policy for all of
// them, and three seconds once, when a vault is opened, are not worth that.
import { argon2idAsync } from '@noble/hashes/argon2.js';
import type { Argon2id } from './argon2.ts';
import { KEY_BYTES } from './derive.ts';

const KIB = 1024;
/** Milliseconds of work between two breaths, so that the page goes on answering. */
const BREATH_MS = 20;

/** @param onProgress 0 to 1 */
export function argon2idWith(onProgress?: (progress: number) => void): Argon2id {
  return async (password, salt, { memoryKiB, passes, lanes }) => {
    const key = await argon2idAsync(password, salt, {
      m: memoryKiB,
      t: passes,
      p: lanes,
      dkLen: KEY_BYTES,
      maxmem: (memoryKiB + KIB) * KIB,
      asyncTick: BREATH_MS,
      ...(onProgress && { onProgress }),
    });
    return new Uint8Array(key);
  };
}
