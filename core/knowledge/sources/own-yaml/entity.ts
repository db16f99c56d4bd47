// From a record as a person wrote it to an entity, alone or laid over a generated one: a person's field replaces
// the machine's, names and relations are united.
import * as z from 'zod/mini';
import { Entity, type Name, type Relation } from '../../entity.ts';
import { defined } from '../defined.ts';
import type { EntitySource, Written } from './form.ts';
import { facetsOf, namesOf, RecordError, relationsOf, sourcesOf } from './parts.ts';

/** How prominent a written entity is where nothing is said. */
const SALIENCE = 0.4;

/** Throws when the result breaks the schema of an entity. `base`: the generated record beneath, if there is one. */
export function entityOf(
  source: EntitySource,
  base: Entity | undefined,
  written: Pick<Written, 'sources'>,
  pack: string,
): Entity {
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
  const record = {
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
  };
  const entity = z.safeParse(Entity, record);
  if (!entity.success) throw new RecordError(id, entity.error, record);
  return entity.data;
}

/** In capitals throughout, with or without points: written small it may be a word. */
export const ACRONYM = /^(?:\p{Lu}\.?){2,8}$/u;

function writtenNames({ label, names = [] }: EntitySource): Name[] {
  if (label === undefined) return names.flatMap(namesOf);
  // A label has no room for a rule; who has one for it writes it among the names.
  const ruled = names
    .filter((name) => typeof name !== 'string' && name.metonym === undefined && (name.match ?? name.not))
    .flatMap(namesOf)
    .find(({ text, lang }) => text === label && lang === 'en');
  const match = ruled?.match ?? (ACRONYM.test(label) ? 'exact-case' : 'any-case');
  const labelled: Name = { text: label, lang: 'en', type: 'label', match, ...defined({ not: ruled?.not }) };
  return [labelled, ...names.flatMap(namesOf)];
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
