// The recovery code, shown once. Its end is asked for, so that nobody goes on who has not looked at it.
import type { TargetedSubmitEvent } from 'preact';
import { Described } from './Described.tsx';
import { Entry } from './Entry.tsx';
import type { Step, SyncActions } from './sync-state.ts';

interface CodeProps {
  readonly step: Extract<Step, { kind: 'code' }>;
  readonly actions: Pick<SyncActions, 'onCodeWritten' | 'onCopy' | 'onPrint'>;
}

export function Code({ step: { code, why, wrong }, actions }: CodeProps) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    actions.onCodeWritten(String(new FormData(event.currentTarget).get('end') ?? ''));
  };
  return (
    <div class="sync-step">
      <h3 id="sync-step" tabIndex={-1}>
        Write down the recovery code
      </h3>
      <p>
        {why === 'create'
          ? 'The vault is made. '
          : 'It is done. The old recovery code opens nothing any more. '}
        When you forget the passphrase, this code opens the vault. It is shown this once and kept nowhere.
        Whoever has it, and the server’s files, can read everything: keep it where you keep papers.
      </p>
      <p class="sync-code" dir="ltr">
        {code.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <p class="own-buttons">
        <button type="button" class="button" onClick={actions.onPrint}>
          Print…
        </button>
        <button type="button" class="button" onClick={() => actions.onCopy(code)}>
          Copy
        </button>
      </p>
      <form onSubmit={submit} autocomplete="off">
        <Described
          id="sync-end"
          label="I have written it down. Its last group is"
          hint={undefined}
          error={
            wrong
              ? 'That is not its last group. Look at what you wrote down, and compare all six.'
              : undefined
          }
        >
          <Entry
            id="sync-end"
            name="end"
            isSecret={false}
            autocomplete="off"
            dir="ltr"
            longest={100}
            invalid={wrong}
          />
        </Described>
        <p>
          <button type="submit" class="button sync-main">
            Go on
          </button>
        </p>
      </form>
    </div>
  );
}
