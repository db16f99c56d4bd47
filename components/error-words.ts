// What went wrong, for a reader: what happened, what was kept, what to do. Apart from the other words, since a frame that
// carries only these carries no dates and no kinds. The other codes have their words where they can come up
// (`kept-words.ts`).
import { type ErrorWords, wordCardError } from './card-error-words.ts';

const ERRORS: Readonly<Record<string, ErrorWords>> = {
  'not-stored': {
    what: 'The browser did not let Backstory store this: the disk is full, or the window is a private one.',
    kept: 'What was stored before is kept.',
    todo: 'Free some space, or use an ordinary window, then try again.',
  },
  'no-page': {
    what: 'Backstory is not running in this tab yet.',
    kept: 'The page was left alone.',
    todo: 'Read the page from here, or reload it.',
  },
};

/** Codes that arrive as plain strings, and are unknown, count as internal. */
export function wordError(code: string): ErrorWords {
  return (Object.hasOwn(ERRORS, code) && ERRORS[code]) || wordCardError(code);
}
