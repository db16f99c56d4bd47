// Between the options page and the worker that writes and reads the file with everything. Both are of one build and one
// origin, so these are types only.
import type { ErrorCode } from '../../messaging/result.ts';
import type { FileTrouble, Preview } from './safety-state.ts';

export type ToSafetyWorker =
  | { readonly kind: 'export' }
  | { readonly kind: 'export-locked'; readonly passphrase: string }
  | { readonly kind: 'read'; readonly file: File }
  /** What was read last and is locked, with its passphrase or a recovery code. */
  | { readonly kind: 'unlock'; readonly secret: string }
  /** What was read last. */
  | { readonly kind: 'bring-in'; readonly changed: boolean };

export type FromSafetyWorker =
  /** Documents of the file that have been gone through. */
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'exported'; readonly file: Blob }
  /** The file is encrypted. */
  | { readonly kind: 'locked' }
  /** It does not open with this. */
  | { readonly kind: 'wrong-secret' }
  | { readonly kind: 'read'; readonly preview: Preview; readonly refused: number }
  | { readonly kind: 'refused'; readonly why: FileTrouble }
  | { readonly kind: 'brought-in'; readonly count: number }
  | { readonly kind: 'failed'; readonly code: ErrorCode };
