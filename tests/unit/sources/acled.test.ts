import { describe, expect, test } from 'vitest';
import { ploverOfAcled } from '../../../core/knowledge/sources/acled/types.ts';
import { acled } from '../../../core/knowledge/sources/acled.ts';
import { eventIn, eventsIn, faults, holdsForAnyCells, read } from './event-rows.ts';

const COLUMNS =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp'.split(
    ',',
  );

const GOOD: Record<string, string> = {
  event_id_cnty: 'IRQ990001',
  event_date: '2022-02-06',
  year: '2022',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Iraq (2020-)',
  inter1: 'State Forces',
  actor2: 'PKK: Kurdistan Workers Party',
  inter2: 'Rebel Groups',
  iso: '368',
  country: 'Iraq',
  admin1: 'Ninewa',
  location: 'Sinjar',
  latitude: '36.3209',
  longitude: '41.8656',
  geo_precision: '1',
  source: 'Example Wire; Sample Times',
  notes: '"On 6 February 2022, the two sides met near the town, and some fell. [size=no report]"',
  fatalities: '4',
};

const cells = (changed: Record<string, string> = {}) =>
  COLUMNS.map((name) => changed[name] ?? GOOD[name] ?? '');
const file = (...rows: Record<string, string>[]) =>
  [COLUMNS, ...rows.map(cells)].map((line) => line.join(',')).join('\n');
const event = (changed: Record<string, string> = {}) => eventIn(acled, file(changed));
const names = async (changed: Record<string, string>) =>
  (await event(changed)).actors.map(({ name }) => name);

describe('a row of ACLED', () => {
  test('becomes an event with its actors, its dead, its place and its note', async () => {
    const found = await event();
    expect(found).toEqual({
      id: 'mine:acled-irq990001',
      title: 'Military Forces of Iraq and Kurdistan Workers Party: armed clash, 4 killed in Sinjar',
      type: { plover: 'ASSAULT', mode: [], context: ['military'] },
      date: { edtf: '2022-02-06' },
      weight: 0.42,
      places: [{ name: 'Sinjar', country: 'IQ', lat: 36.3209, lon: 41.8656 }],
      actors: [
        { name: 'Military Forces of Iraq', role: 'actor', country: 'IRQ', isState: true },
        { name: 'Kurdistan Workers Party', role: 'actor' },
      ],
      summary:
        'Armed clash in Sinjar, Iraq, 6 February 2022. On 6 February 2022, the two sides met near the town, and some fell.',
      deaths: { low: 4, best: 4 },
      sources: [
        { publisher: 'ACLED', title: 'Event IRQ990001', url: 'https://acleddata.com/' },
        { publisher: 'Example Wire' },
        { publisher: 'Sample Times' },
      ],
      status: 'reported',
    });
    expect(faults(found)).toEqual([]);
  });

  test.each([
    ['16 May 2025', '2025-05-16'],
    ['06-February-2022', '2022-02-06'],
    ['2022-02-06', '2022-02-06'],
  ])('is dated “%s” or otherwise', async (event_date, edtf) => {
    expect((await event({ event_date })).date).toEqual({ edtf });
  });

  test.each([
    ['1', '2022-02-06'],
    ['2', '2022-02-03/2022-02-09'],
    ['3', '2022-02'],
  ])('of time precision %s is dated %s', async (time_precision, edtf) => {
    expect((await event({ time_precision })).date).toEqual({ edtf });
  });

  test('of which only the province is known is not put on its capital', async () => {
    expect((await event({ geo_precision: '3' })).places).toEqual([{ name: 'Ninewa', country: 'IQ' }]);
  });

  test('names a branch of a state by its own name, and police as no state', async () => {
    const found = await event({
      actor1: 'Military Forces of Iraq (2020-) Popular Mobilization Forces',
      actor2: 'Police Forces of Iraq (2020-)',
    });
    expect(found.actors).toEqual([
      { name: 'Popular Mobilization Forces', role: 'actor', country: 'IRQ' },
      { name: 'Police Forces of Iraq', role: 'actor', country: 'IRQ' },
    ]);
  });

  test('takes apart what is joined by semicolons, and names nobody twice', async () => {
    const found = await names({
      assoc_actor_1: 'Example Brigade; Government of Iraq (2018-2020)',
      assoc_actor_2: 'Example Brigade;Women (Iraq); Labor Group (Iraq)',
    });
    expect(found).toEqual([
      'Military Forces of Iraq',
      'Example Brigade',
      'Government of Iraq',
      'Kurdistan Workers Party',
    ]);
  });

  test.each(['6', 'Protesters'])('leaves crowds as words, with inter code %s', async (inter1) => {
    const found = await event({
      event_type: 'Protests',
      sub_event_type: 'Peaceful protest',
      actor1: 'Protesters (Iraq)',
      inter1,
      actor2: '',
      fatalities: '0',
    });
    expect(found.actors).toEqual([]);
    expect(found.title).toBe('Protesters (Iraq): peaceful protest in Sinjar');
    expect(found).not.toHaveProperty('deaths');
  });

  test('gives the two actors one role, since neither is the attacker', async () => {
    expect(new Set((await event()).actors.map(({ role }) => role))).toEqual(new Set(['actor']));
  });

  test('says how large a crowd was, and nothing where there is no report', async () => {
    const { summary } = await event({ notes: 'People met. [size=around 200]' });
    expect(summary).toBe(
      'Armed clash in Sinjar, Iraq, 6 February 2022. People met. Size of the crowd as reported: around 200.',
    );
    expect((await event()).summary).not.toContain('size');
  });

  test('that was edited keeps its id, so that a later import replaces it', async () => {
    const [one, other] = await eventsIn(acled, file({}, { fatalities: '7', timestamp: '1700000000' }));
    expect(one?.id).toBe(other?.id);
    expect(other?.deaths?.best).toBe(7);
  });

  test('that cannot be read is reported with its line, and the next is read', async () => {
    const found = await read(
      acled,
      file(
        { event_id_cnty: '' },
        { event_type: 'Weather', sub_event_type: 'Rain' },
        { event_date: '02/06/2022' },
        {},
      ),
    );
    expect(found.map((one) => (one.kind === 'rejected' ? `${one.line} ${one.reason}` : one.kind))).toEqual([
      '2 event_id_cnty is not an ACLED number',
      '3 “Weather” is no type of ACLED’s',
      '4 “02/06/2022” is not a date',
      'event',
    ]);
  });

  test('of any cells never throws, and gives only events that fit', async () => {
    await holdsForAnyCells(acled, ',', cells(), COLUMNS.join(','));
  });
});

