// One search at a time, and the newest next: whoever types fast waits for the last search only.
import type { Found, Wanted } from '../../core/annotation/search/index.ts';
import type { FromSearch, ToSearch } from './search-messages.ts';

export interface Searches {
  /** Answers by `onFound`, unless another search comes before its turn. */
  find(wanted: Wanted): void;
  hear(answer: FromSearch): void;
}

export function searches(send: (message: ToSearch) => void, onFound: (found: Found) => void): Searches {
  let running = 0;
  let number = 0;
  let next: Wanted | null = null;

  function start(wanted: Wanted): void {
    running = ++number;
    send({ kind: 'find', number, wanted });
  }

  return {
    find: (wanted) => {
      if (running) next = wanted;
      else start(wanted);
    },
    hear: (answer) => {
      if (answer.number !== running) return;
      running = 0;
      // What was found a moment ago is nearer to what is wanted than what stands there.
      onFound(answer.found);
      const wanted = next;
      next = null;
      if (wanted) start(wanted);
    },
  };
}
