import { describe, expect, test } from 'vitest';
import { inOrder } from '../../../components/event-order.ts';
import { timeScale, yearTicks } from '../../../components/time-scale.ts';
import { firstDay } from '../../../core/knowledge/dates.ts';
import { before } from '../../browser/components/told.ts';

const DAY = '2019-12-31';

describe('a time line from 2009 to the last day of 2019', () => {
  const scale = timeScale(DAY, '2009-07-02');

  test('begins at the earliest event and ends on the article’s day', () => {
    expect(scale('2009-07-02')).toBe(0);
    expect(scale(DAY)).toBe(1);
  });

  test('keeps the order of time', () => {
    const days = inOrder(before).map(({ date }) => firstDay(date.edtf));
    const shares = days.map(scale);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('gives the last ten weeks a third of the room, where an even scale gave them a fiftieth', () => {
    const share = scale(DAY) - scale('2019-10-22');
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.5);
  });

  test('still shows that ten years are longer than one', () => {
    expect(scale('2018-12-31') - scale('2009-07-02')).toBeGreaterThan(0.3);
  });

  test('writes years that do not touch', () => {
    const ticks = yearTicks(DAY, '2009-07-02', 0.13);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    for (const [index, tick] of ticks.entries()) {
      expect((ticks[index + 1]?.at ?? 1) - tick.at).toBeGreaterThanOrEqual(0.13);
    }
  });
});

test('a story of one day stands at its end', () => expect(timeScale(DAY, DAY)(DAY)).toBe(1));

test('events of a year, a month and a day are told in the order in which they began', () => {
  expect(
    inOrder(before)
      .map(({ id }) => id)
      .slice(0, 3),
  ).toEqual(['starter:designation', 'starter:deal', 'starter:withdrawal']);
});
