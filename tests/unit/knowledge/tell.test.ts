import { describe, expect, test } from 'vitest';
import { tell } from '../../../core/knowledge/index.ts';
import { rolesOn } from '../../../core/knowledge/roles.ts';
import { whenOf } from '../../../core/knowledge/when.ts';
import { entity, event, knowledgeOf, world } from '../small-world.ts';

const limit = { before: 20, since: 20 };
const id = (text: string) => entity(text, 'city', ['x']).id;
const iran = id('Q794');

async function backstory(
  events: ReturnType<typeof event>[],
  about: string[],
  among: [string, number][] = [],
  day: string | null = '2019-12-31',
  more: ReturnType<typeof entity>[] = [],
) {
  const question = {
    about: about.map(id),
    published: day === null ? null : { day },
    among: among.map(([entity, weight]) => ({ id: id(entity), weight })),
    limit,
  };
  return tell(question, await knowledgeOf([...world, ...more], events), '2026-11-22');
}

describe('before and since', () => {
  test('the article’s day parts what had happened from what came later', async () => {
    const told = await backstory(
      [
        event('first', '2019-05-01', ['Q794']),
        event('today', '2019-12-31', ['Q794']),
        event('later', '2020-01-03', ['Q794']),
      ],
      ['Q794'],
    );
    expect(told.before.map(({ title, when }) => [title, when])).toEqual([
      ['today', 'same-day'],
      ['first', 'before'],
    ]);
    expect(told.since.map(({ title }) => title)).toEqual(['later']);
  });

  test('an undated article counts as of today, and says so', async () => {
    const told = await backstory([event('later', '2020-01-03', ['Q794'])], ['Q794'], [], null);
    expect(told).toMatchObject({ asOf: '2026-11-22', assumedToday: true, since: [] });
    expect(told.before).toHaveLength(1);
  });

  test.each([
    [
      'Baghdad’s night is Washington’s evening before',
      { day: '2020-01-02', instant: '2020-01-02T18:00:00-05:00' },
      'same-day',
    ],
    [
      'an hour before the strike it had not happened',
      { day: '2020-01-02', instant: '2020-01-02T15:00:00-05:00' },
      'after',
    ],
    ['an American paper of the day before', { day: '2020-01-02' }, 'same-day'],
    ['the day at the place itself', { day: '2020-01-03' }, 'same-day'],
    ['two days before', { day: '2020-01-01' }, 'after'],
    ['the day after', { day: '2020-01-04' }, 'before'],
  ] as const)('%s', (_, published, expected) => {
    const date = {
      edtf: '2020-01-03',
      tz: 'Asia/Baghdad',
      elsewhere: [{ edtf: '2020-01-02', tz: 'America/New_York' }],
    };
    expect(whenOf(date, published)).toBe(expected);
  });
});

