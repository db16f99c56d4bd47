// Why a command ends without having done what it was asked.

/** It was called in a wrong way: the help is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What it was given cannot be used. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}
