// Which events tell a reader most. An event about Kata'ib Hezbollah says more on a page about it than one
// about the United States, which are in every second event: so shared names count by how rare they are.
import type { Published } from '../article/article.ts';
import type { EventReason } from './backstory.ts';
import { daysBetween, firstDay } from './dates.ts';
import type { Event } from './event.ts';
import type { EntityId, EventId } from './terms.ts';
import { whenOf } from './when.ts';

/** A place counts less than an actor: half of all events of a country happen in its capital. */
const PLACE = 0.6;
/** Named through what it belongs to (a base near Kirkuk counts for Kirkuk). */
const BELONGS = 0.5;
/** Days after which nearness in time has halved: a month ago is still news, two days on is already another story. */
const HALF_LIFE = { before: 420, after: 120 } as const;
/** However long ago, a turning point is not forgotten altogether. */
const FADED = 0.12;
/**
 * Nearness is also counted in an entity's own events: for a group that is seldom in the news the last one is near, though
 * years have passed. After so many events of its own it has halved, and at best it is worth this much of nearness in days.
 */
const OWN_HALF_LIFE = 5;
const OWN_NEARNESS = 0.3;
/** What is in all events says little, not nothing. */
const LEAST_TELLING = 0.05;
/** In a pack of a dozen events nothing is rare. */
const FEWEST = 100;
/** An event linked to one that ranks high is part of its story. */
const LINK = 0.25;
const TURNING_POINT = 0.8;
const NEAR_DAYS = 14;

export interface Stake {
  readonly id: EntityId;
  readonly name: string;
  /** How much of the page it is, 0 to 1. */
  readonly weight: number;
  /** How many events the packs tie to it. */
  readonly events: number;
}

/** What is known of the entities of the events. */
export interface Relatives {
  /** What an entity belongs to (city → country), itself apart. */
  belongsTo(id: EntityId): Iterable<EntityId>;
  nameOf(id: EntityId): string;
  /** How many events all packs have. */
  readonly events: number;
}

export interface Ranked {
  readonly event: Event;
  readonly score: number;
  readonly reasons: readonly EventReason[];
}

/**
 * How telling it is that an event shares this entity, 0 to 1: the inverse document frequency of information retrieval
 * (Spärck Jones 1972), so that what is in every fourth event says a fifth of what is in one of a thousand.
 */
function tellingness(events: number, ofAll: number): number {
  const all = Math.max(ofAll, FEWEST);
  return Math.max(LEAST_TELLING, Math.log((all + 1) / (events + 1)) / Math.log(all + 1));
}

/**
 * Events, best first, each with the reasons why.
 *
 * @param stakes the entities of the page, with their weight
 */
export function rank(
  events: readonly Event[],
  stakes: ReadonlyMap<EntityId, Stake>,
  relatives: Relatives,
  published: Published,
): Ranked[] {
  const shared = events.map((event) => sharedBy(event, stakes, relatives, published));
  const order = ownOrder(shared);
  const scored = shared.map((one) => scoreOf(one, order, relatives));
  const byId = new Map(scored.map((ranked) => [ranked.event.id, ranked]));
  const linked = new Map<EventId, { from: Ranked; bonus: number }>();
  const offer = (id: EventId, from: Ranked) => {
    const bonus = LINK * from.score;
    if (byId.has(id) && bonus > (linked.get(id)?.bonus ?? 0)) linked.set(id, { from, bonus });
  };
  for (const ranked of scored) {
    for (const { to } of ranked.event.links ?? []) {
      offer(to, ranked);
      const target = byId.get(to);
      if (target) offer(ranked.event.id, target);
    }
  }
  return scored
    .map((ranked): Ranked => {
      const link = linked.get(ranked.event.id);
      if (!link) return ranked;
      const { id, title } = link.from.event;
      return {
        ...ranked,
        score: ranked.score + link.bonus,
        reasons: [...ranked.reasons, { code: 'linked', id, title }],
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.event.id < b.event.id ? -1 : 1));
}

interface Share {
  readonly share: number;
  readonly code: 'actor' | 'place';
  /** The part of it that the event names. */
  readonly through?: EntityId;
}

/** An event, and what of the page is in it. */
interface Shared {
  readonly event: Event;
  readonly shares: ReadonlyMap<EntityId, Share>;
  readonly days: number;
  readonly after: boolean;
}

function sharedBy(
  event: Event,
  stakes: ReadonlyMap<EntityId, Stake>,
  { belongsTo, events }: Relatives,
  published: Published,
): Shared {
  const shares = new Map<EntityId, Share>();
  const count = (id: EntityId, factor: number, code: Share['code'], through?: EntityId) => {
    const stake = stakes.get(id);
    if (!stake) return;
    const share = factor * stake.weight * tellingness(stake.events, events);
    if (share > (shares.get(id)?.share ?? 0)) shares.set(id, { share, code, ...(through && { through }) });
  };
  const countWithOwners = (id: EntityId, factor: number, code: Share['code']) => {
    count(id, factor, code);
    for (const owner of belongsTo(id)) count(owner, factor * BELONGS, code, id);
  };
  for (const party of event.actors) if ('id' in party) countWithOwners(party.id, 1, 'actor');
  for (const topic of event.topics ?? []) count(topic, 1, 'actor');
  for (const place of event.places) countWithOwners(place, PLACE, 'place');
  return {
    event,
    shares,
    days: daysBetween(firstDay(event.date.edtf), published.day),
    after: whenOf(event.date, published) === 'after',
  };
}

/** For each entity, how many of its own events lie between an event and the article's day. */
function ownOrder(all: readonly Shared[]): ReadonlyMap<EntityId, ReadonlyMap<EventId, number>> {
  const order = new Map<EntityId, Map<EventId, number>>();
  const nearestFirst = [...all].sort((a, b) => Math.abs(a.days) - Math.abs(b.days));
  for (const after of [false, true]) {
    const seen = new Map<EntityId, number>();
    for (const one of nearestFirst) {
      if (one.after !== after) continue;
      for (const id of one.shares.keys()) {
        const before = seen.get(id) ?? 0;
        seen.set(id, before + 1);
        const own = order.get(id) ?? new Map<EventId, number>();
        order.set(id, own.set(one.event.id, before));
      }
    }
  }
  return order;
}

function scoreOf(
  { event, shares, days, after }: Shared,
  order: ReadonlyMap<EntityId, ReadonlyMap<EventId, number>>,
  { nameOf }: Relatives,
): Ranked {
  const inDays = 2 ** (-Math.abs(days) / (after ? HALF_LIFE.after : HALF_LIFE.before));
  const near = ([id, { share }]: readonly [EntityId, Share]) => {
    const between = order.get(id)?.get(event.id) ?? 0;
    const inEvents = OWN_NEARNESS * 2 ** (-between / OWN_HALF_LIFE);
    return share * (FADED + (1 - FADED) * Math.max(inDays, inEvents));
  };
  const told = [...shares].reduce((sum, one) => sum + near(one), 0);
  const reasons: EventReason[] = [...shares]
    .sort(([, a], [, b]) => b.share - a.share)
    .slice(0, 3)
    .map(([id, { code, through }]): EventReason => {
      const name = nameOf(id);
      return through ? { code: 'belongs', id, name, through: nameOf(through) } : { code, id, name };
    });
  if (Math.abs(days) <= NEAR_DAYS) reasons.push({ code: 'near-in-time', days });
  if (event.weight >= TURNING_POINT) reasons.push({ code: 'turning-point' });
  return { event, score: told * (0.4 + event.weight), reasons };
}
