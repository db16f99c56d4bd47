// What an entity belongs to: an event at a base near Kirkuk is one of Iraq's as well, and what a ministry
// does its state does. Where a person lives is no such tie.
import type { Entity, RelationType } from './entity.ts';
import type { EntityId } from './terms.ts';

const BELONGING: ReadonlySet<RelationType> = new Set(['part_of', 'located_in', 'operated_by']);
/** A base, its city, its province, its country. */
const STEPS = 3;

/** One step up. */
export function belongsTo({ kind, relations }: Pick<Entity, 'kind' | 'relations'>): EntityId[] {
  return (relations ?? []).flatMap(({ type, to }) =>
    BELONGING.has(type) && !(kind === 'person' && type === 'located_in') ? [to] : [],
  );
}

/** All steps up, as far as the entities are known; without the entity itself. */
export function ownersOf(id: EntityId, known: (id: EntityId) => Entity | undefined): Set<EntityId> {
  const owners = new Set<EntityId>();
  let level: readonly EntityId[] = [id];
  for (let step = 0; step < STEPS && level.length > 0; step++) {
    level = level.flatMap((lower) => {
      const entity = known(lower);
      return entity ? belongsTo(entity).filter((owner) => owner !== id && !owners.has(owner)) : [];
    });
    for (const owner of level) owners.add(owner);
  }
  return owners;
}
