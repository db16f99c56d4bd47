// One item → one entity, or the reason why there is none. Everything is bounded here and then parsed by the schema
// of entities, so that nothing wrong in one item of a hundred million reaches a pack.
import * as z from 'zod/mini';
import { Entity } from '../../entity.ts';
import { defined } from '../defined.ts';
import type { Found, ReadOptions } from '../source.ts';
import { classesOf, facetsOf, isPosition, kindOfItem } from './classes.ts';
import { isEventClass } from './events.ts';
import { amountIn, bestStatements, type Item, placeIn, stringIn } from './item.ts';
import { namesOfItem } from './names.ts';
import { relationsOfItem } from './relations.ts';
import { type Positions, rolesOfItem } from './roles.ts';
import { oneLine } from './text.ts';
import { dateIn } from './time.ts';

export type EntityDraft = z.input<typeof Entity>;

/**
 * How prominent, from the number of wikis that have a page on it. Some 350 have one on the best known countries;
 * kept below 0.8, so that what an editor weighed by hand stays ahead.
 */
export function salienceOf(sitelinks: number): number {
  return (
    Math.round((0.1 + 0.7 * Math.min(1, Math.log1p(Math.max(0, sitelinks)) / Math.log(351))) * 100) / 100
  );
}

/** The draft as an entity, or rejected with what the schema says against it. */
export function foundEntity(draft: EntityDraft, line: number): Found {
  const result = z.safeParse(Entity, draft);
  if (result.success) return { kind: 'entity', entity: result.data };
  const [issue] = result.error.issues;
  return {
    kind: 'rejected',
    line,
    reason: `${draft.id}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  };
}

/** What one item gives; a position teaches its words to `positions` besides. */
export function* foundInItem(
  item: Item,
  line: number,
  options: ReadOptions,
  positions: Positions,
): Generator<Found, void> {
  const languages = options.languages.length > 0 ? options.languages : ['en'];
  if (isPosition(item)) positions.learn(item, languages);
  const judged = judge(item);
  if ('skip' in judged) {
    yield { kind: 'skipped', reason: judged.skip };
    return;
  }
  const { kind } = judged;
  const names = namesOfItem(item, kind, languages);
  if (names.length === 0) {
    yield { kind: 'skipped', reason: 'without a name in the languages asked for' };
    return;
  }
  const person = kind === 'person';
  const geo = person ? undefined : first(item, 'P625', placeIn);
  const { roles, left } = person ? rolesOfItem(item, positions) : { roles: [], left: [] };
  const relations = relationsOfItem(item, kind);
  const description = languages
    .map((lang) => item.descriptions[lang] ?? item.descriptions['mul'])
    .find((term) => term);
  const date = (property: string) => first(item, property, dateIn);
  yield foundEntity(
    {
      id: item.id,
      kind,
      facets: facetsOf(kind, geo !== undefined),
      names,
      description: oneLine(description?.value ?? ''),
      salience: salienceOf(Object.keys(item.sitelinks).length),
      pack: options.pack,
      ids: idsOf(item),
      ...defined({
        geo,
        roles: roles.length > 0 ? roles : undefined,
        relations: relations.length > 0 ? relations : undefined,
        population: person ? undefined : first(item, 'P1082', amountIn),
      }),
      ...(person
        ? defined({ born: date('P569'), died: date('P570') })
        : defined({ founded: date('P571'), dissolved: date('P576') })),
    },
    line,
  );
  for (const reason of left) yield { kind: 'skipped', reason };
}

/** A battle has coordinates, but is no place. */
function judge(item: Item): ReturnType<typeof kindOfItem> {
  const judged = kindOfItem(item);
  if (!('kind' in judged) || (judged.kind !== 'thing' && judged.kind !== 'organisation')) return judged;
  const isEvent = classesOf(item).some(isEventClass) || bestStatements(item, 'P585').length > 0;
  return isEvent ? { skip: 'an event: the recipe for events brings those' } : judged;
}

function first<T>(
  item: Item,
  property: string,
  read: (snak: ReturnType<typeof bestStatements>[number]['mainsnak']) => T | undefined,
): T | undefined {
  return bestStatements(item, property)
    .map(({ mainsnak }) => read(mainsnak))
    .find((value) => value !== undefined);
}

/** An identifier of a wrong form is left out rather than the item refused. */
function idsOf(item: Item): NonNullable<EntityDraft['ids']> {
  const id = (property: string, form: RegExp) => {
    const value = first(item, property, stringIn);
    return value !== undefined && form.test(value) ? value : undefined;
  };
  return {
    wikidata: item.id,
    ...defined({
      geonames: id('P1566', /^\d{1,12}$/),
      iso2: id('P297', /^[A-Z]{2}$/),
      iso3: id('P298', /^[A-Z]{3}$/),
    }),
  };
}
