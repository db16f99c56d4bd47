// The reader's own knowledge: what they have written, the way to change it, to be rid of it and to have it back.

import { wordError } from '../../components/error-words.ts';
import { Trouble } from '../../components/Trouble.tsx';
import { OwnRows } from './OwnRows.tsx';
import type { OwnActions, OwnList, OwnState } from './own-state.ts';
import { SearchField } from './SearchField.tsx';

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 9;

interface OwnProps {
  readonly state: OwnState;
  readonly actions: OwnActions;
}

export function OwnKnowledge({ state, actions }: OwnProps) {
  const { list, undo, restored, trouble } = state;
  return (
    <section aria-labelledby="own" aria-busy={list.kind === 'asking'}>
      {/* Focus comes here when the entry that had it is back in its place. */}
      <h2 id="own" tabIndex={-1}>
        Your own knowledge
      </h2>
      {list.kind === 'asking' && <p class="hint">Looking at your entries…</p>}
      {list.kind === 'failed' && <Trouble code={list.code} onRetry={actions.onRetry} />}
      <div role="status">
        {trouble && <p class="notice">{Object.values(wordError(trouble)).join(' ')}</p>}
        {undo && (
          <p class="notice done">
            <span>
              “<bdi>{undo.name}</bdi>” is deleted, and no longer marked.
            </span>{' '}
            <button type="button" class="button" id="own-undo" onClick={() => actions.onRestore(undo)}>
              Undo
            </button>
          </p>
        )}
        {restored && (
          <p class="notice done">
            “<bdi>{restored.name}</bdi>” is back.
          </p>
        )}
      </div>
      {list.kind === 'there' && <Listed state={state} list={list.value} actions={actions} />}
    </section>
  );
}

function Listed({ state, list, actions }: OwnProps & { readonly list: OwnList }) {
  const { entries, total, kept, deleted } = list;
  return (
    <>
      {kept === 0 ? <Beginning /> : <Found state={state} list={list} actions={actions} />}
      {kept > 0 && total === 0 && <p class="hint">No entry has these words.</p>}
      {entries.length < total && (
        <p>
          <button type="button" class="button" onClick={actions.onMore}>
            Show more
          </button>{' '}
          <span class="hint">
            {entries.length} of {total.toLocaleString('en-GB')} are shown.
          </span>
        </p>
      )}
      <p class="own-buttons">
        <button type="button" class="button" onClick={actions.onAdd}>
          Add a name…
        </button>
        {kept > 0 && (
          <button type="button" class="button" onClick={actions.onExport}>
            Save all as a file
          </button>
        )}
      </p>
      {deleted > 0 && (
        <details
          class="fold"
          open={state.bin !== null}
          onToggle={({ currentTarget }) => actions.onBin(currentTarget.open)}
        >
          <summary>Deleted ({deleted.toLocaleString('en-GB')})</summary>
          <OwnRows entries={state.bin ?? []} onRestore={actions.onRestore} />
        </details>
      )}
    </>
  );
}

function Beginning() {
  return (
    <p>
      Nothing yet. Select a name in an article, open its context menu and choose <i>Add to my knowledge</i>,
      or use the button below, or <i>Add a name</i> behind the toolbar’s button. From then on the name is
      marked wherever you read it.
    </p>
  );
}

function Found({ state, list, actions }: OwnProps & { readonly list: OwnList }) {
  const { entries, kept } = list;
  return (
    <>
      <p>
        {kept === 1 ? 'One entry' : `${kept.toLocaleString('en-GB')} entries`} of your own, believed before
        every pack. They are kept in this browser, and on the devices with which you share your notes.
      </p>
      {(kept >= SEARCHED_FROM || state.search !== '') && (
        <SearchField label="Search your entries" value={state.search} onSearch={actions.onSearch} />
      )}
      <OwnRows entries={entries} onEdit={actions.onEdit} onDelete={actions.onDelete} />
    </>
  );
}
