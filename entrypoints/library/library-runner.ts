// Runs the library: what a reader does becomes a search or a request, what comes back becomes its state. What surrounds it
// comes in as functions.
import { FIRST_NAMES, type PageKey, type PassageId } from '../../core/annotation/kept/index.ts';
import { type Found, NO_FILTERS } from '../../core/annotation/search/index.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import { type AskLibrary, type Holdings, holdings } from './holdings.ts';
import { rowsOf } from './rows.ts';
import type { FromSearch, ToSearch } from './search-messages.ts';
import { searches } from './searches.ts';
import { all, NOTHING, stretch, toggle, within } from './selection.ts';
import type { BulkChange, Done, LibraryActions, LibraryState } from './state.ts';
import type { View } from './view.ts';

export interface LibraryPorts {
  readonly ask: AskLibrary;
  readonly search: (message: ToSearch) => void;
  readonly show: (state: LibraryState) => void;
  /** The address follows the view; `anew`: a step that the back button takes back. */
  readonly address: (view: View, anew: boolean) => void;
  readonly focus: (id: string) => void;
  /** Passages were read, or read anew. */
  readonly onHeld: () => void;
}

export interface LibraryRunner {
  readonly actions: LibraryActions;
  readonly holdings: Holdings;
  state(): LibraryState;
  start(): void;
  hear(answer: FromSearch): void;
  /** The back button: the view of that address. */
  go(view: View): void;
  changed(pages: readonly PageKey[] | null): void;
}

export function libraryRunner(
  first: View,
  { ask, search, show, address, focus, onHeld }: LibraryPorts,
): LibraryRunner {
  let state: LibraryState = {
    view: first,
    loaded: { kind: 'reading', done: 0, total: null },
    size: 0,
    shown: null,
    colours: FIRST_NAMES,
    selection: NOTHING,
    editing: null,
    busy: null,
    done: null,
    trouble: null,
    emptying: null,
    unaware: [],
  };

  function change(part: Partial<LibraryState>): void {
    state = { ...state, ...part };
    show(state);
  }

  const searching = searches(search, onFound);
  const held = holdings({
    ask,
    search,
    onChange: (loaded) => {
      change({ loaded, size: held.size() });
      if (loaded.kind !== 'there') return;
      onHeld();
      find();
    },
    onTrouble: (trouble) => change({ trouble }),
  });

  function find(): void {
    const { words, filters, order, grouped } = state.view;
    searching.find({ words, filters, order, grouped });
  }

  function onFound({ ids, terms, choices }: Found): void {
    const rows = rowsOf(ids, held.passage, state.view.grouped);
    const { editing } = state;
    change({
      shown: { ids, rows, terms: new Set(terms), choices },
      selection: within(state.selection, ids),
      // What is being written stays open, as long as its passage is there.
      editing: editing !== null && ids.includes(editing) ? editing : null,
    });
  }

  function view(part: Partial<View>, anew = true): void {
    change({ view: { ...state.view, ...part }, done: null, emptying: null });
    address(state.view, anew);
    find();
  }

  async function learnColours(): Promise<void> {
    const answer = await ask('colourNames', {});
    if (answer.ok) change({ colours: answer.value.colours });
  }

  const failed = (trouble: ErrorCode) => change({ trouble, busy: null });

  function doneBy(asked: BulkChange, count: number): Done {
    if ('add' in asked) return { did: 'tagged', tag: asked.add, count };
    if ('remove' in asked) return { did: 'untagged', tag: asked.remove, count };
    if ('colour' in asked) return { did: 'coloured', count };
    return { did: asked.deleted ? 'binned' : 'restored', count };
  }

  async function changeMany(asked: BulkChange, ids: readonly PassageId[]): Promise<void> {
    if (ids.length === 0 || state.busy !== null) return;
    change({ busy: ids.length, done: null, trouble: null, emptying: null });
    const said =
      'add' in asked ? { add: [asked.add] } : 'remove' in asked ? { remove: [asked.remove] } : asked;
    const answer = await ask('changePassages', { ids: [...ids], ...said });
    if (!answer.ok) return failed(answer.error.code);
    change({ busy: null, done: doneBy(asked, answer.value.changed) });
  }

  async function turn(way: 'undoLast' | 'redoLast'): Promise<void> {
    if (state.busy !== null) return;
    const answer = await ask(way, {});
    if (!answer.ok) return failed(answer.error.code);
    const did = way === 'undoLast' ? 'undone' : 'redone';
    change({ done: { did, count: answer.value.changed }, trouble: null, emptying: null });
  }

  /** Those that are chosen, or all that are found: only what the reader sees is ever deleted for good. */
  function inBin(): PassageId[] {
    const { selection, shown } = state;
    const ids = selection.chosen.size > 0 ? [...selection.chosen] : (shown?.ids ?? []);
    return ids.filter((id) => (held.passage(id)?.deleted ?? null) !== null);
  }

  async function learnUnaware(): Promise<void> {
    const answer = await ask('unawareDevices', {});
    if (answer.ok && state.emptying !== null) change({ unaware: answer.value.names });
  }

  async function empty(): Promise<void> {
    const ids = inBin();
    change({ emptying: null, busy: ids.length, done: null });
    const answer = await ask('emptyBin', { ids });
    if (!answer.ok) return failed(answer.error.code);
    change({ busy: null, done: { did: 'emptied', count: answer.value.gone }, selection: NOTHING });
    focus('words');
  }

  const actions: LibraryActions = {
    onWords: (words) => view({ words, who: null }, false),
    onView: (part) => view(part),
    onFilter: (part) => view({ filters: { ...state.view.filters, ...part }, who: null }),
    onClearFilters: () => view({ filters: { ...NO_FILTERS, state: state.view.filters.state } }),
    onToggle: (id, withShift) => {
      const { selection, shown } = state;
      const ids = shown?.rows.flatMap((row) => (row.kind === 'passage' ? [row.id] : [])) ?? [];
      change({ selection: withShift ? stretch(selection, id, ids) : toggle(selection, id) });
    },
    onAll: () => change({ selection: all(state.shown?.ids ?? []) }),
    onNone: () => change({ selection: NOTHING, emptying: null }),
    onEdit: (editing) => change({ editing }),
    onChange: (asked, ids) => void changeMany(asked, ids ?? [...state.selection.chosen]),
    onUndo: () => void turn('undoLast'),
    onRedo: () => void turn('redoLast'),
    onEmpty: (step) => {
      if (step === 'yes') return void empty();
      if (step === 'ask') void learnUnaware();
      change({ emptying: step === 'ask' ? inBin().length : null, unaware: [], done: null });
      // Not the one that deletes.
      focus(step === 'ask' ? 'keep-bin' : 'words');
    },
    onDismiss: () => change({ done: null, trouble: null }),
    onRetry: () => {
      change({ trouble: null });
      void held.load();
    },
    onWho: (who) => view({ who }),
    onNameColour: async (colour, name) => {
      const answer = await ask('nameColour', { colour, name });
      if (answer.ok) change({ colours: answer.value.colours });
      else failed(answer.error.code);
    },
  };

  return {
    actions,
    holdings: held,
    state: () => state,
    start: () => {
      show(state);
      void held.load();
      void learnColours();
    },
    hear: searching.hear,
    go: (to) => {
      change({ view: to, done: null, emptying: null });
      find();
    },
    changed: (pages) => {
      void held.changed(pages);
      if (pages === null) void learnColours();
    },
  };
}
