// Which events tell a reader most: by what they share with the page, how near they are, how weighty, what they are
// linked to, and whether they tell something new.
import type { Published } from '../article/article.ts';
import type { EventReason } from './backstory.ts';
import type { Event } from './event.ts';
import {
  NEAR_DAYS,
  ownOrder,
  type Relatives,
  type Share,
  type Shared,
  type Stake,
  sharedBy,
  tellingness,
} from './rank/shared.ts';
import { vary } from './rank/variety.ts';
import type { EntityId, EventId } from './terms.ts';

/** Days after which nearness in time has halved: a month ago is still news, two days on is already another story. */
const HALF_LIFE = { before: 330, after: 120 } as const;
/** However long ago, a turning point is not forgotten altogether. */
const FADED = 0.12;
/**
 * Nearness is also counted in an entity's own events: for a group that is seldom in the news the last one is near, though
 * years have passed. After so many events of its own it has halved; at best it is worth this much of nearness in
 * days, and more the rarer the entity is.
 */
const OWN_HALF_LIFE = 5;
const OWN_NEARNESS = { always: 0.2, rare: 0.4 } as const;
/** An event that is mostly about others than those on the page keeps this much. */
const UNCOVERED = 0.4;
/** An event linked to one that ranks high is part of its story. */
const LINK = 0.25;
const TURNING_POINT = 0.8;

export interface Ranked {
  readonly event: Event;
  readonly score: number;
  readonly reasons: readonly EventReason[];
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
  const rarity = new Map(
    [...stakes].map(([id, { events: own }]) => [id, tellingness(own, relatives.events)]),
  );
  const ranked = withLinks(shared.map((one) => scoreOf(one, order, rarity, relatives)))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.event.id < b.event.id ? -1 : 1));
  return vary(ranked, published);
}

function withLinks(scored: readonly Ranked[]): Ranked[] {
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
  return scored.map((ranked): Ranked => {
    const link = linked.get(ranked.event.id);
    if (!link) return ranked;
    const { id, title } = link.from.event;
    return {
      ...ranked,
      score: ranked.score + link.bonus,
      reasons: [...ranked.reasons, { code: 'linked', id, title }],
    };
  });
}

function scoreOf(
  { event, shares, covered, days, after }: Shared,
  order: ReadonlyMap<EntityId, ReadonlyMap<EventId, number>>,
  rarity: ReadonlyMap<EntityId, number>,
  { nameOf }: Relatives,
): Ranked {
  const inDays = 2 ** (-Math.abs(days) / (after ? HALF_LIFE.after : HALF_LIFE.before));
  const near = ([id, { share }]: readonly [EntityId, Share]) => {
    const between = order.get(id)?.get(event.id) ?? 0;
    const most = OWN_NEARNESS.always + OWN_NEARNESS.rare * (rarity.get(id) ?? 0);
    const inEvents = most * 2 ** (-between / OWN_HALF_LIFE);
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
  const about = UNCOVERED + (1 - UNCOVERED) * covered;
  return { event, score: about * told * (0.4 + event.weight), reasons };
}
