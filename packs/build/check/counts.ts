// What the pack holds, in numbers: by kind, by region of the world, by year of event.
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { EntityKind, Source } from '../../../core/knowledge/terms.ts';
import { countriesOf, regionOf, regionOfEvent } from './country.ts';
import type { CheckedPack } from './pack.ts';

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

type Counted = Pick<CheckedPack, 'entities' | 'events'>;

const PLACES: ReadonlySet<EntityKind> = new Set([
  'country',
  'territory',
  'union',
  'region',
  'city',
  'facility',
  'water',
]);

export function tables(pack: Counted): Table[] {
  return [byKind(pack), byRegion(pack), byYear(pack)];
}

function byKind({ entities, events }: Counted): Table {
  const counts = tally(entities, ({ kind }) => kind);
  const withBackground = tally(
    entities.filter(({ background }) => background),
    ({ kind }) => kind,
  );
  const opened = tally(
    entities.filter(({ background }) => wasOpened(background?.sources)),
    ({ kind }) => kind,
  );
  const rows = [...counts].sort(([, one], [, other]) => other - one);
  return {
    title: 'By kind',
    columns: ['Kind', 'Records', 'with a background', 'with a source that was opened'],
    rows: [
      ...rows.map(([kind, records]) => [
        kind.replace('_', ' '),
        records,
        withBackground.get(kind) ?? 0,
        opened.get(kind) ?? 0,
      ]),
      ['event', events.length, '', events.filter(({ sources }) => wasOpened(sources)).length],
      ['names of entities', entities.reduce((sum, { names }) => sum + names.length, 0), '', ''],
    ],
  };
}

/** An address is given only where the page was read while the record was written or checked. */
const wasOpened = (sources: readonly Source[] = []) => sources.some(({ url }) => url !== undefined);

function byRegion({ entities, events }: Counted): Table {
  const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const region = (entity: Entity) => regionOf(countriesOf(entity, byId));
  const people = tally(
    entities.filter(({ kind }) => kind === 'person'),
    region,
  );
  const places = tally(
    entities.filter(({ kind }) => PLACES.has(kind)),
    region,
  );
  const others = tally(
    entities.filter(({ kind }) => kind !== 'person' && !PLACES.has(kind)),
    region,
  );
  const happened = tally(events, (event) => regionOfEvent(event, byId));
  const regions = [...new Set([...people, ...places, ...others, ...happened].map(([name]) => name))].sort();
  return {
    title: 'By region',
    columns: ['Region', 'People', 'Groups, bodies, agreements', 'Places', 'Events'],
    rows: regions.map((name) => [
      name,
      ...[people, others, places, happened].map((counts) => counts.get(name) ?? 0),
    ]),
  };
}

function byYear({ events }: Counted): Table {
  const years = tally(events, ({ date }) => date.edtf.slice(0, 4));
  return { title: 'Events by year', columns: ['Year', 'Events'], rows: [...years].sort() };
}

function tally<T>(values: readonly T[], key: (value: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return counts;
}
