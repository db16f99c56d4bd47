import { EntityId } from '../../../core/knowledge/terms.ts';
import { type Marked, markedOf } from '../../../page/mentions.ts';

/** A marked mention with nothing remarkable about it. */
export function mention(block: number, start: number, end: number, id = 'Q794'): Marked {
  const [marked] = markedOf([
    {
      block,
      start,
      end,
      entity: EntityId.parse(id),
      name: 'Somebody',
      kind: 'country',
      facet: 'actor',
      confidence: 1,
      shown: true,
      reasons: [],
      alternatives: [],
    },
  ]);
  if (!marked) throw new Error('not marked');
  return marked;
}
