// Something that takes seconds: what it is, how far it is, and the way out.
import { WORKING } from './step-words.ts';
import type { Step, SyncActions } from './sync-state.ts';

interface WorkingOnProps {
  readonly step: Extract<Step, { kind: 'working' }>;
  readonly actions: Pick<SyncActions, 'onCancel'>;
}

export function WorkingOn({ step: { what, progress }, actions }: WorkingOnProps) {
  return (
    <div class="sync-step" aria-busy="true">
      <h3 id="sync-step" tabIndex={-1}>
        One moment
      </h3>
      <p id="sync-working">{WORKING[what]}</p>
      <progress
        class="safety-progress"
        aria-labelledby="sync-working"
        max={1}
        {...(progress !== null && { value: progress })}
      />
      <p>
        <button type="button" class="button" onClick={actions.onCancel}>
          Cancel
        </button>
      </p>
    </div>
  );
}
