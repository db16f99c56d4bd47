// What files may not do to each other: write one record twice, or answer one question about a record differently.
// Afterwards nothing would show it, since the later file has won.
import type { EntitySource } from '../../../core/knowledge/sources/own-yaml/form.ts';
import { STARTER } from '../pack.ts';
import type { Problem } from '../problem.ts';
import type { Sources } from './read.ts';

/** Of these a record has one; names, relations and identifiers of several files are united. */
const SINGLE = [
  'kind',
  'label',
  'description',
  'background',
  'facts',
  'roles',
  'geo',
  'born',
  'died',
  'founded',
  'dissolved',
  'population',
  'salience',
] as const satisfies readonly (keyof EntitySource)[];

/** The problems of records that stand in several files, or several times in one. */
export function written({
  entities,
  events,
  origins,
}: Pick<Sources, 'entities' | 'events' | 'origins'>): Problem[] {
  const places = (id: string) => (origins.get(id) ?? []).join(' and ');
  const error = (record: string, what: string): Problem => ({
    level: 'error',
    rule: 'written twice',
    record,
    what: `${what} (${places(record)})`,
  });
  return [
    ...[...grouped(entities, ({ id }) => id)].flatMap(([id, records]) =>
      SINGLE.filter((field) => records.filter((record) => record[field] !== undefined).length > 1)
        .slice(0, 1)
        .map((field) => error(id, `two records, and both say its ${field}`)),
    ),
    ...[...grouped(events, ({ id }) => `${STARTER}:${id}`)]
      .filter(([, records]) => records.length > 1)
      .map(([id]) => error(id, 'there twice')),
  ];
}

function grouped<T>(records: readonly T[], key: (record: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) groups.set(key(record), [...(groups.get(key(record)) ?? []), record]);
  return groups;
}
