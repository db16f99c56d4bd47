// Between the options page and its import worker. Both are of one build and one origin, so these are types only.

import type { Origin } from '../../core/knowledge/remote/origin.ts';

/** A pack at an address, or the one of that id in the catalogue there. */
export interface Wanted extends Pick<Origin, 'from' | 'address'> {
  readonly id?: string;
}

export type ToImportWorker =
  | { readonly kind: 'import'; readonly file: File }
  | { readonly kind: 'fetch'; readonly wanted: Wanted }
  | { readonly kind: 'cancel' }
  /** Removes what an import that was cut off has left. */
  | { readonly kind: 'tidy' };
