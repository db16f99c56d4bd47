// What the reader writes, kept as they write it: a pause in the typing, then one request with what it began with and
// what it says now, so that another window's words stay. What could not be kept stays here, whole, and is tried again
// with the next key, on request and when the panel closes: what was typed is never lost while the page is open.
import type { ErrorCode, Result } from '../../messaging/result.ts';

/** Milliseconds of rest after a key. */
export const PAUSE = 400;

export type SaveState =
  | { readonly is: 'kept' }
  | { readonly is: 'saving' }
  /** It is no longer there to be changed: its bin was emptied. */
  | { readonly is: 'gone' }
  | { readonly is: 'failed'; readonly code: ErrorCode };

export interface SavingPorts<T> {
  /** What is stored afterwards; null: it is no longer there. */
  readonly save: (was: T, is: T) => Promise<Result<T | null>>;
  readonly same: (a: T, b: T) => boolean;
  /** Calls back after the pause; returns what calls that off. */
  readonly wait: (then: () => void) => () => void;
  readonly onChange: () => void;
}

export interface Saving<T> {
  /** As the reader has it, stored or not. */
  draft(): T;
  state(): SaveState;
  write(draft: T): void;
  /** At once, without the pause. */
  flush(): Promise<SaveState>;
  /** It was changed elsewhere: what the reader is writing stays. */
  changedElsewhere(stored: T): void;
}

export function startSaving<T>(first: T, { save, same, wait, onChange }: SavingPorts<T>): Saving<T> {
  let stored = first;
  let draft = first;
  let failed: SaveState | null = null;
  let running: Promise<void> | null = null;
  let callOff = () => {};

  function state(): SaveState {
    if (failed) return failed;
    return same(stored, draft) ? { is: 'kept' } : { is: 'saving' };
  }

  async function saveOnce() {
    const sent = draft;
    const answer = await save(stored, sent);
    if (!answer.ok) failed = { is: 'failed', code: answer.error.code };
    else if (answer.value === null) failed = { is: 'gone' };
    else {
      failed = null;
      // What another window wrote meanwhile comes back with it. If more has been typed, that began with what was sent:
      // to call it begun with the answer would take the other window's words out again.
      if (same(draft, sent)) draft = stored = answer.value;
      else stored = sent;
    }
  }

  async function saveAll() {
    do {
      await saveOnce();
      onChange();
    } while (!failed && !same(stored, draft));
  }

  /** One request at a time: the second begins with what the first left. */
  function run(): Promise<void> {
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    draft: () => draft,
    state,
    write: (newDraft) => {
      draft = newDraft;
      callOff();
      callOff = same(stored, draft) ? () => {} : wait(() => void run());
      onChange();
    },
    flush: async () => {
      callOff();
      if (!same(stored, draft) || running) await run();
      return state();
    },
    changedElsewhere: (newStored) => {
      // What is being written was begun with the old; the worker puts the two together.
      if (running || !same(stored, draft)) return;
      draft = stored = newStored;
      onChange();
    },
  };
}
