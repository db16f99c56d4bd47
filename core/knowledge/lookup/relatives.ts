// To whom an item is tied most closely: those that its record refers to by number, so that the numbers get names.
// What lasts comes before what is over, and the ties of an entry in the order in which they tell who it is.
import type { Relation, RelationType } from '../entity.ts';
import { type Item, itemIdIn, preferredOf, statements } from '../sources/wikidata/item.ts';
import type { EntityId } from '../terms.ts';

/** More than an entry's card ever shows; each is an entry of the reader's own. */
export const MOST_RELATIVES = 25;
/** As many as one answer may hold. */
const MOST_POSITIONS = 50;

const CLOSEST: readonly RelationType[] = [
  'citizen_of',
  'located_in',
  'part_of',
  'member_of',
  'led_by',
  'operated_by',
  'capital_of',
  'founded_by',
];

/** @param organisations of the positions held */
export function relativesOf(relations: readonly Relation[], organisations: Iterable<EntityId>): EntityId[] {
  const closeness = ({ type, until }: Relation) =>
    (until === undefined ? 0 : CLOSEST.length) + CLOSEST.indexOf(type);
  const tied = relations.toSorted((a, b) => closeness(a) - closeness(b)).map(({ to }) => to);
  return [...new Set([...tied.slice(0, 1), ...organisations, ...tied])];
}

/** The posts that somebody held or holds: what they are called is in items of their own. */
export function positionsOf(item: Item): string[] {
  const held = statements(item, 'P39');
  const preferred = new Set(preferredOf(held));
  const latestFirst = [...held].sort((a, b) => Number(preferred.has(b)) - Number(preferred.has(a)));
  const ids = latestFirst.flatMap(({ mainsnak }) => itemIdIn(mainsnak) ?? []);
  return [...new Set(ids)].slice(0, MOST_POSITIONS);
}

/** What the holder of a position heads, or the body that it is a seat in. */
export function organisationOf(position: Item): string | undefined {
  return ['P2389', 'P361']
    .flatMap((property) => preferredOf(statements(position, property)))
    .map(({ mainsnak }) => itemIdIn(mainsnak))
    .find((id) => id !== undefined);
}
