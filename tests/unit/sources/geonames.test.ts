import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Entity, labelOf } from '../../../core/knowledge/entity.ts';
import { collectAll } from '../../../core/knowledge/sources/collect.ts';
import { geonames } from '../../../core/knowledge/sources/geonames.ts';
import type { Found, Line, ReadOptions } from '../../../core/knowledge/sources/source.ts';
import type { EntityId } from '../../../core/knowledge/terms.ts';
import { hasShared, shared } from '../../shared.ts';

const country = (id: string, name: string) => ({ id: id as EntityId, name });
const OPTIONS: ReadOptions = {
  pack: 'places',
  languages: ['en', 'ar'],
  countries: new Map([
    ['IQ', country('Q796', 'Iraq')],
    ['LB', country('Q822', 'Lebanon')],
    ['SY', country('Q858', 'Syria')],
  ]),
};

async function* linesOf(text: string): AsyncGenerator<Line> {
  for (const [index, line] of text.split('\n').entries()) yield { number: index + 1, text: line };
}

async function read(text: string, options = OPTIONS): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of geonames.read(linesOf(text), options)) found.push(one);
  return found;
}

async function entities(text: string, options = OPTIONS): Promise<Entity[]> {
  return (await read(text, options)).flatMap((found) => (found.kind === 'entity' ? found.entity : []));
}

interface Place {
  readonly id?: number | string;
  readonly name?: string;
  readonly alternates?: string;
  readonly lat?: number | string;
  readonly code?: string;
  readonly iso2?: string;
  readonly people?: number;
}

const place = ({
  id = 7,
  name = 'Newtown',
  alternates = '',
  lat = 33.5,
  code = 'P.PPL',
  iso2 = 'IQ',
  people = 0,
}: Place) => {
  const [letter = '', feature = ''] = code.split('.');
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  return [
    id,
    name,
    plain,
    alternates,
    lat,
    44.25,
    letter,
    feature,
    iso2,
    '',
    '',
    '',
    '',
    '',
    people,
    '',
    9,
    'Asia/Baghdad',
    '2024-01-02',
  ].join('\t');
};

const name = (id: number, language: string, text: string, flags = '\t\t\t', dates = '\t') =>
  [1, id, language, text, flags, dates].join('\t');

const sample = (text: string) => ({ text, fileName: 'x.txt' });

describe('a file is known by its rows', () => {
  test('as places', () => {
    expect(
      geonames.detect(sample(`${place({})}\n${place({ people: 9 })}\n${place({}).slice(0, 20)}`)),
    ).toEqual({ what: 'GeoNames places, 19 columns' });
  });

  test('as names by language', () => {
    expect(geonames.detect(sample(name(98182, 'ar', 'بغداد')))).toMatchObject({
      what: expect.stringContaining('names by language'),
    });
  });

  test.each([
    ['a sheet', 'id,name,kind\n1,Baghdad,city'],
    ['tabs of another source', `${'1\t'.repeat(60)}x`],
    ['nineteen columns of something else', Array(19).fill('word').join('\t')],
    ['nothing', ''],
  ])('not as %s', (_, text) => {
    expect(geonames.detect(sample(text))).toBeNull();
  });
});

