// Snapshots of all that the reader made, the newest first, each with a look into it before anything comes back.
import { Trouble } from '../../components/Trouble.tsx';
import { wordSize } from './import-words.ts';
import type { SafetyActions, SafetyState } from './safety-state.ts';
import { WHY, wordCounts, wordMoment } from './safety-words.ts';

interface SnapshotsProps {
  readonly state: SafetyState;
  readonly actions: SafetyActions;
}

export function Snapshots({ state: { snapshots, busy }, actions }: SnapshotsProps) {
  return (
    <>
      <h3 class="add-heading">Snapshots</h3>
      <p>
        Half an hour after you change something, Backstory copies all that you made, on this device. The last
        ten copies stay, one of each of the last seven days and one of each of the last four weeks.
      </p>
      {snapshots.kind === 'failed' && <Trouble code={snapshots.code} onRetry={actions.onRetry} />}
      {snapshots.kind === 'there' && snapshots.value.snapshots.length === 0 && (
        <p class="hint">There is none yet.</p>
      )}
      {snapshots.kind === 'there' && snapshots.value.snapshots.length > 0 && (
        <details class="fold">
          <summary>
            {snapshots.value.snapshots.length} of them, the last of{' '}
            {wordMoment(snapshots.value.snapshots[0]?.made ?? '')} ({wordSize(snapshots.value.bytes)})
          </summary>
          <ul class="rows own-rows">
            {snapshots.value.snapshots.map((snapshot) => (
              <li key={snapshot.id}>
                <span>
                  <strong>{wordMoment(snapshot.made)}</strong> <span class="hint">{WHY[snapshot.why]}</span>
                  <span class="own-line hint">{wordCounts(snapshot)}</span>
                </span>
                <span class="own-buttons">
                  <button
                    type="button"
                    class="button"
                    aria-disabled={busy !== null}
                    onClick={() => actions.onLook(snapshot)}
                  >
                    Look into it…<span class="unseen"> {wordMoment(snapshot.made)}</span>
                  </button>
                </span>
              </li>
            ))}
          </ul>
          <details class="fold">
            <summary>Delete all snapshots…</summary>
            <p>What you kept stays; only the copies of it go, and with them what has been removed since.</p>
            <p>
              <button type="button" class="button grave" onClick={actions.onDeleteSnapshots}>
                Delete all snapshots
              </button>
            </p>
          </details>
        </details>
      )}
      <p>
        <button type="button" class="button" aria-disabled={busy !== null} onClick={actions.onCopy}>
          Take one now
        </button>
      </p>
    </>
  );
}
