// The options page as a pure function of its state: what it knows, where it runs, which keys, who can read it.
import { wordError } from '../../components/words.ts';
import { Packs } from './Packs.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';
import type { OptionsActions, OptionsState } from './state.ts';

export function Options({
  state,
  actions,
}: {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
}) {
  return (
    <main class="options">
      <header>
        <p class="wordmark">Backstory</p>
        <h1>Settings</h1>
      </header>
      <div role="status">
        {state.trouble && <p class="notice">{Object.values(wordError(state.trouble)).join(' ')}</p>}
      </div>
      <Packs state={state} actions={actions} />
      <Sites sites={state.sites} onRetry={actions.onRetry} onSwitchOn={actions.onSwitchOn} />
      <Shortcuts shortcuts={state.shortcuts} onChangeShortcuts={actions.onChangeShortcuts} />
      <section aria-labelledby="privacy">
        <h2 id="privacy">Who can read it</h2>
        <p>
          Nobody but you. Names are found and looked up on this machine, in the packs listed above. Backstory
          makes no request to any server: not for an article, not for a name, not for statistics. What it
          stores, in this browser, is the packs that you add and the list of sites that you switched off. A
          link to a source opens only when you click it, and does not say which page you came from.
        </p>
      </section>
    </main>
  );
}
