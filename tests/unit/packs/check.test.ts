import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { Event } from '../../../core/knowledge/event.ts';
import { problemsOf } from '../../../packs/build/check/rules.ts';
import { inWords } from '../../../packs/build/problem.ts';
import { entity, event, IRAQ, OPENED, pack, person, SOURCE } from './made-up.ts';

const found = (entities: readonly Entity[], events: readonly Event[] = []) =>
  problemsOf(pack(entities, events)).map(inWords);

const name = (text: string, type = 'alias') => ({ text, lang: 'en', type, match: 'any-case' });
const role = (fields: object) => ({ role: 'President of Iraq', org: 'Q796', ...fields });
const inIraq = { kind: 'city', facets: ['place'], relations: [{ type: 'located_in', to: 'Q796' }] };
const A = 'starter:a';
const B = 'starter:b';
const DAY = 'starter:2020-05-01-a';

test('made-up records in which nothing is wrong pass', () => {
  expect(
    found(
      [
        person(A, { roles: [role({ from: '2018-10-02', to: '2022-10-17' })], born: '1960' }),
        person(B, { roles: [role({ from: '2022-10-17', asOf: '2025-01' })] }),
        entity('starter:mosul', { ...inIraq, geo: { lat: 36.34, lon: 43.12 } }),
      ],
      [event(DAY)],
    ),
  ).toEqual([]);
});

describe('of one record the check refuses', () => {
  test.each<[string, Entity, RegExp]>([
    ['an entity without a label', entity(A, { names: [name('Alias')] }), /no label/],
    ['a description that is too long', entity(A, { description: 'x'.repeat(161) }), /description/],
    [
      'a reference into the void',
      entity(A, { relations: [{ type: 'part_of', to: 'Q9' }] }),
      /Q9, which is not/,
    ],
    ['an office of nobody’s', person(A, { roles: [role({ org: 'Q9', from: '2019' })] }), /Q9, which is not/],
    ['a life that ends before it begins', person(A, { born: '1960', died: '1950' }), /before it begins 1960/],
    ['a role without a date', person(A, { roles: [role({})] }), /no date at all/],
    ['a role that ends first', person(A, { roles: [role({ from: '2020', to: '2019' })] }), /ends 2019/],
    [
      'a role with an end, and yet still held',
      person(A, { roles: [role({ to: '2019', asOf: '2018' })] }),
      /asOf/,
    ],
    ['a role before birth', person(A, { born: '1990', roles: [role({ from: '1980' })] }), /held before 1990/],
    [
      'a role after death',
      person(A, { died: '2019', roles: [role({ from: '2018', to: '2020' })] }),
      /after 2019/,
    ],
    ['a role that is to come', person(A, { roles: [role({ from: '2027' })] }), /2027, which is to come/],
    [
      'a relation that ends first',
      entity(A, { relations: [{ type: 'part_of', to: 'Q796', from: '2020', until: '2019' }] }),
      /part_of: ends 2019/,
    ],
    [
      'a background of tomorrow',
      person(A, { background: { text: 'x', asOf: '2027', sources: [SOURCE] } }),
      /2027/,
    ],
    ['a person without a background', person(A, { background: undefined }), /without a background/],
    ['an armed group without one', entity(A, { kind: 'armed_group' }), /a group without a background/],
    [
      'a place in another country',
      entity(A, { ...inIraq, geo: { lat: 35.7, lon: 51.4 } }),
      /said to be in IQ.*is in IR/,
    ],
    ['a place in the sea', entity(A, { ...inIraq, geo: { lat: 26.5, lon: 53 } }), /said to be in IQ/],
    [
      'a person described by what they hold',
      person(A, { description: 'Politician in office since 2019' }),
      /since 2019/,
    ],
    ['a person described as current', person(A, { description: 'Current leader of a party' }), /Current/],
    [
      'a person described by what they were',
      person(A, { description: 'Former prime minister' }),
      /Former prime minister/,
    ],
    [
      'a person described by their end',
      person(A, { description: 'Commander, killed in a strike' }),
      /how it ended/,
    ],
    ['a description that ends like a sentence', entity(A, { description: 'A body.' }), /full stop/],
    ['a tab', entity(A, { description: 'A\tbody' }), /a tab/],
    [
      'two spaces in a row',
      entity(A, { names: [name(A, 'label'), name('Two  words')] }),
      /name “Two {2}words” has two/,
    ],
  ])('%s', (_, broken, words) => {
    expect(found([broken])).toEqual([expect.stringMatching(words)]);
  });

  test('a source that is to come', () => {
    const late = event(DAY, { sources: [{ ...OPENED, published: '2027' }] });
    expect(found([], [late])).toEqual([expect.stringMatching(/published on 2027, which is to come/)]);
  });
});

