// Runs the options page's part about own knowledge: asks the worker, keeps what it answered, and asks again when an
// entry was changed in another window. What surrounds it comes in as functions.

import type { OwnListed, OwnRequests } from '../../messaging/own-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { Result } from '../../messaging/result.ts';
import type { OwnActions, OwnState } from './own-state.ts';

const SHOWN_AT_ONCE = 50;

export interface OwnPorts {
  readonly ask: <K extends keyof OwnRequests & string>(
    name: K,
    body: Ask<OwnRequests, K>,
  ) => Promise<Result<Answer<OwnRequests, K>>>;
  readonly show: (state: OwnState) => void;
  /** Opens the page on which an entry is written; null for a new one. */
  readonly open: (entry: OwnListed | null) => void;
  /** Gives the reader a file. */
  readonly give: (yaml: string) => void;
  readonly focus: (id: string) => void;
}

export interface OwnRunner {
  readonly actions: OwnActions;
  readonly state: () => OwnState;
  /** Asks for the list anew. */
  readonly refresh: () => Promise<void>;
}

export function ownRunner({ ask, show, open, give, focus }: OwnPorts): OwnRunner {
  let state: OwnState = {
    list: { kind: 'asking' },
    search: '',
    most: SHOWN_AT_ONCE,
    bin: null,
    undo: null,
    restored: null,
    trouble: null,
  };
  /** An answer to an earlier question is dropped. */
  let asked = 0;

  function change(part: Partial<OwnState>): void {
    state = { ...state, ...part };
    show(state);
  }

  async function refresh(): Promise<void> {
    const question = ++asked;
    const { search, most } = state;
    const answer = await ask('ownEntries', { search, which: 'kept', most });
    if (question !== asked) return;
    if (answer.ok) change({ list: { kind: 'there', value: answer.value } });
    else if (state.list.kind === 'there') change({ trouble: answer.error.code });
    else change({ list: { kind: 'failed', code: answer.error.code } });
    if (state.bin) await fillBin();
  }

  async function fillBin(): Promise<void> {
    const answer = await ask('ownEntries', { search: '', which: 'deleted', most: 1_000 });
    if (answer.ok) change({ bin: answer.value.entries });
    else change({ trouble: answer.error.code });
  }

  async function mark(entry: OwnListed, deleted: boolean): Promise<boolean> {
    const answer = await ask('deleteOwn', { id: entry.id, deleted });
    change({ trouble: answer.ok ? null : answer.error.code });
    await refresh();
    return answer.ok;
  }

  const actions: OwnActions = {
    onAdd: () => open(null),
    onEdit: open,
    onDelete: async (entry) => {
      if (!(await mark(entry, true))) return;
      change({ undo: entry, restored: null });
      // The button that had the focus has gone with its entry.
      focus('own-undo');
    },
    onRestore: async (entry) => {
      if (!(await mark(entry, false))) return;
      change({ undo: null, restored: entry });
      focus('own');
    },
    onSearch: (search) => {
      change({ search, most: SHOWN_AT_ONCE });
      void refresh();
    },
    onMore: () => {
      change({ most: Math.min(state.most + SHOWN_AT_ONCE, 1_000) });
      void refresh();
    },
    onBin: (isOpen) => {
      if (!isOpen) change({ bin: null });
      else if (!state.bin) void fillBin();
    },
    onExport: async () => {
      const answer = await ask('exportOwn', {});
      change({ trouble: answer.ok ? null : answer.error.code });
      if (answer.ok) give(answer.value.yaml);
    },
    onRetry: () => {
      change({ list: { kind: 'asking' }, trouble: null });
      void refresh();
    },
  };
  return { actions, state: () => state, refresh };
}
