// What came after the article's day. Folded and worded without alarm: a reader of an old article is first
// shown what its writer could know.

import type { EventTold } from '../core/knowledge/backstory.ts';
import { wordDate } from '../core/knowledge/dates.ts';
import { EventItem } from './EventItem.tsx';
import { inOrder } from './event-order.ts';

export interface SinceProps {
  readonly events: readonly EventTold[];
  readonly asOf: string;
  readonly subject?: string;
  /** How the entity itself ended after that day: `died 3 January 2020`. */
  readonly ended?: string;
  readonly onEntity?: (id: string) => void;
}

export function Since({ events, asOf, subject, ended, onEntity }: SinceProps) {
  if (events.length === 0 && !ended) return null;
  return (
    <details class="fold">
      <summary>Since then ({events.length + (ended ? 1 : 0)})</summary>
      <p class="hint">After {wordDate(asOf)}, so this article could not know it.</p>
      {ended && <p>It is recorded: {ended}.</p>}
      <ol class="events">
        {inOrder(events).map((event) => (
          <li key={event.id}>
            <EventItem
              event={event}
              asOf={asOf}
              {...(subject && { subject })}
              {...(onEntity && { onEntity })}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
