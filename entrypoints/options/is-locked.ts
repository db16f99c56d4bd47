// Whether a file is one that Backstory locked: by its first letters alone, before the cipher is loaded.
const MAGIC = 'BSYNFILE';

export function isLocked(bytes: Uint8Array): boolean {
  return bytes.length >= MAGIC.length && [...MAGIC].every((sign, at) => bytes[at] === sign.charCodeAt(0));
}
