// A file's length tells how much was written, and so does that of a sealed one. Padmé (Nikitin and others, "Reducing
// Metadata Leakage from Encrypted Files and Communication with PURBs", 2019) leaves only a few bits of it, for at
// most 12 % more bytes. Short segments, one note or none, all look the same.
import type { Bytes } from './bytes.ts';

const SHORTEST = 1024;

export function paddedLength(length: number): number {
  if (length <= SHORTEST) return SHORTEST;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** (exponent - kept);
  return Math.ceil(length / unit) * unit;
}

/** With zeros. */
export function padded(bytes: Bytes): Bytes {
  const longer = new Uint8Array(paddedLength(bytes.length));
  longer.set(bytes);
  return longer;
}
