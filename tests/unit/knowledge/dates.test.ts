import { describe, expect, test } from 'vitest';
import {
  dayAt,
  daysBetween,
  firstDay,
  isEdtfInterval,
  lastDay,
  wordDate,
} from '../../../core/knowledge/dates.ts';

describe('EDTF level 0', () => {
  test.each(['2019', '2019-12', '2019-12-31', '2020-02-29', '2019-10-01/2021', '2019/2020-02'])(
    'takes %s',
    (text) => {
      expect(isEdtfInterval(text)).toBe(true);
    },
  );

  test.each([
    '19',
    '2019-13',
    '2019-02-29',
    '2019-00',
    '2019-1',
    '31.12.2019',
    '2020/2019',
    '2019/',
    '/2019',
    '2019/2020/2021',
    '2019-12-31T00:00',
    '',
  ])('refuses %j', (text) => {
    expect(isEdtfInterval(text)).toBe(false);
  });

  test.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-12-31', '2019-12-31', '2019-12-31'],
    ['2019-10-01/2021', '2019-10-01', '2021-12-31'],
  ])('%s may be any day from %s to %s', (edtf, first, last) => {
    expect([firstDay(edtf), lastDay(edtf)]).toEqual([first, last]);
  });

  test('is worded as precisely as it is', () => {
    expect([wordDate('2019'), wordDate('2019-12'), wordDate('2019-12-31')]).toEqual([
      '2019',
      'December 2019',
      '31 December 2019',
    ]);
    expect(wordDate('2019-10-01/2021')).toBe('1 October 2019 – 2021');
  });
});

test('days are counted on the calendar', () => {
  expect(daysBetween('2019-12-31', '2020-01-03')).toBe(3);
  expect(daysBetween('2020-03-01', '2020-02-28')).toBe(-2);
});

test('a moment has its own day in each zone', () => {
  const strike = new Date('2020-01-02T21:47:00Z');
  expect(dayAt(strike, 'Asia/Baghdad')).toBe('2020-01-03');
  expect(dayAt(strike, 'America/New_York')).toBe('2020-01-02');
  expect(dayAt(strike, 'Nowhere/Unknown')).toBe('2020-01-02');
});
