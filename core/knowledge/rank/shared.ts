// What an event shares with a page. An event about Kata'ib Hezbollah says more on a page about it than one about the
// United States, which are in every second event: so shared names count by how rare they are.
import type { Published } from '../../article/article.ts';
import { daysBetween, firstDay } from '../dates.ts';
import type { Event } from '../event.ts';
import type { EntityId, EntityKind, EventId } from '../terms.ts';
import { whenOf } from '../when.ts';

/** A place counts less than an actor: half of all events of a country happen in its capital. */
const PLACE = 0.6;
/** Named through what it belongs to (a base near Kirkuk counts for Kirkuk). */
const BELONGS = 0.5;
/** What the Revolutionary Guards do Iran does: a state acts through its forces and ministries alone. */
const ORGANS: ReadonlySet<EntityKind | undefined> = new Set(['armed_force', 'government_body']);
/** A party of the event that is on the page only through what it belongs to, when we ask how much of the event is. */
const COVERED_THROUGH = 0.7;
/** What is in all events says little, not nothing. */
const LEAST_TELLING = 0.05;
/** In a pack of a dozen events nothing is rare. */
const FEWEST = 100;
/** Events so near to the article are its own story, not something that came between. */
export const NEAR_DAYS = 14;

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
  kindOf(id: EntityId): EntityKind | undefined;
  /** How many events all packs have. */
  readonly events: number;
}

export interface Share {
  readonly share: number;
  readonly code: 'actor' | 'place';
  /** The part of it that the event names. */
  readonly through?: EntityId;
}

/** An event, and what of the page is in it. */
export interface Shared {
  readonly event: Event;
  readonly shares: ReadonlyMap<EntityId, Share>;
  /** How much of the event is on the page, 0 to 1, by its parties: the rest is another story. */
  readonly covered: number;
  readonly days: number;
  readonly after: boolean;
}

/**
 * How telling it is that an event shares this entity, 0 to 1: the inverse document frequency of information retrieval
 * (Spärck Jones 1972), so that what is in every fourth event says a fifth of what is in one of a thousand.
 */
export function tellingness(events: number, ofAll: number): number {
  const all = Math.max(ofAll, FEWEST);
  return Math.max(LEAST_TELLING, Math.log((all + 1) / (events + 1)) / Math.log(all + 1));
}

export function sharedBy(
  event: Event,
  stakes: ReadonlyMap<EntityId, Stake>,
  relatives: Relatives,
  published: Published,
): Shared {
  const { belongsTo, kindOf } = relatives;
  const shares = new Map<EntityId, Share>();
  const count = (id: EntityId, factor: number, code: Share['code'], through?: EntityId) => {
    const stake = stakes.get(id);
    if (!stake) return;
    const share = factor * stake.weight * tellingness(stake.events, relatives.events);
    if (share > (shares.get(id)?.share ?? 0)) shares.set(id, { share, code, ...(through && { through }) });
  };
  const countWithOwners = (id: EntityId, factor: number, code: Share['code']) => {
    count(id, factor, code);
    const isOrgan = code === 'actor' && ORGANS.has(kindOf(id));
    for (const owner of belongsTo(id)) {
      const ofState = isOrgan && kindOf(owner) === 'country';
      count(owner, ofState ? factor : factor * BELONGS, code, id);
    }
  };
  for (const party of event.actors) if ('id' in party) countWithOwners(party.id, 1, 'actor');
  for (const topic of event.topics ?? []) count(topic, 1, 'actor');
  for (const place of event.places) countWithOwners(place, PLACE, 'place');
  return {
    event,
    shares,
    covered: coveredBy(event, stakes, belongsTo),
    days: daysBetween(firstDay(event.date.edtf), published.day),
    after: whenOf(event.date, published) === 'after',
  };
}

function coveredBy(
  { actors }: Event,
  stakes: ReadonlyMap<EntityId, Stake>,
  belongsTo: Relatives['belongsTo'],
): number {
  const parties = actors.flatMap((party) => ('id' in party ? [party.id] : []));
  if (parties.length === 0) return 1;
  const sum = parties.reduce((covered, id) => {
    if (stakes.has(id)) return covered + 1;
    return [...belongsTo(id)].some((owner) => stakes.has(owner)) ? covered + COVERED_THROUGH : covered;
  }, 0);
  return sum / parties.length;
}

/** For each entity, how many of its own events lie between an event and the article's story. */
export function ownOrder(all: readonly Shared[]): ReadonlyMap<EntityId, ReadonlyMap<EventId, number>> {
  const order = new Map<EntityId, Map<EventId, number>>();
  const nearestFirst = [...all].sort((a, b) => Math.abs(a.days) - Math.abs(b.days));
  for (const after of [false, true]) {
    const seen = new Map<EntityId, number>();
    for (const one of nearestFirst) {
      if (one.after !== after) continue;
      for (const id of one.shares.keys()) {
        const between = seen.get(id) ?? 0;
        if (Math.abs(one.days) > NEAR_DAYS) seen.set(id, between + 1);
        const own = order.get(id) ?? new Map<EventId, number>();
        order.set(id, own.set(one.event.id, between));
      }
    }
  }
  return order;
}
