// The switch for the bar beside what is selected. Without it the context menu and the keys still keep.
import { wordKeptError } from '../../components/kept-words.ts';
import type { BarActions, BarState } from './bar-runner.ts';
import { Switch } from './Switch.tsx';

interface KeepingProps {
  readonly state: BarState;
  readonly actions: BarActions;
}

export function Keeping({ state: { on, trouble }, actions }: KeepingProps) {
  return (
    <section aria-labelledby="keeping" aria-busy={on.kind === 'asking'}>
      <h2 id="keeping">Keeping passages</h2>
      <Switch on={on} explainedBy="keeping-else" onRetry={actions.onRetry} onSwitch={actions.onSwitch}>
        Show a small bar beside text that I select in an article
      </Switch>
      <div role="status">
        {trouble && <p class="notice">{Object.values(wordKeptError(trouble)).join(' ')}</p>}
      </div>
      <p class="hint" id="keeping-else">
        Without it, “Keep this passage” in the context menu and the keys below do the same, on any page.
      </p>
    </section>
  );
}
