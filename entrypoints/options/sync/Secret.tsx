// The passphrase of a vault that is there, or its recovery code: to join it, to open it again, or to let another device in.
import type { TargetedSubmitEvent } from 'preact';
import { DeviceNameField, SecretField } from './fields.tsx';
import type { SecretStep, SyncActions } from './sync-state.ts';

interface SecretProps {
  readonly step: SecretStep;
  readonly actions: SyncActions;
  readonly suggested: string;
}

const TITLES: Readonly<Record<SecretStep['why'], string>> = {
  join: 'Join your vault',
  'open again': 'The passphrase was changed',
  pair: 'Let another device in',
};
const LINES: Readonly<Record<SecretStep['why'], string>> = {
  join: 'Enter what you chose on your first device. It is not sent anywhere: it makes the key, here.',
  'open again':
    'It was changed on another of your devices, perhaps because one was lost. Enter the new one; your notes wait here meanwhile.',
  pair: 'You get one line, and a code, to be entered on the other device within ten minutes. Instead of an address, a password and the passphrase, that is all it needs. Enter the passphrase to make it.',
};
const BUTTONS: Readonly<Record<SecretStep['why'], string>> = {
  join: 'Join',
  'open again': 'Open',
  pair: 'Make the line',
};

export function Secret({ step, actions, suggested }: SecretProps) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void actions.onSecret(String(data.get('secret') ?? ''), String(data.get('device') ?? suggested));
  };
  return (
    <div class="sync-step">
      <h3 id="sync-step" tabIndex={-1}>
        {TITLES[step.why]}
      </h3>
      <p>{LINES[step.why]}</p>
      <form onSubmit={submit} autocomplete="off">
        <SecretField by={step.by} problem={step.problem} onBy={actions.onBy} />
        {step.why === 'join' && <DeviceNameField suggested={suggested} />}
        <p class="own-buttons">
          <button type="submit" class="button sync-main">
            {BUTTONS[step.why]}
          </button>
          <button type="button" class="button" onClick={actions.onLeaveStep}>
            Cancel
          </button>
        </p>
      </form>
    </div>
  );
}
