import { describe, expect, test } from 'vitest';
import { gdelt } from '../../../core/knowledge/sources/gdelt.ts';
import { hasShared, shared } from '../../shared.ts';
import { eventIn, eventsIn, faults, holdsForAnyCells, read, tally } from './event-rows.ts';

interface Row {
  readonly id?: string;
  readonly day?: string;
  readonly added?: string;
  /** Code, name, country, group, role. */
  readonly one?: readonly [string, string, string, string?, string?];
  readonly two?: readonly [string, string, string, string?, string?];
  readonly code?: string;
  readonly isRoot?: string;
  readonly mentions?: string;
  readonly publishers?: string;
  /** Type, name, FIPS, latitude, longitude. */
  readonly place?: readonly [string, string, string, string, string];
  readonly url?: string;
}

const actor = ([code, name, country, group = '', role = '']: NonNullable<Row['one']>) => [
  code,
  name,
  country,
  group,
  '',
  '',
  '',
  role,
  '',
  '',
];
const NOBODY = ['', '', ''] as const;

const cells = ({
  id = '900000001',
  day = '20191231',
  added = '20191231120000',
  one = ['IRQ', 'BAGHDAD', 'IRQ'],
  two = ['USAMIL', 'AMERICAN TROOPS', 'USA', '', 'MIL'],
  code = '112',
  isRoot = '1',
  mentions = '10',
  publishers = '2',
  place = ['4', 'Baghdad, Baghdad, Iraq', 'IZ', '33.3386', '44.3939'],
  url = 'https://www.news.example/story-1',
}: Row = {}): string[] => {
  const [type, name, fips, lat, lon] = place;
  const elsewhere = Array<string>(8).fill('');
  return [
    ...[id, day, day.slice(0, 6), day.slice(0, 4), '2019.99'],
    ...actor(one),
    ...actor(two),
    ...[
      isRoot,
      code,
      code.slice(0, 3),
      code.slice(0, 2),
      '3',
      '-2.0',
      mentions,
      publishers,
      mentions,
      '-3.1',
    ],
    ...elsewhere,
    ...elsewhere,
    ...[type, name, fips, `${fips}07`, '38576', lat, lon, '-3103581'],
    ...[added, url],
  ];
};
const row = (given: Row = {}) => cells(given).join('\t');
const event = (given: Row = {}) => eventIn(gdelt, row(given));

