// Written records lie over generated ones; what refers to a record that got a written id follows it.
import type { Entity } from '../../core/knowledge/entity.ts';
import type { Event } from '../../core/knowledge/event.ts';
import { defined } from '../../core/knowledge/sources/defined.ts';
import { entityOf } from '../../core/knowledge/sources/own-yaml/entity.ts';
import type { EntitySource, Written } from '../../core/knowledge/sources/own-yaml/form.ts';

/** What to do with a written record that cannot be made an entity. */
type Refuse = (source: EntitySource, error: Error) => void;

const stop: Refuse = (_, error) => {
  throw error;
};

interface Laid {
  readonly entities: Entity[];
  /** The event with the ids that its actors and places have now. */
  follow(event: Event): Event;
}

/**
 * The generated entities with the written ones laid over them or added. A written record meets a generated one
 * by its id, or by its GeoNames number; then the written id holds. Records with a kind come first, so that what
 * another file adds to them finds them there.
 * Throws when a result breaks the schema of an entity, unless `refuse` takes note of it and goes on.
 */
export function overlay(
  generated: readonly Entity[],
  written: Pick<Written, 'entities' | 'sources'>,
  pack: string,
  refuse = stop,
): Laid {
  const entities = new Map<string, Entity>(generated.map((entity) => [entity.id, entity]));
  const byGeonames = new Map(
    generated.flatMap((entity) => (entity.ids?.geonames ? [[entity.ids.geonames, entity.id]] : [])),
  );
  const renamed = new Map<string, Entity['id']>();
  const sources = [
    ...written.entities.filter(({ kind }) => kind !== undefined),
    ...written.entities.filter(({ kind }) => kind === undefined),
  ];
  for (const source of sources) {
    const beneath = entities.has(source.id) ? source.id : byGeonames.get(source.ids?.['geonames'] ?? '');
    const base = beneath === undefined ? undefined : entities.get(beneath);
    try {
      entities.set(source.id, entityOf(source, base, written, pack));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      refuse(source, error);
      continue;
    }
    if (beneath !== undefined && beneath !== source.id) {
      entities.delete(beneath);
      renamed.set(beneath, source.id);
    }
  }
  return {
    entities: [...entities.values()].map((entity) => followed(entity, renamed)),
    follow: (event) => {
      const places = event.places.map((id) => renamed.get(id) ?? id);
      const actors = event.actors.map((party) =>
        'id' in party ? { ...party, id: renamed.get(party.id) ?? party.id } : party,
      );
      return { ...event, places, actors };
    },
  };
}

function followed(entity: Entity, renamed: ReadonlyMap<string, Entity['id']>): Entity {
  const follow = (id: Entity['id']) => renamed.get(id) ?? id;
  const { relations, roles } = entity;
  return {
    ...entity,
    ...defined({
      relations: relations?.map((relation) => ({ ...relation, to: follow(relation.to) })),
      roles: roles?.map(({ org, ...role }) => ({ ...role, ...defined({ org: org && follow(org) }) })),
    }),
  };
}
