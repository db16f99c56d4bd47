// What a page says of its own address, and where it is believed.
import { describe, expect, test } from 'vitest';
import { isSameSite, titleKey, whereabouts } from '../../../core/annotation/kept/index.ts';

const at = (url: string, canonical: string | null, title = 'A raid on the base') =>
  whereabouts(url, { canonical, title });

describe('an address that a page states is believed', () => {
  test.each([
    [
      'where only its query is shorter',
      'https://a.example/raid-on-the-base?x=1',
      'https://a.example/raid-on-the-base',
    ],
    [
      'where its number is in both',
      'https://a.example/news/50966958?x=1',
      'https://a.example/world/raid-50966958',
    ],
    [
      'where the words are the same',
      'https://a.example/live/raid-on-the-base',
      'https://www.a.example/world/2019/raid-on-the-base.html',
    ],
    [
      'where it leaves the edition out',
      'https://edition.a.example/raid-on-the-base',
      'https://a.example/raid-on-the-base',
    ],
    [
      'where its id is part of the query',
      'https://a.example/read?id=5&lang=de',
      'https://a.example/read?id=5',
    ],
  ])('%s', (_, url, canonical) => {
    const key = whereabouts(canonical, { canonical: null, title: '' })?.key;
    const found = at(url, canonical);
    expect(found?.key).toBe(key);
    expect(found?.link).toBeNull();
    // The address itself leads to the page as well.
    expect(found?.keys).toHaveLength(2);
  });
});

describe('it is looked at, but not believed', () => {
  test.each([
    ['where nothing speaks for it', 'https://a.example/?p=12', 'https://a.example/2019/12/raid-on-the-base'],
    [
      'where a page moved on in place and still states the one before',
      'https://a.example/strike-kills-general-51000002',
      'https://a.example/raid-on-the-base-50966958',
    ],
    [
      'where it is the first page of many',
      'https://a.example/raid-on-the-base/2',
      'https://a.example/raid-on-the-base',
    ],
    [
      'where it is the live blog that an entry is in',
      'https://a.example/live-on-iraq/update-77',
      'https://a.example/live-on-iraq',
    ],
  ])('%s', (_, url, canonical) => {
    const found = at(url, canonical);
    expect(found?.key).toBe(whereabouts(url, { canonical: null, title: '' })?.key);
    expect(found?.link).toBe(whereabouts(canonical, { canonical: null, title: '' })?.key);
  });
});

describe('it counts for nothing', () => {
  test.each([
    ['the front page', 'https://a.example/raid-on-the-base', 'https://a.example/'],
    ['a section', 'https://a.example/world/raid-on-the-base', 'https://a.example/world'],
    ['a section that is not above it', 'https://a.example/raid-on-the-base', 'https://a.example/world/iraq'],
    ['one script for all articles', 'https://a.example/read?id=5', 'https://a.example/read'],
    ['another site', 'https://a.example/raid-on-the-base', 'https://b.example/raid-on-the-base'],
    [
      'a neighbour on the same host of pages',
      'https://ann.pages.example/raid-on-the-base',
      'https://bob.pages.example/raid-on-the-base',
    ],
    ['no address', 'https://a.example/raid-on-the-base', 'raid'],
    ['a script', 'https://a.example/raid-on-the-base', 'javascript:alert(1)'],
  ])('%s', (_, url, canonical) => {
    const found = at(url, canonical);
    expect(found?.keys).toEqual([whereabouts(url, { canonical: null, title: '' })?.key]);
    expect(found?.link).toBeNull();
  });
});

test('one site is another’s part only where the whole domain is the other’s', () => {
  expect(isSameSite('edition.a.example', 'a.example')).toBe(true);
  expect(isSameSite('a.co.uk', 'b.a.co.uk')).toBe(true);
  expect(isSameSite('a.example', 'ba.example')).toBe(false);
  expect(isSameSite('co.uk', 'a.co.uk')).toBe(false);
  expect(isSameSite('uk', 'co.uk')).toBe(false);
});

test('a title tells articles apart by its words, and says nothing where it has but two', () => {
  expect(titleKey('A “raid” on the base')).toBe(titleKey('A raid on the Base '));
  expect(titleKey('A raid on the base')).not.toBe(titleKey('A raid on a base'));
  expect(titleKey('Live Updates')).toBe('');
  expect(titleKey('آخر الأخبار اليوم في العراق')).not.toBe('');
});