describe('which events come first', () => {
  test('one that shares a rarely named actor, before one that shares a country', async () => {
    const common = Array.from({ length: 30 }, (_, n) => event(`common-${n}`, '2019-12-01', ['Q30']));
    const told = await backstory(
      [...common, event('telling', '2019-12-01', ['test:kataib'])],
      ['Q30', 'test:kataib'],
    );
    expect(told.before[0]?.title).toBe('telling');
    expect(told.before[0]?.reasons[0]).toMatchObject({ code: 'actor', name: "Kata'ib Hezbollah" });
  });

  test('the nearer of two alike, and the weightier of two alike', async () => {
    const told = await backstory(
      [event('far', '2015-01-01', ['Q794']), event('near', '2019-12-01', ['Q794'])],
      ['Q794'],
    );
    expect(told.before.map(({ title }) => title)).toEqual(['near', 'far']);
    const weighty = await backstory(
      [
        event('light', '2019-12-01', ['Q794'], [], { weight: 0.1 }),
        event('heavy', '2019-12-01', ['Q794'], [], { weight: 0.9 }),
      ],
      ['Q794'],
    );
    expect(weighty.before.map(({ title }) => title)).toEqual(['heavy', 'light']);
    expect(weighty.before[0]?.reasons).toContainEqual({ code: 'turning-point' });
  });

  test('what a high one answered to comes with it, and says so', async () => {
    const told = await backstory(
      [
        event('cause', '2019-12-27', ['test:kataib']),
        event('answer', '2019-12-29', ['Q30', 'test:kataib'], [], {
          links: [{ type: 'response_to', to: 'test:cause' }],
        }),
      ],
      ['Q30', 'test:kataib'],
    );
    const cause = told.before.find(({ title }) => title === 'cause');
    expect(cause?.reasons).toContainEqual({ code: 'linked', id: 'test:answer', title: 'answer' });
  });

  test('not five days of one siege before the turn of another kind', async () => {
    const siege = ['01', '02', '03', '04'].map((day) =>
      event(`siege-${day}`, `2018-05-${day}`, ['Q794', 'Q796'], [], { weight: 0.6 }),
    );
    const treaty = event('treaty', '2018-04-01', ['Q794', 'Q822'], [], { weight: 0.55 });
    const told = await backstory([...siege, treaty], ['Q794', 'Q796', 'Q822']);
    expect(told.before.map(({ title }) => title).indexOf('treaty')).toBeLessThan(2);
    const scores = told.before.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('on a page about a siege each of its days comes before the treaty', async () => {
    const siege = ['27', '28', '29', '30'].map((day) =>
      event(`siege-${day}`, `2019-12-${day}`, ['Q794', 'Q796'], [], { weight: 0.6 }),
    );
    const treaty = event('treaty', '2018-04-01', ['Q794', 'Q822'], [], { weight: 0.55 });
    const told = await backstory([...siege, treaty], ['Q794', 'Q796', 'Q822']);
    expect(told.before.at(-1)?.title).toBe('treaty');
  });

  test('what a state’s own forces did is the state’s deed, more than what somebody in it did', async () => {
    const army = entity('test:army', 'armed_force', ['Army of the North'], {
      relations: [{ type: 'part_of', to: 'Q796' }],
    });
    const party = entity('test:party', 'party', ['Party of the North'], {
      relations: [{ type: 'part_of', to: 'Q796' }],
    });
    const told = await backstory(
      [event('by-a-party', '2019-06-02', ['test:party']), event('by-its-army', '2019-06-01', ['test:army'])],
      ['Q796'],
      [],
      '2019-12-31',
      [army, party],
    );
    expect(told.before.map(({ title }) => title)).toEqual(['by-its-army', 'by-a-party']);
  });

  test('an event that is mostly about others than those on the page comes after one that is about them', async () => {
    const told = await backstory(
      [
        event('between-them', '2019-06-01', ['Q794', 'Q30']),
        event('among-many', '2019-06-01', ['Q794', 'Q30', 'Q822', 'Q858', 'test:kataib']),
      ],
      ['Q794', 'Q30'],
    );
    expect(told.before.map(({ title }) => title)).toEqual(['between-them', 'among-many']);
  });

  test('a card tells only what involves its own entity, its cities included', async () => {
    const told = await backstory(
      [event('in a city', '2019-12-01', [], ['Q168193']), event('elsewhere', '2019-12-01', ['Q822'])],
      ['Q796'],
      [['Q822', 1]],
    );
    expect(told.before.map(({ title }) => title)).toEqual(['in a city']);
  });

  test('a retracted event is never told', async () => {
    const told = await backstory(
      [event('false', '2019-12-01', ['Q794'], [], { status: 'retracted' })],
      ['Q794'],
    );
    expect(told.before).toEqual([]);
  });
});

describe('the role held then', () => {
  const trump = world.find((entity) => entity.id === 'Q22686') ?? entity('Q1', 'person', ['x']);
  test.each([
    ['2016-06-01', []],
    ['2019-12-31', [['2017-01-20', 'on']]],
    ['2021-01-20', [['2017-01-20', 'on']]],
    ['2023-06-01', [['2017-01-20', 'until']]],
    ['2026-01-01', [['2025-01-20', 'on']]],
  ])('on %s', (day, expected) => {
    expect(rolesOn(trump, day).map(({ role, held }) => [role.from, held])).toEqual(expected);
  });

  const told = (roles: readonly object[], day: string, died?: string) => {
    const holder = entity('test:p', 'person', ['P'], {
      roles: roles.map((role) => ({ role: 'Minister', ...role })),
      ...(died !== undefined && { died }),
    });
    return rolesOn(holder, day).map(({ held }) => held);
  };

  test('one of which no end is told is believed for a quarter of a year after it was last seen held', () => {
    for (const role of [{ asOf: '2019-06' }, { from: '2017-03-01', asOf: '2019-06' }]) {
      expect(told([role], '2019-09-30')).toEqual(['on']);
      expect(told([role], '2019-10-01')).toEqual(['seen']);
    }
    expect(told([{ from: '2017-03-01' }], '2030-01-01')).toEqual(['on']);
  });

  test.each([
    [{ from: '2019' }, '2018-12-31', []],
    [{ from: '2019' }, '2019-06-01', ['from']],
    [{ from: '2019' }, '2019-12-31', ['on']],
    [{ from: '2019-03' }, '2019-03-30', ['from']],
    [{ from: '2019-03' }, '2019-03-31', ['on']],
    [{ from: '2015', to: '2019' }, '2019-01-01', ['on']],
    [{ from: '2015', to: '2019' }, '2019-01-02', ['until']],
    [{ from: '2019', to: '2019' }, '2019-06-01', ['from']],
    [{ from: '2019', to: '2019-06' }, '2019-05-01', ['from']],
    [{ from: '2019', to: '2019-06' }, '2019-09-01', ['until']],
    [{ from: '2019', asOf: '2020-06' }, '2019-06-01', ['from']],
    [{ asOf: '2019' }, '2019-02-01', ['seen']],
  ])(
    'is not sure in the month or the year to which its beginning or its end is told: %j on %s',
    (role, day, expected) => {
      expect(told([role], day)).toEqual(expected);
    },
  );

  test('one of which only the end is known may have begun at any time before it', () => {
    expect(told([{ to: '2019-05-01' }], '2010-01-01')).toEqual(['until']);
  });

  test('one that was seen held long ago stays beside another that is over, and beside one that is held', () => {
    const king = { from: '2015-01-23', asOf: '2026-07' };
    expect(told([king, { from: '2015-01-23', to: '2022-09-27' }], '2026-11-23')).toEqual(['seen']);
    expect(told([king, { from: '2026-08-01' }], '2026-11-23')).toEqual(['on', 'seen']);
  });

  test('one that was seen once, and neither began nor ended as far as is known, does not stay', () => {
    expect(told([{ asOf: '2015-03' }, { from: '2018-01-01' }], '2019-12-31')).toEqual(['on']);
  });

  test('nobody holds an office after death', () => {
    const commander = [{ from: '1998' }];
    expect(told(commander, '2020-01-03', '2020-01-03')).toEqual(['on']);
    expect(told(commander, '2020-01-04', '2020-01-03')).toEqual(['before']);
  });
});

test('what the packs do not know is left out, not made up', async () => {
  const told = await backstory([], ['test:nobody']);
  expect(told).toMatchObject({ entities: [], before: [], since: [] });
  expect(iran).toBe('Q794');
});
