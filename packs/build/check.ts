// What a schema cannot see: that references lead somewhere, that dates are possible, that nothing is there twice.
// Run directly, it checks the starter pack and prints what is in it.
import * as z from 'zod/mini';
import { firstDay, lastDay } from '../../core/knowledge/dates.ts';
import { Entity, labelOf } from '../../core/knowledge/entity.ts';
import { Event } from '../../core/knowledge/event.ts';
import { buildStarter } from './starter.ts';

/** Everything that is wrong, in words; empty when the pack is sound. */
export function problems(entities: readonly Entity[], events: readonly Event[]): string[] {
  const ids = new Set<string>(entities.map(({ id }) => id));
  const eventIds = new Set<string>(events.map(({ id }) => id));
  return [
    ...twice(entities.map(({ id }) => id)).map((id) => `${id}: there twice`),
    ...twice(events.map(({ id }) => id)).map((id) => `${id}: there twice`),
    ...twice(
      entities.flatMap(({ ids: known, id }) => (known?.geonames ? [`GeoNames ${known.geonames}`] : [id])),
    ).map((id) => `${id}: two entities`),
    ...twice(entities.flatMap(labelled)).map(
      (label) => `${label}: two entities of one kind and place share this label`,
    ),
    ...entities.flatMap((entity) =>
      [...entityProblems(entity), ...dangling(entity, ids)].map((what) => `${entity.id}: ${what}`),
    ),
    ...events.flatMap((event) => eventProblems(event, ids, eventIds).map((what) => `${event.id}: ${what}`)),
  ];
}

/** Cities of one country may share a name: San Juan is in Argentina twice. Whatever a person wrote may not. */
function labelled(entity: Entity): string[] {
  if (entity.id.includes(':geonames-')) return [];
  const country =
    entity.relations?.find(({ type }) => type === 'located_in' || type === 'citizen_of')?.to ?? '';
  return [`${labelOf(entity)} (${entity.kind} ${country})`];
}

function entityProblems(entity: Entity): string[] {
  const parsed = z.safeParse(Entity, entity);
  const found: string[] = parsed.success ? [] : [z.prettifyError(parsed.error)];
  if (!entity.names.some(({ type }) => type === 'label')) found.push('no label');
  if (/\.$/.test(entity.description)) found.push('the description ends with a full stop');
  const [born, died] = [entity.born ?? entity.founded, entity.died ?? entity.dissolved];
  if (born && died && lastDay(died) < firstDay(born)) found.push(`ends ${died} before it begins ${born}`);
  found.push(...roleProblems(entity, born, died));
  for (const { type, from, until } of entity.relations ?? []) {
    if (from && until && lastDay(until) < firstDay(from))
      found.push(`${type}: ends ${until} before it begins ${from}`);
  }
  if (entity.kind === 'person' && !entity.background) found.push('a person without a background');
  return found;
}

/** Nobody holds an office before birth or after death. */
function roleProblems({ roles = [] }: Entity, born: string | undefined, died: string | undefined): string[] {
  return roles.flatMap(({ role, from, to, asOf }) => {
    const dates = [from, to, asOf].filter((date) => date !== undefined);
    const found: string[] = [];
    if (dates.length === 0) found.push('no date at all');
    if (from && to && lastDay(to) < firstDay(from)) found.push(`ends ${to} before it begins ${from}`);
    if (born && dates.some((date) => lastDay(date) < firstDay(born))) found.push(`held before ${born}`);
    if (died && dates.some((date) => firstDay(date) > lastDay(died))) found.push(`held after ${died}`);
    return found.map((what) => `${role}: ${what}`);
  });
}

function dangling(entity: Entity, ids: ReadonlySet<string>): string[] {
  const targets = [
    ...(entity.relations ?? []).map(({ to }) => to),
    ...(entity.roles ?? []).flatMap(({ org }) => org ?? []),
  ];
  return targets.filter((to) => !ids.has(to)).map((to) => `refers to ${to}, which is not there`);
}

function eventProblems(event: Event, ids: ReadonlySet<string>, eventIds: ReadonlySet<string>): string[] {
  const parsed = z.safeParse(Event, event);
  const found: string[] = parsed.success ? [] : [z.prettifyError(parsed.error)];
  const named = [...event.places, ...event.actors.flatMap((party) => ('id' in party ? party.id : []))];
  found.push(...named.filter((id) => !ids.has(id)).map((id) => `refers to ${id}, which is not there`));
  found.push(
    ...(event.links ?? [])
      .filter(({ to }) => !eventIds.has(to))
      .map(({ to }) => `is linked to ${to}, which is not there`),
  );
  const { low = 0, best = low, high = best } = event.deaths ?? {};
  if (low > best || best > high) found.push(`deaths ${low}, ${best}, ${high} are not in order`);
  return found;
}

function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
}

function count<T>(values: readonly T[], key: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
}

if (import.meta.main) {
  const { entities, events } = buildStarter();
  console.table({ ...count(entities, ({ kind }) => kind), entities: entities.length, events: events.length });
  console.table(
    count(
      entities.flatMap(({ names }) => names),
      ({ type, match }) => `${type}, ${match}`,
    ),
  );
  const found = problems(entities, events);
  for (const problem of found) console.error(problem);
  console.log(found.length === 0 ? 'The starter pack is sound.' : `${found.length} problems.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
