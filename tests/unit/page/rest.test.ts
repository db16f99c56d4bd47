import { describe, expect, test } from 'vitest';
import { changed, dueAt, PACE, RESTED, type Rest, seen } from '../../../page/rest.ts';

/** Lives through a page that changes at each of these times, and says when it was looked at. */
function looks(changes: readonly number[], until: number, foundNew = false): number[] {
  let rest: Rest = RESTED;
  const times: number[] = [];
  for (let now = 0; now <= until; now += 10) {
    if (changes.includes(now)) rest = changed(rest, now);
    const due = dueAt(rest);
    if (due !== null && due <= now) {
      times.push(now);
      rest = seen(rest, now, foundNew);
    }
  }
  return times;
}

const every = (step: number, until: number) =>
  Array.from({ length: until / step }, (_, index) => index * step);

describe('a changing page', () => {
  test('that never changes is never looked at', () => {
    expect(looks([], 60_000)).toEqual([]);
  });

  test('is looked at once it has rested, not before', () => {
    expect(looks([0, 300, 600], 10_000)).toEqual([600 + PACE.rest]);
  });

  test('that never rests is looked at after all, and ever more seldom', () => {
    const times = looks(every(100, 300_000), 300_000);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(times[0]).toBe(PACE.patience);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(PACE.longest);
    expect(times.length).toBeLessThan(18);
  });

  test('whose changes bring nothing new is looked at ever more seldom, though it rests between them', () => {
    const times = looks(every(1_000, 120_000), 120_000);
    expect(times.length).toBeLessThan(12);
  });

  test('whose changes bring new text is looked at as soon as each has come', () => {
    expect(looks([0, 5_000, 20_000], 30_000, true)).toEqual([700, 5_700, 20_700]);
  });
});
