// One event in a list: date and title always, the rest when opened. Doubts (disputed, coded by a machine) stand
// beside the title, since a reader who never opens it must see them too.

import { Fragment } from 'preact';
import type { EventTold } from '../core/knowledge/backstory.ts';
import { wordDeaths, wordEventReasons, wordEventType, wordFlags } from './event-words.ts';
import { Parties } from './Parties.tsx';
import { Sources } from './Sources.tsx';
import { wordWhen } from './words.ts';

export interface EventItemProps {
  readonly event: EventTold;
  readonly asOf: string;
  /** The entity whose card this is. */
  readonly subject?: string;
  /** Show the reasons under the title, not only when opened. */
  readonly reasonsInView?: boolean;
  readonly onEntity?: (id: string) => void;
}

export function EventItem({ event, asOf, subject, reasonsInView = false, onEntity }: EventItemProps) {
  const reasons = wordEventReasons(event, asOf, subject);
  return (
    <>
      <details class="event">
        <summary>
          <EventDate edtf={event.date.edtf} asOf={asOf} />{' '}
          <span class="title" dir="auto">
            {event.title}
          </span>
          {wordFlags(event).map((flag) => (
            <Fragment key={flag}>
              {' '}
              <span class="flag">{flag}</span>
            </Fragment>
          ))}
        </summary>
        <div class="event-body">
          <p dir="auto">{event.summary}</p>
          <EventFacts event={event} />
          <Parties event={event} {...(subject && { subject })} {...(onEntity && { onEntity })} />
          {!reasonsInView && reasons && <p class="why">Shown because: {reasons}</p>}
          <Sources sources={event.sources} />
        </div>
      </details>
      {reasonsInView && reasons && (
        <p class="why" dir="auto">
          {reasons}
        </p>
      )}
    </>
  );
}

function EventDate({ edtf, asOf }: { edtf: string; asOf: string }) {
  // An interval is no valid `datetime`.
  return edtf.includes('/') ? (
    <span class="date">{wordWhen(edtf, asOf)}</span>
  ) : (
    <time class="date" dateTime={edtf}>
      {wordWhen(edtf, asOf)}
    </time>
  );
}

function EventFacts({ event }: { event: EventTold }) {
  const elsewhere = (event.date.elsewhere ?? []).map(
    ({ edtf, tz }) => `${wordWhen(edtf)} in the time zone of ${tz.split('/').at(-1)?.replaceAll('_', ' ')}`,
  );
  const places = event.places.map(({ name }) => name).join(', ');
  const facts = [wordEventType(event.type), places, wordDeaths(event.deaths), ...elsewhere].filter(Boolean);
  return (
    <p class="facts" dir="auto">
      {facts.join(' · ')}
    </p>
  );
}
