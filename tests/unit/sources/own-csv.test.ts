import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Entity } from '../../../core/knowledge/entity.ts';
import { collectAll } from '../../../core/knowledge/sources/collect.ts';
import { dateProblem } from '../../../core/knowledge/sources/own/dates.ts';
import { slugOf } from '../../../core/knowledge/sources/own-csv/ids.ts';
import { ownCsv } from '../../../core/knowledge/sources/own-csv.ts';
import type { Found, Line } from '../../../core/knowledge/sources/source.ts';

async function* linesOf(text: string): AsyncGenerator<Line> {
  for (const [index, line] of text.split('\n').entries()) yield { number: index + 1, text: line };
}

async function read(text: string): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of ownCsv.read(linesOf(text), { pack: 'desk', languages: ['en'] })) found.push(one);
  return found;
}

const detect = (text: string) => ownCsv.detect({ text, fileName: 'x.csv' });

describe('a sheet is known by its columns', () => {
  test.each([
    ['with commas', 'kind,name\ncity,Baghdad', 'people, groups and places, 2 columns'],
    [
      'with semicolons, a byte order mark and capitals',
      '\uFEFFKind;Name;Other Names\n',
      'people, groups and places, 3 columns',
    ],
    ['below Excel’s own line', 'sep=;\n"date";"title";"source"\n', 'events, 3 columns'],
    ['with tabs', 'date\ttitle\n', 'events, 2 columns'],
  ])('%s', (_, text, what) => {
    expect(detect(text)).toEqual({ what: `Backstory’s own sheet of ${what}` });
  });

  test('and by what is missing', () => {
    expect(detect('name,other_names\na,b')).toEqual({ refused: expect.stringContaining('“kind”') });
  });

  test.each(['a,b\n1,2', '', 'event_id_cnty,event_date,actor1', '{"kind":1,"name":2}'])('not %j', (text) => {
    expect(detect(text)).toBeNull();
  });
});

describe('a row of people, groups and places', () => {
  test('is a person with names, life, roles, background and sources', async () => {
    const [found] = await read(
      [
        'kind,name,other_names,surname,description,background,as_of,source,roles,wikidata,from,to,located_in',
        'person,Jane Roe,"Jane A. Roe; جين@ar; JRX; JR",Roe,A minister.,"She took office, and left it.",2021-05,"Reuters https://example.org/a; AP",Minister of oil from 2018-10 until 2020-05; Envoy to Iraq,https://www.wikidata.org/wiki/Q4242,1957-03-11,,Q796 from 2018',
      ].join('\n'),
    );
    expect(found).toEqual({
      kind: 'entity',
      entity: {
        id: 'Q4242',
        kind: 'person',
        facets: ['actor'],
        names: [
          { text: 'Jane Roe', lang: 'en', type: 'label', match: 'any-case' },
          { text: 'Jane A. Roe', lang: 'en', type: 'alias', match: 'any-case' },
          { text: 'جين', lang: 'ar', type: 'alias', match: 'any-case' },
          { text: 'JRX', lang: 'en', type: 'acronym', match: 'exact-case' },
          { text: 'JR', lang: 'en', type: 'acronym', match: 'needs-context' },
          { text: 'Roe', lang: 'en', type: 'surname', match: 'needs-full-name-first' },
        ],
        description: 'A minister',
        background: {
          text: 'She took office, and left it.',
          asOf: '2021-05',
          sources: [{ publisher: 'Reuters', url: 'https://example.org/a' }, { publisher: 'AP' }],
        },
        roles: [{ role: 'Minister of oil', from: '2018-10', to: '2020-05' }, { role: 'Envoy to Iraq' }],
        relations: [{ type: 'located_in', to: 'Q796', from: '2018' }],
        born: '1957-03-11',
        ids: { wikidata: 'Q4242' },
        salience: 0.4,
        pack: 'desk',
      },
    });
    expect(found?.kind === 'entity' && z.safeParse(Entity, found.entity).success).toBe(true);
  });

  test('of a European spreadsheet has decimal commas, and a kind in words', async () => {
    expect(await read('kind;name;lat;lon;from\nArmed Group;Foo;"33,31";44,4;2014\n;;;;\n')).toMatchObject([
      { entity: { id: 'desk:foo', kind: 'armed_group', geo: { lat: 33.31, lon: 44.4 }, founded: '2014' } },
    ]);
  });

  test('of a name that is also a pronoun is not believed in small letters', async () => {
    expect(await read('kind,name\ncountry,US')).toMatchObject([
      { entity: { names: [{ match: 'exact-case' }] } },
    ]);
  });

  test('keeps its id at every import, in any script, and other names have others', () => {
    expect(slugOf('Jane Roe')).toBe('jane-roe');
    expect(slugOf('Śāh-Ābād')).toBe('sah-abad');
    expect(slugOf('فلوجة')).toMatch(/^[0-9a-f]{8}$/);
    expect(slugOf('فلوجة')).not.toBe(slugOf('بغداد'));
    expect(slugOf(`${'long '.repeat(30)}a`)).not.toBe(slugOf(`${'long '.repeat(30)}b`));
  });
});

