// The entities of installed packs that events name, with what these belong to: an event in Najaf is one of Iraq's,
// also where Najaf is known to another pack.
import { belongsTo } from './belonging.ts';
import type { Entity } from './entity.ts';
import type { Event } from './event.ts';
import type { Knowledge, Known } from './knowledge.ts';
import type { EntityId } from './terms.ts';

/** A base, its city, its country. */
const STEPS = 2;

/** Adds what the entities belong to, and what that belongs to. Changes and answers the map it was given. */
export async function withOwners(
  known: Map<EntityId, Known>,
  knowledge: Knowledge,
): Promise<Map<EntityId, Known>> {
  for (let step = 0; step < STEPS; step++) {
    const missing = [...known.values()].flatMap(({ entity }) =>
      belongsTo(entity).filter((owner) => !known.has(owner)),
    );
    for (const [id, found] of await knowledge.entities(new Set(missing))) known.set(id, found);
  }
  return known;
}

/** Whom an event names by id. */
export function namedIn(event: Pick<Event, 'places' | 'actors' | 'topics'>): EntityId[] {
  const { places, actors, topics = [] } = event;
  return [...places, ...topics, ...actors.flatMap((party) => ('id' in party ? [party.id] : []))];
}

/** What a pack of these events needs to know of other packs. */
export async function surroundingsOf(events: readonly Event[], knowledge: Knowledge): Promise<Entity[]> {
  const named = await knowledge.entities(new Set(events.flatMap(namedIn)));
  return [...(await withOwners(named, knowledge)).values()].map(({ entity }) => entity);
}
