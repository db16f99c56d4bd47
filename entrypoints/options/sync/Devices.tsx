// The devices of the vault: when each was seen, how it is called, and the way to shut one out.
import type { TargetedSubmitEvent } from 'preact';
import { MOST_DEVICE_NAME, type SyncedDevice } from '../../../messaging/sync-requests.ts';
import { counted } from '../import-words.ts';
import { type SetUp, wordDevice, wordSeen } from './status-words.ts';
import type { SyncActions } from './sync-state.ts';

interface DevicesProps {
  readonly status: SetUp;
  readonly renaming: string | null;
  readonly actions: Pick<SyncActions, 'onRename' | 'onNamed' | 'onDrop'>;
  readonly now: number;
}

export function Devices({ status: { devices }, renaming, actions, now }: DevicesProps) {
  return (
    <details class="fold">
      <summary>{counted(devices.length, 'device', 'devices')}</summary>
      <ul class="rows own-rows">
        {devices.map((device) => (
          <li key={device.id}>
            {renaming === device.id ? (
              <Renaming device={device} actions={actions} />
            ) : (
              <DeviceRow device={device} actions={actions} now={now} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface DeviceProps {
  readonly device: SyncedDevice;
  readonly actions: DevicesProps['actions'];
}

function DeviceRow({ device, actions, now }: DeviceProps & { readonly now: number }) {
  const name = wordDevice(device);
  return (
    <>
      <span>
        <bdi>{name}</bdi>
        <span class="own-line hint">{wordSeen(device, now)}</span>
      </span>
      <span class="own-buttons">
        <button
          type="button"
          class="button"
          id={`sync-name-${device.id}`}
          onClick={() => actions.onRename(device.id)}
        >
          Rename<span class="unseen"> {name}</span>
        </button>
        {!device.self && !device.dropped && (
          <button type="button" class="button" onClick={() => actions.onDrop(device)}>
            Drop…<span class="unseen"> {name}</span>
          </button>
        )}
      </span>
    </>
  );
}

function Renaming({ device, actions }: DeviceProps) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void actions.onNamed(device.id, String(new FormData(event.currentTarget).get('name') ?? ''));
  };
  return (
    <form class="address" onSubmit={submit} autocomplete="off">
      <label>
        Name
        <input
          id="sync-new-name"
          name="name"
          type="text"
          maxLength={MOST_DEVICE_NAME}
          defaultValue={device.name}
          dir="auto"
          required
          onKeyDown={({ key }) => {
            if (key === 'Escape') actions.onRename(null);
          }}
        />
      </label>
      <button type="submit" class="button sync-main">
        Rename
      </button>
      <button type="button" class="button" onClick={() => actions.onRename(null)}>
        Cancel
      </button>
    </form>
  );
}