describe('a place', () => {
  test('is what GeoNames says of it, in the country that is installed', async () => {
    const text = place({
      id: 98182,
      name: 'Baghdad',
      code: 'P.PPLC',
      people: 7_216_000,
      alternates: 'Bagdad,BGW,巴格達',
    });
    expect(await entities(text)).toEqual([
      {
        id: 'places:geonames-98182',
        kind: 'city',
        facets: ['place'],
        names: [
          { text: 'Baghdad', lang: 'en', type: 'label', match: 'any-case' },
          { text: 'Bagdad', lang: 'en', type: 'alias', match: 'any-case' },
        ],
        description: 'Capital of Iraq; about 7.2 million people (GeoNames)',
        relations: [
          { type: 'located_in', to: 'Q796' },
          { type: 'capital_of', to: 'Q796' },
        ],
        geo: { lat: 33.5, lon: 44.25 },
        population: 7_216_000,
        ids: { geonames: '98182' },
        salience: 0.62,
        pack: 'places',
      },
    ]);
  });

  test('in a country that no pack knows names it and refers to nothing', async () => {
    const [town] = await entities(place({ iso2: 'JO', people: 900 }), { pack: 'places', languages: [] });
    expect(town?.description).toBe('City in Jordan');
    expect(town?.relations).toBeUndefined();
  });

  test.each([
    ['P.PPL', 499, undefined],
    ['P.PPL', 500, 'city'],
    ['P.PPLX', 20_000, 'city'],
    ['P.PPLH', 0, undefined],
    ['P.PPLA2', 0, 'city'],
    ['A.ADM1', 0, 'region'],
    ['A.ADM3', 0, undefined],
    ['A.TERR', 0, 'territory'],
    ['H.LK', 0, 'water'],
    ['H.SPNG', 0, undefined],
    ['T.MTS', 0, 'region'],
    ['S.AIRP', 0, 'facility'],
    ['S.SCH', 0, undefined],
    ['U.TRNU', 0, undefined],
    ['', 0, undefined],
  ])('%s of %i people is taken as %s', async (code, people, kind) => {
    const [found] = await read(place({ code, people }));
    expect(found?.kind === 'entity' ? found.entity.kind : undefined).toBe(kind);
    if (kind === undefined) expect(found?.kind).toBe('skipped');
  });

  test('that is a country is left to the pack that knows it, and taken where none does', async () => {
    const [known, unknown] = await read(
      [
        place({ code: 'A.PCLI', name: 'Republic of Iraq' }),
        place({ code: 'A.PCLI', name: 'Turkey', iso2: 'TR' }),
      ].join('\n'),
    );
    expect(known).toEqual({ kind: 'skipped', reason: 'a country or territory that an installed pack knows' });
    expect(unknown).toMatchObject({
      entity: { kind: 'country', ids: { iso2: 'TR' }, names: [{ text: 'Turkey', match: 'exact-case' }] },
    });
  });

  test('does not lend the country’s code to a city', async () => {
    expect((await entities(place({ people: 900 })))[0]?.ids).toEqual({ geonames: '7' });
  });
});

describe('a reader of the news does not meet', () => {
  const ruleOf = async (fields: Place) => (await entities(place(fields)))[0]?.names[0];

  test('a small town wherever its name is a word', async () => {
    expect(await ruleOf({ name: 'As', iso2: 'BE', people: 8000 })).toMatchObject({ match: 'needs-context' });
    expect(await ruleOf({ name: 'Liberty', iso2: 'US', people: 10_000 })).toMatchObject({
      match: 'needs-context',
    });
  });

  test('Nice in a nice day, however large', async () => {
    expect(await ruleOf({ name: 'Nice', iso2: 'FR', people: 343_000 })).toMatchObject({
      match: 'needs-context',
    });
  });

  test('Lebanon in Tennessee', async () => {
    expect(await ruleOf({ name: 'Lebanon', iso2: 'US', people: 400_000 })).toMatchObject({
      match: 'needs-context',
      prior: 0.05,
    });
  });

  test('a river Bear in a bear', async () => {
    expect(await ruleOf({ name: 'Bear', code: 'H.STM' })).toMatchObject({ match: 'needs-context' });
    expect(await ruleOf({ name: 'Lake Tharthar', code: 'H.LK' })).toMatchObject({ match: 'any-case' });
  });
});

describe('a row that cannot be', () => {
  test.each([
    ['a latitude beyond the pole', place({ lat: 91 }), /column 5: “91” is no latitude/],
    ['an empty latitude', place({ lat: '' }), /column 5/],
    ['a number that is none', place({ id: 'x' }), /column 1: “x”/],
    ['too few columns', 'a\tb', /19 columns.*here are 2/],
  ])('%s is refused by its line, and the next is read', async (_, row, reason) => {
    expect(await read(`${place({ people: 900 })}\n${row}\n${place({ id: 8, people: 900 })}`)).toMatchObject([
      { kind: 'entity' },
      { kind: 'rejected', line: 2, reason: expect.stringMatching(reason) },
      { kind: 'entity', entity: { id: 'places:geonames-8' } },
    ]);
  });
});