describe('a row of GDELT', () => {
  test('becomes an event that says how far it is to be believed', async () => {
    const found = await event();
    expect(cells().length).toBe(61);
    expect(found).toEqual({
      id: 'mine:gdelt-900000001',
      title: 'Iraq: criticism of American Troops',
      type: { plover: 'ACCUSE', mode: ['disapprove'], context: [] },
      date: { edtf: '2019-12-31' },
      weight: 0.15,
      confidence: 0.55,
      places: [{ name: 'Baghdad', country: 'IQ', lat: 33.3386, lon: 44.3939 }],
      actors: [
        { name: 'Iraq', role: 'actor', country: 'IRQ', isState: true },
        { name: 'American Troops', role: 'recipient', country: 'USA' },
      ],
      summary:
        'Iraq: criticism of American Troops, 31 December 2019. Place: Baghdad, Baghdad, Iraq. Coded by a machine (10 mentions by 2 publishers); no person has checked it.',
      sources: [
        { publisher: 'news.example', url: 'https://www.news.example/story-1', published: '2019-12-31' },
        { publisher: 'GDELT', title: 'Event 900000001', url: 'https://www.gdeltproject.org/' },
      ],
      status: 'reported',
    });
    expect(faults(found)).toEqual([]);
  });

  test.each([
    ['20191231', '2019-12-31'],
    ['20191226', '2019-12-26'],
    ['20191201', '2019-12'],
    ['20191130', '2019-11'],
    ['20181231', '2018'],
  ])('dated %s and added on 31 December 2019 is dated %s', async (day, edtf) => {
    expect((await event({ day })).date).toEqual({ edtf });
  });

  test('of a day reckoned from “last year” is believed less', async () => {
    expect((await event({ day: '20181231' })).confidence).toBe(0.45);
  });

  test('of many publishers is believed more, and never more than 0.6', async () => {
    expect((await event({ publishers: '1', mentions: '1', isRoot: '0' })).confidence).toBe(0.3);
    expect((await event({ publishers: '900', mentions: '9000' })).confidence).toBe(0.6);
  });

  test.each([
    [['1', 'Iraq', 'IZ', '33', '44'], { country: 'IQ' }],
    [['5', 'Al Anbar, Al Anbar, Iraq', 'IZ', '33', '42'], { name: 'Al Anbar', country: 'IQ' }],
    [
      ['4', 'Vienna, Wien, Austria', 'AU', '48.2', '16.4'],
      { name: 'Vienna', country: 'AT', lat: 48.2, lon: 16.4 },
    ],
    [['4', 'Somewhere, Sea', 'OS', '', ''], { name: 'Somewhere' }],
  ] as const)('happened at %j', async (place, hint) => {
    expect((await event({ place })).places).toEqual([hint]);
  });

  test('has no place where GDELT found none', async () => {
    expect((await event({ place: ['0', '', '', '', ''] })).places).toEqual([]);
  });

  test.each([
    [['IRNGOV', 'IRANIAN', 'IRN', '', 'GOV'], { name: 'Iran (government)', country: 'IRN', isState: true }],
    [['IRNCOP', 'IRAN', 'IRN', '', 'COP'], { name: 'Iran (police)', country: 'IRN' }],
    [
      ['USAMIL', 'MILITARY', 'USA', '', 'MIL'],
      { name: 'United States (military)', country: 'USA', isState: true },
    ],
    [['USAGOV', 'JANE DOE', 'USA', '', 'GOV'], { name: 'Jane Doe', country: 'USA' }],
    [['IGOUNO', 'UNITED NATIONS', '', 'UNO', 'IGO'], { name: 'United Nations' }],
    [['IRNCVL', 'IRANIAN', 'IRN', '', 'CVL'], undefined],
    [['BUS', 'COMPANY', '', '', 'BUS'], undefined],
    [['GOV', 'SECRETARY OF STATE', '', '', 'GOV'], undefined],
    [['IRNEDU', 'STUDENT', 'IRN', '', 'EDU'], undefined],
    [['WSB', 'RAMALLAH', 'WSB'], { name: 'Palestine', country: 'PSE', isState: true }],
  ] as const)('with the actor %j names them so, or nobody', async (one, hint) => {
    const { actors } = await event({ one, two: ['SAU', 'RIYADH', 'SAU'] });
    expect(actors[0]).toEqual(
      hint
        ? { ...hint, role: 'actor' }
        : { name: 'Saudi Arabia', country: 'SAU', isState: true, role: 'recipient' },
    );
  });

  test('in which nobody is named, only something is said, or a state meets itself, is left out and counted', async () => {
    const found = await read(
      gdelt,
      [
        row({ one: ['BUS', 'COMPANY', '', '', 'BUS'], two: NOBODY }),
        row({ code: '010' }),
        row({ one: ['IRN', 'TEHRAN', 'IRN'], two: ['IRNGOV', 'IRAN', 'IRN', '', 'GOV'] }),
        row(),
      ].join('\n'),
    );
    expect(tally(found)).toEqual({
      'skipped: nobody is named': 1,
      'skipped: only something said (CAMEO 01)': 1,
      'skipped: a state with itself': 1,
      event: 1,
    });
  });

  test('that repeats an act of the same report, at another place or from the other side, is told once', async () => {
    const place = ['1', 'Syria', 'SY', '35', '38'] as const;
    const talks = { one: ['IRN', 'TEHRAN', 'IRN'], two: ['SAU', 'RIYADH', 'SAU'], code: '040' } as const;
    const text = [
      row({ id: '900000001', ...talks }),
      row({ id: '900000002', ...talks, place }),
      row({ id: '900000003', ...talks, one: talks.two, two: talks.one }),
      row({ id: '900000004', ...talks, url: 'https://other.example/' }),
      row({ id: '900000005' }),
      row({
        id: '900000006',
        one: ['USAMIL', 'AMERICAN TROOPS', 'USA', '', 'MIL'],
        two: ['IRQ', 'BAGHDAD', 'IRQ'],
      }),
    ].join('\n');
    expect((await eventsIn(gdelt, text)).map(({ id }) => id.slice(-1))).toEqual(['1', '4', '5', '6']);
  });

  test('from a broadcaster without an address has its name', async () => {
    expect((await event({ url: 'BBC Monitoring' })).sources[0]).toEqual({
      publisher: 'BBC Monitoring',
      published: '2019-12-31',
    });
  });

  test('that cannot be read is reported with its line, and the next is read', async () => {
    const found = await read(
      gdelt,
      [
        row({ id: '8.18E+08' }),
        row({ added: '2.02E+13' }),
        row({ code: '999' }),
        row({ day: '20191301' }),
        row({ day: '20200105' }),
        row({ added: '' }),
        'a\tb',
        row(),
      ].join('\n'),
    );
    expect(found.map((one) => (one.kind === 'rejected' ? `${one.line} ${one.reason}` : one.kind))).toEqual([
      '1 a number is rounded: a spreadsheet saved this file again',
      '2 a number is rounded: a spreadsheet saved this file again',
      '3 EventCode is no CAMEO code',
      '4 SQLDATE is not a date',
      '5 SQLDATE lies after DATEADDED',
      '6 DATEADDED is not a date',
      '7 2 cells where 61 belong',
      'event',
    ]);
  });

  test('of any cells never throws, and gives only events that fit', async () => {
    await holdsForAnyCells(gdelt, '\t', cells(), '');
  });
});

