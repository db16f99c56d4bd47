import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../core/knowledge/entity.ts';
import { closeSpellings, isOneEditAway, plainName } from '../../../core/knowledge/sources/geonames/names.ts';
import { cities } from '../../../packs/build/cities.ts';
import { countryNames, readCountryNames } from '../../../packs/build/country-names.ts';
import { type City, newsCities, parseGeonames } from '../../../packs/build/geonames.ts';
import { Evidence } from '../../../packs/build/places/evidence.ts';
import { Shares, worthOfCity } from '../../../packs/build/places/priors.ts';

const city = (fields: Partial<City>): City => ({
  id: '1',
  name: 'Town',
  ascii: 'Town',
  alternates: [],
  lat: 0,
  lon: 0,
  code: 'PPL',
  iso2: 'IQ',
  population: 500_000,
  region: 'IQ.17',
  district: '',
  ...fields,
});

const row = (id: string, code: string, population: number) =>
  [
    id,
    'Najaf',
    'Najaf',
    'An Najaf,NJF',
    '32.0',
    '44.3',
    'P',
    code,
    'IQ',
    '',
    '17',
    '',
    '',
    '',
    population,
    '',
    '',
    '',
    '',
  ].join('\t');

describe('of GeoNames’ table', () => {
  test('a row without a feature code is left out, and the rest is still read', () => {
    expect(parseGeonames([row('1', '', 5), row('2', 'PPLA', 482_576)].join('\n'))).toEqual([
      {
        id: '2',
        name: 'Najaf',
        ascii: 'Najaf',
        alternates: ['An Najaf', 'NJF'],
        lat: 32,
        lon: 44.3,
        code: 'PPLA',
        iso2: 'IQ',
        population: 482_576,
        region: 'IQ.17',
        district: '',
      },
    ]);
  });

  test.each([
    ['PPLC', 700, true],
    ['PPLA', 700, true],
    ['PPL', 15_000, true],
    ['PPL', 14_999, false],
    ['PPLX', 2_000_000, false],
    ['PPLH', 200_000, false],
  ])('a %s of %i people is taken: %s', (code, population, taken) => {
    expect(newsCities([city({ code, population })])).toHaveLength(taken ? 1 : 0);
  });
});

describe('the names of a city', () => {
  const fallujah = city({
    name: 'Al Fallūjah',
    ascii: 'Al Fallujah',
    alternates: ['Fallujah', 'Falloujah', 'TQD', 'fa lu jie', 'Pumbedita', 'الفلوجة'],
  });

  test('are shown as English writes them', () => {
    expect(plainName(fallujah)).toBe('Fallujah');
  });

  test('are its own in other spellings: no airport code, no romanised Chinese, no ancient name', () => {
    expect(closeSpellings(fallujah)).toEqual(['Al Fallujah', 'Falloujah']);
  });

  test('of a language with Latin letters are not respelt', () => {
    expect(
      closeSpellings(
        city({ iso2: 'GB', name: 'London', ascii: 'London', alternates: ['Londen', 'Londono'] }),
      ),
    ).toEqual([]);
  });

  test.each([
    ['falluja', 'fallujah', true],
    ['najaf', 'nadjaf', true],
    ['najaf', 'najaf', true],
    ['kirkuk', 'karkuk', true],
    ['basra', 'bursa', false],
    ['tripoli', 'trip', false],
  ])('%s and %s are one letter apart: %s', (a, b, expected) => {
    expect(isOneEditAway(a, b)).toBe(expected);
  });
});

