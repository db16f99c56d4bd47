// How much of a page an entity is. The tenth mention says less than the second, so counts are damped by a
// logarithm; where a writer puts a name says more than how often, so the title and the first paragraph
// count several times (the lead of a news story carries who and where).
import type { Weighted } from '../knowledge/backstory.ts';
import type { EntityId } from '../knowledge/terms.ts';
import type { Mention } from './mention.ts';

/** Blocks are numbered in reading order: the title is block 0, the first paragraph block 1. */
const WORTH = [4, 2];

/** Shown mentions only; heaviest first, the heaviest weighs 1. Equals keep the order of the text. */
export function weigh(mentions: readonly Pick<Mention, 'block' | 'entity' | 'shown'>[]): Weighted[] {
  const worth = new Map<EntityId, number>();
  for (const { block, entity, shown } of mentions) {
    if (shown && entity !== null) worth.set(entity, (worth.get(entity) ?? 0) + (WORTH[block] ?? 1));
  }
  const damped = [...worth].map(([id, sum]) => ({ id, weight: Math.log1p(sum) }));
  const heaviest = Math.max(...damped.map(({ weight }) => weight));
  return damped
    .map(({ id, weight }) => ({ id, weight: weight / heaviest }))
    .sort((a, b) => b.weight - a.weight);
}
