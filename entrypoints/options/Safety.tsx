// The reader's passages and notes: how much there is, whether the browser may clear it, snapshots, a file with
// everything, and the end of everything.
import { wordKeptError } from '../../components/kept-words.ts';
import { Trouble } from '../../components/Trouble.tsx';
import { DeleteEverything } from './DeleteEverything.tsx';
import { FileLock } from './FileLock.tsx';
import { counted, wordSize } from './import-words.ts';
import { LookedInto } from './LookedInto.tsx';
import { Snapshots } from './Snapshots.tsx';
import type { Busy, Kept, SafetyActions, SafetyState } from './safety-state.ts';
import { BUSY, FILE_TROUBLE, wordCounts, wordDone } from './safety-words.ts';

/** What happens in the worker, before anything is changed. */
const CAN_CANCEL: ReadonlySet<Busy> = new Set(['exporting', 'locking', 'reading', 'unlocking']);

export interface SafetyProps {
  readonly state: SafetyState;
  readonly actions: SafetyActions;
}

/** @param synced it goes to another place too */
export function Safety({ state, actions, synced = false }: SafetyProps & { readonly synced?: boolean }) {
  const { kept, busy, looked, lock } = state;
  return (
    <section aria-labelledby="safety" aria-busy={kept.kind === 'asking' || busy !== null}>
      {/* Focus comes here when what had it is gone. */}
      <h2 id="safety" tabIndex={-1}>
        Your passages and notes
      </h2>
      {kept.kind === 'asking' && <p class="hint">Counting…</p>}
      {kept.kind === 'failed' && <Trouble code={kept.code} onRetry={actions.onRetry} />}
      {kept.kind === 'there' && <HowMuch kept={kept.value} synced={synced} />}
      <Lasting state={state} actions={actions} />
      <Status state={state} actions={actions} />
      {looked && <LookedInto looked={looked} busy={busy !== null} actions={actions} />}
      <Snapshots state={state} actions={actions} />
      <h3 class="add-heading" id="safety-file" tabIndex={-1}>
        A file with everything
      </h3>
      <p>
        Your passages and notes, your own entries and settings as one file: to be kept elsewhere, to be read
        by people and other programs, or to be brought into another browser. It is not encrypted, unless you
        give it a passphrase: then only Backstory can read it, with that passphrase.
      </p>
      <p class="own-buttons">
        <button type="button" class="button" aria-disabled={busy !== null} onClick={actions.onExport}>
          Save everything as a file
        </button>
        <button type="button" class="button" aria-disabled={busy !== null} onClick={actions.onLock}>
          Save it encrypted…
        </button>
        <label class="button file-button">
          Bring a file in…
          <input
            type="file"
            accept=".json,.bssync,application/json,application/octet-stream"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) actions.onFile(file);
              // So that the same file can be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
      </p>
      {lock && <FileLock lock={lock} busy={busy !== null} actions={actions} />}
      <DeleteEverything state={state} actions={actions} />
    </section>
  );
}

function HowMuch({ kept, synced }: { readonly kept: Kept; readonly synced: boolean }) {
  const where = synced ? '' : ' It all stays in this browser.';
  const { pages, passages, binned, notes, entries } = kept;
  if (passages + binned + notes + entries === 0)
    return (
      <p>
        Nothing yet. Select text on a page that you read, and keep it; or write a note in the card of an actor
        or a place.{where}
      </p>
    );
  return (
    <p>
      {wordCounts(kept)}
      {passages > 0 && ` on ${counted(pages, 'page', 'pages')}`}.
      {binned > 0 && ` ${counted(binned, 'passage', 'passages')} more in the bin.`}
      {where}
    </p>
  );
}

function Lasting({ state, actions }: SafetyProps) {
  const { lasting, usage } = state;
  const size =
    usage === null ? '' : ` With the knowledge packs, Backstory takes ${wordSize(usage)} of your disk.`;
  if (lasting === 'asking') return null;
  if (lasting === 'lasts')
    return (
      <p class="hint">The browser keeps it until you delete it, also when the disk is nearly full.{size}</p>
    );
  return (
    <>
      <p class="notice">
        {lasting === 'refused'
          ? 'The browser was asked to keep it, and does not promise to: when the disk is nearly full it may clear it. Save everything as a file now and then, or free some space.'
          : 'When the disk is nearly full, the browser may clear it.'}
      </p>
      <p>
        <button type="button" class="button" onClick={actions.onAskToLast}>
          Ask the browser to keep it
        </button>
        {size !== '' && <span class="hint">{size}</span>}
      </p>
    </>
  );
}

function Status({ state, actions }: SafetyProps) {
  const { busy, progress, done, trouble, fileTrouble } = state;
  const canCancel = busy !== null && CAN_CANCEL.has(busy);
  return (
    <>
      <div role="status">
        {busy && <p class="hint">{BUSY[busy]}</p>}
        {done && (
          <p class="notice done">
            <span>{wordDone(done)}</span>{' '}
            {done.kind === 'brought' && done.count > 0 && (
              <button type="button" class="button" id="safety-undo" onClick={actions.onTakeBack}>
                Undo
              </button>
            )}
          </p>
        )}
        {fileTrouble && <p class="notice">{FILE_TROUBLE[fileTrouble]}</p>}
        {trouble && <p class="notice">{Object.values(wordKeptError(trouble)).join(' ')}</p>}
      </div>
      {busy && progress && (
        <progress class="safety-progress" aria-label={BUSY[busy]} value={progress.done} max={progress.of} />
      )}
      {canCancel && (
        <p>
          <button type="button" class="button" onClick={actions.onCancel}>
            Cancel
          </button>
        </p>
      )}
    </>
  );
}
