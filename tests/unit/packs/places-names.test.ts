// What else a place's name may be, and which of its names are kept.
import { describe, expect, test } from 'vitest';
import { abbreviations } from '../../../packs/build/places/abbreviations.ts';
import { alternatesOf } from '../../../packs/build/places/alternates.ts';
import { bearersOf } from '../../../packs/build/places/bearers.ts';
import { Evidence } from '../../../packs/build/places/evidence.ts';
import { asPrior, placeShare, Shares, sizeOf } from '../../../packs/build/places/priors.ts';
import { ruleOfCity, ruleOfRegion } from '../../../packs/build/places/rules.ts';
import { readWords, wordsOf } from '../../../packs/build/places/words.ts';

const words = wordsOf([
  { word: 'nice', count: 33_125 },
  { word: 'Lincoln', count: 955 },
  { word: 'Sidney', count: 300 },
  { word: 'liege', count: 57 },
  { word: 'Wayne', count: 900 },
  { word: 'green', count: 4_000 },
]);
const evidence = new Evidence({
  words,
  bearers: new Set(['lincoln']),
  ambiguous: { needsContext: new Set(['orange']), notCities: new Set(), not: new Map() },
  largest: new Map([['sidney', 20_000]]),
});

describe('a name is taken to be', () => {
  test.each([
    ['Nice', 'word'],
    ['Lincoln', 'person'],
    ['Sidney', 'person'],
    ['Orange', 'listed'],
    ['Kramatorsk', undefined],
  ])('%s: %s', (name, other) => {
    expect(evidence.of(name)).toBe(other);
  });

  test('a word of films in the form that films mostly write', () => {
    const real = readWords();
    expect([real.get('reading')?.small, real.get('lincoln')?.small]).toEqual([true, false]);
  });
});

test('who gave one town a name may bear the name of another; a park is nobody', () => {
  expect(bearersOf(['Lincolnville', 'Fort Wayne', 'Greenville'], ['Hillary Clinton'], words)).toEqual(
    new Set(['lincoln', 'wayne', 'hillary', 'clinton']),
  );
});

describe('a city is believed', () => {
  test.each([
    ['Kramatorsk', 150_000, false, 'any-case'],
    ['Kramatorsk', 20_000, false, 'needs-context'],
    ['Nice', 343_000, false, 'needs-context'],
    ['Nice', 9_000_000, false, 'needs-context'],
    ['Liege', 200_000, false, 'needs-context'],
    ['Liege', 900_000, false, 'any-case'],
    ['Lincoln', 277_000, false, 'needs-context'],
    ['Lincoln', 3_000_000, false, 'any-case'],
    ['Majuro', 20_000, true, 'any-case'],
    ['Oran', 300_000, false, 'needs-context'],
    ['Oran', 800_000, false, 'any-case'],
  ])('%s of %i people, a capital: %s, by the rule %s', (name, population, isCapital, rule) => {
    expect(ruleOfCity(name, { population, isCapital }, evidence)).toBe(rule);
  });
});

test.each([
  ['Texas', 20_000_000, 'any-case'],
  ['Lincoln', 20_000_000, 'any-case'],
  ['Lincoln', 1_000_000, 'needs-context'],
  ['Orange', 20_000_000, 'needs-context'],
  ['Somewhere', 50_000, 'needs-context'],
])('a region called %s with %i people is believed by the rule %s', (name, people, rule) => {
  expect(ruleOfRegion(name, people, evidence)).toBe(rule);
});

describe('a name that several share', () => {
  test('is shared by worth', () => {
    const shares = new Shares();
    shares.add('paris', 99);
    shares.add('paris', 1);
    expect([shares.of('paris', 99), shares.of('paris', 1), shares.of('elsewhere', 1)]).toEqual([
      0.99, 0.01, 1,
    ]);
  });

  test('means a town less often than a city where people are called so', () => {
    expect(placeShare(sizeOf(20_000, false), 'person')).toBeLessThan(
      placeShare(sizeOf(900_000, false), 'person'),
    );
  });

  test('never means its least bearer never', () => {
    expect([asPrior(0.0001), asPrior(1)]).toEqual([0.01, undefined]);
  });
});

describe('of the other names of a city', () => {
  const london = {
    id: '2643743',
    name: 'London',
    ascii: 'London',
    alternates: [
      'LON',
      'Londres',
      'Londra',
      'ILondon',
      'Лондон',
      'لندن',
      '伦敦',
      'lun dun',
      'Lundenwic',
      'Tottenham',
    ],
    lat: 51.5,
    lon: 0,
    code: 'PPLC',
    iso2: 'GB',
    population: 8_961_989,
    region: 'GB.ENG',
    district: '',
  };

  test('those that look like it are kept: no code, no romanised Chinese, nothing else', () => {
    expect(alternatesOf(london, 'London').map(({ text }) => text)).toEqual([
      'Londres',
      'Londra',
      'Londyn',
      'Londen',
      'لندن',
      'Лондон',
      '伦敦',
    ]);
  });

  test('a town keeps what its own country writes', () => {
    const bakhmut = {
      ...london,
      name: 'Bakhmut',
      ascii: 'Bakhmut',
      alternates: ['Бахмут', 'باخموت', 'ARTEMOVSK'],
      code: 'PPLA2',
      iso2: 'UA',
      population: 77_000,
    };
    expect(alternatesOf(bakhmut, 'Bakhmut')).toEqual([{ text: 'Бахмут', lang: 'und-Cyrl' }]);
  });
});

describe('an American state', () => {
  test('is Calif. in company, and CA never alone', () => {
    expect(abbreviations('US.CA').map(({ text, match }) => [text, match])).toEqual([
      ['Calif.', 'needs-context'],
      ['CA', 'never-alone'],
    ]);
  });

  test('is not looked for under a word: Miss., Ill., Wash.', () => {
    const texts = ['US.MS', 'US.IL', 'US.WA'].flatMap((key) => abbreviations(key).map(({ text }) => text));
    expect(texts).toEqual(['MS', 'IL', 'WA']);
  });

  test('has one name where N.Y. and NY are looked up alike', () => {
    expect(abbreviations('US.NY').map(({ text }) => text)).toEqual(['N.Y.']);
  });
});
