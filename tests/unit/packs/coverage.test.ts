import { describe, expect, test } from 'vitest';
import { type GoldName, goldNames } from '../../quality/gold.ts';
import { coverage, isKnown, knownOf, plain } from '../../quality/known.ts';
import { entity, IRAQ, person } from './made-up.ts';

const TEXT = 'The Iraqi President Fuad Masum said that he would go to Alexandria.';
const mention = (fields: object) => ({ start: 0, end: 5, text: 'Masum', type: 'PER', ...fields });
const read = (fields: object, evalSpan?: [number, number]) =>
  goldNames(JSON.stringify({ text: TEXT, mentions: [mention(fields)], ...(evalSpan ? { evalSpan } : {}) }));

describe('a gold name', () => {
  test('has the letters of the text and those of the knowledge base', () => {
    expect(read({ wikidata: 'Q1', name: 'Fuad Masum', wikipedia: 'Fuad_Masum_(politician)' })).toEqual([
      { kind: 'PER', called: ['Masum', 'Fuad Masum', 'Fuad Masum'], wikidata: 'Q1' },
    ]);
  });

  test('within a longer phrase is its core', () => {
    expect(read({ named: false, nameStart: 20, nameEnd: 30 })).toMatchObject([{ called: ['Fuad Masum'] }]);
  });

  test.each(['coref', 'optional', 'desc', 'nominal', 'discontinuous', 'projected', 'nil', 'nonLocational'])(
    'is none where it is marked as %s',
    (flag) => {
      expect(read({ [flag]: true })).toEqual([]);
    },
  );

  test.each([
    ['of another kind', { type: 'MISC' }],
    ['within another name', { parent: 3 }],
    ['without a name in it', { named: false }],
  ])('is none %s', (_, fields) => {
    expect(read(fields)).toEqual([]);
  });

  test('is none outside the part that was annotated', () => {
    expect(read({}, [10, 60])).toEqual([]);
    expect(read({}, [0, 60])).toHaveLength(1);
  });
});

describe('the pack knows', () => {
  const alexandria = entity('starter:geonames-1', {
    label: 'Alexandria',
    kind: 'city',
    facets: ['place'],
    ids: { geonames: '1' },
  });
  const known = knownOf([IRAQ, alexandria, person('starter:masum', { label: 'Fuad Masum' })]);
  const gold = (kind: GoldName['kind'], called: string, ids: object = {}): GoldName => ({
    kind,
    called: [called],
    ...ids,
  });

  test.each<[string, GoldName, boolean]>([
    ['somebody by the same letters', gold('PER', 'Fuad MASUM'), true],
    ['nobody by a name that no person has', gold('PER', 'Alexandria'), false],
    ['something by its identifier, whatever it is called', gold('LOC', 'Irak', { wikidata: 'Q796' }), true],
    ['a country as an organisation too', gold('ORG', 'Iraq'), true],
    ['a city by its number', gold('LOC', 'El Iskandariya', { geonames: '1' }), true],
    ['no other city of that name', gold('LOC', 'Alexandria', { geonames: '2' }), false],
    ['a city of which only its letters are given', gold('LOC', 'Alexandria'), true],
  ])('%s', (_, name, expected) => {
    expect(isKnown(name, known)).toBe(expected);
  });

  test('names by their letters, articles and endings apart', () => {
    expect(['the U.N.', "Iraq's", 'Saint-Denis'].map(plain)).toEqual(['un', 'iraq', 'saint denis']);
  });

  test('so many different names, and so many mentions', () => {
    const names = [gold('LOC', 'Iraq'), gold('LOC', 'Iraq'), gold('LOC', 'Nowhere')];
    expect(coverage(names, known)).toEqual([
      { kind: 'LOC', names: 2, namesKnown: 1, mentions: 3, mentionsKnown: 2 },
    ]);
  });
});
