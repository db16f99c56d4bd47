// Much would be removed by what another device sent: nothing is, before the reader has seen what and said so.
import { Fragment } from 'preact';
import type { Removal } from '../../../messaging/sync-requests.ts';
import { counted } from '../import-words.ts';
import { wordKind } from '../safety-words.ts';
import { wordDevice } from './status-words.ts';
import type { SyncActions } from './sync-state.ts';

interface RemovalShownProps {
  readonly removal: Removal;
  readonly actions: Pick<SyncActions, 'onDeletions'>;
}

/** Enough to know what it is about. */
const SHOWN = 6;

export function RemovalShown({ removal, actions }: RemovalShownProps) {
  const { by, segments, total, of, first } = removal;
  return (
    <div class="sync-removal">
      <h3>{`${counted(total, 'thing', 'things')} of ${of.toLocaleString('en-GB')} would be removed`}</h3>
      <p>
        <Names of={by} /> deleted them. Did you clear up there? Then take it in. If not, keep yours: they are
        brought back on every device. Until you say so, nothing is removed here, and nothing else that was
        made there comes in.
      </p>
      <Quotes some={first.slice(0, SHOWN)} />
      {first.length > SHOWN && (
        <details class="fold">
          <summary>{counted(first.length - SHOWN, 'more of them', 'more of them')}</summary>
          <Quotes some={first.slice(SHOWN)} />
        </details>
      )}
      {total > first.length && <p class="hint">and {counted(total - first.length, 'more', 'more')}</p>}
      <p class="own-buttons">
        <button type="button" class="button sync-main" onClick={() => actions.onDeletions(false, segments)}>
          Keep mine, everywhere
        </button>
        <button type="button" class="button grave" onClick={() => actions.onDeletions(true, segments)}>
          Remove {counted(total, 'thing', 'things')} here too
        </button>
      </p>
    </div>
  );
}

/** `“Desk” and “Telephone”`. */
function Names({ of }: { readonly of: Removal['by'] }) {
  return (
    <>
      {of.map((device, index) => (
        <Fragment key={device.id}>
          {index > 0 && (index === of.length - 1 ? ' and ' : ', ')}
          <bdi>{`“${wordDevice(device)}”`}</bdi>
        </Fragment>
      ))}
    </>
  );
}

function Quotes({ some }: { readonly some: Removal['first'] }) {
  return (
    <ul class="sync-quotes">
      {some.map(({ kind, title }, index) => (
        // Two passages may have the same words.
        <li key={`${index}-${title}`}>
          <span class="hint">{wordKind(kind)}</span> <bdi>{title}</bdi>
        </li>
      ))}
    </ul>
  );
}
