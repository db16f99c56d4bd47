// The end of everything that the reader made. It cannot be undone, so it takes words to be typed, not a press.
import { isSure } from './safety-runner.ts';
import { type SafetyActions, type SafetyState, SURE } from './safety-state.ts';

interface DeleteProps {
  readonly state: SafetyState;
  readonly actions: SafetyActions;
}

export function DeleteEverything({ state: { typed, busy }, actions }: DeleteProps) {
  const sure = isSure(typed) && busy === null;
  return (
    <details class="fold">
      <summary>Delete everything…</summary>
      <p>
        All passages and notes, your own entries, the settings on this page and every snapshot are removed
        from this browser, for good. Knowledge packs stay. Files that you saved elsewhere, and what sync sent
        to a server, stay as well; without either, nothing can be brought back.
      </p>
      <form
        class="address"
        onSubmit={(event) => {
          event.preventDefault();
          if (sure) void actions.onDeleteEverything();
        }}
      >
        <label>
          To be sure, type <i>{SURE}</i>
          <input
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={typed}
            onInput={({ currentTarget }) => actions.onTyped(currentTarget.value.slice(0, 60))}
          />
        </label>
        <button type="submit" class="button grave" aria-disabled={!sure}>
          Delete everything
        </button>
      </form>
    </details>
  );
}
