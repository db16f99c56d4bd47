import { describe, expect, test } from 'vitest';
import { polecat } from '../../../core/knowledge/sources/polecat.ts';
import { hasShared, shared } from '../../shared.ts';
import { eventIn, faults, holdsForAnyCells, read, tally } from './event-rows.ts';

const COLUMNS =
  'Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version'.split(
    ',',
  );
const HEADER = COLUMNS.join('\t');

const GOOD: Record<string, string> = {
  'Event ID': '20230105-7_3f2a_PROTEST',
  'Event Date': '2023-01-05',
  'Event Type': 'PROTEST',
  'Event Mode': 'demo',
  Intensity: '-6.5',
  'Quad Code': 'MATERIAL CONFLICT',
  Contexts: 'economic;human_rights',
  'Actor Name': 'Example Union',
  'Actor Country': 'IRQ',
  'Primary Actor Sector': 'LAB',
  'Actor Name Raw': 'the union',
  'Recipient Name': 'Iraq',
  'Recipient Country': 'IRQ',
  'Primary Recipient Sector': 'GOV',
  Placename: 'Basra',
  City: 'Basra',
  Province: 'Basra Governorate',
  Country: 'IRQ',
  Latitude: '30.5',
  Longitude: '47.8',
  'GeoNames ID': '99532',
  'Feature Type': 'PPLA',
  Source: 'Example Wire',
  'Publication Date': '2023-01-06',
  Language: 'en',
  Version: 'NGEC',
};

const cells = (changed: Record<string, string> = {}) =>
  COLUMNS.map((name) => changed[name] ?? GOOD[name] ?? '');
const row = (changed: Record<string, string> = {}) => cells(changed).join('\t');
const event = (changed: Record<string, string> = {}) => eventIn(polecat, `${HEADER}\n${row(changed)}`);

describe('a row of POLECAT', () => {
  test('becomes an event with GeoNames’ number for its place', async () => {
    const found = await event();
    expect(found).toEqual({
      id: 'mine:polecat-2023-01-05-20230105-7-3f2a-protest',
      title: 'Example Union: protest against Iraq',
      type: { plover: 'PROTEST', mode: ['demo'], context: ['economic', 'human_rights'] },
      date: { edtf: '2023-01-05' },
      weight: 0.2,
      confidence: 0.4,
      places: [{ name: 'Basra', country: 'IQ', geonames: '99532', lat: 30.5, lon: 47.8 }],
      actors: [
        { name: 'Example Union', role: 'actor', country: 'IRQ' },
        { name: 'Iraq', role: 'recipient', country: 'IRQ', isState: true },
      ],
      summary:
        'Example Union: protest against Iraq, 5 January 2023. Place: Basra, Iraq. Coded by a machine (from a report of Example Wire); no person has checked it.',
      sources: [
        { publisher: 'Example Wire', published: '2023-01-06' },
        {
          publisher: 'POLECAT',
          title: 'Event 20230105-7_3f2a_PROTEST',
          url: 'https://doi.org/10.7910/DVN/AJGVIT',
        },
      ],
      status: 'reported',
    });
    expect(faults(found)).toEqual([]);
  });

  test('keeps the modes and contexts that PLOVER has, whatever their letters', async () => {
    const { type } = await event({
      'Event Type': 'assault',
      'Event Mode': 'Aerial;massacre',
      Contexts: 'Human Rights, weather',
    });
    expect(type).toEqual({ plover: 'ASSAULT', mode: ['aerial'], context: ['human_rights'] });
  });

  test('names an actor by the title of its Wikipedia page, else as the report does', async () => {
    const found = await event({ 'Wikipedia Actor ID': 'Example_Union_(Iraq)', 'Recipient Name': 'None' });
    expect(found.actors).toEqual([{ name: 'Example Union', role: 'actor', country: 'IRQ' }]);
    const raw = await event({ 'Actor Name': '', 'Wikipedia Actor ID': '48213' });
    expect(raw.actors[0]?.name).toBe('the union');
    const item = await event({ 'Wikipedia Actor ID': 'Q4115189' });
    expect(item.actors[0]).toMatchObject({ name: 'Example Union', wikidata: 'Q4115189' });
  });

  test('whose place is a province has no point on the map', async () => {
    const found = await event({ 'Feature Type': 'ADM1', City: '', Placename: 'Basra Governorate' });
    expect(found.places).toEqual([{ name: 'Basra Governorate', country: 'IQ', geonames: '99532' }]);
  });

  test('keeps its id where that is very long, and two long ids stay apart', async () => {
    const long = 'x'.repeat(300);
    const one = await event({ 'Event ID': `${long}1` });
    const other = await event({ 'Event ID': `${long}2` });
    expect(faults(one)).toEqual([]);
    expect(one.id).not.toBe(other.id);
    expect((await event({ 'Event ID': `${long}1` })).id).toBe(one.id);
  });

  test('that cannot be read is reported with its line, and the next is read', async () => {
    const found = await read(
      polecat,
      [
        HEADER,
        row({ 'Event ID': '' }),
        row({ 'Event Type': 'STATEMENT' }),
        row({ 'Event Date': 'Jan' }),
        `${row()}\tone too many`,
        row({ 'Actor Name': 'Protesters', 'Recipient Name': '' }),
        row(),
      ].join('\n'),
    );
    expect(found.map((one) => ('line' in one ? `${one.line} ${one.reason}` : one.kind))).toEqual([
      '2 the event has no id',
      '3 Event Type is none of PLOVER’s',
      '4 Event Date is not a date',
      '5 41 cells where 40 belong',
      'skipped',
      'event',
    ]);
  });

  test('of any cells never throws, and gives only events that fit', async () => {
    await holdsForAnyCells(polecat, '\t', cells(), HEADER);
  });
});

describe('a malformed weekly file', () => {
  test('whose rows end in empty cells is read', async () => {
    expect(tally(await read(polecat, `${HEADER}\n${row()}\t\t\t`))).toEqual({ event: 1 });
  });

  test('whose header names columns that the rows do not have is read in the published order', async () => {
    const header = [...COLUMNS.slice(0, 35), 'Headline', ...COLUMNS.slice(35)].join('\t');
    const [found] = await read(polecat, `${header}\n${row()}`);
    expect(found?.kind === 'event' && found.event.title).toBe('Example Union: protest against Iraq');
  });
});

test('a file of POLECAT is known by its header alone', () => {
  expect(polecat.detect({ text: `${HEADER}\n`, fileName: '' })).toEqual({ what: 'POLECAT, 40 columns' });
  expect(polecat.detect({ text: 'Event ID\tEvent Date\tSource Name\n', fileName: '' })).toBeNull();
});

test.skipIf(!hasShared)('the published columns are the ones that these tests write', () => {
  expect(shared('samples/polecat/HEADER.tsv').trim().split('\t')).toEqual(COLUMNS);
});
