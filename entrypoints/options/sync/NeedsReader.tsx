// What only the reader can put right, and the button that does it.
import type { Activity, PlaceTold } from '../../../messaging/sync-requests.ts';
import { RemovalShown } from './RemovalShown.tsx';
import { REMEDY } from './step-words.ts';
import type { SyncActions } from './sync-state.ts';

interface NeedsReaderProps {
  readonly activity: Extract<Activity, { is: 'needs reader' }>;
  readonly place: PlaceTold;
  readonly actions: SyncActions;
}

export function NeedsReader({ activity, place, actions }: NeedsReaderProps) {
  const { what, access, removal } = activity;
  if (what === 'deletions') return removal && <RemovalShown removal={removal} actions={actions} />;
  const remedy = REMEDY[what];
  return (
    <p class="own-buttons">
      {remedy && (
        <button type="button" class="button sync-main" onClick={remedyOf(activity, actions)}>
          {what === 'access' && access ? `Allow access to ${hostOf(place.where)}…` : remedy}
        </button>
      )}
      {what === 'folder' && (
        <button type="button" class="button" onClick={actions.onChangePlace}>
          Choose the folder anew…
        </button>
      )}
      {what === 'vault is gone' && (
        <button type="button" class="button" onClick={actions.onChangePlace}>
          Choose another place…
        </button>
      )}
      {what === 'passphrase' && (
        <button type="button" class="button" onClick={actions.onAskLeave}>
          Stop syncing here…
        </button>
      )}
    </p>
  );
}

function remedyOf({ what, access }: NeedsReaderProps['activity'], actions: SyncActions) {
  switch (what) {
    case 'access':
      return () => (access === null ? actions.onSyncNow() : actions.onAllow(access));
    case 'folder':
      return actions.onAllowFolder;
    case 'passphrase':
      return actions.onOpenAgain;
    case 'vault is gone':
      return actions.onStartOver;
    default:
      return actions.onChangePlace;
  }
}

function hostOf(where: string): string {
  return URL.canParse(where) ? new URL(where).host : where;
}
