// One entity from two records of a file: a public data set tells of the same item in several rows (a query's
// result has one for each position somebody held). What came first stands; lists are united.
import type { Entity } from '../../entity.ts';
import type { FurtherNames } from '../source.ts';

const MOST = { formerIds: 100, names: 400, facts: 30, roles: 60, relations: 200 } as const;

export function merged(a: Entity, b: Entity): Entity {
  const lists = {
    formerIds: united(a.formerIds, b.formerIds, MOST.formerIds),
    facts: united(a.facts, b.facts, MOST.facts),
    roles: united(a.roles, b.roles, MOST.roles),
    relations: united(a.relations, b.relations, MOST.relations),
  };
  return {
    ...b,
    ...a,
    names: united(a.names, b.names, MOST.names) ?? a.names,
    ...(lists.formerIds ? { formerIds: lists.formerIds } : {}),
    ...(lists.facts ? { facts: lists.facts } : {}),
    ...(lists.roles ? { roles: lists.roles } : {}),
    ...(lists.relations ? { relations: lists.relations } : {}),
    salience: Math.max(a.salience, b.salience),
  };
}

/** The entity with the names that another file has for it. */
export function withFurther(entity: Entity, { names, ids }: FurtherNames): Entity {
  return {
    ...entity,
    names: united(entity.names, [...names], MOST.names) ?? entity.names,
    ...(ids ? { ids: { ...ids, ...entity.ids } } : {}),
  };
}

/** Each once: of names the first of those that are spelt alike, of the rest what says the same in the same words. */
function united<T>(a: T[] | undefined, b: T[] | undefined, most: number): T[] | undefined {
  if (!a || !b) return a ?? b;
  const all = new Map<string, T>();
  for (const item of [...a, ...b]) {
    const key = keyOf(item);
    if (!all.has(key)) all.set(key, item);
  }
  return [...all.values()].slice(0, most);
}

function keyOf(item: unknown): string {
  const isName = typeof item === 'object' && item !== null && 'text' in item && 'lang' in item;
  return isName ? `${item.lang} ${item.text}` : JSON.stringify(item);
}
