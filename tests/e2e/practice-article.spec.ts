// The practice article has the traps of real news: what an editor wants marked is marked, in order, and no more.
import { asShown, practicePage } from '../fixtures/practice.ts';
import { practiceGold } from '../fixtures/practice-gold.ts';
import { expect, test } from './harness.ts';

test('the practice article is marked as its answer key says', async ({ reader }) => {
  const page = await reader.step('the article', () => reader.visit(practicePage()));
  const seen = await reader.step('and marked', () => reader.seesMarks(page));
  expect(seen.map(({ text }) => asShown(text))).toEqual(practiceGold.map(([text]) => text));
});