describe('a row of events', () => {
  test('names people and places as the writer knows them, by name or id', async () => {
    expect(
      await read(
        [
          'date;title;type;actors;recipients;alleged_actors;places;lat;lon;summary;deaths;source',
          '2019-12-27;Rockets near Kirkuk;assault;;"American soldiers; Q30";kh;K1;35,5;44,3;Thirty rockets;1;Reuters',
          '2019-12-29/2019-12-30;Strikes;;Q30;desk:kh;;Al-Qaim; Q858;;;;25-30;https://www.example.org/x',
        ].join('\n'),
      ),
    ).toMatchObject([
      {
        kind: 'event',
        event: {
          id: 'desk:2019-12-27-rockets-near-kirkuk',
          type: { plover: 'ASSAULT' },
          actors: [
            { name: 'American soldiers', role: 'recipient' },
            { id: 'Q30', wikidata: 'Q30', role: 'recipient' },
            { name: 'kh', role: 'alleged_actor' },
          ],
          places: [{ name: 'K1', lat: 35.5, lon: 44.3 }],
          deaths: { low: 1, best: 1, high: 1 },
          sources: [{ publisher: 'Reuters' }],
          status: 'reported',
        },
      },
      { kind: 'rejected', line: 3, reason: expect.stringContaining('13 cells under 12 columns') },
    ]);
  });

  test('over days keeps both, and differing counts of the dead their range', async () => {
    expect(
      await read('date,title,deaths,source\n2019-12-29/2019-12-30,Strikes,25–30,https://www.example.org/x'),
    ).toMatchObject([
      {
        event: {
          date: { edtf: '2019-12-29/2019-12-30' },
          type: { plover: 'OTHER' },
          deaths: { low: 25, high: 30 },
          sources: [{ publisher: 'example.org', url: 'https://www.example.org/x' }],
        },
      },
    ]);
  });
});

