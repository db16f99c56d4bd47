import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterOf, mayHold } from '../../../core/knowledge/pack/filter.ts';

test('a name that is there is never denied', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      const filter = filterOf(keys);
      expect(keys.every((key) => mayHold(filter, key))).toBe(true);
    }),
  );
});

test('of names that are not there, about one in a hundred slips through', () => {
  const filter = filterOf(Array.from({ length: 20_000 }, (_, n) => `known name ${n}`));
  const slipped = Array.from({ length: 20_000 }, (_, n) => `other name ${n}`).filter((key) =>
    mayHold(filter, key),
  );
  expect(slipped.length / 20_000).toBeLessThan(0.015);
});

test('a pack without names denies all', () => {
  expect(mayHold(filterOf([]), 'iran')).toBe(false);
});
