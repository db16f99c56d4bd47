// A passphrase that is chosen: for a new vault, instead of the old one, or to shut a lost device out.
import type { TargetedSubmitEvent } from 'preact';
import { DeviceNameField, SecretField } from './fields.tsx';
import { wordDevice } from './status-words.ts';
import type { PassphraseStep, SyncActions } from './sync-state.ts';
import { TwoPassphrases } from './TwoPassphrases.tsx';

interface NewPassphraseProps {
  readonly step: PassphraseStep;
  readonly actions: SyncActions;
  readonly suggested: string;
}

export function NewPassphrase({ step, actions, suggested }: NewPassphraseProps) {
  const { why, device } = step;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (name: string) => String(data.get(name) ?? '');
    void actions.onNewPassphrase({
      secret: value('secret'),
      first: value('first'),
      second: value('second'),
      deviceName: value('device') || suggested,
    });
  };
  const problem = step.problem ? `${step.problem.happened} ${step.problem.toDo}`.trim() : undefined;
  return (
    <div class="sync-step">
      <h3 id="sync-step" tabIndex={-1}>
        {why === 'create' && 'Choose a passphrase'}
        {why === 'change' && 'Choose another passphrase'}
        {why === 'drop' && device && (
          <>
            Drop <bdi>{wordDevice(device)}</bdi>
          </>
        )}
      </h3>
      <Lines why={why} />
      <form onSubmit={submit} autocomplete="off">
        {why !== 'create' && <SecretField by={step.by} problem={null} onBy={actions.onBy} isOld />}
        <TwoPassphrases
          of="sync"
          label={why === 'create' ? 'Passphrase' : 'New passphrase'}
          problem={problem}
        />
        {why === 'create' && <DeviceNameField suggested={suggested} />}
        <p class="own-buttons">
          <button type="submit" class={`button ${why === 'drop' ? 'grave' : 'sync-main'}`}>
            {why === 'create'
              ? 'Make the vault'
              : why === 'change'
                ? 'Change it'
                : 'Drop it, and change the passphrase'}
          </button>
          <button type="button" class="button" onClick={actions.onLeaveStep}>
            Cancel
          </button>
        </p>
      </form>
    </div>
  );
}

function Lines({ why }: Pick<PassphraseStep, 'why'>) {
  switch (why) {
    case 'create':
      return (
        <p>
          It locks everything that leaves this device, and opens it on the others. Nobody can send you a new
          one: without it, and without the recovery code that you get next, what lies on the server cannot be
          read. What is on this device stays readable here.
        </p>
      );
    case 'change':
      return (
        <p>
          It opens the vault from now on; the old one and the old recovery code no longer do. Your other
          devices go on without being asked. A device that is lost goes on too: to shut it out, drop it.
        </p>
      );
    case 'drop':
      return (
        <p>
          For a device that was lost, sold or stolen. It reads nothing that is written from now on. What it
          has, it keeps: if somebody may be able to use it, change the password of the server too. Every other
          device asks for the new passphrase once.
        </p>
      );
  }
}
