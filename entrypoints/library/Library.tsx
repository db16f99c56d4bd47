// The library as a pure function of its state, and how one walks through its list.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { wordKeptError } from '../../components/kept-words.ts';
import { TroubleSaid } from '../../components/TroubleSaid.tsx';
import type { Passage, PassageId } from '../../core/annotation/kept/index.ts';
import type { Order } from '../../core/annotation/search/index.ts';
import type { ListedPage } from '../../messaging/library-requests.ts';
import { Bulk } from './Bulk.tsx';
import { Choose } from './Choose.tsx';
import { articles, number, ORDERS, passages, wordDone, wordUnaware } from './library-words.ts';
import { type Wish, wishOf } from './list-keys.ts';
import { Nothing } from './Nothing.tsx';
import { PageRow } from './PageRow.tsx';
import { PassageRow } from './PassageRow.tsx';
import type { LibraryActions, LibraryState, Shown } from './state.ts';
import { type ListHandle, VirtualList } from './VirtualList.tsx';
import { filtersSet, MOST_WORDS, writeView } from './view.ts';

export interface LibraryProps {
  readonly state: LibraryState;
  readonly actions: LibraryActions;
  readonly passageOf: (id: string) => Passage | undefined;
  readonly pageOf: (key: string) => ListedPage | undefined;
  readonly tags: readonly string[];
  /** Draws the open editor of a passage. */
  readonly editor: (passage: Passage) => ComponentChildren;
  /** The time line of somebody, in place of the list. */
  readonly person?: ComponentChildren;
  /** What exports and imports: it stands in the bar above the list. */
  readonly exchange?: ComponentChildren;
}

export function Library(props: LibraryProps) {
  const { state, actions } = props;
  const { view, trouble } = state;
  const set = filtersSet(view.filters) + Number(view.filters.state !== 'kept');
  return (
    <div class="library">
      <header>
        <p class="wordmark">Backstory</p>
        <h1>Library</h1>
        <search>
          <input
            id="words"
            type="search"
            dir="auto"
            maxLength={MOST_WORDS}
            aria-label="Search your passages and notes"
            placeholder="Search quotes, notes, titles, tags and names"
            aria-keyshortcuts="/"
            value={view.words}
            onInput={({ currentTarget }) => actions.onWords(currentTarget.value)}
          />
        </search>
      </header>
      <aside class="filters" aria-label="Filters">
        <details open={innerWidth > NARROW}>
          <summary>{set > 0 ? `Filters (${set})` : 'Filters'}</summary>
          <Choose state={state} actions={actions} />
        </details>
      </aside>
      <main>
        <div role="status" class="notices">
          {trouble && (
            <p class="notice">
              {Object.values(wordKeptError(trouble)).join(' ')}{' '}
              <button type="button" class="inline" onClick={actions.onDismiss}>
                Close
              </button>
            </p>
          )}
          <Did state={state} actions={actions} />
        </div>
        {props.person ?? <Results {...props} />}
      </main>
    </div>
  );
}

/** Pixels: below, the filters are folded. */
const NARROW = 760;

function Did({ state: { done, busy, emptying, unaware }, actions }: Pick<LibraryProps, 'state' | 'actions'>) {
  if (busy !== null) return <p class="notice done">Changing {passages(busy)}…</p>;
  if (emptying !== null)
    return (
      <div class="notice">
        <p>
          {passages(emptying)} with {emptying === 1 ? 'its note' : 'their notes'} will be deleted for good.
          This cannot be undone.
        </p>
        {unaware.length > 0 && <p>{wordUnaware(unaware)}</p>}
        <p class="confirm">
          <button type="button" class="button grave" onClick={() => actions.onEmpty('yes')}>
            Delete for good
          </button>
          <button type="button" class="button" id="keep-bin" onClick={() => actions.onEmpty('no')}>
            Leave them in the bin
          </button>
        </p>
      </div>
    );
  if (!done) return null;
  const canUndo = done.did !== 'emptied' && done.did !== 'undone' && done.count > 0;
  return (
    <p class="notice done">
      <span dir="auto">{wordDone(done)}</span>{' '}
      {canUndo && (
        <button type="button" class="button" onClick={actions.onUndo}>
          Undo
        </button>
      )}
      <button type="button" class="inline" onClick={actions.onDismiss}>
        Close
      </button>
    </p>
  );
}

function Results(props: LibraryProps) {
  const { state, actions, tags, passageOf, exchange } = props;
  const { loaded, shown, view } = state;
  if (loaded.kind === 'failed')
    return <TroubleSaid code={loaded.code} words={wordKeptError(loaded.code)} onRetry={actions.onRetry} />;
  if (loaded.kind === 'reading' || !shown) return <Reading state={state} />;
  const inBin = view.filters.state !== 'kept';
  // Without words nothing matches better than anything else.
  const asked = view.words.trim() !== '';
  return (
    <>
      <div class="bar">
        <p class="count" role="status">
          {passages(shown.ids.length)}
          {view.grouped && shown.rows.length > 0 && <> in {articles(shown.rows.length - shown.ids.length)}</>}
        </p>
        <label class="order">
          <span class="unseen">Order</span>
          <select
            value={asked || view.order !== 'best' ? view.order : 'newest'}
            onChange={({ currentTarget }) => actions.onView({ order: currentTarget.value as Order })}
          >
            {Object.entries(ORDERS).map(
              ([order, words]) =>
                (asked || order !== 'best') && (
                  <option key={order} value={order}>
                    {words}
                  </option>
                ),
            )}
          </select>
        </label>
        <label class="grouping">
          <input
            type="checkbox"
            checked={view.grouped}
            onChange={() => actions.onView({ grouped: !view.grouped })}
          />
          <span>By article</span>
        </label>
        {inBin && shown.ids.length > 0 && state.selection.chosen.size === 0 && (
          <button type="button" class="button grave" onClick={() => actions.onEmpty('ask')}>
            Empty the bin…
          </button>
        )}
        {exchange && <span class="exchange">{exchange}</span>}
      </div>
      <Bulk state={state} actions={actions} tags={tags} passageOf={passageOf} />
      {shown.rows.length === 0 ? (
        <Nothing state={state} actions={actions} />
      ) : (
        <Listed {...props} shown={shown} />
      )}
    </>
  );
}

