// Where knowledge comes in: drop files anywhere on the page, or choose them; below, each file's way.
import type { ComponentChildren } from 'preact';
import { Import } from './Import.tsx';
import { SOURCES_IN_WORDS, wordStep } from './import-words.ts';
import type { OptionsActions, OptionsState } from './state.ts';

interface ImportsProps extends Pick<OptionsState, 'imports' | 'dragging'> {
  readonly actions: Pick<OptionsActions, 'onFiles' | 'onCancel' | 'onDismiss' | 'onAllow'>;
  /** Other ways in than a file. */
  readonly children: ComponentChildren;
}

export function Imports({ imports, dragging, actions, children }: ImportsProps) {
  return (
    <>
      <h3 id="add" class="add-heading">
        Add knowledge
      </h3>
      <div class="drop" data-over={dragging}>
        <p>
          {dragging ? (
            'Let go, and it is read.'
          ) : (
            <>
              Drop a file here, or{' '}
              <label class="button">
                choose files
                <input
                  class="unseen"
                  type="file"
                  multiple
                  onChange={({ currentTarget }) => {
                    actions.onFiles([...(currentTarget.files ?? [])]);
                    // The same file may be chosen again, after it was mended.
                    currentTarget.value = '';
                  }}
                />
              </label>
            </>
          )}
        </p>
        <p class="hint">
          A Backstory pack, or a download from {SOURCES_IN_WORDS}, compressed or not. It is read on this
          machine and goes nowhere.
        </p>
      </div>
      {children}
      <ol class="imports" aria-labelledby="add">
        {imports.map((job) => (
          <Import key={job.id} job={job} actions={actions} />
        ))}
      </ol>
      {/* Steps only: a screen reader that is told each percent says nothing else. */}
      <div class="unseen" role="status">
        {imports.map((job) => (
          <p key={job.id}>{wordStep(job)}</p>
        ))}
      </div>
    </>
  );
}
