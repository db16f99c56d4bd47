// Written records lie over generated ones; what refers to a record that got a written id follows it.
import * as z from 'zod/mini';
import { Entity } from '../../core/knowledge/entity.ts';
import { entityOf } from '../../core/knowledge/sources/own-yaml/entity.ts';
import type { Written } from '../../core/knowledge/sources/own-yaml/form.ts';

/**
 * The generated entities with the written ones laid over them or added. A written record meets a generated one
 * by its id, or by its GeoNames number; then the written id holds.
 * Throws when a result breaks the schema of an entity.
 */
export function overlay(generated: readonly Entity[], written: Written, pack: string): Entity[] {
  const entities = new Map<string, Entity>(generated.map((entity) => [entity.id, entity]));
  const byGeonames = new Map(
    generated.flatMap((entity) => (entity.ids?.geonames ? [[entity.ids.geonames, entity.id]] : [])),
  );
  const renamed = new Map<string, string>();
  for (const source of written.entities) {
    const beneath = entities.has(source.id) ? source.id : byGeonames.get(source.ids?.['geonames'] ?? '');
    const base = beneath === undefined ? undefined : entities.get(beneath);
    if (beneath !== undefined && beneath !== source.id) {
      entities.delete(beneath);
      renamed.set(beneath, source.id);
    }
    entities.set(source.id, entityOf(source, base, written, pack));
  }
  return [...entities.values()].map((entity) => follow(entity, renamed));
}

function follow(entity: Entity, renamed: ReadonlyMap<string, string>): Entity {
  if (!entity.relations?.some(({ to }) => renamed.has(to))) return entity;
  const relations = entity.relations.map((relation) => ({
    ...relation,
    to: renamed.get(relation.to) ?? relation.to,
  }));
  return z.parse(Entity, { ...entity, relations });
}
