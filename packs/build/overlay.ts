// Written records lie over generated ones: a person's field replaces the machine's, names and relations are united.
import * as z from 'zod/mini';
import { Entity, type Name, type Relation } from '../../core/knowledge/entity.ts';
import { defined, facetsOf, namesOf, relationsOf, sourcesOf } from './written.ts';
import type { EntitySource, Written } from './yaml.ts';

/** How prominent a written entity is where nothing is said. */
const SALIENCE = 0.4;

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
    entities.set(source.id, lay(source, base, written, pack));
  }
  return [...entities.values()].map((entity) => follow(entity, renamed));
}

function lay(source: EntitySource, base: Entity | undefined, written: Written, pack: string): Entity {
  const {
    id,
    kind = base?.kind,
    description,
    background,
    facts,
    roles,
    geo,
    born,
    died,
    founded,
    dissolved,
    population,
  } = source;
  const salience = source.salience ?? base?.salience ?? SALIENCE;
  const relations = uniteRelations(relationsOf(source), base?.relations ?? []);
  const ids = source.ids || base?.ids ? { ...base?.ids, ...source.ids } : undefined;
  const entity = z.safeParse(Entity, {
    ...base,
    facets: source.facets ?? base?.facets ?? (kind && facetsOf(kind)),
    names: uniteNames(writtenNames(source), base?.names ?? []),
    salience,
    pack,
    ...defined({ id, kind, description, roles, born, died, founded, dissolved, population, ids }),
    ...defined({
      background: background && { ...background, sources: sourcesOf(background.sources, written) },
      facts: facts?.map((fact) => ({
        ...fact,
        ...defined({ source: fact.source && sourcesOf([fact.source], written)[0] }),
      })),
      geo: geo && { lat: geo[0], lon: geo[1] },
      relations: relations.length > 0 ? relations : undefined,
    }),
  });
  if (!entity.success) throw new Error(`${id}\n${z.prettifyError(entity.error)}`);
  return entity.data;
}

function writtenNames({ label, names = [] }: EntitySource): Name[] {
  const labels: Name[] =
    label === undefined ? [] : [{ text: label, lang: 'en', type: 'label', match: 'any-case' }];
  return [...labels, ...names.flatMap(namesOf)];
}

/** The first list wins; a label of the second that another label replaces stays as an alias. */
function uniteNames(first: readonly Name[], second: readonly Name[]): Name[] {
  const labelled = first.some((name) => name.type === 'label');
  const rest = second.map(
    (name): Name => (labelled && name.type === 'label' ? { ...name, type: 'alias' } : name),
  );
  const seen = new Set<string>();
  return [...first, ...rest].filter((name) => {
    // A metonym is another sense of the same letters; all other types are one name.
    const key = `${name.text}|${name.lang}|${name.type === 'metonym'}`;
    return !seen.has(key) && seen.add(key);
  });
}

function uniteRelations(first: readonly Relation[], second: readonly Relation[]): Relation[] {
  const seen = new Set(first.map(({ type, to }) => `${type} ${to}`));
  return [...first, ...second.filter(({ type, to }) => !seen.has(`${type} ${to}`))];
}

function follow(entity: Entity, renamed: ReadonlyMap<string, string>): Entity {
  if (!entity.relations?.some(({ to }) => renamed.has(to))) return entity;
  const relations = entity.relations.map((relation) => ({
    ...relation,
    to: renamed.get(relation.to) ?? relation.to,
  }));
  return z.parse(Entity, { ...entity, relations });
}
