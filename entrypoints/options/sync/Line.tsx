// A line from another device is pasted here; then its place is known, and the code that belongs to it is asked for.
import type { TargetedSubmitEvent } from 'preact';
import { Described } from './Described.tsx';
import { Entry } from './Entry.tsx';
import { DeviceNameField } from './fields.tsx';
import type { Step, SyncActions } from './sync-state.ts';

interface LineProps {
  readonly step: Extract<Step, { kind: 'line' }>;
  readonly actions: Pick<SyncActions, 'onLine' | 'onLineCode' | 'onLeaveStep'>;
  readonly suggested: string;
}

export function Line({ step, actions, suggested }: LineProps) {
  const { place } = step;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (name: string) => String(data.get(name) ?? '');
    if (place) void actions.onLineCode(value('code'), value('device') || suggested);
    else void actions.onLine(value('line'));
  };
  const problem = step.problem ? `${step.problem.happened} ${step.problem.toDo}`.trim() : undefined;
  return (
    <div class="sync-step">
      <h3 id="sync-step" tabIndex={-1}>
        A line from another device
      </h3>
      <p>
        {place ? (
          <>
            It leads to <bdi>{place.where}</bdi>. Now the code that the other device shows beside it.
          </>
        ) : (
          'On a device that is set up, choose “Another device” in this section. It shows a line (also as a picture that a camera reads) and a code.'
        )}
      </p>
      <form onSubmit={submit} autocomplete="off" key={place ? 'code' : 'line'}>
        {place ? (
          <>
            <Described id="sync-code" label="Code" hint={undefined} error={problem}>
              <Entry
                id="sync-code"
                name="code"
                isSecret={false}
                autocomplete="off"
                dir="ltr"
                longest={100}
                invalid={problem !== undefined}
              />
            </Described>
            <DeviceNameField suggested={suggested} />
          </>
        ) : (
          <Described id="sync-line" label="The line" hint={undefined} error={problem}>
            <textarea
              id="sync-line"
              name="line"
              rows={3}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={20_000}
              dir="ltr"
              aria-invalid={problem !== undefined}
              aria-describedby="sync-line-error"
            />
          </Described>
        )}
        <p class="own-buttons">
          <button type="submit" class="button sync-main">
            {place ? 'Join' : 'Go on'}
          </button>
          <button type="button" class="button" onClick={actions.onLeaveStep}>
            Cancel
          </button>
        </p>
      </form>
    </div>
  );
}
