import { describe, expect, test } from 'vitest';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { weigh } from '../../../core/matching/weigh.ts';

const of = (id: string, block: number, times = 1, shown = true) =>
  Array.from({ length: times }, () => ({ entity: EntityId.parse(id), block, shown }));
const order = (...mentions: ReturnType<typeof of>[]) => weigh(mentions.flat()).map(({ id }) => id);

describe('weight on a page', () => {
  test('a page without names has no weights', () => expect(weigh([])).toEqual([]));

  test('the heaviest weighs 1 and the others less', () => {
    const weights = weigh([...of('Q794', 5, 9), ...of('Q796', 5, 2)]).map(({ weight }) => weight);
    expect(weights[0]).toBe(1);
    expect(weights[1]).toBeGreaterThan(0);
    expect(weights[1]).toBeLessThan(1);
  });

  test('the title counts more than a later mention', () =>
    expect(order(of('Q794', 7, 3), of('Q796', 0))).toEqual(['Q796', 'Q794']));

  test('the first paragraph counts more than the seventh', () =>
    expect(order(of('Q794', 7), of('Q796', 1))).toEqual(['Q796', 'Q794']));

  test('twice as often is less than twice as heavy', () => {
    const weights = weigh([...of('Q794', 5, 20), ...of('Q796', 5, 10)]).map(({ weight }) => weight);
    expect(weights[1]).toBeGreaterThan(0.7);
  });

  test('what is not marked does not count', () => {
    expect(order(of('Q794', 5, 9, false), of('Q796', 5))).toEqual(['Q796']);
    expect(weigh([{ entity: null, block: 0, shown: true }])).toEqual([]);
  });
});
