// The notebook as a pure function of its state: this page's passages in reading order, those of which it is not sure, and
// those that the page no longer has.
import type { ComponentChildren } from 'preact';
import { wordKeptError } from '../../components/kept-words.ts';
import { NoteText } from '../../components/NoteText.tsx';
import { TroubleSaid } from '../../components/TroubleSaid.tsx';
import type { Passage } from '../../core/annotation/kept/index.ts';
import { HUES } from '../../page/keeping/hues.ts';
import { wishOf } from '../library/list-keys.ts';
import type { Entry, NotebookActions, NotebookState } from './state.ts';

export interface NotebookProps {
  readonly state: NotebookState;
  readonly actions: NotebookActions;
  readonly editor: (passage: Passage) => ComponentChildren;
}

export function Notebook(props: NotebookProps) {
  const { state, actions } = props;
  const { trouble, done } = state;
  return (
    <div class="notebook">
      <header>
        <h1>Notebook</h1>
        <a href="/library.html" target="_blank" rel="noopener">
          Library
        </a>
      </header>
      <main aria-busy={state.content.kind === 'asking'}>
        <div role="status">
          {trouble && <p class="notice">{Object.values(wordKeptError(trouble)).join(' ')}</p>}
          {done && (
            <p class="notice done">
              <span>{done.words}</span>{' '}
              {done.undo && (
                <button type="button" class="button" id="undo" onClick={actions.onUndo}>
                  Undo
                </button>
              )}
            </p>
          )}
        </div>
        <Body {...props} />
      </main>
    </div>
  );
}

function Body(props: NotebookProps) {
  const { state, actions } = props;
  const { content } = state;
  switch (content.kind) {
    case 'asking':
      return <p class="hint">Looking at the page…</p>;
    case 'no-page':
      return (
        <div class="nothing">
          <h2>Nothing can be kept on this page</h2>
          <p>
            Browsers let no extension into their own pages and stores. If this is an ordinary web page, reload
            it.
          </p>
        </div>
      );
    case 'failed':
      return (
        <div class="nothing">
          <TroubleSaid code={content.code} words={wordKeptError(content.code)} onRetry={actions.onRetry} />
        </div>
      );
    case 'there':
      return content.entries.length === 0 ? <Beginning /> : <Entries {...props} entries={content.entries} />;
  }
}

function Beginning() {
  return (
    <div class="nothing">
      <h2>Nothing is kept on this page yet</h2>
      <p>
        Select a sentence and choose a colour in the bar that appears beside it. Or open the context menu and
        choose <i>Keep this passage</i>, or press Alt+Shift+H.
      </p>
      <p>What you keep stands here, with your notes, in the order of the text.</p>
    </div>
  );
}

type EntriesProps = NotebookProps & { readonly entries: readonly Entry[] };

function Entries(props: EntriesProps) {
  const { entries } = props;
  const there = entries.filter(({ state }) => state === 'anchored');
  const unsure = entries.filter(({ state }) => state === 'uncertain');
  const gone = entries.filter(({ state }) => state === 'orphan' || state === 'aside');
  return (
    // The entries take the keys; this only hears them.
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the entries within it
    <div onKeyDown={(event) => onKey(event, props)}>
      {there.length > 0 && <List {...props} label="On this page" entries={there} />}
      {unsure.length > 0 && (
        <section aria-labelledby="unsure">
          <h2 id="unsure">Is this still it?</h2>
          <p class="hint">The page has changed around these.</p>
          <List {...props} label="Not sure" entries={unsure} />
        </section>
      )}
      {gone.length > 0 && (
        <section aria-labelledby="gone">
          <h2 id="gone">No longer found on this page</h2>
          <p class="hint">What you kept of them is safe, here and in your library.</p>
          <List {...props} label="No longer found" entries={gone} />
        </section>
      )}
    </div>
  );
}

function List({ label, entries, ...props }: EntriesProps & { readonly label: string }) {
  return (
    <ol aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.passage.id}>
          <OneEntry {...props} entry={entry} />
        </li>
      ))}
    </ol>
  );
}

