/** Held by a run of sync, and by whoever changes place or keys. */
export const SYNC_LOCK = 'backstory-sync';
/** Said in the extension's own origin: whoever runs ends with the step that it is in, which any run may. */
export const SYNC_STOP = 'backstory-sync-stop';
