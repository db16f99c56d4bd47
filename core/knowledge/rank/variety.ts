// Not five days of one siege: of events that tell nearly the same, the best stands where it stood and the others come
// later. (Maximal marginal relevance, Carbonell and Goldstein 1998, kept mild: a second event of the same people in
// another month is no repetition.)
import type { Published } from '../../article/article.ts';
import { daysBetween, firstDay } from '../dates.ts';
import type { Event } from '../event.ts';
import type { EntityId } from '../terms.ts';

/** What an event loses at most beside one that is the same. */
const REPEATED = 0.3;
/** Days apart after which two events of the same parties are half as much alike. */
const HALF_ALIKE = 30;
/** Around the article's day every step of the story is wanted. */
const STORY_DAYS = 30;
/** Beyond these the order is not looked at by anybody. */
const LOOKED_AT = 60;

interface Scored {
  readonly event: Event;
  readonly score: number;
}

/** @param ranked best first */
export function vary<T extends Scored>(ranked: readonly T[], published: Published): T[] {
  const left = ranked
    .slice(0, LOOKED_AT)
    .map((one) => ({ one, ...featuresOf(one.event, published), lost: 0 }));
  const order: T[] = [];
  while (left.length > 0) {
    const worths = left.map(({ one, lost }) => one.score * (1 - lost));
    const [best] = left.splice(worths.indexOf(Math.max(...worths)), 1);
    if (!best) break;
    order.push({ ...best.one, score: best.one.score * (1 - best.lost) });
    for (const other of left) {
      if (!other.isOfStory) other.lost = Math.max(other.lost, REPEATED * alike(best, other));
    }
  }
  return [...order, ...ranked.slice(LOOKED_AT)];
}

interface Features {
  readonly parties: ReadonlySet<EntityId>;
  readonly day: string;
  readonly isOfStory: boolean;
}

function featuresOf({ actors, date }: Event, published: Published): Features {
  const day = firstDay(date.edtf);
  return {
    parties: new Set(actors.flatMap((party) => ('id' in party ? [party.id] : []))),
    day,
    isOfStory: Math.abs(daysBetween(day, published.day)) <= STORY_DAYS,
  };
}

/** 0 to 1: the share of parties that are the same (Jaccard), fading with the days between. */
function alike(a: Features, b: Features): number {
  const same = [...a.parties].filter((id) => b.parties.has(id)).length;
  const all = a.parties.size + b.parties.size - same;
  return all === 0 ? 0 : (same / all) * 2 ** (-Math.abs(daysBetween(a.day, b.day)) / HALF_ALIKE);
}
