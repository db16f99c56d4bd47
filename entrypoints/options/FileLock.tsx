// The passphrase of the file with everything: chosen twice, or given to open one. It stays in the form and goes to the
// worker, and is no part of the page's state.
import type { TargetedSubmitEvent } from 'preact';
import type { Lock, SafetyActions } from './safety-state.ts';
import { Described } from './sync/Described.tsx';
import { Entry } from './sync/Entry.tsx';
import { PROBLEMS } from './sync/passphrase.ts';
import { TwoPassphrases } from './sync/TwoPassphrases.tsx';

interface FileLockProps {
  readonly lock: Lock;
  readonly busy: boolean;
  readonly actions: Pick<SafetyActions, 'onLocked' | 'onUnlock' | 'onLeave'>;
}

export function FileLock({ lock, busy, actions }: FileLockProps) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (name: string) => String(data.get(name) ?? '');
    if (lock.kind === 'choose') actions.onLocked(value('first'), value('second'));
    else actions.onUnlock(value('secret'));
  };
  return (
    <form class="sync-step" onSubmit={submit} autocomplete="off">
      {lock.kind === 'choose' ? (
        <Choose problem={lock.problem} />
      ) : (
        <Described
          id="safety-secret"
          label={`Passphrase of ${lock.name}`}
          hint="Or the recovery code, where the file is of a vault that has one."
          error={lock.wrong ? 'The file does not open with this. Nothing was changed.' : undefined}
        >
          <Entry
            id="safety-secret"
            name="secret"
            isSecret
            autocomplete="off"
            dir="auto"
            longest={1_000}
            invalid={lock.wrong}
          />
        </Described>
      )}
      <p class="own-buttons">
        <button type="submit" class="button sync-main" aria-disabled={busy}>
          {lock.kind === 'choose' ? 'Save the encrypted file' : 'Open it'}
        </button>
        {!busy && (
          <button type="button" class="button" onClick={actions.onLeave}>
            Leave it
          </button>
        )}
      </p>
    </form>
  );
}

function Choose({ problem }: Pick<Extract<Lock, { kind: 'choose' }>, 'problem'>) {
  return (
    <TwoPassphrases
      of="safety"
      label="Passphrase for the file"
      besides="Whoever forgets it cannot read the file."
      problem={problem ? PROBLEMS[problem] : undefined}
    />
  );
}
