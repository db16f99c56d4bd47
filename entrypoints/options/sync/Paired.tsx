// What the other device needs: a line, which may be carried in any way, and a code, which is better carried in another.
import { wordTime } from './status-words.ts';
import type { Step, SyncActions } from './sync-state.ts';

interface PairedProps {
  readonly step: Extract<Step, { kind: 'paired' }>;
  readonly actions: Pick<SyncActions, 'onCopy' | 'onLeaveStep'>;
}

export function Paired({ step: { line, code, until, picture }, actions }: PairedProps) {
  return (
    <div class="sync-step">
      <h3 id="sync-step" tabIndex={-1}>
        For your other device, until {wordTime(until, Date.parse(until))}
      </h3>
      <p class="notice">
        Line and code together open everything that you kept, and the place where it lies. Give them to your
        own device only, and best in two ways: the line by copying or by camera, the code by typing.
      </p>
      <ol class="sync-numbered">
        <li>
          There, open Backstory’s settings, “Notes on your other devices”, and choose “I have a line from
          another device”.
        </li>
        <li>
          Bring this line there:
          <textarea class="sync-line" aria-label="The line" rows={4} readOnly dir="ltr" value={line} />
          <span class="own-buttons">
            <button type="button" class="button" onClick={() => actions.onCopy(line)}>
              Copy the line
            </button>
          </span>
          {picture && (
            <svg
              class="sync-qr"
              role="img"
              aria-label="The same line as a QR code, for a camera"
              viewBox={`0 0 ${picture.size} ${picture.size}`}
            >
              <rect class="paper" width={picture.size} height={picture.size} />
              <path class="ink" d={picture.path} />
            </svg>
          )}
        </li>
        <li>
          Type this code there:{' '}
          <strong class="sync-pair-code" dir="ltr">
            {code}
          </strong>
        </li>
      </ol>
      <p>
        <button type="button" class="button sync-main" onClick={actions.onLeaveStep}>
          Done
        </button>
      </p>
    </div>
  );
}
