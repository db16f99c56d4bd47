// First- and second-level regions: which there are, and how far they are believed.
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { City } from '../../../packs/build/geonames.ts';
import { districts } from '../../../packs/build/places/districts.ts';
import { Evidence } from '../../../packs/build/places/evidence.ts';
import { Shares } from '../../../packs/build/places/priors.ts';
import { baseOf, hasKind, isDirection, kindWord } from '../../../packs/build/places/region-names.ts';
import { type RegionRow, regionRows } from '../../../packs/build/places/region-tables.ts';
import { draftRegions, regionEntity } from '../../../packs/build/places/regions.ts';
import { entity } from '../small-world.ts';

test.each([
  ['Najaf Governorate', 'Najaf'],
  ['Punjab, India', 'Punjab'],
  ['Kiev Oblast', 'Kiev'],
  ['Uttar Pradesh', 'Uttar Pradesh'],
  ['Eastern Province', 'Eastern Province'],
  ['State of Mexico', 'Mexico'],
  ['Texas', 'Texas'],
])('%s without its kind is %s', (name, base) => {
  expect(baseOf(name)).toBe(base);
});

test.each(['Central', 'Eastern Province', 'Sud-Est', 'Rivers'])('%s is nobody’s name', (name) => {
  expect(isDirection(name)).toBe(true);
});

test.each([
  [['Donetsk', 'Donetsk Oblast'], 'UA', 'Oblast'],
  [['Texas'], 'US', 'State'],
  [['Free State'], 'ZA', 'Province'],
  [['District of Columbia'], 'US', 'District'],
  [['Somewhere'], 'ZZ', 'Region'],
])('%j in %s is called: %s', (names, iso2, word) => {
  expect(kindWord(names, iso2)).toBe(word);
  expect(hasKind('Donetsk Oblast')).toBe(true);
});

describe('two tables of regions', () => {
  const region = (admin: string, en: string, geonames: number) => ({
    admin,
    iso: admin,
    names: { en },
    reference: { geonames },
  });
  const rows = regionRows(
    {
      UA: { iso: 'UA', regions: [region('13', 'Kiev Oblast', 703_446)] },
      VN: { iso: 'VN', regions: [region('44', 'Ha Noi', 1_581_129)] },
    },
    new Map([
      ['UA.13', 'Kyiv Oblast'],
      ['VN.44', 'Quang Tri'],
      ['XK.10096138', 'Ferizaj'],
    ]),
  );

  test('become one: today’s name, and the other’s number and languages', () => {
    expect(rows[0]).toMatchObject({
      key: 'UA.13',
      name: 'Kyiv Oblast',
      geonames: '703446',
      names: { en: 'Kiev Oblast' },
    });
  });

  test('do not turn Hanoi into Quảng Trị, whose code GeoNames gave anew', () => {
    expect(rows[1]).toMatchObject({ key: 'VN.44', name: 'Ha Noi' });
  });

  test('give a number where the code is one', () => {
    expect(rows[2]).toMatchObject({ key: 'XK.10096138', geonames: '10096138' });
  });
});

