// Dates that cannot be: an end before its beginning, an office before birth or after death, anything after today.
import { type Day, firstDay, lastDay } from '../../../core/knowledge/dates.ts';
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { Source } from '../../../core/knowledge/terms.ts';
import type { Problem } from '../problem.ts';
import { finding, type Rule } from './pack.ts';

const error = finding('dates');
const warning = finding('dates', 'warning');
/** Years; some monarchs and some commanders were younger. */
const YOUNG = 18;

export const dates: Rule = ({ entities, events, today }) => [
  ...entities.flatMap((entity) => [
    ...life(entity),
    ...terms(entity),
    ...ties(entity),
    ...later(entity, today),
  ]),
  ...events.flatMap(({ id, sources }) => publishedLater(id, sources, today)),
];

const bounds = ({ born, founded, died, dissolved }: Entity) => [born ?? founded, died ?? dissolved] as const;

function backwards(from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && to !== undefined && lastDay(to) < firstDay(from);
}

function life(entity: Entity): Problem[] {
  const [born, died] = bounds(entity);
  return backwards(born, died) ? [error(entity.id, `ends ${died} before it begins ${born}`)] : [];
}

/** Nobody holds an office before birth or after death. */
function terms(entity: Entity): Problem[] {
  const [born, died] = bounds(entity);
  return (entity.roles ?? []).flatMap(({ role, from, to, asOf }) => {
    const told = [from, to, asOf].filter((date) => date !== undefined);
    const found: Problem[] = [];
    const wrong = (what: string) => found.push(error(entity.id, `${role}: ${what}`));
    if (told.length === 0) wrong('no date at all');
    if (backwards(from, to)) wrong(`ends ${to} before it begins ${from}`);
    if (backwards(from, asOf)) wrong(`known of ${asOf} before it begins ${from}`);
    if (asOf !== undefined && to !== undefined) wrong('has an end, so asOf says nothing');
    if (born && told.some((date) => lastDay(date) < firstDay(born))) wrong(`held before ${born}`);
    if (died && told.some((date) => firstDay(date) > lastDay(died))) wrong(`held after ${died}`);
    if (entity.kind === 'person' && born && from && isYoung(born, from))
      found.push(warning(entity.id, `${role}: from ${from}, younger than ${YOUNG}`));
    return found;
  });
}

function isYoung(born: string, from: string): boolean {
  const age = Number(from.slice(0, 4)) - Number(born.slice(0, 4));
  return age >= 0 && age < YOUNG;
}

function ties({ id, relations = [] }: Entity): Problem[] {
  return relations
    .filter(({ from, until }) => backwards(from, until))
    .map(({ type, from, until }) => error(id, `${type}: ends ${until} before it begins ${from}`));
}

function later(entity: Entity, today: Day): Problem[] {
  const { id, roles = [], relations = [], background, born, died, founded, dissolved } = entity;
  const told = [
    ...[born, died, founded, dissolved, background?.asOf],
    ...roles.flatMap(({ from, to, asOf }) => [from, to, asOf]),
    ...relations.flatMap(({ from, until }) => [from, until]),
  ].filter((date) => date !== undefined);
  return [
    ...told
      .filter((date) => firstDay(date) > today)
      .map((date) => error(id, `tells of ${date}, which is to come`)),
    ...publishedLater(id, background?.sources ?? [], today),
  ];
}

function publishedLater(id: string, sources: readonly Source[], today: Day): Problem[] {
  return sources
    .filter(({ published }) => published !== undefined && firstDay(published) > today)
    .map(({ publisher, published }) => error(id, `${publisher} published on ${published}, which is to come`));
}
