// What it is, before anything is asked: whose server, what it sees, and what it costs.
import type { PlaceTold } from '../../../messaging/sync-requests.ts';
import type { SyncActions } from './sync-state.ts';

interface IntroProps {
  /** Where it was before it was left. */
  readonly left: PlaceTold | null;
  readonly actions: Pick<SyncActions, 'onSetUp' | 'onHaveLine'>;
}

export function Intro({ left, actions }: IntroProps) {
  return (
    <>
      <p>
        Your passages, notes and own entries can follow you to your other browsers. Backstory has no server
        and no accounts: they go to a place of yours, encrypted before they leave this device, with a
        passphrase that only you know. Nothing is sent until you set it up.
      </p>
      {left && (
        <p class="hint">
          This device was connected to <bdi>{left.where}</bdi>. You can join again there; what is here and
          what is there is put together.
        </p>
      )}
      <p class="own-buttons">
        <button type="button" class="button" onClick={actions.onSetUp}>
          Set it up…
        </button>
        <button type="button" class="button" onClick={actions.onHaveLine}>
          I have a line from another device…
        </button>
      </p>
      <p class="hint">
        Without any server: <a href="#safety-file">save everything as one encrypted file</a>, carry it to the
        other device, and bring it in there. What both have is put together.
      </p>
      <details class="fold">
        <summary>What whoever runs the server can see, and what not</summary>
        <div class="sync-two">
          <div>
            <h3>Can see</h3>
            <ul class="sync-list">
              <li>how many devices you have</li>
              <li>when each of them sent or fetched something, and from which network address</li>
              <li>how much there is, roughly: sizes are rounded up</li>
              <li>the name and password with which you log in there</li>
            </ul>
          </div>
          <div>
            <h3>Cannot see</h3>
            <ul class="sync-list">
              <li>any word of a passage, note, tag or entry</li>
              <li>which sites you read, or which page a passage is from</li>
              <li>your passphrase, or anything from which it could be found other than by guessing</li>
            </ul>
          </div>
        </div>
        <p class="hint">
          Nor can it take anything from you: whatever it loses, holds back or brings up from long ago is
          noticed, and written again by the device that has it.
        </p>
      </details>
    </>
  );
}
