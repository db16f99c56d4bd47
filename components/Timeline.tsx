// The road to the article: a strip that shows its shape at a glance, then the same events as a list whose
// gaps follow the same squeezed scale. The list carries everything; the strip is one picture with a text.

import type { EventTold } from '../core/knowledge/backstory.ts';
import { type Day, daysBetween, firstDay, wordDate } from '../core/knowledge/dates.ts';
import { EventItem } from './EventItem.tsx';
import { inOrder } from './event-order.ts';
import { wordSpan } from './event-words.ts';
import { Since } from './Since.tsx';
import { TimelineStrip } from './TimelineStrip.tsx';
import { timeScale } from './time-scale.ts';

/** Pixels that the whole scale adds between the items of a list. */
const STRETCH = 120;
const MOST_GAP = 18;
/** Quiet times longer than this are put in words. */
const LONG = 300;

export interface TimelineProps {
  readonly before: readonly EventTold[];
  readonly since: readonly EventTold[];
  readonly asOf: Day;
  readonly assumedToday: boolean;
  readonly onEntity?: (id: string) => void;
}

export function Timeline({ before, since, asOf, assumedToday, onEntity }: TimelineProps) {
  const events = inOrder(before);
  const days = events.map(({ date }) => firstDay(date.edtf));
  const scale = timeScale(asOf, days[0] ?? asOf);
  const entity = onEntity && { onEntity };
  return (
    <div class="timeline">
      <TimelineStrip days={days} asOf={asOf} />
      <ol class="events rail">
        {events.map((event, index) => {
          const [day, last] = [days[index] ?? asOf, days[index - 1]];
          const gap = last ? Math.min(MOST_GAP, Math.round((scale(day) - scale(last)) * STRETCH)) : 0;
          const quiet =
            last && daysBetween(last, day) > LONG ? `${wordSpan(daysBetween(last, day))} later` : '';
          return (
            <li key={event.id} style={{ paddingBlockStart: `${gap}px` }}>
              {quiet && <span class="quiet">{quiet}</span>}
              <EventItem event={event} asOf={asOf} {...entity} />
            </li>
          );
        })}
        <li class="article-day">
          <time dateTime={asOf}>{wordDate(asOf)}</time> {assumedToday ? 'today' : 'this article'}
        </li>
      </ol>
      <Since events={since} asOf={asOf} {...entity} />
    </div>
  );
}