function Reading({ state: { loaded } }: Pick<LibraryProps, 'state'>) {
  const { done, total } = loaded.kind === 'reading' ? loaded : { done: 0, total: null };
  return (
    <div class="reading" aria-busy="true">
      <p id="how-far">
        {total === null ? 'Opening your library…' : `Reading ${number(done)} of ${passages(total)}…`}
      </p>
      {total !== null && <progress aria-labelledby="how-far" max={total} value={done} />}
    </div>
  );
}

/** Pixels: near what they turn out to be, so that the scroll bar does not jump. */
const HEIGHTS = { page: 66, passage: 128 } as const;

function Listed(props: LibraryProps & { readonly shown: Shown }) {
  const { state, actions, passageOf, pageOf, shown, editor } = props;
  const { rows } = shown;
  const list = useRef<ListHandle>(null);
  const [at, setAt] = useState<string | null>(null);
  const indexOf = (id: string | null) => rows.findIndex((row) => row.kind === 'passage' && row.id === id);
  const first = rows.find((row) => row.kind === 'passage');
  const current = at !== null && indexOf(at) >= 0 ? at : first?.kind === 'passage' ? first.id : null;

  function focusOn(index: number, by: 1 | -1): PassageId | null {
    let to = index;
    while (rows[to] && rows[to]?.kind !== 'passage') to += by;
    const row = rows[to];
    if (row?.kind !== 'passage') return null;
    setAt(row.id);
    list.current?.show(to);
    // Drawn with the next frame, where it was out of sight.
    const focus = (tries: number) => {
      const element = document.getElementById(`passage-${row.id}`);
      if (element) element.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    focus(10);
    return row.id;
  }

  function onRowKey(event: KeyboardEvent) {
    const { target } = event;
    const passage = current === null ? undefined : passageOf(current);
    const wish = wishOf(event);
    if (!wish || !passage || !(target instanceof HTMLElement) || !target.classList.contains('passage'))
      return;
    event.preventDefault();
    const index = indexOf(passage.id);
    switch (wish.to) {
      case 'walk':
        return walk(passage, wish, index);
      case 'open':
        return target.querySelector<HTMLAnchorElement>('a.open')?.click();
      case 'choose':
        return actions.onToggle(passage.id, wish.far);
      case 'edit':
        return actions.onEdit(passage.id);
      case 'delete':
        return onDelete(passage, index);
      case 'none':
        return actions.onNone();
    }
  }

  function walk({ id }: Passage, { by, far, choosing }: Extract<Wish, { to: 'walk' }>, index: number) {
    const there = far ? (by > 0 ? rows.length - 1 : 0) : index + by;
    const to = focusOn(there, far ? (by > 0 ? -1 : 1) : by);
    if (!choosing || !to) return;
    if (!state.selection.chosen.has(id)) actions.onToggle(id, false);
    actions.onToggle(to, true);
  }

  function onDelete(passage: Passage, index: number) {
    const deleted = passage.deleted === null;
    if (state.selection.chosen.size > 0) return actions.onChange({ deleted });
    // The row goes: the focus stays in the list, on the next one.
    const next = rows.slice(index + 1).find((row) => row.kind === 'passage');
    const to = next ? index + 1 : index - 1;
    focusOn(to, next ? 1 : -1);
    actions.onChange({ deleted }, [passage.id]);
  }

  return (
    // The rows take the keys; this only hears them.
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the rows within it
    <div class="listed" onKeyDown={onRowKey}>
      <VirtualList
        label="Passages"
        of={writeView(state.view)}
        count={rows.length}
        handle={list}
        keyOf={(index) => {
          const row = rows[index];
          return row?.kind === 'passage' ? row.id : `page:${row?.page ?? index}`;
        }}
        estimate={(index) => HEIGHTS[rows[index]?.kind ?? 'passage']}
        row={(index) => {
          const row = rows[index];
          if (!row) return null;
          if (row.kind === 'page')
            return <PageRow page={pageOf(row.page)} count={row.count} terms={shown.terms} />;
          const passage = passageOf(row.id);
          if (!passage) return null;
          return (
            <>
              <PassageRow
                passage={passage}
                page={pageOf(passage.page)}
                state={state}
                actions={actions}
                current={row.id === current}
                onFocus={() => setAt(row.id)}
              />
              {state.editing === row.id && editor(passage)}
            </>
          );
        }}
      />
    </div>
  );
}
