// A file of another program: what would come, what is refused and why, and only then the import.
import { wordKeptError } from '../../../components/kept-words.ts';
import type { Problem } from '../../../core/annotation/exchange/index.ts';
import type { ErrorCode } from '../../../messaging/result.ts';
import { articles, number, passages } from '../library-words.ts';
import type { ExchangeActions, Importing, Preview } from './exchange-state.ts';
import { NOT_READ, notes, REASONS, wordBrought } from './exchange-words.ts';

interface ImportProps {
  readonly importing: Importing;
  readonly actions: ExchangeActions;
}

export function ImportWindow({ importing, actions }: ImportProps) {
  const isBusy = importing.kind === 'bringing' || importing.kind === 'opening';
  return (
    <div class="exchange-form">
      {importing.kind !== 'bringing' && importing.kind !== 'brought' && (
        <label>
          <span>A file of Web Annotations (JSON-LD), of Hypothesis, or of Obsidian Web Clipper</span>
          <input
            type="file"
            accept=".json,.jsonld,application/json,application/ld+json"
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) actions.onFile(file);
            }}
          />
        </label>
      )}
      <div role="status">
        {importing.kind === 'opening' && <p>Reading {importing.file}…</p>}
        {importing.kind === 'not-read' && (
          <p class="said trouble">
            {importing.file} was not read. {NOT_READ[importing.why]} Nothing was changed.
          </p>
        )}
        {importing.kind === 'preview' && <Told preview={importing.preview} />}
        {importing.kind === 'brought' && (
          <>
            <p class="said">{wordBrought(importing)}</p>
            {importing.ended !== null && importing.ended !== 'stopped' && <Failed code={importing.ended} />}
            {importing.undo === 'undone' && (
              <p class="said">Undone. The passages of this import are in the bin.</p>
            )}
            {importing.undo !== 'can' && importing.undo !== 'undoing' && importing.undo !== 'undone' && (
              <Failed code={importing.undo} />
            )}
          </>
        )}
      </div>
      {importing.kind === 'preview' && <Problems problems={importing.preview.problems} />}
      {importing.kind === 'bringing' && (
        <label>
          <span>
            {number(importing.done)} of {passages(importing.total)}
          </span>
          <progress max={Math.max(1, importing.total)} value={importing.done} />
        </label>
      )}
      <Buttons importing={importing} actions={actions} />
    </div>
  );
}

function Failed({ code }: { readonly code: ErrorCode }) {
  const { what, todo } = wordKeptError(code);
  return (
    <p class="said trouble">
      {what} What came in before stays. {todo}
    </p>
  );
}

function Told({ preview }: { readonly preview: Preview }) {
  const { format, fresh, pages, there, binned, problems } = preview;
  const refused = problems.filter((problem) => problem.refused).length;
  return (
    <ul class="told">
      <li>
        {format}: <strong>{fresh === 0 ? 'nothing new' : `${passages(fresh)} in ${articles(pages)}`}</strong>
        {preview.notes > 0 && ` and ${notes(preview.notes)} on actors and places`}
      </li>
      {there > 0 && (
        <li>
          {passages(there)} {there === 1 ? 'is' : 'are'} here already and {there === 1 ? 'stays' : 'stay'} as
          you made them
          {binned > 0 && `; ${number(binned)} of them in the bin, from where you can restore them`}.
        </li>
      )}
      {refused > 0 && <li>{number(refused)} cannot come; the reasons are below.</li>}
    </ul>
  );
}

/** More is no longer read, and would only be slow to draw. */
const MOST_SHOWN = 200;

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too
    <section class="problems" aria-label="Refused or shortened" tabIndex={0}>
      <ol>
        {problems.slice(0, MOST_SHOWN).map(({ at, what, why }) => (
          <li key={`${at} ${why}`}>
            Item {number(at)}
            {what !== '' && (
              <>
                {' '}
                (<q dir="auto">{what}</q>)
              </>
            )}{' '}
            {REASONS[why]}
          </li>
        ))}
      </ol>
      {problems.length > MOST_SHOWN && <p>And {number(problems.length - MOST_SHOWN)} more.</p>}
    </section>
  );
}

function Buttons({ importing, actions }: ImportProps) {
  const isThere = importing.kind === 'preview' && importing.preview.fresh + importing.preview.notes > 0;
  const canUndo =
    importing.kind === 'brought' && importing.kept + importing.notes > 0 && importing.undo !== 'undone';
  return (
    <p class="confirm">
      {isThere && (
        <button type="button" class="button" onClick={actions.onImport}>
          Import
        </button>
      )}
      {canUndo && (
        <button type="button" class="button" disabled={importing.undo === 'undoing'} onClick={actions.onUndo}>
          Undo the import
        </button>
      )}
      {importing.kind === 'bringing' ? (
        <button type="button" class="button" onClick={actions.onStop}>
          Stop
        </button>
      ) : (
        <button type="button" class="button" onClick={actions.onClose}>
          {importing.kind === 'brought' ? 'Done' : 'Close'}
        </button>
      )}
    </p>
  );
}
