import { describe, expect, test } from 'vitest';
import { wordFacet, wordLife, wordRole } from '../../../components/entity-words.ts';
import { wordError } from '../../../components/error-words.ts';
import {
  wordDeaths,
  wordDistance,
  wordEventReasons,
  wordFlags,
  wordSpan,
} from '../../../components/event-words.ts';
import { wordReason } from '../../../components/reason-words.ts';
import { wordWhen } from '../../../components/words.ts';
import { RoleThen } from '../../../core/knowledge/backstory.ts';
import { ErrorCode } from '../../../messaging/result.ts';
import { before, event, hezbollah, mention, premier } from '../../browser/components/told.ts';

const DAY = '2019-12-31';

describe('the role on the article’s date', () => {
  const cases = [
    {
      held: {
        role: { role: 'President of the United States', from: '2017-01-20', to: '2021-01-20' },
        held: 'on',
      },
      words: ['On 31 December 2019:', 'President of the United States', 'since 20 January 2017'],
    },
    {
      held: { role: { role: 'Prime Minister', to: '2019-11-29' }, orgName: 'Iraq', held: 'until' },
      words: ['Until 29 November 2019:', 'Prime Minister, Iraq', ''],
    },
    {
      held: {
        role: { role: 'Commander of the Quds Force', from: '1998' },
        orgName: 'Quds Force',
        held: 'on',
      },
      words: ['On 31 December 2019:', 'Commander of the Quds Force', 'since 1998'],
    },
    {
      held: { role: { role: 'Governor', asOf: '2018-03' }, held: 'seen' },
      words: ['Known as of March 2018:', 'Governor', ''],
    },
    {
      held: { role: { role: 'Minister', from: '2017-06-01', asOf: '2018-03' }, held: 'seen' },
      words: ['Known as of March 2018:', 'Minister', 'since 1 June 2017'],
    },
    {
      held: { role: { role: 'Speaker', from: '2015-01-01', to: '2019' }, held: 'until' },
      words: ['Until 2019:', 'Speaker', ''],
    },
    {
      held: { role: { role: 'Judge', from: '2019', asOf: '2026' }, held: 'from' },
      words: ['From 2019:', 'Judge', ''],
    },
    { held: { role: { role: 'Mayor' }, held: 'before' }, words: ['Before:', 'Mayor', ''] },
  ];
  test.each(cases)('$words.0 $words.1', ({ held, words }) => {
    const { when, role, since } = wordRole(RoleThen.parse(held), DAY);
    expect([when, role, since]).toEqual(words);
  });
});

test('a death after the article’s date is not told beside the name', () => {
  const died = { ...premier, to: '2020-01-03' };
  expect(wordLife(died, DAY)).toEqual(['born 1942']);
  expect(wordLife(died, '2020-06-01')).toEqual(['born 1942', 'died 3 January 2020']);
  expect(wordLife(hezbollah, DAY)).toEqual(['founded 1982']);
});

describe('which side of a name is meant', () => {
  const iran = { entity: 'Q794', name: 'Iran', kind: 'country' } as const;
  test('a capital that stands for its government says so', () => {
    const reasons = [{ code: 'name', type: 'metonym', name: 'Tehran' } as const];
    expect(wordFacet(mention({ ...iran, facet: 'actor', reasons }))).toBe(
      'here, “Tehran” means its government',
    );
  });
  test('a country that acts is its government, else the place', () => {
    expect(wordFacet(mention({ ...iran, facet: 'actor' }))).toBe('here: its government');
    expect(wordFacet(mention({ ...iran, facet: 'place' }))).toBe('here: the place');
  });
  test('a group has one side, so nothing is said', () => expect(wordFacet(mention())).toBe(''));
});

