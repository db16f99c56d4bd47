// The entry page as a pure function of its state.
import type { ComponentChildren } from 'preact';
import { wordError } from '../../components/error-words.ts';
import { Trouble } from '../../components/Trouble.tsx';
import { wordKind } from '../../components/words.ts';
import { Fields } from './Fields.tsx';
import { type EntryActions, type EntryState, isChanged } from './state.ts';

export interface EntryProps {
  readonly state: EntryState;
  readonly actions: EntryActions;
  /** What stands below the name and works on it: a look-up in other sources. */
  readonly lookUp?: (name: string) => ComponentChildren;
}

export function Entry({ state, actions, lookUp }: EntryProps) {
  const { loading, subject } = state;
  return (
    <main class="entry" aria-busy={loading === 'asking'}>
      <p class="wordmark">Backstory</p>
      <h1>{subject.is === 'own' ? 'Change an entry' : 'Add to my knowledge'}</h1>
      {typeof loading === 'object' && <Failed code={loading.failed} actions={actions} />}
      {loading === 'there' && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            actions.onSave();
          }}
        >
          <About state={state} onPart={actions.onPart} />
          <Fields {...state} actions={actions} {...(lookUp && { lookUp })} />
          <End state={state} actions={actions} />
        </form>
      )}
    </main>
  );
}

function Failed({ code, actions }: { readonly code: string; readonly actions: EntryActions }) {
  if (code !== 'gone') return <Trouble code={code} onRetry={actions.onRetry} />;
  return (
    <div class="trouble">
      <p>This entry is not there. Nothing was changed.</p>
      <button type="button" class="button" onClick={actions.onAnother}>
        Add a new one
      </button>
    </div>
  );
}

function About({ state: { subject }, onPart }: { readonly state: EntryState; readonly onPart: () => void }) {
  return (
    <div role="status">
      {subject.is === 'known' && (
        <p class="about">
          You are adding to <strong dir="auto">{subject.name}</strong> ({wordKind(subject.kind)}): another
          name, a note.{' '}
          <button type="button" class="inline" onClick={onPart}>
            It is somebody or something else
          </button>
        </p>
      )}
      {subject.is === 'own' && subject.deleted && (
        <p class="about">This entry was deleted. Saving brings it back.</p>
      )}
      {subject.is === 'own' && subject.imported && (
        <p class="about">What another source says of it stays as it is; what you write lies over it.</p>
      )}
    </div>
  );
}

function End({ state, actions }: Omit<EntryProps, 'lookUp'>) {
  const { saving, trouble, leaving, problems } = state;
  const saved = saving === 'saved' && !isChanged(state);
  const wrong = Object.keys(problems).length;
  return (
    <div class="end">
      <div role="alert">
        {trouble !== null && <p class="notice">{wordTrouble(trouble)} What you typed is still here.</p>}
        {wrong > 0 && (
          <p class="problem">
            {wrong === 1 ? 'One field needs' : `${wrong} fields need`} another look before it can be saved.
          </p>
        )}
      </div>
      {leaving && (
        <div class="leaving" role="alertdialog" aria-labelledby="leaving">
          <p id="leaving">Leave without saving what you typed?</p>
          <p>
            <button type="button" class="button" id="stay" onClick={actions.onStay}>
              Keep writing
            </button>{' '}
            <button type="button" class="button grave" onClick={actions.onLeaveAnyway}>
              Leave
            </button>
          </p>
        </div>
      )}
      <p class="buttons">
        <button type="submit" class="button main" aria-disabled={saving === 'saving'}>
          {saving === 'saving' ? 'Saving…' : 'Save'}
        </button>
        <button type="button" class="button" onClick={actions.onLeave}>
          Close
        </button>
        {saved && (
          <button type="button" class="button" onClick={actions.onAnother}>
            Add another
          </button>
        )}
        <span role="status">
          {saved && <span class="saved">Saved on this device. It is marked from now on.</span>}
        </span>
      </p>
      <p class="hint">
        <kbd>Ctrl</kbd> or <kbd>⌘</kbd> with <kbd>Enter</kbd> saves, <kbd>Escape</kbd> closes. What you write
        stays with your notes; the page that you read is not noted.
      </p>
    </div>
  );
}

function wordTrouble(trouble: NonNullable<EntryState['trouble']>): string {
  if (typeof trouble === 'object')
    return `There are ${trouble.most.toLocaleString('en-GB')} entries, which is as many as there may be. Nothing was saved. Save your entries as a file in the settings, and add that as a pack.`;
  return Object.values(wordError(trouble)).join(' ');
}
