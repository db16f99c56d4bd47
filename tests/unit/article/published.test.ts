import { describe, expect, test } from 'vitest';
import { publishedFrom, publishedInAddress } from '../../../core/article/published.ts';

const now = new Date('2020-01-02T12:00:00Z');
const day = '2019-12-31';

const dates: [text: unknown, day: string, instant?: string][] = [
  ['2019-12-31', day],
  ['2019-12-31T23:30:00-05:00', day, '2019-12-31T23:30:00-05:00'],
  ['2019-12-31T23:30:00.000Z', day, '2019-12-31T23:30:00Z'],
  ['2019-12-31T23:30:00-0500', day, '2019-12-31T23:30:00-05:00'],
  ['2019-12-31 23:30:00', day],
  ['2019-12-31T23:30', day],
  ['20191231', day],
  ['20191231T233000Z', day, '2019-12-31T23:30:00Z'],
  ['Tue, 31 Dec 2019 23:30:00 GMT', day, '2019-12-31T23:30:00Z'],
  ['Tue, 31 Dec 2019 23:30:00 +0330', day, '2019-12-31T23:30:00+03:30'],
  // Whose EST, New York's or Sydney's, nobody says.
  ['Tue, 31 Dec 2019 23:30:00 EST', day],
  ['Tue Dec 31 23:30:09 EST 2019', day],
  ['Dec. 31, 2019', day],
  ['December 31, 2019, 5:04 p.m.', day],
  ['31 December 2019', day],
  ['12/31/2019 09:49:00', day],
  ['31/12/2019', day],
  ['31.12.2019', day],
  ['2019年12月31日', day],
  ['1577835000', day, '2019-12-31T23:30:00.000Z'],
  [1577835000000, day, '2019-12-31T23:30:00.000Z'],
  ['2019-12-31T25:00:00Z', day],
];

describe('a date is read as the page writes it', () => {
  test.each(dates)('%s', (text, expectedDay, instant) => {
    const expected = instant === undefined ? { day: expectedDay } : { day: expectedDay, instant };
    expect(publishedFrom(text, { explicit: true, now })).toEqual(expected);
  });
});

const refused: [text: unknown, why: string][] = [
  ['05/06/2019', 'May or June'],
  ['2019-02-31', 'no such day'],
  ['2019-13-01', 'no such month'],
  ['1970-01-01T00:00:00Z', "a clock's zero"],
  ['0001-01-01', 'an empty field'],
  ['2020-01-04', 'after tomorrow'],
  ['yesterday', 'no date'],
  ['', 'nothing'],
  [`${' '.repeat(1_000_000)}2019-12-31`, 'a date behind a megabyte'],
  [{ day }, 'no text'],
  [null, 'null'],
];

describe('what can be no date of publication', () => {
  test.each(refused)('%s: %s', (text) => {
    expect(publishedFrom(text, { explicit: true, now })).toBeNull();
  });
});

test('tomorrow is allowed: it has begun east of here', () => {
  expect(publishedFrom('2020-01-03', { explicit: false, now })).toEqual({ day: '2020-01-03' });
});

test('a story of 1979 is believed only where the page says that it was published then', () => {
  expect(publishedFrom('1979-11-05', { explicit: true, now })).toEqual({ day: '1979-11-05' });
  expect(publishedFrom('1979-11-05', { explicit: false, now })).toBeNull();
});

test.each([
  ['https://news.example/2019/12/31/talks', day],
  ['https://news.example/world/2019/dec/31/talks', day],
  ['https://news.example/a/20191231-talks', day],
  ['https://news.example/2019-12-31/talks', day],
])('the address %s has a day', (address, expected) => {
  expect(publishedInAddress(address, now)).toEqual({ day: expected });
});

test.each([
  'https://news.example/story/71496416',
  'https://news.example/2019/99/31/x',
  'https://news.example/2031/12/31/x',
])('the address %s has none', (address) => {
  expect(publishedInAddress(address, now)).toBeNull();
});
