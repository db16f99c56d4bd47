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
}

export interface Ranked {
  readonly event: Event;
  readonly score: number;
  readonly reasons: readonly EventReason[];
}

/** How telling it is that two events share this entity: 1 for one event, a third for a hundred. */
function tellingness(events: number): number {
  return 1 / (1 + Math.log10(1 + events));
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
  const scored = events.map((event) => scoreOf(event, stakes, relatives, published));
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

function scoreOf(
  event: Event,
  stakes: ReadonlyMap<EntityId, Stake>,
  { belongsTo, nameOf }: Relatives,
  published: Published,
): Ranked {
  const shares = new Map<EntityId, { share: number; code: 'actor' | 'place'; through?: EntityId }>();
  const count = (id: EntityId, factor: number, code: 'actor' | 'place', through?: EntityId) => {
    const stake = stakes.get(id);
    if (!stake) return;
    const share = factor * stake.weight * tellingness(stake.events);
    if (share > (shares.get(id)?.share ?? 0)) shares.set(id, { share, code, ...(through && { through }) });
  };
  const countWithOwners = (id: EntityId, factor: number, code: 'actor' | 'place') => {
    count(id, factor, code);
    for (const owner of belongsTo(id)) count(owner, factor * BELONGS, code, id);
  };
  for (const party of event.actors) if ('id' in party) countWithOwners(party.id, 1, 'actor');
  for (const place of event.places) countWithOwners(place, PLACE, 'place');

  const shared = [...shares.values()].reduce((sum, { share }) => sum + share, 0);
  const days = daysBetween(firstDay(event.date.edtf), published.day);
  const halfLife = whenOf(event.date, published) === 'after' ? HALF_LIFE.after : HALF_LIFE.before;
  const nearness = FADED + (1 - FADED) * 2 ** (-Math.abs(days) / halfLife);
  const reasons: EventReason[] = [...shares]
    .sort(([, a], [, b]) => b.share - a.share)
    .slice(0, 3)
    .map(([id, { code, through }]): EventReason => {
      const name = nameOf(id);
      return through ? { code: 'belongs', id, name, through: nameOf(through) } : { code, id, name };
    });
  if (Math.abs(days) <= NEAR_DAYS) reasons.push({ code: 'near-in-time', days });
  if (event.weight >= TURNING_POINT) reasons.push({ code: 'turning-point' });
  return { event, score: shared * nearness * (0.4 + event.weight), reasons };
}
