// Why storage refused, by a code that can be told in words: what to do about a full disk is not what to do about a private
// window. Dexie wraps what the browser says, sometimes twice.
import { CodedError, type ErrorCode } from '../../messaging/result.ts';

type StorageCode = Extract<ErrorCode, 'disk-full' | 'storage-blocked' | 'not-stored'>;

export class StorageTrouble extends CodedError {
  constructor(code: StorageCode, detail: unknown) {
    super(code, detail);
  }
}

const FULL = /^QuotaExceeded/;
/** Of opening a database, and of one that was closed under us. */
const BLOCKED =
  /^(?:DatabaseClosed|InvalidState|MissingAPI|NoSuchDatabase|NotFound|OpenFailed|Security|Unknown|Version|Upgrade|Blocked)/;
/** Names of errors that storage throws; anything else is the task's own and is thrown on. */
const STORAGE =
  /^(?:Abort|BulkWrite|Constraint|Data|DatabaseClosed|Internal|InvalidAccess|InvalidState|MissingAPI|Modify|NoSuchDatabase|NotFound|OpenFailed|QuotaExceeded|ReadOnly|Security|Timeout|Transaction|TransactionInactive|Unknown|Upgrade|Version|Blocked)(?:Error)?$/;

/** The error itself where it is none of storage. */
export function troubleOf(error: unknown): unknown {
  const names = namesIn(error);
  if (error instanceof CodedError || !STORAGE.test(names[0] ?? '')) return error;
  if (names.some((name) => FULL.test(name))) return new StorageTrouble('disk-full', error);
  return new StorageTrouble(
    names.some((name) => BLOCKED.test(name)) ? 'storage-blocked' : 'not-stored',
    error,
  );
}

/** Of the error and of those within it, outermost first. */
function namesIn(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : [];
  const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures.slice(0, 1) : [];
  const within = ['inner' in error && error.inner, 'cause' in error && error.cause, ...failures];
  return [...name, ...within.flatMap((each) => namesIn(each, depth + 1))];
}
