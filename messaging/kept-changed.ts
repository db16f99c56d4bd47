/** Said in the extension's own origin after each change of what the reader kept, to pages that show any of it. */
export const KEPT_CHANGED = 'backstory-kept-changed';
