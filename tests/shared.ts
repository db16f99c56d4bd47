// The one door to evaluation material that is not part of this repository: the seed article with its gold,
// corpora and real pages. It lies beside the checkout where it is there at all; a test that needs it is
// skipped, visibly, where it is not.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../shared/', import.meta.url));

/** Whether the material is there: `test.skipIf(!hasShared)('…')`. */
export const hasShared = existsSync(root);

/** The text of one file, by its path inside the material. Throws where it is absent. */
export function shared(path: string): string {
  return readFileSync(root + path, 'utf8');
}

/** The bytes of one file, by its path inside the material. Throws where it is absent. */
export function sharedBytes(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(root + path));
}
