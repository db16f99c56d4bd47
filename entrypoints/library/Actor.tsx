// Somebody met in the news: what the packs tell of them, what the reader noted, and on one line what happened and what was
// kept of it.
import { EventItem } from '../../components/EventItem.tsx';
import { FoundText } from '../../components/FoundText.tsx';
import { wordKeptError } from '../../components/kept-words.ts';
import { NoteText } from '../../components/NoteText.tsx';
import { TimelineStrip } from '../../components/TimelineStrip.tsx';
import { wordKind } from '../../components/words.ts';
import { linkTo } from '../../core/annotation/index.ts';
import { MOST_NOTE, type Passage } from '../../core/annotation/kept/index.ts';
import { wordDate } from '../../core/knowledge/dates.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import type { ListedPage } from '../../messaging/library-requests.ts';
import { HUES } from '../../page/keeping/hues.ts';
import { lineOf } from './actor-line.ts';
import type { ActorRunner, ActorState } from './actor-runner.ts';
import { articles, passages as wordPassages } from './library-words.ts';
import { PageLink } from './PageLink.tsx';

export interface ActorProps {
  readonly state: ActorState;
  readonly runner: ActorRunner;
  readonly today: string;
  readonly onWho: (entity: EntityId | null) => void;
}

const NONE: ReadonlySet<string> = new Set();
const MOST_QUOTE = 300;

export function Actor({ state, runner, today, onWho }: ActorProps) {
  const { entity, told, kept, note } = state;
  const { name, kind } = runner.called(entity);
  const known = told && 'entities' in told ? told : null;
  const mine = kept && 'passages' in kept ? kept : null;
  const pages = new Map(mine?.pages.map((page) => [page.key as string, page]));
  const line = lineOf(known ? [...known.before, ...known.since] : [], mine?.passages ?? [], (key) =>
    pages.get(key),
  );
  const days = line.flatMap(({ kind: is, day }) => (is === 'event' ? [day] : [])).toReversed();
  return (
    <div class="actor" aria-busy={told === null || kept === null}>
      <p>
        <button type="button" class="inline" onClick={() => onWho(null)}>
          Back to the passages
        </button>
      </p>
      <h2 dir="auto">{name}</h2>
      <p class="about" dir="auto">
        {wordKind(kind)}
        {known?.entities[0]?.description && <> · {known.entities[0].description}</>}
      </p>
      {note && (
        <section class="editor" aria-label={`Your note on ${name}`}>
          <label for="actor-note">Your note on them, shown in every card</label>
          <textarea
            id="actor-note"
            dir="auto"
            rows={2}
            maxLength={MOST_NOTE}
            placeholder="Write a note…"
            value={note.draft()}
            onInput={({ currentTarget }) => note.write(currentTarget.value)}
          />
          <NoteState note={note} />
        </section>
      )}
      {[told, kept].map((half, index) =>
        half && 'failed' in half ? (
          <p key={index} class="notice">
            {Object.values(wordKeptError(half.failed)).join(' ')}{' '}
            <button type="button" class="button" onClick={runner.retry}>
              Try again
            </button>
          </p>
        ) : null,
      )}
      {mine && (
        <p class="count">
          {mine.total === 0
            ? 'No passage that you kept names them.'
            : `You kept ${wordPassages(mine.total)} that name them, in ${articles(mine.pages.length)}.`}
        </p>
      )}
      <TimelineStrip days={days} asOf={today} />
      <ol class="events rail line" aria-label="What happened, and what you kept">
        {line.map((one) =>
          one.kind === 'event' ? (
            <li key={one.event.id}>
              <EventItem
                event={one.event}
                asOf={today}
                subject={entity}
                onEntity={(id) => onWho(id as EntityId)}
              />
            </li>
          ) : (
            <li key={one.passage.id}>
              <OnePassage passage={one.passage} page={pages.get(one.passage.page)} day={one.day} />
            </li>
          ),
        )}
      </ol>
      {known && mine && line.length === 0 && (
        <p class="hint">No event in the installed packs has to do with them either.</p>
      )}
    </div>
  );
}

interface OnePassageProps {
  readonly passage: Passage;
  readonly page: ListedPage | undefined;
  readonly day: string;
}

function OnePassage({ passage, page, day }: OnePassageProps) {
  const { quote, note, colour } = passage;
  return (
    <article class="on-line" style={{ '--hue': HUES[colour] }}>
      <time class="date" dateTime={day}>
        {wordDate(day)}
      </time>
      <div class="said">
        <blockquote dir="auto">
          <PageLink url={page && linkTo(page.url, passage.confirmed.at(-1) ?? passage.selectors)}>
            <FoundText text={quote} terms={NONE} most={MOST_QUOTE} />
          </PageLink>
        </blockquote>
        {note !== '' && (
          <div class="note">
            <NoteText note={note} />
          </div>
        )}
        {page && (
          <p class="about">
            <bdi>{page.title || page.site}</bdi> · {page.site}
          </p>
        )}
      </div>
    </article>
  );
}

function NoteState({ note }: { readonly note: NonNullable<ActorState['note']> }) {
  const state = note.state();
  if (state.is === 'failed')
    return (
      <div class="notice" role="alert">
        <p>
          Not kept yet; what you wrote is still here. {Object.values(wordKeptError(state.code)).join(' ')}
        </p>
        <button type="button" class="button" onClick={() => void note.flush()}>
          Try again
        </button>
      </div>
    );
  return (
    <p class="hint saved" role="status">
      {state.is === 'saving' ? 'Keeping…' : 'Kept'}
    </p>
  );
}
