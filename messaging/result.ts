// Errors cross the border as values, with a code that the receiver can act on and words for the reader
// (`components/words.ts` has them).
import * as z from 'zod/mini';

export const ErrorCode = z.enum([
  /** The worker gave no answer in time. */
  'no-answer',
  /** The extension was updated or removed under this page; only a reload helps. */
  'extension-gone',
  /** The request, or its answer, was not of the agreed form. */
  'bad-message',
  /** The sender may not ask this. */
  'not-allowed',
  /** No knowledge can be read: the built-in pack is damaged or missing. */
  'no-knowledge',
  /** The reader's choice could not be stored (no IndexedDB, disk full). */
  'not-stored',
  /** The disk is full, or what the browser grants is used up. */
  'disk-full',
  /** The reader's database cannot be opened: no IndexedDB, forbidden, damaged, or held by another window. */
  'storage-blocked',
  /** What was asked about is no longer there. */
  'gone',
  /** A newer request took this one's place. */
  'aborted',
  /** There is no page script to ask in this tab. */
  'no-page',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const Failure = z.object({
  ok: z.literal(false),
  error: z.object({ code: ErrorCode, detail: z.string().check(z.maxLength(2_000)) }),
});
export type Failure = z.infer<typeof Failure>;

export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export function failure(code: ErrorCode, detail: unknown = ''): Failure {
  const text = detail instanceof Error ? `${detail.name}: ${detail.message}` : String(detail);
  return { ok: false, error: { code, detail: text.slice(0, 2_000) } };
}

/** Thrown inside a handler to answer with a code of its own. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail: unknown = '') {
    super(detail instanceof Error ? detail.message : String(detail), { cause: detail });
    this.code = code;
  }
}