describe('of offices', () => {
  const held = (one: object, other: object, title = 'President of Iraq') =>
    found([
      person(A, { roles: [{ role: title, org: 'Q796', ...one }] }),
      person(B, { roles: [{ role: title, org: 'Q796', ...other }] }),
    ]);
  const acting = { role: 'Acting President of Iraq', from: '2018', to: '2020' };

  test.each<[string, object, object, string?]>([
    ['that change hands on one day', { from: '2018', to: '2020-05-01' }, { from: '2020-05-01' }],
    ['whose dates are not exact enough to clash', { from: '2018', to: '2020' }, { from: '2020-03' }],
    ['that somebody holds in another’s place', acting, { from: '2019-02-01', to: '2019-09' }],
    ['that are disputed', { role: 'President of Iraq (disputed)', from: '2018' }, { from: '2019' }],
    ['that several hold by their nature', { from: '2018' }, { from: '2019' }, 'Member of the Presidency'],
    ['of another country', { from: '2018' }, { from: '2019', org: A }],
  ])('those %s pass', (_, one, other, title) => {
    expect(held(one, other, title)).toEqual([]);
  });

  test.each<[string, object, object]>([
    ['overlap by more than a day', { from: '2018', to: '2020-05-03' }, { from: '2020-05-01' }],
    ['go on although another has followed', { from: '2018' }, { from: '2020-05-01' }],
    ['were still held after another had followed', { from: '2018', asOf: '2021' }, { from: '2020-05-01' }],
  ])('those that %s are refused', (_, one, other) => {
    expect(held(one, other)).toEqual([expect.stringMatching(/starter:a.*at one time with starter:b/)]);
  });

  test('a term that one person holds twice is refused', () => {
    const twice = person(A, {
      roles: [role({ from: '2018', to: '2020' }), role({ from: '2019-02', to: '2020-05' })],
    });
    expect(found([twice])).toEqual([expect.stringMatching(/two terms at one time/)]);
  });

  test('a time when nobody held one is only noted', () => {
    expect(held({ from: '2018', to: '2019-01-31' }, { from: '2019-06-01' })).toEqual([
      'note: starter:b: President of Iraq: nobody from 2019-01-31 to 2019-06-01',
    ]);
  });
});

describe('of several records the check', () => {
  test('refuses what is there twice', () => {
    expect(found([entity(A, { label: 'One' }), entity(A, { label: 'Two' })])).toEqual([
      'starter:a: starter:a: there twice',
    ]);
  });

  test.each([
    ['Wikidata', { ids: { wikidata: 'Q5' } }],
    ['GeoNames', { ids: { geonames: '5' } }],
  ])('refuses two entities of one %s number', (which, ids) => {
    expect(found([entity(A, ids), entity(B, ids)])).toEqual([
      expect.stringMatching(`${which} .*two entities`),
    ]);
  });

  test('refuses two of one label, kind and country, and asks about two that are only called alike', () => {
    const one = person(A, { label: 'Jan Novák', relations: [{ type: 'citizen_of', to: 'Q796' }] });
    const same = person(B, { label: 'Jan Novák', relations: [{ type: 'citizen_of', to: 'Q796' }] });
    const alike = person(B, { label: 'Jan Novak' });
    expect(found([one, same])).toContainEqual(
      expect.stringMatching(/^starter:a, starter:b: .*share this label/),
    );
    expect(found([one, alike])).toEqual([expect.stringMatching(/^warning: .*called “jan novak”/)]);
  });

  test('does not ask about a name that is known to be others’ too', () => {
    const party = (id: string, label: string) =>
      entity(id, { names: [name(label, 'label'), { ...name('Liberal Party'), match: 'needs-context' }] });
    expect(found([party(A, 'Liberals of the North'), party(B, 'Liberal Party')])).toEqual([]);
  });

  test('asks about a person whose name is another one’s alias', () => {
    const other = person(B, { label: 'John', names: [name('John', 'label'), name('Jan Novak')] });
    expect(found([person(A, { label: 'Jan Novak' }), other])).toEqual([
      expect.stringMatching(/^warning: .*under several ids/),
    ]);
  });
});

