import { describe, expect, test } from 'vitest';
import { ucdp } from '../../../core/knowledge/sources/ucdp.ts';
import { hasShared, shared } from '../../shared.ts';
import { eventIn, eventsIn, faults, holdsForAnyCells, read, tally } from './event-rows.ts';

const HEADER =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';

const GOOD: Record<string, string> = {
  id: '990001',
  relid: 'IRQ-2016-1-77-9',
  year: '2016',
  code_status: 'Clear',
  type_of_violence: '1',
  conflict_name: 'Iraq: Government',
  side_a: 'Government of Iraq',
  side_b: 'Example Front',
  number_of_sources: '2',
  source_article: '"Example Wire, 2016-03-02, A headline, with commas"',
  source_office: 'Example Wire;Sample Times',
  where_prec: '1',
  where_coordinates: 'Tikrit town',
  where_description: '"near the bridge, in the north"',
  adm_1: 'Salah al-Din province',
  latitude: '34.6',
  longitude: '43.68',
  geom_wkt: 'POINT (43.68 34.6)',
  priogrid_gid: '179528',
  country: 'Iraq',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2016-03-01 00:00:00.000',
  date_end: '2016-03-01 00:00:00.000',
  deaths_civilians: '3',
  best: '12',
  high: '20',
  low: '9',
  gwnoa: '645',
};

const cells = (changed: Record<string, string> = {}) =>
  HEADER.split(',').map((name) => changed[name] ?? GOOD[name] ?? '');
const row = (changed: Record<string, string> = {}) => cells(changed).join(',');
const event = (changed: Record<string, string>) => eventIn(ucdp, `${HEADER}\n${row(changed)}`);

describe('a row of UCDP GED', () => {
  test('becomes an event with its sides, its dead and its place, in words of ours', async () => {
    const found = await event({});
    expect(found).toEqual({
      id: 'mine:ucdp-990001',
      title: 'Government of Iraq and Example Front: 12 killed in Tikrit',
      type: { plover: 'ASSAULT', mode: [], context: ['military'] },
      date: { edtf: '2016-03-01' },
      weight: 0.516,
      places: [{ name: 'Tikrit', country: 'IQ', lat: 34.6, lon: 43.68 }],
      actors: [
        { name: 'Government of Iraq', role: 'actor', country: 'IRQ', isState: true },
        { name: 'Example Front', role: 'actor' },
      ],
      summary:
        'Government of Iraq and Example Front: fighting in Tikrit, Iraq, 1 March 2016. UCDP’s best estimate of the deaths is 12 (between 9 and 20), among them 3 of civilians. Conflict: Iraq: Government.',
      deaths: { low: 9, best: 12, high: 20 },
      sources: [
        {
          publisher: 'Uppsala Conflict Data Program',
          title: 'UCDP GED, event 990001',
          url: 'https://ucdp.uu.se/',
        },
        { publisher: 'Example Wire' },
        { publisher: 'Sample Times' },
      ],
      status: 'confirmed',
    });
    expect(faults(found)).toEqual([]);
  });

  test('is read without the header that some releases lack', async () => {
    const text = `${row()}\n${row({ id: '990002' })}`;
    expect(ucdp.detect({ text, fileName: 'a.csv' })).toEqual({ what: 'UCDP GED, 49 columns, no header' });
    expect((await eventsIn(ucdp, text)).map(({ id }) => id)).toEqual([
      'mine:ucdp-990001',
      'mine:ucdp-990002',
    ]);
  });

  test('keeps the country of the place apart from the country of the conflict', async () => {
    const found = await event({ country: 'Yemen (North Yemen)', where_coordinates: 'Sana’a city' });
    expect(found.places).toEqual([{ name: 'Sana’a', country: 'YE', lat: 34.6, lon: 43.68 }]);
    expect(found.actors[0]?.country).toBe('IRQ');
  });

  test('names no “Civilians” as an actor, and says who attacked them', async () => {
    const found = await event({ type_of_violence: '3', side_a: 'Example Front', side_b: 'Civilians' });
    expect(found.title).toBe('Example Front: attack on civilians, 12 killed in Tikrit');
    expect(found.actors).toEqual([{ name: 'Example Front', role: 'actor' }]);
  });

  test.each([
    ['2', '2016-03-01', '2016-03-04', '2016-03-01/2016-03-04'],
    ['3', '2016-02-29', '2016-03-06', '2016-02-29/2016-03-06'],
    ['4', '2016-02-01', '2016-02-29', '2016-02'],
    ['4', '2016-02-10', '2016-02-10', '2016-02'],
    ['5', '2016-01-01', '2016-12-31', '2016'],
    ['5', '2016-05-05', '2016-05-05', '2016'],
    ['1', '2016-03-04', '', '2016-03-04'],
  ])('of date precision %s, %s to %s, is dated %s', async (date_prec, start, end, edtf) => {
    const found = await event({ date_prec, date_start: start, date_end: end && `${end} 00:00:00.000` });
    expect(found.date).toEqual({ edtf });
  });

  test.each([
    ['2', { name: 'Tikrit', country: 'IQ', lat: 34.6, lon: 43.68 }],
    ['3', { name: 'Tikrit', country: 'IQ' }],
    ['4', { name: 'Tikrit', country: 'IQ' }],
    ['6', { country: 'IQ' }],
    ['7', { name: 'Tikrit' }],
  ])('of place precision %s claims no more than it knows', async (where_prec, place) => {
    expect((await event({ where_prec })).places).toEqual([place]);
  });

  test('whose sources nobody counted (−1) is reported, not confirmed', async () => {
    expect((await event({ number_of_sources: '-1' })).status).toBe('reported');
    expect((await event({ event_clarity: '2' })).status).toBe('reported');
  });

  test('without a figure of deaths gives none, and with its bounds crossed still fits', async () => {
    expect(await event({ best: '', low: '', high: '' })).not.toHaveProperty('deaths');
    expect((await event({ best: '5', low: '7', high: '1' })).deaths).toEqual({ low: 5, best: 5, high: 5 });
    expect((await event({ best: '0', low: '0', high: '3' })).title).toBe(
      'Government of Iraq and Example Front: fighting in Tikrit',
    );
  });

  test('with a broken quote in its articles loses its place’s name and nothing else', async () => {
    const found = await read(
      ucdp,
      `${HEADER}\n${row({ source_article: '"Broken "quote, here,' })}\n${row({ id: '990003' })}`,
    );
    expect(tally(found)).toEqual({ event: 2 });
    const [broken] = found;
    expect(broken?.kind === 'event' && broken.event).toMatchObject({
      id: 'mine:ucdp-990001',
      date: { edtf: '2016-03-01' },
      places: [{ country: 'IQ' }],
      deaths: { best: 12 },
    });
  });

  test('that cannot be read is reported with its line, and the next is read', async () => {
    const found = await read(
      ucdp,
      [
        HEADER,
        row({ id: 'x' }),
        row({ type_of_violence: '9' }),
        row({ date_start: '2016-02-31 00:00:00.000' }),
        'too,short',
        row(),
      ].join('\n'),
    );
    expect(found.map((one) => (one.kind === 'rejected' ? `${one.line} ${one.reason}` : one.kind))).toEqual([
      '2 the event has no number',
      '3 type_of_violence is not 1, 2 or 3',
      '4 date_start is not a date',
      '5 2 cells where 49 belong',
      'event',
    ]);
  });

  test('of any cells never throws, and gives only events that fit', async () => {
    await holdsForAnyCells(ucdp, ',', cells(), HEADER);
  });
});

