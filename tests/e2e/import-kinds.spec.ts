// One file of each kind that the options page says it reads, one row long and made up: each is recognised by what is
// in it, and goes in.
import { expect, test } from './harness.ts';

const row = (columns: string, cells: Readonly<Record<string, string>>, delimiter: string) =>
  columns
    .split(',')
    .map((name) => cells[name] ?? '')
    .join(delimiter);
const table = (columns: string, cells: Readonly<Record<string, string>>, delimiter: string) =>
  `${columns.replaceAll(',', delimiter)}\n${row(columns, cells, delimiter)}\n`;

const statement = (property: string, id: string) => ({
  type: 'statement',
  rank: 'normal',
  mainsnak: {
    snaktype: 'value',
    property,
    datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
  },
});
const item = {
  type: 'item',
  id: 'Q999999991',
  labels: { en: { language: 'en', value: 'Ada Moor' } },
  descriptions: { en: { language: 'en', value: 'engineer of canals' } },
  aliases: {},
  claims: { P31: [statement('P31', 'Q5')], P27: [statement('P27', 'Q796')] },
};

const PLACE =
  '99999901\tQuistaville\tQuistaville\t\t33.1\t44.2\tP\tPPLA\tIQ\t\t07\t\t\t\t912000\t\t40\tAsia/Baghdad\t2024-01-01\n';

const GED =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,' +
  'dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,' +
  'source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,' +
  'where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,' +
  'date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';
const ged = table(
  GED,
  {
    id: '1',
    relid: 'IRQ-2019-1-524-1',
    year: '2019',
    active_year: '1',
    code_status: 'Clear',
    type_of_violence: '1',
    conflict_new_id: '259',
    conflict_name: 'Iraq: Government',
    dyad_new_id: '524',
    dyad_name: 'Government of Iraq - IS',
    side_a_new_id: '116',
    side_a: 'Government of Iraq',
    side_b_new_id: '234',
    side_b: 'IS',
    number_of_sources: '1',
    source_article: 'A paper',
    where_prec: '1',
    where_coordinates: 'Najaf city',
    adm_1: 'Najaf',
    latitude: '32.0',
    longitude: '44.3',
    country: 'Iraq',
    country_id: '645',
    region: 'Middle East',
    event_clarity: '1',
    date_prec: '1',
    date_start: '2019-11-28 00:00:00.000',
    date_end: '2019-11-28 00:00:00.000',
    deaths_a: '1',
    deaths_b: '2',
    deaths_civilians: '0',
    deaths_unknown: '0',
    best: '3',
    high: '4',
    low: '2',
    gwnoa: '645',
  },
  ',',
);

const ACLED =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
const acled = table(
  ACLED,
  {
    event_id_cnty: 'IRQ990001',
    event_date: '2022-02-06',
    year: '2022',
    time_precision: '1',
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
    source: 'Example Wire',
    notes: 'The two sides met near the town.',
    fatalities: '4',
  },
  ',',
);

const gdelt = [
  ...['900000001', '20191231', '201912', '2019', '2019.9973'],
  ...['IRQ', 'BAGHDAD', 'IRQ', '', '', '', '', '', '', ''],
  ...['USA', 'UNITED STATES', 'USA', '', '', '', '', '', '', ''],
  ...['1', '190', '190', '19', '4', '-10', '12', '3', '12', '-4.2'],
  ...['4', 'Baghdad, Baghdad, Iraq', 'IZ', 'IZ07', '', '33.3386', '44.3939', '-3102503'],
  ...['2', 'United States', 'US', 'US', '', '39.8', '-98.5', 'US'],
  ...['4', 'Baghdad, Baghdad, Iraq', 'IZ', 'IZ07', '', '33.3386', '44.3939', '-3102503'],
  ...['20191231120000', 'https://news.example/a'],
].join('\t');

const icews = table(
  'Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude',
  {
    'Event ID': '99000001',
    'Event Date': '2018-06-01',
    'Source Name': 'Jane Example',
    'Source Country': 'Iraq',
    'Event Text': 'Threaten with military force',
    'CAMEO Code': '138',
    Intensity: '-7',
    'Target Name': 'Military (Iran)',
    'Target Country': 'Iran',
    'Story ID': '77',
    'Sentence Number': '2',
    Publisher: 'Example Wire',
    City: 'Baghdad',
    Country: 'Iraq',
    Latitude: '33.34',
    Longitude: '44.4',
  },
  '\t',
);

const polecat = table(
  'Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version',
  {
    'Event ID': '20230105-7_3f2a_PROTEST',
    'Event Date': '2023-01-05',
    'Event Type': 'PROTEST',
    'Event Mode': 'demo',
    Intensity: '-6.5',
    'Quad Code': 'MATERIAL CONFLICT',
    'Actor Name': 'Example Union',
    'Actor Country': 'IRQ',
    'Primary Actor Sector': 'LAB',
    'Recipient Name': 'Iraq',
    'Recipient Country': 'IRQ',
    Placename: 'Basra',
    City: 'Basra',
    Country: 'IRQ',
    Latitude: '30.5',
    Longitude: '47.8',
    'GeoNames ID': '99532',
    Source: 'Example Wire',
    'Publication Date': '2023-01-06',
    Language: 'en',
    Version: 'NGEC',
  },
  '\t',
);

const person = {
  id: 'NK-aB3',
  schema: 'Person',
  caption: 'Ada Moor',
  referents: [],
  datasets: ['example'],
  properties: { name: ['Ada Moor'], birthDate: ['1957'], nationality: ['iq'], topics: ['role.pep'] },
};

const yaml =
  'entities:\n  - { id: "desk:ada", kind: person, label: Ada Moor, description: Engineer of canals, citizen_of: Q796 }\n';
const sheet = 'kind,name,description\nperson,Ada Moor,Engineer of canals\n';

const KINDS: readonly (readonly [name: string, text: string])[] = [
  ['items.json', JSON.stringify([item])],
  ['cities500.txt', PLACE],
  ['GEDEvent.csv', ged],
  ['acled.csv', acled],
  ['20191231120000.export.CSV', gdelt],
  ['events.2018.tab', icews],
  ['ngecEvents.2023.txt', polecat],
  ['entities.ftm.json', `${JSON.stringify(person)}\n`],
  ['desk.yaml', yaml],
  ['desk.csv', sheet],
];

test('a file of each kind is recognised and goes in', async ({ reader }) => {
  test.setTimeout(120_000);
  const options = await reader.context.newPage();
  await options.goto(reader.address('options.html'));
  await expect(options.getByRole('heading', { name: /^Starter/ })).toBeVisible({ timeout: 15_000 });
  for (const [name, text] of KINDS) {
    await reader.step(`${name} is chosen`, () =>
      options
        .locator('input[type=file][multiple]')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }),
    );
    const told = options.locator('.import').filter({ hasText: name });
    await expect(told.getByRole('button', { name: 'Clear' })).toBeVisible({ timeout: 30_000 });
    await expect(told, name).toContainText(/Added: 1 (actor or place|event)\./);
    await told.getByRole('button', { name: 'Clear' }).click();
  }
  await expect(options.locator('.pack')).toHaveCount(1 + KINDS.length);
});
