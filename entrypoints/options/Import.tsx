// One file: what it is, how far it has come, what came of it.

import { AllowButton } from './AllowButton.tsx';
import { type ImportJob, type ImportReport, isOver } from './import-job.ts';
import { counted, wordBytes, wordImportFailure, wordRecords, wordStep } from './import-words.ts';
import type { OptionsActions } from './state.ts';

interface ImportProps {
  readonly job: ImportJob;
  readonly actions: Pick<OptionsActions, 'onCancel' | 'onDismiss' | 'onAllow'>;
}

export function Import({ job, actions: { onCancel, onDismiss, onAllow } }: ImportProps) {
  const { state, name } = job;
  const over = isOver(state);
  return (
    <li class="import" data-state={state.kind}>
      <p class="import-name">
        <bdi>{name}</bdi>
      </p>
      {'found' in state && (
        <p class="hint" dir="auto">
          {state.found.what}. {state.found.source} (licence: {state.found.licence})
        </p>
      )}
      {state.kind === 'done' ? (
        <Done report={state.report} />
      ) : state.kind === 'failed' ? (
        <Failed code={state.code} words={state.words} />
      ) : (
        // The live region beside the list says it aloud.
        <p aria-hidden={true}>{wordStep(job)}</p>
      )}
      <Progress job={job} />
      <p class="import-buttons">
        {over ? (
          <>
            {job.wanted && state.kind === 'failed' && state.code === 'unreachable' && (
              <AllowButton address={job.wanted.address} onAllow={() => onAllow(job)} />
            )}
            <button type="button" class="button" onClick={() => onDismiss(job.id)}>
              Clear<span class="unseen"> {name} from this list</span>
            </button>
          </>
        ) : (
          <button
            type="button"
            class="button"
            aria-disabled={job.cancelling}
            onClick={() => !job.cancelling && onCancel(job.id)}
          >
            Cancel<span class="unseen"> {name}</span>
          </button>
        )}
      </p>
    </li>
  );
}

/** A bar where the size is known, one that only moves where it is not. */
function Progress({ job: { state, name } }: { readonly job: ImportJob }) {
  if (state.kind === 'idle' || isOver(state)) return null;
  const label = state.kind === 'storing' ? `Storing ${name}` : `Reading ${name}`;
  if (!('bytes' in state) || state.of === null)
    return (
      <>
        <progress aria-label={label} />
        {'records' in state && <p class="hint">{wordRecords(state.records)}</p>}
      </>
    );
  const { bytes, of } = state;
  return (
    <>
      <progress aria-label={label} value={bytes} max={Math.max(of, 1)} />
      <p class="hint figures">
        {wordBytes(bytes, of)}
        {'records' in state && `: ${wordRecords(state.records)}`}
      </p>
    </>
  );
}

function Done({ report }: { readonly report: ImportReport }) {
  const { rejected, rejections, skippedFor, replaced } = report;
  const skipped = skippedFor.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <>
      <p>
        <strong>Added:</strong> {wordRecords(report)}.{' '}
        {replaced !== null && `It took the place of version ${replaced}.`}
      </p>
      {rejected > 0 && (
        <details class="fold">
          <summary>{counted(rejected, 'row was refused', 'rows were refused')}</summary>
          <ol class="rejections">
            {rejections.map(({ line, reason }, index) => (
              // A line may be refused twice.
              <li key={`${line} ${index}`} dir="auto">
                Line {line.toLocaleString('en-GB')}: {reason}
              </li>
            ))}
          </ol>
          {rejected > rejections.length && (
            <p class="hint">and {counted(rejected - rejections.length, 'more', 'more')}</p>
          )}
        </details>
      )}
      {skipped > 0 && (
        <details class="fold">
          <summary>{counted(skipped, 'row was left out', 'rows were left out')}, rightly</summary>
          <ul class="rejections">
            {skippedFor.map(({ reason, rows }) => (
              <li key={reason} dir="auto">
                {counted(rows, 'row', 'rows')}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type FailedProps = Pick<Extract<ImportJob['state'], { kind: 'failed' }>, 'code' | 'words'>;

function Failed({ code, words }: FailedProps) {
  const { what, kept, todo } = wordImportFailure(code);
  return (
    <>
      <p>
        <strong>Not added.</strong> {what}
      </p>
      {words !== '' && <p class="hint">{words}</p>}
      <p>
        {kept} {todo}
      </p>
    </>
  );
}
