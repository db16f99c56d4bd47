// What a snapshot or a file would bring: seen before anything is done.
import { counted } from './import-words.ts';
import type { Looked, Preview, SafetyActions } from './safety-state.ts';
import { wordKind, wordMoment } from './safety-words.ts';

interface LookedIntoProps {
  readonly looked: Looked;
  readonly busy: boolean;
  readonly actions: SafetyActions;
}

export function LookedInto({ looked, busy, actions }: LookedIntoProps) {
  const { source, preview, changed } = looked;
  const { back, changed: differs, unreadable } = preview;
  const damaged = unreadable + (source.kind === 'file' ? source.refused : 0);
  const nothing = back.total === 0 && differs.total === 0;
  const will = back.total + (changed ? differs.total : 0);
  return (
    <div class="pack looked">
      <h3 id="safety-looked" tabIndex={-1}>
        {source.kind === 'snapshot' ? (
          `The snapshot of ${wordMoment(source.snapshot.made)}`
        ) : (
          <>
            The file <bdi>{source.name}</bdi>
          </>
        )}
      </h3>
      {nothing && <p>Nothing of it is missing: all that is in it is there, and unchanged.</p>}
      <Found what="would come back" some={back} />
      <Found what="have changed since" one="has changed since" some={differs} />
      {differs.total > 0 && (
        <p>
          <label class="choice">
            <input
              type="checkbox"
              checked={changed}
              onChange={({ currentTarget }) => actions.onChanged(currentTarget.checked)}
            />{' '}
            Also put back what has changed since, as it was
          </label>
        </p>
      )}
      {damaged > 0 && (
        <p class="notice">
          {counted(damaged, 'part of it is damaged and is', 'parts of it are damaged and are')} left out.
        </p>
      )}
      <p class="hint">What you made since stays. It can be undone, and what is there now is copied first.</p>
      <p class="own-buttons">
        {will > 0 && (
          <button type="button" class="button" aria-disabled={busy} onClick={actions.onBring}>
            Bring {counted(will, 'thing', 'things')} back
          </button>
        )}
        <button type="button" class="button" onClick={actions.onLeave}>
          Leave it
        </button>
      </p>
    </div>
  );
}

interface FoundProps {
  readonly what: string;
  readonly one?: string;
  readonly some: Preview['back'];
}

function Found({ what, one = what, some: { total, first } }: FoundProps) {
  if (total === 0) return null;
  return (
    <details class="fold">
      <summary>
        {counted(total, 'thing', 'things')} {total === 1 ? one : what}
      </summary>
      <ul class="rejections">
        {first.map(({ kind, title }, at) => (
          // Two passages may have the same words.
          <li key={at}>
            {wordKind(kind)} <q dir="auto">{title}</q>
          </li>
        ))}
      </ul>
      {first.length < total && <p class="hint">and {(total - first.length).toLocaleString('en-GB')} more</p>}
    </details>
  );
}