describe('a file of GDELT', () => {
  const detect = (text: string) => gdelt.detect({ text, fileName: 'x.CSV' });

  test('is known by its first row', () => {
    expect(detect(`${row()}\n`)).toEqual({ what: 'GDELT 2.0 events, 61 columns, no header' });
    expect(detect('a\tb\n')).toBeNull();
    expect(detect('')).toBeNull();
  });

  test('that a spreadsheet saved again is refused, and told why', () => {
    expect(detect(`${cells().join(';')}\n`)).toEqual({ refused: expect.stringMatching(/spreadsheet.*“;”/) });
    expect(detect(`${row({ added: '2.02E+13' })}\n`)).toEqual({
      refused: expect.stringContaining('rounded'),
    });
  });

  test('of the first version is refused, and told which to take', () => {
    const old = cells().slice(0, 58).join('\t');
    expect(detect(`${old}\n`)).toEqual({ refused: expect.stringContaining('GDELT 1.0') });
  });
});

describe.skipIf(!hasShared)('real files of GDELT', () => {
  const file = (name: string) => shared(`samples/gdelt/${name}`);

  test('the export of 27 October 2015 gives 41 events', async () => {
    const found = await read(gdelt, file('gdelt_v2_export_20151027_me.CSV'));
    expect(tally(found)).toEqual({
      event: 41,
      'skipped: the same act from the same report': 19,
      'skipped: only something said (CAMEO 01)': 16,
      'skipped: a state with itself': 2,
      'skipped: nobody is named': 2,
    });
    const events = found.flatMap((one) => (one.kind === 'event' ? one.event : []));
    expect(events.flatMap(faults)).toEqual([]);
    expect(events[0]).toMatchObject({
      id: 'mine:gdelt-479491285',
      title: 'Iran: criticism of Saudi Arabia',
      date: { edtf: '2015-09' },
      confidence: 0.3,
      places: [{ name: 'Tehran', country: 'IR', lat: 35.75, lon: 51.5148 }],
      sources: [{ publisher: 'washingtonpost.com', published: '2015-10-27' }, { publisher: 'GDELT' }],
    });
    expect(Math.max(...events.map(({ confidence = 1 }) => confidence))).toBeLessThanOrEqual(0.6);
  });

  test.each(['gdelt_v2_export_20190121_me.CSV', 'spreadsheet-damaged.CSV'])('%s is refused', async (name) => {
    const text = file(name).slice(0, 65_536);
    expect(gdelt.detect({ text, fileName: name })).toEqual({
      refused: expect.stringContaining('spreadsheet'),
    });
  });
});
