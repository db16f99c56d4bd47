// What the reader said of names in articles (“not this one”): what each does, in words, and the way to undo it.
import { wordCorrection } from '../../components/correction-words.ts';
import { wordKeptError } from '../../components/kept-words.ts';
import { Trouble } from '../../components/Trouble.tsx';
import type { Correction } from '../../core/matching/correction.ts';
import { fold } from '../../core/text/index.ts';
import {
  type CorrectionsActions,
  type CorrectionsState,
  HEADING,
  KEEP_ALL,
  PUT_BACK,
} from './corrections-runner.ts';
import { SearchField } from './SearchField.tsx';

interface CorrectionsProps {
  readonly state: CorrectionsState;
  readonly actions: CorrectionsActions;
}

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 9;
/** More are found by searching. */
const SHOWN_AT_ONCE = 100;

const words = ({ written, says, called, scope }: Correction) => wordCorrection(written, says, called, scope);

export function Corrections({ state, actions }: CorrectionsProps) {
  const { list, gone, trouble } = state;
  return (
    <section aria-labelledby={HEADING} aria-busy={list.kind === 'asking'}>
      {/* Focus comes here when the button that had it has gone. */}
      <h2 id={HEADING} tabIndex={-1}>
        Your corrections
      </h2>
      {list.kind === 'asking' && <p class="hint">Looking at your corrections…</p>}
      {list.kind === 'failed' && <Trouble code={list.code} onRetry={actions.onRetry} />}
      <div role="status">
        {trouble && <p class="notice">{Object.values(wordKeptError(trouble)).join(' ')}</p>}
        {gone.length > 0 && (
          <p class="notice done">
            <span>
              {gone.length === 1
                ? 'Undone.'
                : `${gone.length.toLocaleString('en-GB')} corrections are undone.`}
            </span>{' '}
            <button type="button" class="button" id={PUT_BACK} onClick={actions.onPutBack}>
              Put {gone.length === 1 ? 'it' : 'them'} back
            </button>
          </p>
        )}
      </div>
      {list.kind === 'there' && list.value.length === 0 && (
        <p class="hint">
          None. Where a card is about somebody else, press “Not this one” at its end and say who is meant. It
          is kept, and listed here.
        </p>
      )}
      {list.kind === 'there' && list.value.length > 0 && (
        <Listed all={list.value} state={state} actions={actions} />
      )}
    </section>
  );
}

function Listed({ all, state, actions }: CorrectionsProps & { readonly all: readonly Correction[] }) {
  const wanted = fold(state.search.trim());
  const found = all.filter((one) => fold(words(one)).includes(wanted));
  return (
    <>
      <p>
        They decide before everything else that an article says. They are kept in this browser, and on the
        devices with which you share your notes.
      </p>
      {(all.length >= SEARCHED_FROM || state.search !== '') && (
        <SearchField label="Search your corrections" value={state.search} onSearch={actions.onSearch} />
      )}
      {found.length === 0 && <p class="hint">No correction has these words.</p>}
      <ul class="rows">
        {found.slice(0, SHOWN_AT_ONCE).map((one) => (
          <li key={`${one.scope} ${one.surface}`}>
            <span dir="auto">{words(one)}</span>
            <button type="button" class="button" onClick={() => actions.onUndo(one)}>
              Undo<span class="unseen"> {words(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN_AT_ONCE && (
        <p class="hint">
          The last {SHOWN_AT_ONCE} of {found.length.toLocaleString('en-GB')} are shown; search for the others.
        </p>
      )}
      {all.length > 1 && <UndoAll count={all.length} asks={state.asksAll} actions={actions} />}
    </>
  );
}

interface UndoAllProps {
  readonly count: number;
  readonly asks: boolean;
  readonly actions: CorrectionsActions;
}

function UndoAll({ count, asks, actions }: UndoAllProps) {
  const all = `all ${count.toLocaleString('en-GB')} corrections`;
  return asks ? (
    <p class="own-buttons">
      <span>Undo {all}?</span>{' '}
      <button type="button" class="button" onClick={actions.onUndoAll}>
        Undo {all}
      </button>{' '}
      <button type="button" class="button" id={KEEP_ALL} onClick={actions.onKeepAll}>
        Keep them
      </button>
    </p>
  ) : (
    <p class="own-buttons">
      <button type="button" class="button" onClick={actions.onUndoAll}>
        Undo all…
      </button>
    </p>
  );
}
