// The backstory of one entity, or of a page: who they were on that day, what had happened, what has since.
import type { Published } from '../article/article.ts';
import type { Backstory, EntityTold, EventTold, Weighted } from './backstory.ts';
import { ownersOf } from './belonging.ts';
import { type Entity, labelOf } from './entity.ts';
import type { Event } from './event.ts';
import type { Knowledge, Known } from './knowledge.ts';
import { namedIn, withOwners } from './owners.ts';
import type { Tally } from './pack/index.ts';
import type { Stake } from './rank/shared.ts';
import { type Ranked, rank } from './rank.ts';
import { rolesOn } from './roles.ts';
import type { EntityId } from './terms.ts';
import { whenOf } from './when.ts';

export interface BackstoryQuestion {
  readonly about: readonly EntityId[];
  readonly published: Published | null;
  readonly among: readonly Weighted[];
  readonly limit: { readonly before: number; readonly since: number };
}

/** Events looked at per entity on each side of the day: bounds the work for a country with 100,000 events. */
const NEAR = 60;
/** Entities of the page whose events are looked at. */
const STAKES = 24;
/** An entity told about weighs this much more than one that is merely named beside it. */
const ABOUT = 1;

/** `today` is what an undated article counts as of. */
export async function tell(
  question: BackstoryQuestion,
  knowledge: Knowledge,
  today: string,
): Promise<Backstory> {
  const published = question.published ?? { day: today };
  const weights = new Map<EntityId, number>(
    [...question.among]
      .sort((a, b) => b.weight - a.weight)
      .slice(0, STAKES)
      .map(({ id, weight }) => [id, weight]),
  );
  for (const id of question.about) weights.set(id, Math.max(ABOUT, weights.get(id) ?? 0));

  const named = await knowledge.entities(weights.keys());
  const tallies = await knowledge.tallies(weights.keys());
  const events = await eventsAround([...weights.keys()], tallies, knowledge, published.day);
  const others = await knowledge.entities(peopleAndPlaces(events.values(), named));
  const known = await withOwners(new Map([...named, ...others]), knowledge);

  const stakes = new Map<EntityId, Stake>(
    [...weights].flatMap(([id, weight]) => {
      const found = known.get(id);
      if (!found) return [];
      const events = tallies.get(id)?.events ?? 0;
      return [[id, { id, weight, name: labelOf(found.entity), events }] as const];
    }),
  );
  const owners = (id: EntityId) => ownersOf(id, (owner) => known.get(owner)?.entity);
  const about = new Set(question.about);
  const wholePage = question.about.length > 1;
  const eligible = [...events.values()].filter((event) => wholePage || involves(event, about, owners));
  const nameOf = (id: EntityId) => nameIn(known, id);
  const ranked = rank(
    eligible,
    stakes,
    {
      belongsTo: owners,
      nameOf,
      kindOf: (id) => known.get(id)?.entity.kind,
      events: knowledge.eventCount,
    },
    published,
  );
  const told = ranked.map((one) => toTold(one, known, published));
  return {
    asOf: published.day,
    assumedToday: question.published === null,
    entities: question.about.flatMap((id) => {
      const found = known.get(id);
      return found ? [tellEntity(found, published.day, known)] : [];
    }),
    before: told.filter(({ when }) => when !== 'after').slice(0, question.limit.before),
    since: told.filter(({ when }) => when === 'after').slice(0, question.limit.since),
  };
}

async function eventsAround(
  ids: readonly EntityId[],
  tallies: ReadonlyMap<EntityId, Tally>,
  knowledge: Knowledge,
  day: string,
): Promise<Map<string, Event>> {
  const near = await Promise.all(ids.map((id) => knowledge.eventsNear(id, day, NEAR, NEAR)));
  const landmarks = ids.flatMap((id) => tallies.get(id)?.landmarks ?? []);
  const events = await knowledge.events(new Set([...near.flat(), ...landmarks]));
  for (const [id, event] of events) if (event.status === 'retracted') events.delete(id);
  return events;
}

function peopleAndPlaces(events: Iterable<Event>, known: ReadonlyMap<EntityId, Known>): Set<EntityId> {
  return new Set([...events].flatMap(namedIn).filter((id) => !known.has(id)));
}

function involves(
  event: Event,
  about: ReadonlySet<EntityId>,
  owners: (id: EntityId) => Iterable<EntityId>,
): boolean {
  return namedIn(event).some((id) => about.has(id) || [...owners(id)].some((owner) => about.has(owner)));
}

function tellEntity(
  { entity, packs, own, note }: Known,
  day: string,
  known: ReadonlyMap<EntityId, Known>,
): EntityTold {
  const nameOf = (id: EntityId | undefined) => {
    const found = id === undefined ? undefined : known.get(id);
    return found && labelOf(found.entity);
  };
  const from = entity.born ?? entity.founded;
  const to = entity.died ?? entity.dissolved;
  return {
    id: entity.id,
    name: labelOf(entity),
    kind: entity.kind,
    description: entity.description,
    rolesThen: rolesOn(entity, day).map(({ role, held }) => {
      const orgName = nameOf(role.org);
      return { role, held, ...(orgName !== undefined && { orgName }) };
    }),
    facts: (entity.facts ?? []).map(({ label, value }) => ({ label, value })),
    packs: [...packs],
    ...(entity.background && { background: entity.background }),
    ...(entity.geo && { geo: entity.geo }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(own && { own }),
    ...(note !== undefined && { note }),
  };
}

function toTold(
  { event, score, reasons }: Ranked,
  known: ReadonlyMap<EntityId, Known>,
  published: Published,
): EventTold {
  const entity = (id: EntityId): Entity | undefined => known.get(id)?.entity;
  const nameOf = (id: EntityId) => nameIn(known, id);
  return {
    id: event.id,
    title: event.title,
    summary: event.summary,
    date: event.date,
    type: event.type.plover,
    status: event.status,
    actors: event.actors.map((party) =>
      'id' in party
        ? { id: party.id, name: nameOf(party.id), role: party.role }
        : { name: party.name, role: party.role },
    ),
    places: event.places.map((id) => {
      const geo = entity(id)?.geo;
      return { id, name: nameOf(id), ...(geo && { geo }) };
    }),
    sources: event.sources,
    score: Math.round(score * 10_000) / 10_000,
    reasons: [...reasons],
    when: whenOf(event.date, published),
    ...(event.confidence !== undefined && { confidence: event.confidence }),
    ...(event.deaths && { deaths: event.deaths }),
  };
}

function nameIn(known: ReadonlyMap<EntityId, Known>, id: EntityId): string {
  const found = known.get(id);
  return found ? labelOf(found.entity) : id;
}
