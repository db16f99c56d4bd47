// What went wrong, for a reader: what happened, what was kept, what to do. Apart from the other words, since a frame that
// carries only these carries no dates and no kinds.
import type { ErrorCode } from '../messaging/result.ts';

export interface ErrorWords {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
}

/** What happened, what was kept, what to do. The other codes have their words where they can come up (`kept-words.ts`). */
const ERRORS: Record<Exclude<ErrorCode, 'disk-full' | 'storage-blocked' | 'gone'>, ErrorWords> = {
  'no-answer': {
    what: 'Backstory’s background process did not answer in time.',
    kept: 'Nothing was lost.',
    todo: 'Try again: it is usually there the second time.',
  },
  'extension-gone': {
    what: 'Backstory was updated while this page was open.',
    kept: 'Everything you chose is kept.',
    todo: 'Reload the page to go on.',
  },
  'bad-message': {
    what: 'Two parts of Backstory did not understand each other, perhaps during an update.',
    kept: 'Nothing was changed.',
    todo: 'Reload the page. If it comes back, please report it.',
  },
  'not-allowed': {
    what: 'This page may not ask that.',
    kept: 'Nothing was changed.',
    todo: 'Open Backstory from the toolbar instead.',
  },
  'no-knowledge': {
    what: 'The built-in knowledge pack cannot be read.',
    kept: 'Your settings are kept.',
    todo: 'Try again; if it stays like this, install Backstory anew.',
  },
  'not-stored': {
    what: 'The browser did not let Backstory store this: the disk is full, or the window is a private one.',
    kept: 'What was stored before is kept.',
    todo: 'Free some space, or use an ordinary window, then try again.',
  },
  aborted: {
    what: 'A newer question took this one’s place.',
    kept: 'Nothing was lost.',
    todo: 'Ask again if you still want to know.',
  },
  'no-page': {
    what: 'Backstory is not running in this tab yet.',
    kept: 'The page was left alone.',
    todo: 'Read the page from here, or reload it.',
  },
  internal: {
    what: 'Something in Backstory went wrong.',
    kept: 'Nothing was lost.',
    todo: 'Try again. If it comes back, please report it.',
  },
};

/** Codes that arrive as plain strings, and are unknown, count as internal. */
export function wordError(code: string): ErrorWords {
  return Object.hasOwn(ERRORS, code) ? ERRORS[code as keyof typeof ERRORS] : ERRORS.internal;
}
