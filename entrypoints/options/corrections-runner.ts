// Runs the options page's part about corrections: asks the worker, and again when one was made in a page.
import type { Correction } from '../../core/matching/correction.ts';
import type { CorrectionRequests } from '../../messaging/correction-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../messaging/result.ts';
import type { Part } from './state.ts';

export interface CorrectionsState {
  readonly list: Part<readonly Correction[]>;
  readonly search: string;
  /** The reader was asked whether all shall go. */
  readonly asksAll: boolean;
  /** What was undone last: it can be put back. */
  readonly gone: readonly Correction[];
  readonly trouble: ErrorCode | null;
}

export interface CorrectionsActions {
  readonly onSearch: (search: string) => void;
  readonly onUndo: (correction: Correction) => void | Promise<void>;
  /** The first press asks, the second undoes all. */
  readonly onUndoAll: () => void | Promise<void>;
  readonly onKeepAll: () => void;
  readonly onPutBack: () => void | Promise<void>;
  readonly onRetry: () => void | Promise<void>;
}

export interface CorrectionsPorts {
  readonly ask: <K extends keyof CorrectionRequests & string>(
    name: K,
    body: Ask<CorrectionRequests, K>,
  ) => Promise<Result<Answer<CorrectionRequests, K>>>;
  readonly show: () => void;
  readonly focus: (id: string) => void;
}

/** Where the focus goes when the button that had it has gone. */
export const PUT_BACK = 'corrections-put-back';
export const HEADING = 'corrections';
export const KEEP_ALL = 'corrections-keep';

export function correctionsRunner({ ask, show, focus }: CorrectionsPorts) {
  let state: CorrectionsState = {
    list: { kind: 'asking' },
    search: '',
    asksAll: false,
    gone: [],
    trouble: null,
  };

  function change(part: Partial<CorrectionsState>): void {
    state = { ...state, ...part };
    show();
  }

  async function refresh(): Promise<void> {
    const answer = await ask('corrections', {});
    if (answer.ok) change({ list: { kind: 'there', value: answer.value.corrections } });
    // A list that was true a moment ago says more than none.
    else if (state.list.kind === 'there') change({ trouble: answer.error.code });
    else change({ list: { kind: 'failed', code: answer.error.code } });
  }

  async function takeBack(about: Ask<CorrectionRequests, 'takeBack'>['about']): Promise<void> {
    const answer = await ask('takeBack', { about });
    if (!answer.ok) return change({ asksAll: false, trouble: answer.error.code });
    change({ asksAll: false, gone: answer.value.gone, trouble: null });
    await refresh();
    focus(PUT_BACK);
  }

  const actions: CorrectionsActions = {
    onSearch: (search) => change({ search }),
    onUndo: ({ surface, scope }) => takeBack([{ surface, scope }]),
    onUndoAll: () => {
      if (state.asksAll) return takeBack(null);
      change({ asksAll: true });
      // On the button that changes nothing, so that a double press does not undo.
      focus(KEEP_ALL);
    },
    onKeepAll: () => {
      change({ asksAll: false });
      focus(HEADING);
    },
    onPutBack: async () => {
      const answer = await ask('putBack', { corrections: [...state.gone] });
      if (!answer.ok) return change({ trouble: answer.error.code });
      change({ gone: [], trouble: null });
      await refresh();
      focus(HEADING);
    },
    onRetry: async () => {
      change({ list: { kind: 'asking' }, trouble: null });
      await refresh();
    },
  };
  return { actions, state: () => state, refresh };
}
