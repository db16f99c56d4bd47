// Between the options page and its import worker. Both are of one build and one origin, so these are types only.

export type ToImportWorker =
  | { readonly kind: 'import'; readonly file: File }
  | { readonly kind: 'cancel' }
  /** Removes what an import that was cut off has left. */
  | { readonly kind: 'tidy' };
