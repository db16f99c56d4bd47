// What went wrong while a card was asked for: what happened, what was kept, what to do. Apart from the other errors, since
// every article carries these.
import type { ErrorCode } from '../messaging/result.ts';

export interface ErrorWords {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
}

const CARD_ERRORS: Record<
  Exclude<ErrorCode, 'disk-full' | 'storage-blocked' | 'not-stored' | 'no-page' | 'gone'>,
  ErrorWords
> = {
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
  aborted: {
    what: 'A newer question took this one’s place.',
    kept: 'Nothing was lost.',
    todo: 'Ask again if you still want to know.',
  },
  internal: {
    what: 'Something in Backstory went wrong.',
    kept: 'Nothing was lost.',
    todo: 'Try again. If it comes back, please report it.',
  },
};

/** Codes that arrive as plain strings, and are unknown, count as internal. */
export function wordCardError(code: string): ErrorWords {
  return Object.hasOwn(CARD_ERRORS, code)
    ? CARD_ERRORS[code as keyof typeof CARD_ERRORS]
    : CARD_ERRORS.internal;
}