describe('an export of ACLED', () => {
  test('is known with its byte order mark, with 31 or 35 columns, with commas or semicolons', async () => {
    const more = ['data_id', ...COLUMNS, 'event_id_no_cnty', 'population_best', 'population_1km'];
    expect(acled.detect({ text: `\uFEFF${COLUMNS.join(',')}\n`, fileName: '' })).toEqual({
      what: 'ACLED, 31 columns',
    });
    expect(acled.detect({ text: `${more.join(';')}\n`, fileName: '' })).toEqual({
      what: 'ACLED, 35 columns',
    });
    const rows = `\uFEFF${more.join(';')}\n${more.map((name) => (name === 'source' ? '"A; B"' : (GOOD[name] ?? ''))).join(';')}`;
    expect((await eventIn(acled, rows)).sources.map(({ publisher }) => publisher)).toEqual([
      'ACLED',
      'A',
      'B',
    ]);
  });

  test('without the columns that say what happened is refused', () => {
    const text = 'event_id_cnty,event_date,country\n';
    expect(acled.detect({ text, fileName: '' })).toHaveProperty('refused');
    expect(acled.detect({ text: 'id,date\n', fileName: 'acled.csv' })).toBeNull();
  });

  test('without any header cannot be read at all', async () => {
    await expect(read(acled, cells().join(','))).rejects.toThrow('does not name the columns');
  });

  test('is for the reader alone, and says so', () => {
    expect(acled.licence).toMatch(/own use/);
    expect(acled.licence).toMatch(/must not be passed on/);
  });
});

test.each([
  ['Explosions/Remote violence', 'Air/drone strike', 'ASSAULT', ['aerial']],
  ['Explosions/Remote violence', 'Suicide bomb', 'ASSAULT', ['suicide-attack']],
  ['Explosions/Remote violence', 'Remote explosive/landmine/IED', 'ASSAULT', ['explosives']],
  ['Explosions/Remote violence', 'Shelling/artillery/missile attack', 'ASSAULT', ['heavy-weapons']],
  ['Violence against civilians', 'Abduction/forced disappearance', 'ASSAULT', ['abduct']],
  ['Protests', 'Excessive force against protestors', 'ASSAULT', ['crowd-control']],
  ['Protests', 'Peaceful protest', 'PROTEST', ['demo']],
  ['Riots', 'Mob violence', 'PROTEST', ['riot']],
  ['Strategic developments', 'Agreement', 'AGREE', []],
  ['Strategic developments', 'Arrests', 'COERCE', ['arrest']],
  ['Strategic developments', 'Non-violent transfer of territory', 'RETREAT', ['withdraw']],
  ['Battles', 'Something newer than this table', 'ASSAULT', []],
])('%s, %s is %s', (type, subType, plover, mode) => {
  expect(ploverOfAcled(type, subType)).toMatchObject({ plover, mode });
});
