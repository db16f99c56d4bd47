// What can be wrong with a file as a whole. A wrong row is no such error: it is counted, and importing goes on.

/**
 * - `damaged`: it contradicts itself (a checksum, an impossible code).
 * - `truncated`: it ends in the middle.
 * - `foreign`: nothing in it can be imported.
 * - `too-long`: something in it is longer than any real data set has it.
 */
export type SourceErrorCode = 'damaged' | 'truncated' | 'foreign' | 'too-long';

/** A file that cannot be read, and why. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceErrorCode;
  constructor(code: SourceErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