describe('names by language', () => {
  const baghdad = place({ id: 98182, name: 'Baghdad', code: 'P.PPLC', people: 7_216_000 });
  const names = [
    name(98182, 'ar', 'بغداد', '1\t\t\t'),
    name(98182, 'en', 'City of Peace', '\t\t\t1', '0762\t1258'),
    name(98182, 'de', 'Bagdad'),
    name(98182, 'wkdt', 'Q1530'),
    name(98182, 'link', 'https://example.org/baghdad'),
    name(98182, '', 'Bagdat'),
    name(98182, 'abbr', 'BGD'),
    name(99072, 'ar', 'الموصل'),
  ].join('\n');

  test('come as names of the place’s id, in the languages that were asked for, with its Wikidata item', async () => {
    expect((await read(names)).filter(({ kind }) => kind !== 'skipped')).toEqual([
      {
        kind: 'names',
        further: {
          id: 'places:geonames-98182',
          names: [
            { text: 'بغداد', lang: 'ar', type: 'label', match: 'needs-context' },
            {
              text: 'City of Peace',
              lang: 'en',
              type: 'former',
              match: 'needs-context',
              from: '0762',
              to: '1258',
            },
            { text: 'BGD', lang: 'und', type: 'acronym', match: 'needs-context' },
          ],
          ids: { wikidata: 'Q1530' },
        },
      },
      {
        kind: 'names',
        further: {
          id: 'places:geonames-99072',
          names: [{ text: 'الموصل', lang: 'ar', type: 'alias', match: 'needs-context' }],
        },
      },
    ]);
  });

  test('that are none are counted by their reason', async () => {
    const found = await read(`${baghdad}\n${names}`);
    expect(found.flatMap((one) => (one.kind === 'skipped' ? one.reason : []))).toEqual([
      'a name in a language that was not asked for',
      'a link, a post code or another code, no name',
      'a name without a language',
    ]);
  });

  test('of one place are one record with it in the pack, and of others they are counted', async () => {
    const parts = [baghdad, names].map((text) => ({ source: geonames, lines: linesOf(text) }));
    const { entities: all, report } = await collectAll(parts, OPTIONS, { knowledge: null });
    expect(all.map((entity) => entity.names.map(({ text }) => text))).toEqual([
      ['Baghdad', 'بغداد', 'City of Peace', 'BGD'],
    ]);
    expect(all[0]).toMatchObject({ population: 7_216_000, ids: { geonames: '98182', wikidata: 'Q1530' } });
    expect(report.skippedFor.get('names of a place that was not taken')).toBe(1);
  });
});

test('whatever stands in a file, rows are read or refused in words', async () => {
  const cell = fc.oneof(
    fc.constantFrom('7', '33.5', 'P', 'PPLC', 'IQ', '900000', 'A', 'PCLI', ''),
    fc.string({ maxLength: 12 }),
  );
  const row = fc.oneof(
    fc.array(cell, { minLength: 19, maxLength: 19 }),
    fc.array(cell, { minLength: 10, maxLength: 10 }),
    fc.array(cell, { maxLength: 20 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
      for (const found of await read(rows.map((cells) => cells.join('\t')).join('\n'))) {
        if (found.kind === 'entity') expect(z.safeParse(Entity, found.entity).success).toBe(true);
        if (found.kind === 'names') expect(found.further.id).toMatch(/^places:geonames-\d+$/);
      }
    }),
    { numRuns: 300 },
  );
});

describe.skipIf(!hasShared)('real rows of Iraq, Lebanon and Syria', () => {
  const text = hasShared ? shared('samples/geonames/cities500_IQ_LB_SY.txt') : '';

  test('are known, all read, and sound', async () => {
    expect(geonames.detect(sample(text.slice(0, 65_536)))).toEqual({ what: 'GeoNames places, 19 columns' });
    const found = await read(text);
    expect(found.filter(({ kind }) => kind === 'rejected')).toEqual([]);
    const all = await entities(text);
    expect(all.length + found.filter(({ kind }) => kind === 'skipped').length).toBe(470);
    expect(all.length).toBeGreaterThan(460);
    for (const entity of all) expect(z.safeParse(Entity, entity).success).toBe(true);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(
      all
        .filter(({ relations }) => relations?.some(({ type }) => type === 'capital_of'))
        .map((city) => labelOf(city))
        .sort(),
    ).toEqual(['Baghdad', 'Beirut', 'Damascus']);
  });

  test('give Karbala and Fallujah the names that news use', async () => {
    const all = await entities(text);
    const named = (spelling: string) =>
      all.filter(({ names }) => names.some((one) => one.text === spelling && one.match === 'any-case'))
        .length;
    expect(['Karbala', 'Fallujah', 'Falluja', 'Kirkuk', 'Mosul', 'Aleppo'].map(named)).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
  });
});
