// The switch for the bar beside what is selected. Without it the context menu and the keys still keep.
import { wordKeptError } from '../../components/kept-words.ts';
import { Trouble } from '../../components/Trouble.tsx';
import type { BarActions, BarState } from './bar-runner.ts';

interface KeepingProps {
  readonly state: BarState;
  readonly actions: BarActions;
}

export function Keeping({ state: { on, trouble }, actions }: KeepingProps) {
  return (
    <section aria-labelledby="keeping" aria-busy={on.kind === 'asking'}>
      <h2 id="keeping">Keeping passages</h2>
      {on.kind === 'failed' && <Trouble code={on.code} onRetry={actions.onRetry} />}
      {on.kind === 'there' && (
        <p>
          <label class="choice">
            <input
              type="checkbox"
              aria-describedby="keeping-else"
              checked={on.value}
              onChange={({ currentTarget }) => actions.onSwitch(currentTarget.checked)}
            />{' '}
            Show a small bar beside text that I select in an article
          </label>
        </p>
      )}
      <div role="status">
        {trouble && <p class="notice">{Object.values(wordKeptError(trouble)).join(' ')}</p>}
      </div>
      <p class="hint" id="keeping-else">
        Without it, “Keep this passage” in the context menu and the keys below do the same, on any page.
      </p>
    </section>
  );
}
