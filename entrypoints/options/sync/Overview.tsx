// Where sync is set up: what is so, in one sentence; what only the reader can put right; and everything else folded away.
import { Devices } from './Devices.tsx';
import { NeedsReader } from './NeedsReader.tsx';
import { OnServer } from './OnServer.tsx';
import { PLACES } from './place-kinds.ts';
import { type SetUp, there, wordAgain, wordHeard, wordState } from './status-words.ts';
import type { SyncActions } from './sync-state.ts';

interface OverviewProps {
  readonly status: SetUp;
  readonly renaming: string | null;
  readonly actions: SyncActions;
  readonly now: number;
}

export function Overview({ status, renaming, actions, now }: OverviewProps) {
  const { activity, place, troubled, codeUnseen } = status;
  const isIll = activity.is === 'needs reader' || (activity.is === 'waiting' && activity.why !== 'soon');
  return (
    <>
      {/* Seen as it moves; heard without the figures that move. */}
      <p class={isIll ? 'sync-state notice' : 'sync-state'} aria-hidden="true">
        {wordState(status, now)}
      </p>
      <p class="unseen" role="status">
        {wordHeard(status, now)}
      </p>
      {activity.is === 'running' && activity.of > 0 && (
        <progress
          class="safety-progress"
          aria-label="Files sent and received"
          value={activity.done}
          max={activity.of}
        />
      )}
      {isIll && (
        <p>
          {activity.words.toDo} {wordAgain(activity, now)}
        </p>
      )}
      {activity.is === 'needs reader' && <NeedsReader activity={activity} place={place} actions={actions} />}
      {codeUnseen && (
        <p class="notice">
          The recovery code was shown once, and you have not said that you wrote it down. Without it, a
          forgotten passphrase closes the vault for good. A new passphrase brings a new code.{' '}
          <button type="button" class="button" onClick={actions.onChangePassphrase}>
            New passphrase and code…
          </button>
        </p>
      )}
      {(troubled.damaged > 0 || troubled.missing > 0) && (
        <p class="hint">
          {troubled.damaged + troubled.missing} of the files {there(place.kind)} cannot be read or found at
          the moment. Nothing is lost by that: the device that wrote them writes them again.
        </p>
      )}
      <p class="own-buttons">
        <button
          type="button"
          class="button"
          aria-disabled={activity.is === 'running'}
          onClick={() => {
            if (activity.is !== 'running') void actions.onSyncNow();
          }}
        >
          Sync now
        </button>
        <span class="hint sync-where">
          {PLACES[place.kind].title}: <bdi>{place.where}</bdi>
          {place.user !== '' && (
            <>
              , as <bdi>{place.user}</bdi>
            </>
          )}
        </span>
      </p>
      <Devices status={status} renaming={renaming} actions={actions} now={now} />
      <OnServer status={status} now={now} />
      <details class="fold">
        <summary>Passphrase, another device, another place</summary>
        <ul class="rows">
          <Row line="Let another device in, with one line and a code." onPress={actions.onPair}>
            Another device…
          </Row>
          <Row
            line="Choose another passphrase; you get another recovery code."
            onPress={actions.onChangePassphrase}
          >
            New passphrase…
          </Row>
          <Row
            line="The server’s password or address is another, or everything shall lie elsewhere."
            onPress={actions.onChangePlace}
          >
            Change the place…
          </Row>
          <Row line="All that you kept stays here, and there." onPress={actions.onAskLeave}>
            Stop syncing here…
          </Row>
        </ul>
      </details>
    </>
  );
}

interface RowProps {
  readonly line: string;
  readonly onPress: () => void;
  readonly children: string;
}

function Row({ line, onPress, children }: RowProps) {
  return (
    <li>
      <span>{line}</span>
      <button type="button" class="button sync-choice" onClick={onPress}>
        {children}
      </button>
    </li>
  );
}
