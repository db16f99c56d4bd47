// The options page as a pure function of its state: what it knows, where it runs, which keys, who can read it.
import type { ComponentChildren } from 'preact';
import { wordError } from '../../components/error-words.ts';
import { Packs } from './Packs.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';
import type { OptionsActions, OptionsState } from './state.ts';

export function Options({
  state,
  actions,
  own,
  summary = null,
}: {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
  /** The reader's own knowledge, which has a state of its own. */
  readonly own?: ComponentChildren;
  /** How sync stands, in a few words; null where it is not set up. */
  readonly summary?: string | null;
}) {
  return (
    <main class="options">
      <header>
        <p class="wordmark">Backstory</p>
        <h1>Settings</h1>
        <p>
          <a href="/library.html">Your library</a>: everything that you kept.
          {summary !== null && (
            <>
              {' '}
              <a href="#sync">Other devices</a>: {summary}.
            </>
          )}
        </p>
      </header>
      <div role="status">
        {state.trouble && <p class="notice">{Object.values(wordError(state.trouble)).join(' ')}</p>}
      </div>
      <Packs state={state} actions={actions} />
      {own}
      <Sites sites={state.sites} onRetry={actions.onRetry} onSwitchOn={actions.onSwitchOn} />
      <Shortcuts shortcuts={state.shortcuts} onChangeShortcuts={actions.onChangeShortcuts} />
      <section aria-labelledby="privacy">
        <h2 id="privacy">Who can read it</h2>
        <p>
          Nobody but you. Names are found and looked up on this machine, in the packs listed above. Backstory
          makes no request to any server unless you ask for it: not for an article, not for a name, not for
          statistics. What you can ask for is named above: a pack from an address or a catalogue, once or as
          often as you set, a look-up in Wikidata, and a place of yours for your notes, which go there
          encrypted. What it stores, in this browser, is the packs that you add, what you keep and write, the
          entries that you take over, whether look-ups are switched on, and the list of sites that you
          switched off. A link to a source opens only when you click it, and does not say which page you came
          from.
        </p>
      </section>
    </main>
  );
}
