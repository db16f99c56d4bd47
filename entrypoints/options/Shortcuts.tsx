// The keys, as the browser has them now: only it knows what the reader or another extension changed.
import type { OptionsActions, OptionsState } from './state.ts';

type ShortcutsProps = Pick<OptionsState, 'shortcuts'> & Pick<OptionsActions, 'onChangeShortcuts'>;

export function Shortcuts({ shortcuts, onChangeShortcuts }: ShortcutsProps) {
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">Keyboard</h2>
      <ul class="rows">
        {shortcuts.map(({ what, keys }) => (
          <li key={what}>
            <span>{what}</span>
            {keys ? <kbd>{keys}</kbd> : <span class="hint">no key set</span>}
          </li>
        ))}
        <li>
          <span>Close the card</span>
          <kbd>Escape</kbd>
        </li>
      </ul>
      <p>
        <button type="button" class="button" onClick={onChangeShortcuts}>
          Change these keys
        </button>{' '}
        <span class="hint">The browser keeps them, among its settings for extensions.</span>
      </p>
    </section>
  );
}
