// The same thing in two packs is one: a record whose Wikidata or GeoNames id an installed pack knows takes the id
// that it has there. Its own id is kept as a former one, and whatever in the file points to it follows.
import type { Entity } from '../../entity.ts';
import { externalKeys } from '../../external-ids.ts';
import type { EntityId } from '../../terms.ts';
import type { EventDraft } from '../source.ts';
import type { LookUp } from '../tie/look-up.ts';

/** Keys asked for at once. */
const BATCH = 2_000;

/** New ids by the file's own. */
export type Adopted = ReadonlyMap<string, EntityId>;

export async function adoptedIds(entities: readonly Entity[], knowledge: LookUp): Promise<Adopted> {
  const adopted = new Map<string, EntityId>();
  for (let from = 0; from < entities.length; from += BATCH) {
    const batch = entities
      .slice(from, from + BATCH)
      .map((entity) => ({ entity, keys: externalKeys(entity) }));
    const known = await knowledge.names(batch.flatMap(({ keys }) => keys));
    for (const { entity, keys } of batch) {
      const there = keys.map((key) => known.get(key)?.[0]?.id).find((id) => id !== undefined);
      if (there !== undefined && there !== entity.id) adopted.set(entity.id, there);
    }
  }
  return adopted;
}

export function renamed(entity: Entity, adopted: Adopted): Entity {
  const id = adopted.get(entity.id);
  const follow = <T extends EntityId>(to: T): EntityId => adopted.get(to) ?? to;
  return {
    ...entity,
    ...(id && { id, formerIds: [...(entity.formerIds ?? []), entity.id] }),
    ...(entity.relations && {
      relations: entity.relations.map((relation) => ({ ...relation, to: follow(relation.to) })),
    }),
    ...(entity.roles && {
      roles: entity.roles.map((role) => (role.org ? { ...role, org: follow(role.org) } : role)),
    }),
  };
}

/** An event's hints that point into the file follow as well. */
export function withRenamedHints(draft: EventDraft, adopted: Adopted): EventDraft {
  const follow = <T extends { readonly id?: EntityId }>(hint: T): T => {
    const id = hint.id && adopted.get(hint.id);
    return id ? { ...hint, id } : hint;
  };
  return { ...draft, actors: draft.actors.map(follow), places: draft.places.map(follow) };
}
