import { describe, expect, test } from 'vitest';
import { markedOf, neighbour, touching } from '../../../page/mentions.ts';
import { mention } from './mention.ts';

const iran = mention(0, 0, 4);
const iraq = mention(0, 10, 14, 'Q796');
const baghdad = mention(0, 14, 21, 'Q1530');
const later = mention(3, 2, 6);
const marked = [iran, iraq, baghdad, later];

describe('the mentions that a caret touches', () => {
  test.each([
    ['before the first letter', 0, 0, [iran]],
    ['inside', 0, 2, [iran]],
    ['after the last letter', 0, 4, [iran]],
    ['between two that meet', 0, 14, [iraq, baghdad]],
    ['between words', 0, 7, []],
    ['in a block without any', 1, 3, []],
    ['at the same offset of another block', 3, 2, [later]],
    ['behind the last', 9, 0, []],
  ])('%s', (_where, block, offset, expected) => {
    expect(touching(marked, { block, offset })).toEqual(expected);
  });

  test('are found among four thousand as among four', () => {
    const many = Array.from({ length: 4_000 }, (_, index) =>
      mention(index >> 3, (index & 7) * 10, (index & 7) * 10 + 4),
    );
    for (const index of [0, 1, 1_999, 2_000, 3_999]) {
      expect(touching(many, { block: index >> 3, offset: (index & 7) * 10 + 1 })).toEqual([many[index]]);
    }
  });
});

describe('walking', () => {
  test.each([
    ['on from a mention', { block: 0, offset: 10 }, 1, baghdad],
    ['back from a mention', { block: 0, offset: 10 }, -1, iran],
    ['on from between words', { block: 0, offset: 6 }, 1, iraq],
    ['back from between words', { block: 0, offset: 6 }, -1, iran],
    ['on from the last, to the first', { block: 3, offset: 2 }, 1, iran],
    ['back from the first, to the last', { block: 0, offset: 0 }, -1, later],
    ['on from before the text', { block: -1, offset: 0 }, 1, iran],
  ] as const)('%s', (_how, from, by, expected) => {
    expect(marked[neighbour(marked, from, by)]).toBe(expected);
  });
});

test('only what is shown and linked is marked, in reading order', () => {
  const hidden = { ...iran, shown: false };
  const unlinked = { ...iraq, entity: null };
  expect(markedOf([later, hidden, baghdad, unlinked, iran])).toEqual([iran, baghdad, later]);
});