const MOST_QUOTE = 360;

function OneEntry({ state, actions, editor, entry }: NotebookProps & { readonly entry: Entry }) {
  const { passage, state: is } = entry;
  const { id, quote, note, tags, colour } = passage;
  const isFound = is === 'anchored' || is === 'uncertain';
  const text = quote.length > MOST_QUOTE ? `${quote.slice(0, MOST_QUOTE)}…` : quote;
  return (
    <article
      class="entry"
      id={`entry-${id}`}
      tabIndex={-1}
      data-state={is}
      aria-current={state.shown === id}
      aria-label={`${state.colours[colour]}: ${quote.slice(0, 80)}`}
      style={{ '--hue': HUES[colour] }}
    >
      <blockquote dir="auto">
        {isFound ? (
          <button type="button" class="jump" title="Show it on the page" onClick={() => actions.onShow(id)}>
            {text}
          </button>
        ) : (
          text
        )}
      </blockquote>
      {state.editing === id ? (
        editor(passage)
      ) : (
        <>
          {note !== '' && (
            <div class="note">
              <NoteText note={note} />
            </div>
          )}
          {tags.length > 0 && (
            <p class="marks">
              {tags.map((tag) => (
                <bdi key={tag} class="tag">
                  {tag}
                </bdi>
              ))}
            </p>
          )}
        </>
      )}
      <p class="deeds">
        {is === 'uncertain' && (
          <button type="button" class="button" onClick={() => actions.onYes(id)}>
            Yes, this is it
          </button>
        )}
        {!isFound && !state.similar.has(id) && (
          <button type="button" class="button" onClick={() => actions.onSimilar(id)}>
            What looks similar?
          </button>
        )}
        {state.editing !== id && (
          <button type="button" class="inline" onClick={() => actions.onEdit(id)}>
            {note === '' ? 'Add a note' : 'Edit'}
          </button>
        )}
        <button type="button" class="inline" onClick={() => actions.onDelete(id)}>
          {isFound ? 'Delete' : 'Let it go'}
        </button>
      </p>
      {!isFound && <Alike id={id} state={state} actions={actions} />}
    </article>
  );
}

function Alike({ id, state, actions }: Pick<NotebookProps, 'state' | 'actions'> & Pick<Passage, 'id'>) {
  const similar = state.similar.get(id);
  if (similar === undefined) return null;
  if (similar === 'asking') return <p class="hint">Looking…</p>;
  if (similar.length === 0) return <p class="hint">Nothing on this page looks like it.</p>;
  return (
    <ul class="similar" aria-label="What looks similar">
      {similar.map(({ text, place }) => (
        <li key={place}>
          <p dir="auto">{text.length > MOST_QUOTE ? `${text.slice(0, MOST_QUOTE)}…` : text}</p>
          <button type="button" class="button" onClick={() => actions.onThis(id, place)}>
            This is it
          </button>
        </li>
      ))}
    </ul>
  );
}

const STEP = { ArrowDown: 1, ArrowUp: -1 } as const;

function onKey(event: KeyboardEvent, { entries, actions }: EntriesProps) {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || target.closest('.editor')) return;
  const article = target.closest<HTMLElement>('.entry');
  const wish = wishOf(event);
  const entry = entries.find(({ passage }) => `entry-${passage.id}` === article?.id);
  if (!article || !entry || !wish) return;
  const { id } = entry.passage;
  if (wish.to === 'walk' && !wish.far && Object.hasOwn(STEP, key)) {
    const all = [...document.querySelectorAll<HTMLElement>('.entry')];
    const next = all[all.indexOf(article) + wish.by];
    (next?.querySelector<HTMLElement>('.jump') ?? next)?.focus();
  } else if (wish.to === 'edit') actions.onEdit(id);
  else if (wish.to === 'delete') actions.onDelete(id);
  else return;
  event.preventDefault();
}
