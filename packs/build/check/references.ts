// A reference that leads nowhere is a tie that no reader will ever see.
import { finding, type Rule } from './pack.ts';

const error = finding('references');

export const references: Rule = ({ entities, events }) => {
  const ids = new Set<string>(entities.map(({ id }) => id));
  const eventIds = new Set<string>(events.map(({ id }) => id));
  const absent = (from: string, targets: readonly string[], known: ReadonlySet<string> = ids) =>
    [...new Set(targets)]
      .filter((to) => !known.has(to))
      .map((to) => error(from, `refers to ${to}, which is not there`));
  return [
    ...entities.flatMap(({ id, relations = [], roles = [] }) =>
      absent(id, [...relations.map(({ to }) => to), ...roles.flatMap(({ org }) => org ?? [])]),
    ),
    ...events.flatMap(({ id, places, actors, links = [] }) => [
      ...absent(id, [...places, ...actors.flatMap((party) => ('id' in party ? party.id : []))]),
      ...absent(
        id,
        links.map(({ to }) => to),
        eventIds,
      ),
    ]),
  ];
};