describe('a region', () => {
  const us = entity('Q30', 'country', ['United States'], { ids: { iso2: 'US' } });
  const georgia = entity('Q230', 'country', ['Georgia'], { ids: { iso2: 'GE' } });
  const row = (
    key: string,
    name: string,
    geonames: string,
    names: Record<string, string> = {},
  ): RegionRow => ({
    key,
    iso2: key.slice(0, 2),
    name,
    names,
    geonames,
  });
  const town = (name: string, region: string, population: number, lat: number, lon: number): City => ({
    id: `${population}`,
    name,
    ascii: name,
    alternates: [],
    lat,
    lon,
    code: 'PPL',
    iso2: region.slice(0, 2),
    population,
    region,
    district: '',
  });
  const evidence = new Evidence({
    words: new Map(),
    bearers: new Set(),
    ambiguous: { needsContext: new Set(), notCities: new Set(), not: new Map() },
    largest: new Map(),
  });

  function build(rows: RegionRow[], cities: City[]) {
    const input = {
      rows,
      cities,
      countries: [us, georgia],
      evidence,
      namesakes: new Map(cities.map((city) => [`${city.iso2} ${city.name.toLowerCase()}`, city.population])),
      pack: 'test',
    };
    const { drafts, ids } = draftRegions(input, ({ name }) => name);
    const entities = drafts.map((draft) =>
      regionEntity(draft, ids.get(draft.row.key) ?? ('test:none' as Entity['id']), {
        ...input,
        shares: new Shares(),
        ofNations: new Set(['georgia']),
        countryPeople: new Map([['georgia', 2_000_000]]),
      }),
    );
    return { ids, entities };
  }
  const labelsOf = ({ entities }: ReturnType<typeof build>) =>
    entities.map(({ names: [label] }) => [label?.text, label?.match, label?.prior]);

  test('lies in its country, in the middle of where its towns are', () => {
    const { entities } = build(
      [row('US.TX', 'Texas', '4736286', { fr: 'Texas', ru: 'Техас' })],
      [town('Houston', 'US.TX', 2_000_000, 29.8, -95.4), town('Dallas', 'US.TX', 1_000_000, 32.8, -96.8)],
    );
    expect(entities).toMatchObject([
      {
        id: 'test:geonames-4736286',
        kind: 'region',
        description: 'State of the United States',
        relations: [{ type: 'located_in', to: 'Q30' }],
        geo: { lat: 31.3, lon: -96.1 },
        ids: { geonames: '4736286' },
      },
    ]);
    expect(entities[0]?.names.map(({ text }) => text)).toEqual(['Texas', 'Техас', 'Tex.', 'TX']);
  });

  test('whose people live around another country has its largest town for a place', () => {
    const { entities } = build(
      [row('US.XX', 'Both Ends', '1')],
      [town('Anchorage', 'US.XX', 300_000, 61.2, -149.9), town('Bangor', 'US.XX', 350_000, 44.8, -68.8)],
    );
    expect(entities[0]?.geo).toEqual({ lat: 44.8, lon: -68.8 });
  });

  test('with the name of its seat comes far behind it', () => {
    expect(
      labelsOf(
        build(
          [row('US.NY', 'New York', '2')],
          [
            town('New York City', 'US.NY', 8_000_000, 40.7, -74),
            town('Buffalo', 'US.NY', 4_000_000, 42.9, -78.9),
          ],
        ),
      ),
    ).toEqual([['New York', 'needs-context', 0.1]]);
  });

  test('with the name of a country is meant as often as not where it has more people', () => {
    const with_ = (people: number) =>
      labelsOf(build([row('US.GA', 'Georgia', '3')], [town('Atlanta', 'US.GA', people, 33.7, -84.4)]));
    expect(with_(5_000_000)).toEqual([['Georgia', 'needs-context', 0.4]]);
    expect(with_(500_000)).toEqual([['Georgia', 'needs-context', 0.1]]);
  });

  test('is called by its kind where the bare name is a city’s', () => {
    const { entities } = build(
      [row('GE.07', 'Najaf', '4', { en: 'Najaf Governorate' })],
      [town('Najaf', 'GE.07', 500_000, 40, -100), town('Kufa', 'GE.07', 300_000, 40, -100)],
    );
    expect(entities[0]?.names.map(({ text }) => text)).toEqual(['Najaf Governorate']);
  });

  test('that is a city is that city', () => {
    expect(
      build([row('US.SH', 'Shanghai', '5')], [town('Shanghai', 'US.SH', 20_000_000, 40, -100)]).entities,
    ).toEqual([]);
  });

  test('that the pack has as a country of the United Kingdom is that', () => {
    const { entities, ids } = build([row('GB.SCT', 'Scotland', '6')], []);
    expect([entities, ids.get('GB.SCT'), ids.get('UA.11')]).toEqual([[], 'Q22', 'Q7835']);
  });
});

test('a county is believed beside its state only, and comes behind a city of its name', () => {
  const us = entity('Q30', 'country', ['United States'], { ids: { iso2: 'US' } });
  const made = districts({
    rows: [
      { key: 'US.NY.061', name: 'New York County' },
      { key: 'US.NY.9', name: 'Albany' },
    ],
    towns: [],
    countries: [us],
    regions: new Map([['US.NY', { id: 'starter:geonames-5128638' as Entity['id'], label: 'New York' }]]),
    isCity: (name) => name === 'albany',
    pack: 'places',
  });
  expect(made).toMatchObject([
    {
      id: 'places:district-us-ny-061',
      description: 'District in New York, United States',
      names: [{ text: 'New York County', match: 'needs-context' }],
      relations: [{ type: 'located_in', to: 'starter:geonames-5128638' }],
    },
    { names: [{ text: 'Albany', prior: 0.1 }] },
  ]);
});