describe('a city', () => {
  const iraq = {
    id: 'Q796',
    kind: 'country',
    facets: ['actor', 'place'],
    names: [{ text: 'Iraq', lang: 'en', type: 'label', match: 'any-case' }],
    description: 'Country',
    ids: { iso2: 'IQ' },
    salience: 0.5,
    pack: 'test',
  } as unknown as Entity;
  const ambiguous = { needsContext: new Set(['reading']), notCities: new Set(['9']), not: new Map() };
  const build = (...list: City[]) => {
    const [shares, home] = [new Shares(), new Shares()];
    for (const one of list) {
      shares.add(one.name.toLowerCase(), worthOfCity(one));
      home.add(`${one.iso2} ${one.name.toLowerCase()}`, worthOfCity(one));
    }
    return cities({
      cities: list,
      people: new Map(),
      countries: [iraq],
      names: new Map(),
      regions: new Map([['IQ.17', { id: 'test:province' as Entity['id'], label: 'Najaf Governorate' }]]),
      evidence: new Evidence({ words: new Map(), bearers: new Set(), ambiguous, largest: new Map() }),
      ambiguous,
      shares,
      home,
      isCity: () => false,
      pack: 'test',
    });
  };

  test('in a country that is not known stops the build by name', () => {
    expect(() => build(city({ iso2: 'ZZ', name: 'Nowhere' }))).toThrow(/Nowhere.*ZZ/);
  });

  test('that the world has more names for is meant more often than a larger one', () => {
    const [spain = 0, venezuela = 0] = build(
      city({ id: '1', iso2: 'IQ', population: 800_000, alternates: Array(70).fill('x') }),
      city({ id: '2', iso2: 'IQ', population: 1_000_000, alternates: Array(30).fill('x') }),
    ).map(({ names }) => names[0]?.prior);
    expect(spain).toBeGreaterThan(venezuela);
  });

  test('lies in its region as well as in its country', () => {
    expect(build(city({}))[0]).toMatchObject({
      description: 'City in Najaf Governorate, Iraq; about 500,000 people (GeoNames, 2023)',
      relations: [
        { type: 'located_in', to: 'Q796' },
        { type: 'located_in', to: 'test:province' },
      ],
    });
  });

  test('that has a greater namesake in its own country is believed beside its region only', () => {
    const [, smaller] = build(city({ id: '1', population: 900_000 }), city({ id: '2', population: 90_000 }));
    expect(smaller?.relations).toEqual([{ type: 'located_in', to: 'test:province' }]);
    expect(smaller?.names[0]?.match).toBe('needs-context');
  });

  test('of 20,000 people is believed only in company', () => {
    expect(build(city({ population: 20_000 }))[0]?.names[0]?.match).toBe('needs-context');
  });

  test('that shares its name with a larger one is meant as much less often as it is smaller', () => {
    const priors = build(city({ id: '1', population: 900_000 }), city({ id: '2', population: 100_000 })).map(
      ({ names }) => names[0]?.prior,
    );
    expect(priors).toEqual([undefined, 0.1]);
  });

  test('whose name is a word, or very short, needs context', () => {
    expect(
      build(
        city({ id: '1', name: 'Reading', ascii: 'Reading' }),
        city({ id: '2', name: 'Bo', ascii: 'Bo' }),
      ).map(({ names }) => names[0]?.match),
    ).toEqual(['needs-context', 'needs-context']);
  });

  test('that is an office is left out', () => {
    expect(build(city({ id: '9' }))).toEqual([]);
  });

  test('says truly what GeoNames says of it', () => {
    expect(build(city({ code: 'PPLC', population: 7_216_000 }))[0]).toMatchObject({
      description: 'Capital of Iraq; about 7.2 million people (GeoNames, 2023)',
      relations: [
        { type: 'located_in', to: 'Q796' },
        { type: 'located_in', to: 'test:province' },
        { type: 'capital_of', to: 'Q796' },
      ],
    });
  });
});

describe('the names of a country', () => {
  const names = readCountryNames(`
- { iso2: US, label: United States, short: [{ text: US, match: exact-case }, America], adjective: [American], demonym: [American, Americans], capital: Washington, metonymPrior: 0.7 }
- { iso2: MV, capital: Malé, metonymPrior: 0.3 }
- { iso2: KR, short: [{ text: Korea, match: needs-context, ambiguous: true }] }`);

  test('carry their type, and the capital its share', () => {
    expect(
      countryNames(names.get('US'), 'United States of America', () => false).map(({ text, type, prior }) => [
        text,
        type,
        prior,
      ]),
    ).toEqual([
      ['United States', 'label', undefined],
      ['United States of America', 'alias', undefined],
      ['US', 'acronym', undefined],
      ['America', 'short', undefined],
      ['American', 'adjective', undefined],
      ['Americans', 'demonym', undefined],
      ['Washington', 'metonym', 0.7],
    ]);
  });

  test('that others bear too are believed half the time', () => {
    expect(countryNames(names.get('KR'), 'South Korea', () => false)).toContainEqual(
      expect.objectContaining({ text: 'Korea', prior: 0.5 }),
    );
  });

  test('do not turn the word male into the Maldives', () => {
    expect(countryNames(names.get('MV'), 'Maldives', (name) => name === 'Malé').at(-1)).toMatchObject({
      text: 'Malé',
      match: 'needs-context',
    });
  });
});
