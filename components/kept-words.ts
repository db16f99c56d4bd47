// What is told where the reader's passages and notes could not be kept: apart from the other words, since the card on a
// page never needs them.
import type { ErrorWords } from './card-error-words.ts';
import { wordError } from './error-words.ts';

const ERRORS: Readonly<Record<string, ErrorWords>> = {
  'disk-full': {
    what: 'There is no room left: the disk is full, or this browser grants Backstory no more.',
    kept: 'Nothing was lost: all that was kept before is still there. This last change is not kept yet.',
    todo: 'Free some space, then try again. What you wrote stays here until then; copy it to be sure.',
  },
  'storage-blocked': {
    what: 'The browser does not let Backstory open its database: in a private window, where a setting forbids it, or after a fault on the disk.',
    kept: 'What was kept before was not touched.',
    todo: 'Try in an ordinary window, or close the other windows of this browser and try again. Copy what you wrote to be sure.',
  },
  gone: {
    what: 'It is no longer there: it was removed a moment ago, here or in another window.',
    kept: 'Everything else is as it was.',
    todo: 'Load this page anew to see what there is.',
  },
  'not-stored': {
    what: 'The browser did not let Backstory store this.',
    kept: 'What was kept before was not touched.',
    todo: 'Try again. If it stays like this, start the browser anew; copy what you wrote first.',
  },
};

export function wordKeptError(code: string): ErrorWords {
  return (Object.hasOwn(ERRORS, code) && ERRORS[code]) || wordError(code);
}