describe('of events the check refuses', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['one at a place that is not there', { places: ['starter:nowhere'] }, /nowhere, which is not/],
    [
      'one with somebody who is not there',
      { actors: [{ id: 'starter:no', role: 'actor' }] },
      /starter:no, which/,
    ],
    [
      'one that answers what is not there',
      { links: [{ type: 'response_to', to: 'starter:no' }] },
      /starter:no, which/,
    ],
    ['one without a source', { sources: [] }, /no source/],
    ['one whose sources nobody opened', { sources: [SOURCE] }, /no source that was opened/],
    [
      'one whose address is a copy on another site',
      { sources: [{ publisher: 'BBC News', url: 'https://notbbc.com/news/1' }] },
      /BBC News is not at notbbc.com: say “BBC News via …”/,
    ],
    ['more dead at least than at most', { deaths: { low: 9, high: 3 } }, /deaths 9, 9, 3/],
    ['a weight of nothing', { weight: 0 }, /a weight of 0/],
    ['a title that ends like a sentence', { title: 'It rains.' }, /title ends with a full stop/],
  ])('%s', (_, fields, words) => {
    expect(found([], [event(DAY, fields)])).toContainEqual(expect.stringMatching(words));
  });

  test('but not one at its publisher, one that says who printed it, or what an agency wrote', () => {
    const sources = [
      { publisher: 'BBC News', url: 'https://news.bbc.co.uk/1' },
      { publisher: 'BBC News via KESQ', url: 'https://kesq.com/1' },
      { publisher: 'Reuters', url: 'https://jpost.com/1' },
    ];
    expect(found([], [event(DAY, { sources })])).toEqual([]);
  });

  test('one that is to come', () => {
    const later = event('starter:2027-01-a', { date: { edtf: '2027-01' } });
    expect(found([], [later])).toContainEqual(expect.stringMatching(/2027-01 is to come/));
  });

  test('one whose id tells of another day', () => {
    const other = event(DAY, { date: { edtf: '2021-05-01' } });
    expect(found([], [other])).toContainEqual(
      expect.stringMatching(/the id says 2020-05-01, the date 2021-05-01/),
    );
  });

  test('one with the title of another', () => {
    const [one, other] = [
      event(DAY, { title: 'Coup' }),
      event('starter:2021-02-b', { title: 'Coup', date: { edtf: '2021-02' } }),
    ];
    expect(found([], [one, other])).toContainEqual(
      expect.stringMatching(/2021-02-b: has the title of starter:2020-05-01-a/),
    );
  });

  test('an answer to what came later', () => {
    const later = event('starter:2022-b', { date: { edtf: '2022' } });
    const answer = event(DAY, { links: [{ type: 'response_to', to: 'starter:2022-b' }] });
    expect(found([], [answer, later])).toContainEqual(
      expect.stringMatching(/answers starter:2022-b, which is later/),
    );
  });
});

describe('the check asks about', () => {
  test.each<[string, Entity[], Event[], RegExp]>([
    ['words that take a side', [], [event(DAY, { summary: 'The terrorist was eliminated.' })], /eliminated/],
    ['an event without a place', [], [event(DAY, { places: [] })], /no place/],
    [
      'an event with nobody in it',
      [],
      [event(DAY, { actors: [], type: { plover: 'ASSAULT', mode: [], context: [] } })],
      /nobody in it/,
    ],
    [
      'somebody who takes part after death',
      [person(A, { died: '2019' })],
      [event(DAY, { actors: [{ id: A, role: 'actor' }] })],
      /takes part on 2020-05-01, but ended 2019/,
    ],
    [
      'an event that is known from older sources only',
      [],
      [event(DAY, { sources: [{ ...OPENED, published: '2019' }] })],
      /older than 2020-05-01/,
    ],
    [
      'an office held in childhood',
      [person(A, { born: '2000', roles: [role({ from: '2015' })] })],
      [],
      /younger/,
    ],
    [
      'a description that names an office',
      [person(A, { description: 'President of Iraq' })],
      [],
      /name an office/,
    ],
    [
      'two events of one day with the same actors',
      [entity(A)],
      [
        event(DAY, {
          actors: [
            { id: A, role: 'actor' },
            { id: 'Q796', role: 'recipient' },
          ],
        }),
        event('starter:2020-05-01-b', {
          actors: [
            { id: A, role: 'actor' },
            { id: 'Q796', role: 'host' },
          ],
        }),
      ],
      /one event\? Both on 2020-05-01/,
    ],
  ])('%s', (_, entities, events, words) => {
    expect(found(entities, events)).toContainEqual(expect.stringMatching(words));
    expect(found(entities, events).filter((line) => !line.startsWith('warning'))).toEqual([]);
  });

  test('not about words that state a fact', () => {
    const summary =
      'Washington put the group on its list of foreign terrorist organisations. It declared others terrorists.';
    expect(found([], [event(DAY, { summary })])).toEqual([]);
  });
});

test('Simferopol passes in Ukraine, by the reviewed list, and not in Iraq', () => {
  const ukraine = entity('Q212', {
    kind: 'country',
    facets: ['place'],
    ids: { iso2: 'UA', wikidata: 'Q212' },
  });
  const simferopol = (country: string) =>
    entity(A, {
      ...inIraq,
      relations: [{ type: 'located_in', to: country }],
      geo: { lat: 44.95, lon: 34.1 },
    });
  expect(found([ukraine, simferopol('Q212')])).toEqual([]);
  expect(found([ukraine, simferopol(IRAQ.id)])).toHaveLength(1);
});
