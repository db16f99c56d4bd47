import { describe, expect, test } from 'vitest';
import { icews } from '../../../core/knowledge/sources/icews.ts';
import { hasShared, shared } from '../../shared.ts';
import { eventIn, eventsIn, faults, holdsForAnyCells, read, tally } from './event-rows.ts';

const COLUMNS = [
  'Event ID',
  'Event Date',
  'Source Name',
  'Source Sectors',
  'Source Country',
  'Event Text',
  'CAMEO Code',
  'Intensity',
  'Target Name',
  'Target Sectors',
  'Target Country',
  'Story ID',
  'Sentence Number',
  'Publisher',
  'City',
  'District',
  'Province',
  'Country',
  'Latitude',
  'Longitude',
];
const HEADER = COLUMNS.join('\t');

const GOOD: Record<string, string> = {
  'Event ID': '99000001',
  'Event Date': '2018-06-01',
  'Source Name': 'Jane Example',
  'Source Sectors': 'Government,Executive',
  'Source Country': 'Iraq',
  'Event Text': 'Threaten with military force',
  'CAMEO Code': '138',
  Intensity: '-7',
  'Target Name': 'Military (Iran)',
  'Target Sectors': 'Military,Government',
  'Target Country': 'Iran',
  'Story ID': '77',
  'Sentence Number': '2',
  Publisher: 'Example Wire',
  City: 'Baghdad',
  District: 'NA',
  Province: 'Baghdad',
  Country: 'Iraq',
  Latitude: '33.34',
  Longitude: '44.4',
};

const cells = (changed: Record<string, string> = {}) =>
  COLUMNS.map((name) => changed[name] ?? GOOD[name] ?? 'NA');
const row = (changed: Record<string, string> = {}) => cells(changed).join('\t');
const event = (changed: Record<string, string> = {}) => eventIn(icews, `${HEADER}\n${row(changed)}`);

