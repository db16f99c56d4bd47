// What an event needs in order to be told: a day that has been, somewhere, somebody who was there to do it, and a
// headline of its own.
import { firstDay, lastDay } from '../../../core/knowledge/dates.ts';
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { Event } from '../../../core/knowledge/event.ts';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import { agree } from '../leaders/terms.ts';
import type { Problem } from '../problem.ts';
import { finding, type Rule, shared } from './pack.ts';

const error = finding('events');
const warning = finding('events', 'warning');
const DATED = /^[^:]+:(\d{4}(?:-\d{2}(?:-\d{2})?)?)-[a-z0-9]/;
/** Below this nothing ever refers back to it. */
const LEAST = 0.05;

export const events: Rule = ({ entities, events: all, today }) => {
  const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const dateOf = new Map<string, string>(all.map(({ id, date }) => [id, date.edtf]));
  return [
    ...all.flatMap((event) => [...ofOne(event, today), ...presence(event, byId), ...order(event, dateOf)]),
    ...[...shared(all, ({ title }) => foldName(title)).values()].flatMap(([first, ...others]) =>
      others.map(({ id, title }) => error(id, `has the title of ${first?.id}: “${title}”`)),
    ),
  ];
};

function ofOne({ id, type, date, weight, places, actors, deaths }: Event, today: string): Problem[] {
  const found: Problem[] = [];
  if (lastDay(date.edtf) > today && firstDay(date.edtf) > today)
    found.push(error(id, `${date.edtf} is to come`));
  const named = DATED.exec(id)?.[1];
  if (named === undefined) found.push(warning(id, 'the id does not begin with the date'));
  else if (!agree(named, date.edtf)) found.push(error(id, `the id says ${named}, the date ${date.edtf}`));
  if (weight < LEAST || weight > 1) found.push(error(id, `a weight of ${weight}`));
  if (places.length === 0) found.push(warning(id, 'no place'));
  // Nobody does an earthquake.
  if (actors.length === 0 && type.plover !== 'OTHER') found.push(warning(id, 'nobody in it'));
  const { low = 0, best = low, high = best } = deaths ?? {};
  if (low > best || best > high) found.push(error(id, `deaths ${low}, ${best}, ${high} are not in order`));
  return found;
}

/** Who is dead, dissolved or not yet there takes no part; a funeral or a legacy may, so it is only asked. */
function presence({ id, actors, date }: Event, byId: ReadonlyMap<string, Entity>): Problem[] {
  return actors.flatMap((party): Problem[] => {
    const entity = 'id' in party ? byId.get(party.id) : undefined;
    if (entity === undefined) return [];
    const begin = entity.born ?? entity.founded;
    const end = entity.died ?? entity.dissolved;
    if (begin && lastDay(date.edtf) < firstDay(begin))
      return [warning(id, `${entity.id} takes part on ${date.edtf}, but begins ${begin}`)];
    if (end && firstDay(date.edtf) > lastDay(end))
      return [warning(id, `${entity.id} takes part on ${date.edtf}, but ended ${end}`)];
    return [];
  });
}

/** An answer comes after what it answers. */
function order({ id, links = [], date }: Event, dateOf: ReadonlyMap<string, string>): Problem[] {
  return links.flatMap(({ type, to }): Problem[] => {
    const other = dateOf.get(to);
    if (type !== 'response_to' || other === undefined || lastDay(date.edtf) >= firstDay(other)) return [];
    return [error(id, `answers ${to}, which is later (${other})`)];
  });
}
