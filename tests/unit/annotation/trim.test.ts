import { expect, test } from 'vitest';
import type { Weighed } from '../../../core/annotation/pattern.ts';
import { trim } from '../../../core/annotation/trim.ts';

const BITS = [9, 4, 9, 9, 9, 9];
/** One word of context, a quote of five. */
const pattern: Weighed = {
  text: '',
  start: 0,
  end: 0,
  keys: ['before', 'in', 'short', 'the', 'main', 'differences'],
  starts: [],
  ends: [],
  ids: [],
  bits: BITS,
  first: 1,
  past: 6,
};
const trimmed = (match: number[], of = pattern) => trim(of, { match, alike: BITS.map(() => 1) }).match;

test('a quote does not begin a sentence too early because of one small word', () => {
  expect(trimmed([10, 12, 40, 41, 42, 43])).toEqual([10, -1, 40, 41, 42, 43]);
});

test('a quote does not end a sentence too late because of one small word', () => {
  const late = { ...pattern, bits: BITS.toReversed(), first: 0, past: 5 };
  expect(trimmed([10, 11, 12, 13, 40, 42], late)).toEqual([10, 11, 12, 13, -1, 42]);
});

test('what was put into a quote between two telling parts does not cut it', () => {
  expect(trimmed([10, 12, 13, 30, 31, 32])).toEqual([10, 12, 13, 30, 31, 32]);
  expect(trimmed([10, 12, 15, 16, 17, 18])).toEqual([10, 12, 15, 16, 17, 18]);
});
