// One thing, one record. What is surely twice is an error; what may be one thing under two ids is listed, for a
// person to look at.
import { type Entity, labelOf, type MatchRule } from '../../../core/knowledge/entity.ts';
import type { Event } from '../../../core/knowledge/event.ts';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import type { Problem } from '../problem.ts';
import { finding, type Rule, shared } from './pack.ts';

const error = finding('duplicates');
const warning = finding('duplicates', 'warning');
/** Actors that two events of one day share when they may be one event. */
const COMMON_ACTORS = 2;

export const duplicates: Rule = ({ entities, events, generated }) => [
  ...twice(
    entities,
    ({ id }) => id,
    (id) => `${id}: there twice`,
  ),
  ...twice(
    entities,
    ({ ids }) => ids?.geonames,
    (id) => `GeoNames ${id}: two entities`,
  ),
  ...twice(
    entities,
    ({ ids }) => ids?.wikidata,
    (id) => `Wikidata ${id}: two entities`,
  ),
  ...twice(
    // Two towns of one country may share a name: San Juan is in Argentina twice.
    entities.filter(({ id }) => !generated.has(id)),
    labelled,
    (label) => `${label}: two entities of one kind and place share this label`,
  ),
  ...namesakes(entities, generated),
  ...sameDay(events),
];

function twice<T extends { readonly id: string }>(
  records: readonly T[],
  key: (record: T) => string | undefined,
  inWords: (key: string) => string,
): Problem[] {
  return [...shared(records, key)].map(([name, group]) => {
    const ids = [...new Set(group.map(({ id }) => id))];
    return error(ids.join(', '), inWords(name));
  });
}

const countryOf = ({ relations }: Entity) =>
  relations?.find(({ type }) => type === 'located_in' || type === 'citizen_of')?.to ?? '';

const labelled = (entity: Entity) => `${labelOf(entity)} (${entity.kind} ${countryOf(entity)})`;

/** Who wrote one of these rules knew that others are called so too. */
const NEEDS_MORE: ReadonlySet<MatchRule> = new Set<MatchRule>(['needs-context', 'never-alone']);

/** Actors called alike under two ids: by their labels, or one by its label and the other by an alias. */
function namesakes(entities: readonly Entity[], generated: ReadonlySet<string>): Problem[] {
  const actors = entities.filter(({ facets, id }) => facets.includes('actor') && !generated.has(id));
  const called = actors.flatMap((entity) =>
    [
      ...new Set(
        entity.names
          .filter(
            ({ type, lang, match }) =>
              lang === 'en' && (type === 'label' || (type === 'alias' && !NEEDS_MORE.has(match))),
          )
          .map(({ text }) => foldName(text)),
      ),
    ].map((name) => ({ name, id: entity.id, isLabel: foldName(labelOf(entity)) === name })),
  );
  return [...shared(called, ({ name }) => name)].flatMap(([name, group]) =>
    group.some(({ isLabel }) => isLabel)
      ? [warning(group.map(({ id }) => id).join(', '), `one under several ids? All are called “${name}”`)]
      : [],
  );
}

function sameDay(events: readonly Event[]): Problem[] {
  return [...shared(events, ({ date }) => date.edtf)].flatMap(([date, group]) =>
    group.flatMap((one, index) =>
      group.slice(index + 1).flatMap((other): Problem[] => {
        const actors = new Set<string>(one.actors.flatMap((party) => ('id' in party ? party.id : [])));
        const common = other.actors.filter((party) => 'id' in party && actors.has(party.id)).length;
        if (common < COMMON_ACTORS) return [];
        return [
          warning(`${one.id}, ${other.id}`, `one event? Both on ${date}, with ${common} actors in common`),
        ];
      }),
    ),
  );
}
