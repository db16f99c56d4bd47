// "Notes on your other devices": what is so, or the step that the reader is in the middle of.

import { wordKeptError } from '../../../components/kept-words.ts';
import { Trouble } from '../../../components/Trouble.tsx';
import type { SyncWords } from '../../../messaging/sync-requests.ts';
import { Code } from './Code.tsx';
import { Intro } from './Intro.tsx';
import { Leave } from './Leave.tsx';
import { Line } from './Line.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { Overview } from './Overview.tsx';
import { Paired } from './Paired.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { Secret } from './Secret.tsx';
import { SAID } from './step-words.ts';
import type { SyncActions, SyncUi } from './sync-state.ts';
import { WorkingOn } from './WorkingOn.tsx';

export interface SyncProps {
  readonly state: SyncUi;
  readonly actions: SyncActions;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What a new device is called until the reader calls it something else. */
  readonly suggested: string;
  /** Where the browser lets a page write in a folder that the reader chose. */
  readonly hasFolders: boolean;
}

export function Sync(props: SyncProps) {
  const { state, actions, now } = props;
  const { status, step } = state;
  return (
    <section class="sync" aria-labelledby="sync" aria-busy={status.kind === 'asking'}>
      {/* Focus comes here when what had it is gone. */}
      <h2 id="sync" tabIndex={-1}>
        Notes on your other devices
      </h2>
      <SaidOf state={state} />
      {status.kind === 'failed' && <Trouble code={status.code} onRetry={actions.onRetry} />}
      {step && <StepShown {...props} />}
      {!step && status.kind === 'there' && status.value.state === 'not set up' && (
        <Intro left={status.value.left} actions={actions} />
      )}
      {!step && status.kind === 'there' && status.value.state === 'newer' && (
        <Newer words={status.value.words} onLeave={actions.onAskLeave} />
      )}
      {!step && status.kind === 'there' && status.value.state === 'set up' && (
        <Overview status={status.value} renaming={state.renaming} actions={actions} now={now} />
      )}
    </section>
  );
}

/** Nothing of it is touched, so there is nothing to press but the way out. */
function Newer({ words, onLeave }: { readonly words: SyncWords; readonly onLeave: () => void }) {
  return (
    <>
      <p class="notice">
        {words.happened} {words.toDo}
      </p>
      <p>
        <button type="button" class="button" onClick={onLeave}>
          Stop syncing here…
        </button>
      </p>
    </>
  );
}

function SaidOf({ state: { said, refused, trouble } }: Pick<SyncProps, 'state'>) {
  return (
    <div role="status">
      {said && <p class="notice done">{SAID[said]}</p>}
      {refused && (
        <p class="notice">
          {refused.happened} {refused.toDo}
        </p>
      )}
      {trouble && <p class="notice">{Object.values(wordKeptError(trouble)).join(' ')}</p>}
    </div>
  );
}

function StepShown({ state: { step }, actions, suggested, hasFolders }: SyncProps) {
  switch (step?.kind) {
    case 'place':
      return <PlaceForm step={step} actions={actions} hasFolders={hasFolders} />;
    case 'secret':
      return <Secret step={step} actions={actions} suggested={suggested} />;
    case 'new passphrase':
      return <NewPassphrase step={step} actions={actions} suggested={suggested} />;
    case 'line':
      return <Line step={step} actions={actions} suggested={suggested} />;
    case 'working':
      return <WorkingOn step={step} actions={actions} />;
    case 'code':
      return <Code step={step} actions={actions} />;
    case 'paired':
      return <Paired step={step} actions={actions} />;
    case 'leave':
      return <Leave actions={actions} />;
    default:
      return null;
  }
}
