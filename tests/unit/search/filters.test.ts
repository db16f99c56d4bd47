// Filters combine, and say beforehand what each further choice would leave.
import { expect, test } from 'vitest';
import { PageKey } from '../../../core/annotation/kept/index.ts';
import { BAGHDAD, IRAN, pageAt, passage, shelf, TRUMP } from './shelf.ts';

const other = PageKey.parse('other.example/2026');
const { find, choices } = shelf(
  [
    passage('both', 'Iran and Trump', { names: [IRAN, TRUMP], tags: ['war'], colour: 'green' }),
    passage('iran', 'Iran alone', { names: [IRAN, BAGHDAD], tags: ['war', 'oil'] }),
    passage('later', 'Somewhere else', { page: other, made: '2026-07-01T00:00:00Z', colour: 'pink' }),
    passage('binned', 'Thrown away', { deleted: '2026-04-01T00:00:00Z' }),
    passage('revived', 'Changed since', { deleted: '2026-04-01T00:00:00Z', revived: true }),
  ],
  [pageAt('news.example/raid'), pageAt(other, { site: 'other.example', published: null, title: 'Undated' })],
);
const found = (filters: Parameters<typeof choices>[1]) => find('', { filters: filters ?? {} }).sort();

test('what is in the bin is shown only there, and what was changed since there and by itself', () => {
  expect(found({})).toEqual(['both', 'iran', 'later']);
  expect(found({ state: 'bin' })).toEqual(['binned', 'revived']);
  expect(found({ state: 'changed' })).toEqual(['revived']);
});

test('two tags, or two actors, are both asked for; two colours, or two sites, are one or the other', () => {
  expect(found({ tags: ['war'] })).toEqual(['both', 'iran']);
  expect(found({ tags: ['war', 'oil'] })).toEqual(['iran']);
  expect(found({ actors: [IRAN.entity, TRUMP.entity] })).toEqual(['both']);
  expect(found({ colours: ['green', 'pink'] })).toEqual(['both', 'later']);
  expect(found({ sites: ['news.example', 'other.example'] })).toEqual(['both', 'iran', 'later']);
});

test('a country is an actor and a place, a city a place alone, a person an actor alone', () => {
  expect(found({ places: [IRAN.entity] })).toEqual(['both', 'iran']);
  expect(found({ places: [BAGHDAD.entity] })).toEqual(['iran']);
  expect(found({ actors: [BAGHDAD.entity] })).toEqual([]);
  expect(found({ places: [TRUMP.entity] })).toEqual([]);
});

test('a time is that of the article, or of the keeping where it has none, or of the keeping throughout', () => {
  expect(found({ from: '2019-12-31', to: '2019-12-31' })).toEqual(['both', 'iran']);
  expect(found({ from: '2026-07-01' })).toEqual(['later']);
  expect(found({ from: '2026-03-01', to: '2026-03-01', by: 'kept' })).toEqual(['both', 'iran']);
});

test('filters of different kinds combine, with each other and with words', () => {
  expect(found({ tags: ['war'], colours: ['green'] })).toEqual(['both']);
  expect(found({ tags: ['oil'], colours: ['green'] })).toEqual([]);
  expect(find('trump', { filters: { tags: ['war'] } })).toEqual(['both']);
});

test('choices are counted among what is found, the most frequent first', () => {
  const { tags, actors, sites } = choices('');
  expect(tags).toEqual([
    { value: 'war', name: 'war', count: 2 },
    { value: 'oil', name: 'oil', count: 1 },
  ]);
  expect(actors).toEqual([
    { value: 'Q794', name: 'Iran', count: 2 },
    { value: 'Q22686', name: 'Donald Trump', count: 1 },
  ]);
  expect(sites.map(({ value, count }) => [value, count])).toEqual([
    ['news.example', 2],
    ['other.example', 1],
  ]);
});

test('a chosen colour leaves the others to be chosen too; a chosen tag narrows the tags', () => {
  expect(
    choices('', { colours: ['green'] })
      .colours.map(({ value }) => value)
      .sort(),
  ).toEqual(['green', 'pink', 'yellow']);
  expect(
    choices('', { tags: ['oil'] })
      .tags.map(({ value }) => value)
      .sort(),
  ).toEqual(['oil', 'war']);
  expect(choices('', { colours: ['green'] }).tags.map(({ value }) => value)).toEqual(['war']);
});

test('the bin counts what was changed since', () => {
  const counted = Object.fromEntries(choices('').state.map(({ value, count }) => [value, count]));
  expect(counted).toEqual({ kept: 3, bin: 2, changed: 1 });
});
