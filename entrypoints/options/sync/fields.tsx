// Fields that several steps ask for. They keep what is typed by themselves: nothing secret is part of the page's state.
import type { SyncWords } from '../../../messaging/sync-requests.ts';
import { MOST_DEVICE_NAME } from '../../../messaging/sync-requests.ts';
import { Described } from './Described.tsx';
import { Entry } from './Entry.tsx';
import type { SecretBy } from './sync-state.ts';

interface SecretFieldProps {
  readonly by: SecretBy;
  readonly problem: SyncWords | null;
  readonly onBy: (by: SecretBy) => void;
  /** The vault's passphrase until now. */
  readonly isOld?: boolean;
}

export function SecretField({ by, problem, onBy, isOld = false }: SecretFieldProps) {
  const label = isOld ? 'Passphrase until now' : 'Passphrase';
  const otherwise: SecretBy = by === 'passphrase' ? 'recovery code' : 'passphrase';
  return (
    <>
      <Described
        id="sync-secret"
        label={by === 'passphrase' ? label : 'Recovery code'}
        hint={
          by === 'passphrase' ? undefined : 'Six groups of five letters and digits; small letters will do.'
        }
        error={problem ? `${problem.happened} ${problem.toDo}`.trim() : undefined}
      >
        <Entry
          key={by}
          id="sync-secret"
          name="secret"
          isSecret={by === 'passphrase'}
          autocomplete={by === 'passphrase' ? 'current-password' : 'off'}
          dir={by === 'passphrase' ? 'auto' : 'ltr'}
          longest={1_000}
          invalid={problem !== null}
        />
      </Described>
      <p>
        <button type="button" class="inline" onClick={() => onBy(otherwise)}>
          {by === 'passphrase' ? 'I forgot it, and have the recovery code' : 'Enter the passphrase instead'}
        </button>
      </p>
    </>
  );
}

export function DeviceNameField({ suggested }: { readonly suggested: string }) {
  return (
    <Described
      id="sync-device"
      label="What is this device called?"
      hint="So that you know it among the others. Encrypted like everything else."
      error={undefined}
    >
      <Entry
        id="sync-device"
        name="device"
        isSecret={false}
        autocomplete="off"
        dir="auto"
        longest={MOST_DEVICE_NAME}
        value={suggested}
        invalid={false}
      />
    </Described>
  );
}