describe('a cell that is not understood is named with what would be right', () => {
  const person = 'kind,name,from,lat,lon,roles,located_in,wikidata,background,as_of,source';
  test.each([
    [person, 'persn,A', /column A \(kind\): “persn” is not one of .*did you mean “person”\?/],
    [person, 'city,', /column B \(name\): is empty/],
    [person, 'person,A,31/12/1960', /column C \(from\): “31\/12\/1960” .*write 1960-12-31/],
    [person, 'city,A,,91,10', /column D \(lat\): “91” is no number from -90 to 90/],
    [person, 'city,A,,33.1,', /column E \(lon\): is empty; a position needs/],
    [
      person,
      'person,A,,,,Chief from March 2019',
      /column F \(roles\): .*write it as “Minister of oil from 2018/,
    ],
    [person, 'person,A,,,,,Iraq', /column G \(located_in\): “Iraq”: it needs an id, such as Q796/],
    [person, 'person,A,,,,,,796', /column H \(wikidata\): “796” is no Wikidata item/],
    [person, 'person,A,,,,,,,b', /column K \(source\): is empty; a background.*column J \(as_of\): is empty/],
    [person, 'person,A,#REF!', /column C holds a formula’s error/],
    [person, `person,${'x'.repeat(201)}`, /name, other_names: at most 200 characters; here are 201/],
    ['date,title,source', '2019,T,', /column C \(source\): is empty; an event says who reported it/],
    ['date,title,source,type', '2019,T,AP,bomb', /column D \(type\): “bomb” is not one of AGREE/],
    ['date,title,source,deaths', '2019,T,AP,many', /column D \(deaths\): “many” is no number of people/],
    ['date,title,source,weight', '2019,T,AP,7', /column D \(weight\): “7” is no number from 0 to 1/],
  ])('%s / %s', async (header, row, reason) => {
    const good = header === person ? 'city,Good' : '2020,Good,AP';
    expect(await read(`${header}\n${row}\n${good}`)).toMatchObject([
      { kind: 'rejected', line: 2, reason: expect.stringMatching(reason) },
      { kind: header === person ? 'entity' : 'event' },
    ]);
  });

  test('and so is a column that is none of ours, while the others are read', async () => {
    expect(await read('kind,name,discription\ncity,A,x')).toMatchObject([
      {
        kind: 'rejected',
        line: 1,
        reason: 'column C: “discription” is none of ours and is not read; did you mean “description”?',
      },
      { kind: 'entity' },
    ]);
  });

  test('and two rows that would become one', async () => {
    expect(await read('kind,name\nperson,John Smith\nperson,John  Smith')).toMatchObject([
      { kind: 'entity' },
      {
        kind: 'rejected',
        line: 3,
        reason: expect.stringMatching(/line 2 has this id too \(desk:john-smith\)/),
      },
    ]);
  });
});

describe('a date', () => {
  test.each(['2019', '2019-12', '2019-12-31'])('%s is one', (text) => {
    expect(dateProblem(text)).toBeNull();
  });

  test.each([
    ['31/12/2019', 'write 2019-12-31:'],
    ['12/31/2019', 'write 2019-12-31:'],
    ['03/04/2019', 'write 2019-04-03 or 2019-03-04:'],
    ['31.12.2019', 'write 2019-12-31:'],
    ['2019/12/31', 'write 2019-12-31:'],
    ['2019-12-31 00:00', 'write 2019-12-31:'],
    ['43830', 'write 2019-12-31:'],
    ['31 December 2019', 'write 2019-12-31:'],
    ['December 31st, 2019', 'write 2019-12-31:'],
    ['Dec 2019', 'write 2019-12:'],
    ['2019-02-30', 'everywhere: dates are written'],
    ['last week', 'everywhere: dates are written'],
  ])('%s is none: %s', (text, advice) => {
    expect(dateProblem(text)).toContain(advice);
  });
});

test('people and what they did, from two sheets, meet', async () => {
  const sheets = [
    'kind,name\narmed_group,Sword Brigade',
    'date,title,actors,source\n2020,Raid,Sword Brigade,AP',
  ];
  const { entities, events } = await collectAll(
    sheets.map((text) => ({ source: ownCsv, lines: linesOf(text) })),
    { pack: 'desk', languages: ['en'] },
    { knowledge: null },
  );
  expect(entities.map(({ id }) => id)).toEqual(['desk:sword-brigade']);
  expect(events.map(({ actors }) => actors)).toEqual([[{ id: 'desk:sword-brigade', role: 'actor' }]]);
});

describe('docs/own-knowledge.md', () => {
  const text = readFileSync(new URL('../../../docs/own-knowledge.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, csv = '']) => csv);

  test('shows both sheets, and they are read as they stand', async () => {
    expect(examples.map((csv) => detect(csv))).toEqual([
      { what: expect.stringContaining('people, groups and places') },
      { what: expect.stringContaining('events') },
    ]);
    for (const csv of examples)
      expect((await read(csv)).filter(({ kind }) => kind === 'rejected')).toEqual([]);
  });
});

test('whatever stands in a sheet, rows are read or refused in words', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'person', 'Q1', '2019', '"', 'a;b', '33,1', '#REF!'),
    fc.string({ maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 6 }), async (rows) => {
      const body = rows.map((row) => row.join(',')).join('\n');
      const found = await read(
        `kind,name,id,other_names,from,lat,lon,roles,source,background,as_of,led_by\n${body}`,
      );
      for (const one of found)
        if (one.kind === 'entity') expect(z.safeParse(Entity, one.entity).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});
