// Statements that tie an item to another → relations, with the time they held. Wikidata says some ties from the other
// end: a country names its capital (P36), but a relation is the city's, whose own item says so in P1376. Owning
// (P127) is not running, and has no relation here.
import type { RelationType } from '../../entity.ts';
import type { EntityKind } from '../../terms.ts';
import { type Item, itemIdIn, preferredOf, statements } from './item.ts';
import { type Span, spanOf } from './time.ts';

export interface RelationDraft {
  type: RelationType;
  to: string;
  from?: string;
  until?: string;
}

const MOST_RELATIONS = 200;
const OF_ALL: readonly (readonly [string, RelationType])[] = [
  ['P361', 'part_of'],
  ['P749', 'part_of'],
  ['P463', 'member_of'],
  ['P137', 'operated_by'],
  ['P112', 'founded_by'],
  ['P35', 'led_by'],
  ['P6', 'led_by'],
  ['P488', 'led_by'],
  ['P169', 'led_by'],
  ['P1376', 'capital_of'],
  ['P17', 'located_in'],
  ['P131', 'located_in'],
  ['P159', 'located_in'],
  ['P276', 'located_in'],
];
/** Where somebody works or what they are part of makes nobody part of a state. */
const OF_PERSONS: readonly (readonly [string, RelationType])[] = [
  ['P27', 'citizen_of'],
  ['P102', 'member_of'],
  ['P463', 'member_of'],
];

/** What a span makes of a relation; over, but unknown when, is none: it would be shown as lasting. */
export function relationOf(
  type: RelationType,
  to: string,
  { from, to: until, endUnknown }: Span,
): RelationDraft[] {
  if (endUnknown) return [];
  return [{ type, to, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }];
}

/** Each relation once. */
export function distinctRelations(relations: readonly RelationDraft[], self: string): RelationDraft[] {
  const seen = new Set<string>();
  const key = ({ type, to, from, until }: RelationDraft) => `${type} ${to} ${from ?? ''} ${until ?? ''}`;
  return relations
    .filter((relation) => relation.to !== self && !seen.has(key(relation)) && seen.add(key(relation)))
    .slice(0, MOST_RELATIONS);
}

/** The best statements, and all that have dates: history is told by normal ranks beside a preferred one. */
export function relationsOfItem(item: Item, kind: EntityKind): RelationDraft[] {
  const properties = kind === 'person' ? OF_PERSONS : OF_ALL;
  const relations = properties.flatMap(([property, type]) => {
    const all = statements(item, property);
    const best = new Set(preferredOf(all));
    return all.flatMap((statement) => {
      const to = itemIdIn(statement.mainsnak);
      const held = spanOf(statement);
      const dated = held.from !== undefined || held.to !== undefined;
      return to !== undefined && (dated || best.has(statement)) ? relationOf(type, to, held) : [];
    });
  });
  return distinctRelations(relations, item.id);
}