test.each([
  [undefined, ''],
  [{ low: 0 }, ''],
  [{ low: 0, best: 0, high: 0 }, ''],
  [{ low: 1, best: 1, high: 1 }, '1 person killed'],
  [{ low: 19, best: 25, high: 25 }, '19 to 25 people killed'],
  [{ low: 180, best: 304, high: 1500 }, '180 to 1,500 people killed, most likely 304'],
  [{ low: 300 }, 'at least 300 people killed'],
])('deaths %j are worded “%s”', (deaths, words) => expect(wordDeaths(deaths)).toBe(words));

test.each([
  [1, '1 day'],
  [13, '13 days'],
  [35, '5 weeks'],
  [108, '4 months'],
  [3835, '10 years'],
])('%i days are “%s”', (days, words) => expect(wordSpan(days)).toBe(words));

test.each([
  ['2019-12-27', '4 days before'],
  ['2020-01-03', '3 days after'],
  ['2019-10-01/2021', 'the same day'],
  ['2019', 'the same day'],
])('%s lies “%s”', (edtf, words) => expect(wordDistance(edtf, DAY)).toBe(words));

test.each([
  ['2019-11-24/2019-11-25', '24 – 25 November 2019'],
  ['2019-11-29/2019-12-01', '29 November – 1 December 2019'],
  ['2019-10-01/2021', '1 October 2019 – 2021'],
  ['2019-10', 'October 2019'],
])('%s is written “%s”', (edtf, words) => expect(wordWhen(edtf)).toBe(words));

test('what goes on beyond the article’s day has no end yet', () => {
  expect(wordWhen('2019-10-01/2021', '2019-12-31')).toBe('since 1 October 2019');
  expect(wordWhen('2019-10-01/2021', '2022-01-01')).toBe('1 October 2019 – 2021');
  expect(wordWhen('2020-03-11/2020-03-12', '2019-12-31')).toBe('11 – 12 March 2020');
});

test('a machine’s guess and a dispute are named', () => {
  expect(wordFlags(event('x', '2019-01-01', 'X', { status: 'disputed', confidence: 0.615 }))).toEqual([
    'disputed',
    'coded by machine, 62 % sure',
  ]);
  expect(wordFlags(event('y', '2019-01-01', 'Y'))).toEqual([]);
});

describe('why an event is shown', () => {
  test('names, nearness, weight', () => {
    expect(before.slice(0, 3).map((one) => wordEventReasons(one, DAY))).toEqual([
      'names United States; 4 days before',
      'names Hezbollah; in Beirut; 5 weeks before',
      'names Iran; a turning point',
    ]);
  });
  test('on the card of Hezbollah, that Hezbollah is named goes without saying', () => {
    const clashes = before[1] ?? event('x', '2019', 'X');
    expect(wordEventReasons(clashes, DAY, 'starter:hezbollah')).toBe('in Beirut; 5 weeks before');
  });
});

describe('why a name was linked', () => {
  test.each([
    [{ code: 'name', type: 'label', name: 'Iran' } as const, '“Iran” is its name'],
    [{ code: 'name', type: 'metonym', name: 'Tehran' } as const, '“Tehran” is often used for Iran'],
    [{ code: 'name', type: 'toString', name: 'X' } as const, '“X” is another name of Iran'],
    [{ code: 'usual', share: 1 } as const, 'Of 100 times that the name is used, 99 mean this'],
    [{ code: 'context', asks: 'place', word: 'in' } as const, '“in” beside it asks for a place'],
    [
      { code: 'doubt', why: 'ambiguous', detail: 'Jordan' } as const,
      'Against it: the name has other meanings (Jordan)',
    ],
  ])('%j', (reason, words) => expect(wordReason(reason, 'Iran')).toBe(words));
});

test.each(ErrorCode.options)('the error %s says what happened, what was kept, what to do', (code) => {
  const { what, kept, todo } = wordError(code);
  for (const sentence of [what, kept, todo]) expect(sentence).toMatch(/^[A-Z].+\.$/);
});

test('an unknown code, or the name of a built-in property, still has words', () => {
  expect(wordError('constructor')).toBe(wordError('internal'));
});
