// The CRC-32 of gzip and zip (ISO 3309). fflate inflates without looking at it, and a file damaged on its way
// would be imported as it is.
import type { Bytes } from './bytes.ts';

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The sum of what came before (0 at first) and of these bytes. */
export function crc32(bytes: Bytes, before = 0): number {
  let sum = ~before;
  for (let index = 0; index < bytes.length; index++)
    sum = (sum >>> 8) ^ (TABLE[(sum ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  return ~sum >>> 0;
}