test('another table is not taken for UCDP’s', () => {
  for (const text of ['', 'a,b,c\n1,2,3', '12,ABC,2016,1\n', 'event_id_cnty,event_date,sub_event_type'])
    expect(ucdp.detect({ text, fileName: 'ged.csv' })).toBeNull();
  expect(ucdp.detect({ text: `\uFEFF${HEADER}\n`, fileName: 'x' })).toEqual({ what: 'UCDP GED, 49 columns' });
});

test.skipIf(!hasShared)('the real rows are read to the last cell', async () => {
  const text = shared('samples/ucdp/ucdp_ged_3rows_49cols.csv');
  const found = await read(ucdp, text);
  expect(tally(found)).toEqual({ event: 3 });
  const events = found.flatMap((one) => (one.kind === 'event' ? one.event : []));
  expect(events.flatMap(faults)).toEqual([]);
  expect(events[0]).toMatchObject({
    id: 'mine:ucdp-244657',
    date: { edtf: '2017-07-31' },
    places: [{ name: 'Kabul', country: 'AF', lat: 34.5311, lon: 69.1628 }],
    actors: [{ name: 'Government of Iraq', country: 'IRQ', isState: true }, { name: 'IS' }],
    deaths: { low: 6, best: 6, high: 6 },
    status: 'confirmed',
  });
  expect(
    events.slice(1).map(({ date, places, deaths, status }) => ({ date, places, deaths, status })),
  ).toEqual([
    {
      date: { edtf: '1989-01-07/1989-01-13' },
      places: [{ name: 'Nangarhar province', country: 'AF' }],
      deaths: { low: 6, best: 6, high: 6 },
      status: 'reported',
    },
    {
      date: { edtf: '1989-01-15/1989-01-18' },
      places: [{ name: 'Kunduz province', country: 'AF' }],
      deaths: { low: 0, best: 4, high: 4 },
      status: 'reported',
    },
  ]);
});
