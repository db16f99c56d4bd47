// A kept passage in the list. The row itself takes the focus, so that arrows walk from passage to passage; what can be
// pressed within it is reached by the Tab key in the row where the focus is, and in no other.
import { FoundText } from '../../components/FoundText.tsx';
import { NoteText } from '../../components/NoteText.tsx';
import { linkTo } from '../../core/annotation/index.ts';
import type { Passage } from '../../core/annotation/kept/index.ts';
import { wordDate } from '../../core/knowledge/dates.ts';
import type { ListedPage } from '../../messaging/library-requests.ts';
import { HUES } from '../../page/keeping/hues.ts';
import { wordDay } from './library-words.ts';
import type { LibraryActions, LibraryState } from './state.ts';

/** Characters of a quote and of a note that are shown in the list. */
const MOST_QUOTE = 420;
const MOST_NOTE = 600;
const MOST_NAMES = 8;

export interface PassageRowProps {
  readonly passage: Passage;
  readonly page: ListedPage | undefined;
  readonly state: LibraryState;
  readonly actions: LibraryActions;
  /** The row that the Tab key leads to. */
  readonly current: boolean;
  readonly onFocus: () => void;
}

export function PassageRow({ passage, page, state, actions, current, onFocus }: PassageRowProps) {
  const { id, quote, note, tags, colour, names, made, deleted, revived } = passage;
  const { view, shown, selection, colours } = state;
  const terms = shown?.terms ?? new Set<string>();
  const chosen = selection.chosen.has(id);
  const reach = current ? 0 : -1;
  return (
    <article
      class="passage"
      id={`passage-${id}`}
      tabIndex={reach}
      aria-label={`${colours[colour]}: ${quote.slice(0, 80)}`}
      data-chosen={chosen}
      style={{ '--hue': HUES[colour] }}
      onFocus={onFocus}
    >
      <input
        type="checkbox"
        tabIndex={reach}
        checked={chosen}
        aria-label="Choose this passage"
        onClick={(event) => {
          event.preventDefault();
          actions.onToggle(id, event.shiftKey);
        }}
      />
      <div class="said">
        <blockquote dir="auto">
          {page ? (
            <a
              class="open"
              tabIndex={reach}
              href={linkTo(page.url, passage.confirmed.at(-1) ?? passage.selectors)}
              target="_blank"
              rel="noreferrer"
            >
              <FoundText text={quote} terms={terms} most={MOST_QUOTE} />
            </a>
          ) : (
            <FoundText text={quote} terms={terms} most={MOST_QUOTE} />
          )}
        </blockquote>
        {note !== '' &&
          (terms.size > 0 ? (
            <p class="note" dir="auto">
              <FoundText text={note} terms={terms} most={MOST_NOTE} />
            </p>
          ) : (
            <div class="note">
              <NoteText note={note.length > MOST_NOTE ? `${note.slice(0, MOST_NOTE)}…` : note} />
            </div>
          ))}
        <p class="about">
          <span class="colour">{colours[colour]}</span>
          {!view.grouped && page && (
            <>
              {' · '}
              <bdi class="title">
                <FoundText text={page.title || page.site} terms={terms} most={120} />
              </bdi>
              {' · '}
              {page.site}
              {page.published && <> · {wordDate(page.published.day)}</>}
            </>
          )}
          {' · kept '}
          <time dateTime={made}>{wordDay(made)}</time>
          {deleted !== null && <span class="flag">{revived ? 'changed since deletion' : 'in the bin'}</span>}
        </p>
        <p class="marks">
          {tags.map((tag) => (
            <button
              key={tag}
              type="button"
              class="tag"
              tabIndex={reach}
              title={`Only passages tagged ${tag}`}
              onClick={() => actions.onFilter({ tags: [...new Set([...view.filters.tags, tag])] })}
            >
              <bdi>{tag}</bdi>
            </button>
          ))}
          {names.slice(0, MOST_NAMES).map(({ entity, text }) =>
            entity === null ? (
              <bdi key={text} class="name">
                {text}
              </bdi>
            ) : (
              <button
                key={entity}
                type="button"
                class="name inline"
                tabIndex={reach}
                title={`Everything about ${text}`}
                onClick={() => actions.onWho(entity)}
              >
                <bdi>{text}</bdi>
              </button>
            ),
          )}
        </p>
      </div>
      <p class="deeds">
        {deleted === null ? (
          <>
            <button type="button" class="inline" tabIndex={reach} onClick={() => actions.onEdit(id)}>
              {note === '' ? 'Add a note' : 'Edit'}
            </button>
            <button
              type="button"
              class="inline"
              tabIndex={reach}
              onClick={() => actions.onChange({ deleted: true }, [id])}
            >
              Delete
            </button>
          </>
        ) : (
          <button
            type="button"
            class="inline"
            tabIndex={reach}
            onClick={() => actions.onChange({ deleted: false }, [id])}
          >
            Bring back
          </button>
        )}
      </p>
    </article>
  );
}
