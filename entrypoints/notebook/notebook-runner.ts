// Runs the notebook: which tab it is beside, what that page's keeper says of its passages, and what the reader does. The
// page knows where its passages are; the worker knows what they say. What surrounds it comes in as functions.
import { FIRST_NAMES, type PassageId } from '../../core/annotation/kept/index.ts';
import type { KeeperRequests, KeptState } from '../../messaging/keeper-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { Result } from '../../messaging/result.ts';
import type { AskLibrary } from '../library/holdings.ts';
import type { Entry, NotebookActions, NotebookState } from './state.ts';

export interface NotebookPorts {
  readonly ask: AskLibrary;
  readonly askPage: <K extends keyof KeeperRequests & string>(
    tab: number,
    name: K,
    body: Ask<KeeperRequests, K>,
  ) => Promise<Result<Answer<KeeperRequests, K>>>;
  readonly show: (state: NotebookState) => void;
  /** Passages were read anew. */
  readonly onHeld: () => void;
  readonly focus: (id: string) => void;
}

export interface NotebookRunner {
  readonly actions: NotebookActions;
  state(): NotebookState;
  /** Another tab is beside it, or another page is in the tab. */
  follow(tab: number | null): Promise<void>;
  /** Asks anew, without a word while it does. */
  refresh(): Promise<void>;
  /** A note was opened on the page of this tab. */
  shown(tab: number | undefined, id: PassageId): void;
}

export function notebookRunner({ ask, askPage, show, onHeld, focus }: NotebookPorts): NotebookRunner {
  let state: NotebookState = {
    content: { kind: 'asking' },
    colours: FIRST_NAMES,
    shown: null,
    editing: null,
    similar: new Map(),
    done: null,
    trouble: null,
  };
  let tab: number | null = null;
  /** An answer about another page, or an earlier question, is dropped. */
  let asked = 0;

  function change(part: Partial<NotebookState>): void {
    state = { ...state, ...part };
    show(state);
  }

  async function refresh(): Promise<void> {
    const question = ++asked;
    const beside = tab;
    if (beside === null) return change({ content: { kind: 'no-page' } });
    const states = await askPage(beside, 'keep-states', {});
    if (question !== asked) return;
    if (!states.ok) {
      const { code } = states.error;
      return change({ content: code === 'no-page' ? { kind: 'no-page' } : { kind: 'failed', code } });
    }
    const [passages, colours] = await Promise.all([
      ask('passagesById', { ids: states.value.states.map(({ id }) => id) }),
      ask('colourNames', {}),
    ]);
    if (question !== asked) return;
    if (!passages.ok) return change({ content: { kind: 'failed', code: passages.error.code } });
    const byId = new Map(passages.value.passages.map((passage) => [passage.id, passage]));
    const entries = states.value.states.toSorted(asRead).flatMap(({ id, state: is }): Entry[] => {
      const passage = byId.get(id);
      return passage && passage.deleted === null ? [{ passage, state: is }] : [];
    });
    const stillThere = (id: PassageId | null) =>
      id !== null && entries.some(({ passage }) => passage.id === id) ? id : null;
    change({
      content: { kind: 'there', entries },
      editing: stillThere(state.editing),
      ...(colours.ok && { colours: colours.value.colours }),
    });
    onHeld();
  }

  async function follow(newTab: number | null): Promise<void> {
    tab = newTab;
    change({
      content: { kind: 'asking' },
      shown: null,
      editing: null,
      similar: new Map(),
      done: null,
      trouble: null,
    });
    await refresh();
  }

  async function confirm(id: PassageId, place: number | null): Promise<void> {
    if (tab === null) return;
    const answer = await askPage(tab, 'keep-confirm', { id, place });
    if (!answer.ok) return change({ trouble: answer.error.code });
    const { confirmed } = answer.value;
    const words = confirmed
      ? 'Kept as it stands now.'
      : 'It is no longer there: the page has changed meanwhile. Nothing was changed.';
    change({ done: { words, undo: confirmed }, trouble: null });
    await refresh();
  }

  const actions: NotebookActions = {
    onShow: async (id) => {
      if (tab === null) return;
      change({ shown: id });
      const answer = await askPage(tab, 'keep-show', { id });
      if (!answer.ok) change({ trouble: answer.error.code });
      else if (!answer.value.found)
        change({ done: { words: 'The page does not show it at the moment.', undo: false } });
    },
    onEdit: (editing) => change({ editing }),
    onDelete: async (id) => {
      const answer = await ask('changePassages', { ids: [id], deleted: true });
      if (!answer.ok) return change({ trouble: answer.error.code });
      change({ done: { words: 'Deleted.', undo: true }, trouble: null, editing: null });
      await refresh();
      // The button that had the focus has gone with its passage.
      focus('undo');
    },
    onYes: (id) => void confirm(id, null),
    onSimilar: async (id) => {
      if (tab === null) return;
      change({ similar: new Map(state.similar).set(id, 'asking') });
      const answer = await askPage(tab, 'keep-similar', { id });
      change({
        similar: new Map(state.similar).set(
          id,
          answer.ok ? answer.value.places.map(({ text }, place) => ({ text, place })) : [],
        ),
      });
      if (!answer.ok) change({ trouble: answer.error.code });
    },
    onThis: (id, place) => void confirm(id, place),
    onUndo: async () => {
      const answer = await ask('undoLast', {});
      if (!answer.ok) return change({ trouble: answer.error.code });
      change({ done: { words: 'Undone.', undo: false }, trouble: null });
      await refresh();
    },
    onRetry: () => {
      change({ content: { kind: 'asking' }, trouble: null });
      void refresh();
    },
  };

  return {
    actions,
    state: () => state,
    follow,
    refresh,
    shown: (from, id) => {
      if (from !== tab) return;
      change({ shown: id });
      focus(`entry-${id}`);
    },
  };
}

/** What is not on the page comes last. */
function asRead(a: KeptState, b: KeptState): number {
  return (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER);
}
