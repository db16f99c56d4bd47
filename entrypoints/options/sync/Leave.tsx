// Before this device is synced no more: what stays where.
import type { SyncActions } from './sync-state.ts';

export function Leave({ actions }: { readonly actions: Pick<SyncActions, 'onLeaveSync' | 'onLeaveStep'> }) {
  return (
    <div class="sync-step">
      <h3 id="sync-step" tabIndex={-1}>
        Stop syncing on this device?
      </h3>
      <p>
        All that you kept stays on this device, and all that lies on the server stays there. Place, password
        and keys are forgotten here. What waits to be sent stays here unsent. You can join again at any time,
        with the passphrase.
      </p>
      <p class="own-buttons">
        <button type="button" class="button grave" onClick={actions.onLeaveSync}>
          Stop syncing here
        </button>
        <button type="button" class="button" onClick={actions.onLeaveStep}>
          Go on syncing
        </button>
      </p>
    </div>
  );
}
