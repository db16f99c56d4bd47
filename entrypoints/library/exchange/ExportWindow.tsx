// What is taken along, in which format, and for Markdown how it is written.
import { wordKeptError } from '../../../components/kept-words.ts';
import { EXPORTS } from '../../../core/annotation/exchange/index.ts';
import { articles, passages } from '../library-words.ts';
import type { ExchangeProps, What } from './exchange-state.ts';
import { wordFault } from './exchange-words.ts';

export function ExportWindow({ state, actions }: ExchangeProps) {
  const { counts, what, format, exporting } = state;
  const choices: readonly (readonly [What, string])[] = [
    ...(counts.chosen > 0 ? ([['chosen', `What is chosen (${passages(counts.chosen)})`]] as const) : []),
    ['found', `What is found (${passages(counts.found)})`],
    ['all', 'Everything that is kept'],
  ];
  return (
    <form
      class="exchange-form"
      onSubmit={(event) => {
        event.preventDefault();
        actions.onExport();
      }}
    >
      <fieldset>
        <legend>What</legend>
        {choices.map(([id, words]) => (
          <label key={id} class="choice">
            <input type="radio" name="what" checked={what === id} onChange={() => actions.onWhat(id)} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Format</legend>
        {EXPORTS.map(({ id, title, about }) => (
          <label key={id} class="choice">
            <input type="radio" name="format" checked={format === id} onChange={() => actions.onFormat(id)} />
            <span>
              {title}
              <small class="hint">{about}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {format === 'markdown' && <MarkdownOptions state={state} actions={actions} />}
      <div role="status">
        {exporting.kind === 'reading' && <p>Gathering your passages…</p>}
        {exporting.kind === 'given' && (
          <p class="said">
            {exporting.passages === 0
              ? 'There is nothing to export.'
              : `${passages(exporting.passages)} from ${articles(exporting.pages)} are in your downloads: ${exporting.file}`}
          </p>
        )}
        {exporting.kind === 'failed' && (
          <p class="said trouble">{Object.values(wordKeptError(exporting.code)).join(' ')}</p>
        )}
      </div>
      <p class="confirm">
        <button
          type="submit"
          class="button"
          disabled={exporting.kind === 'reading' || (format === 'markdown' && state.fault !== null)}
        >
          Export
        </button>
        <button type="button" class="button" onClick={actions.onClose}>
          Close
        </button>
      </p>
    </form>
  );
}

function MarkdownOptions({ state: { links, template, fault }, actions }: ExchangeProps) {
  return (
    <fieldset>
      <legend>Markdown</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={links}
          onChange={({ currentTarget }) => actions.onLinks(currentTarget.checked)}
        />
        <span>Names of actors and places as [[links]]</span>
      </label>
      <details class="fold">
        <summary>How an article is written</summary>
        <label>
          <span class="hint">
            {
              '{{title}}, {{url}}, {{site}}, {{published}}, {{kept}}, {{tags}}; within {{#passages}}…{{/passages}}: '
            }
            {'{{quote}}, {{note}}, {{hashtags}}, {{names}}, {{colour}}, {{made}}, {{link}}, {{id}}'}
          </span>
          <textarea
            aria-label="Template"
            aria-invalid={fault !== null}
            aria-describedby="template-fault"
            spellcheck={false}
            rows={12}
            value={template}
            onInput={({ currentTarget }) => actions.onTemplate(currentTarget.value)}
          />
        </label>
        <button type="button" class="inline" onClick={() => actions.onTemplate(null)}>
          Put back the first one
        </button>
      </details>
      <p id="template-fault" role="status" class={fault ? 'said trouble' : undefined}>
        {fault && wordFault(fault)}
      </p>
    </fieldset>
  );
}