describe('a row of ICEWS', () => {
  test('becomes an event that says a machine coded it', async () => {
    const found = await event();
    expect(found).toEqual({
      id: 'mine:icews-2018-06-01-99000001',
      title: 'Jane Example: threat against Military (Iran)',
      type: { plover: 'THREATEN', mode: ['violence'], context: ['military'] },
      date: { edtf: '2018-06-01' },
      weight: 0.15,
      confidence: 0.5,
      places: [{ name: 'Baghdad', country: 'IQ', lat: 33.34, lon: 44.4 }],
      actors: [
        { name: 'Jane Example', role: 'actor', country: 'IRQ' },
        { name: 'Military (Iran)', role: 'recipient', country: 'IRN', isState: true },
      ],
      summary:
        'Jane Example: threat against Military (Iran), 1 June 2018. Place: Baghdad, Iraq. Coded by a machine (from a report of Example Wire; intensity -7 of −10 to 10); no person has checked it.',
      sources: [
        { publisher: 'Example Wire' },
        {
          publisher: 'ICEWS',
          title: 'Event 99000001 of 2018-06-01',
          url: 'https://doi.org/10.7910/DVN/28075',
        },
      ],
      status: 'reported',
    });
    expect(faults(found)).toEqual([]);
  });

  test('with the number of another day’s event is another event', async () => {
    const found = await eventsIn(icews, [HEADER, row(), row({ 'Event Date': '2018-06-02' })].join('\n'));
    expect(found.map(({ id }) => id)).toEqual([
      'mine:icews-2018-06-01-99000001',
      'mine:icews-2018-06-02-99000001',
    ]);
  });

  test('of 2017 is dated as Americans date', async () => {
    expect((await event({ 'Event Date': '6/1/2017' })).date).toEqual({ edtf: '2017-06-01' });
  });

  test.each([
    ['42', 'CONSULT'],
    ['311', 'AGREE'],
    ['14', 'skipped'],
    ['140', 'PROTEST'],
  ])('whose code lost its zero, %s, is %s', async (code, plover) => {
    const [found] = await read(icews, row({ 'CAMEO Code': code }));
    expect(found?.kind === 'event' ? found.event.type.plover : found?.kind).toBe(plover);
  });

  test('takes NA for an empty cell, and an unspecified actor for nobody', async () => {
    const found = await event({
      'Source Name': 'Unspecified Actor',
      City: 'NA',
      Province: 'NA',
      Latitude: '33',
      Longitude: '44',
      Publisher: 'NA',
    });
    expect(found.title).toBe('Threat against Military (Iran)');
    expect(found.places).toEqual([{ country: 'IQ' }]);
    expect(found.actors.map(({ role }) => role)).toEqual(['recipient']);
    expect(found.confidence).toBe(0.45);
    expect(found.sources.map(({ publisher }) => publisher)).toEqual(['ICEWS']);
  });

  test('that tells talks from the other side is told once', async () => {
    const talks = { 'CAMEO Code': '042' };
    const back = {
      'Event ID': '99000002',
      'CAMEO Code': '043',
      'Source Name': 'Military (Iran)',
      'Target Name': 'Jane Example',
    };
    const found = await read(
      icews,
      [HEADER, row(talks), row(back), row({ ...back, 'Story ID': '78' })].join('\n'),
    );
    expect(tally(found)).toEqual({ event: 2, 'skipped: the same act from the same sentence': 1 });
  });

  test('that cannot be read is reported with its line, and the next is read', async () => {
    const found = await read(
      icews,
      [
        HEADER,
        row({ 'Event ID': 'NA' }),
        row({ 'Event Date': '31/12/2017' }),
        row({ 'CAMEO Code': '---' }),
        'short\trow',
        row(),
      ].join('\n'),
    );
    expect(found.map((one) => (one.kind === 'rejected' ? `${one.line} ${one.reason}` : one.kind))).toEqual([
      '2 Event ID is not a number',
      '3 Event Date is not a date',
      '4 CAMEO Code is no code of CAMEO',
      '5 2 cells where 20 belong',
      'event',
    ]);
  });

  test('of any cells never throws, and gives only events that fit', async () => {
    await holdsForAnyCells(icews, '\t', cells(), HEADER);
  });
});

test('a file of ICEWS is known with its header and without', () => {
  const detect = (text: string) => icews.detect({ text, fileName: '' });
  expect(detect(`${HEADER}\n`)).toEqual({ what: 'ICEWS events, 20 columns' });
  expect(detect(`${row({ 'Event Date': '6/1/2017' })}\n`)).toEqual({
    what: 'ICEWS events, 20 columns, no header',
  });
  expect(detect('Event ID\tEvent Date\tEvent Type\n')).toBeNull();
});

test.skipIf(!hasShared)(
  'the real rows of June 2018 give 2,239 events, and every other row is accounted for',
  async () => {
    const found = await read(icews, shared('samples/icews/events.2018.sample.full.tab'));
    expect(found.length).toBe(3705);
    expect(tally(found)).toEqual({
      event: 2239,
      'skipped: the same act from the same sentence': 583,
      'skipped: only something said (CAMEO 01)': 610,
      'skipped: nobody is named': 258,
      'skipped: a state with itself': 15,
    });
    const events = found.flatMap((one) => (one.kind === 'event' ? one.event : []));
    expect(events.flatMap(faults)).toEqual([]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events[0]).toMatchObject({
      id: 'mine:icews-2018-06-01-32889836',
      title: 'Foreign Affairs (Bangladesh): talks with High Ranking Military Personnel (Vietnam)',
      type: { plover: 'CONSULT' },
      places: [{ name: 'Hanoi', country: 'VN', lat: 21.0245, lon: 105.841 }],
      actors: [{ name: 'Foreign Affairs (Bangladesh)', role: 'actor', country: 'BGD' }],
    });
    const countries = events.filter(({ places }) => places[0]?.country === undefined);
    expect(countries.length).toBe(events.filter(({ summary }) => !summary.includes(' Place: ')).length);
  },
);
