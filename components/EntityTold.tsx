// The card's text once it is there, in the order in which a reader needs it, and in which it is read aloud:
// the role on the day, the background, where it is, what led here, then the folded rest.

import type { Backstory, EntityTold as Told } from '../core/knowledge/backstory.ts';
import { lastDay, wordDate } from '../core/knowledge/dates.ts';
import { EventItem } from './EventItem.tsx';
import { wordEnd } from './entity-words.ts';
import { PlaceMap } from './PlaceMap.tsx';
import { RolesThen } from './RolesThen.tsx';
import { Since } from './Since.tsx';
import { Sources } from './Sources.tsx';
import { splitText } from './split-text.ts';

/** More would make the card a dashboard; the popup has them all. */
const EVENTS_BEFORE = 3;
const FACTS = 4;

export interface EntityToldProps {
  readonly entity: Told;
  readonly backstory: Backstory;
  readonly coastlines: string | null;
  readonly onOther: (entity: string) => void;
}

export function EntityTold({ entity, backstory, coastlines, onOther }: EntityToldProps) {
  const { asOf } = backstory;
  const ended = entity.to && lastDay(entity.to) > asOf ? wordEnd(entity.kind, entity.to) : undefined;
  const wide = entity.kind === 'country' || entity.kind === 'union' || entity.kind === 'region';
  return (
    <>
      {entity.note && (
        <div class="background note">
          <h3>Your note</h3>
          <Folded text={entity.note} rest="More of your note" />
        </div>
      )}
      <RolesThen roles={entity.rolesThen} asOf={asOf} />
      <Background entity={entity} />
      {entity.geo && (
        <PlaceMap
          places={[{ name: entity.name, ...entity.geo }]}
          coastlines={coastlines}
          span={wide ? 36 : 14}
        />
      )}
      {backstory.before.length > 0 && (
        <>
          <h3>{backstory.assumedToday ? 'What happened before' : 'Before this article'}</h3>
          <ol class="events">
            {backstory.before.slice(0, EVENTS_BEFORE).map((event) => (
              <li key={event.id}>
                <EventItem event={event} asOf={asOf} subject={entity.id} reasonsInView onEntity={onOther} />
              </li>
            ))}
          </ol>
        </>
      )}
      <Since
        events={backstory.since}
        asOf={asOf}
        subject={entity.id}
        {...(ended && { ended })}
        onEntity={onOther}
      />
    </>
  );
}

function Background({ entity: { background, facts } }: { entity: Told }) {
  return (
    <>
      {background && (
        <div class="background">
          <Folded text={background.text} rest="More background" />
          <p class="hint">As known in {wordDate(background.asOf)}.</p>{' '}
          <Sources sources={background.sources} />
        </div>
      )}
      {facts.length > 0 && (
        <dl class="fact-list">
          {facts.slice(0, FACTS).map(({ label, value }) => (
            <div key={label} dir="auto">
              <dt>{label}</dt> <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Folded({ text, rest: title }: { readonly text: string; readonly rest: string }) {
  const [lead, rest] = splitText(text);
  return (
    <>
      <p dir="auto">{lead}</p>
      {rest && (
        <details class="fold">
          <summary>{title}</summary>
          <p dir="auto">{rest}</p>
        </details>
      )}
    </>
  );
}
