// A name may be right and its mark wrong: where an office, a title, a part, a year's cup or some people are meant.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { entity, knowledgeOf, world } from '../small-world.ts';
import { read } from './reading.ts';

const more = [
  entity('test:texas', 'region', ['Texas'], { relations: [{ type: 'located_in', to: 'Q30' }] }),
  entity('test:cup', 'thing', ['Hill Cup']),
  entity('test:burlington', 'city', ['Burlington'], { relations: [{ type: 'located_in', to: 'Q30' }] }),
  entity('test:iranians', 'country', ['Ruritania', { text: 'Ruritanians', type: 'demonym' }]),
];

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await knowledgeOf([...world, ...more]);
});

const marksOf = async (...texts: string[]) => (await read(knowledge, ...texts)).shown;

describe('a known name is not marked where it is a part of what is meant', () => {
  test.each([
    [
      'whose office somebody known holds',
      'It was American President Donald Trump.',
      ['Donald Trump → Q22686'],
    ],
    [
      'some of a people',
      'Most Ruritanians slept. It was a Ruritanians thing. Of 20 Ruritanians, one woke.',
      [],
    ],
    ['one year’s cup', 'He played in the 1999 Hill Cup and in the Hill Cup 2003.', []],
    ['a part of a land', 'They moved to Southern Texas last year.', []],
    ['a title in quotation marks', 'He read of “Iran’s Finest Gardens” with joy.', []],
    [
      'the same title without them',
      'He read “Iran’s Finest Gardens” then. Now Iran’s Finest Gardens is out.',
      [],
    ],
    ['a company’s lands in brackets', 'She joined Garden Watch (Iran and Iraq) then.', []],
    ['a team with a captain', 'It was Iran captain Sam Gerlach who spoke.', []],
    [
      'a company called by its first word',
      'They bought Burlington Industries today. Burlington rose sharply, they wrote.',
      [],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await marksOf(text)).toEqual(expected);
  });
});

test('a country whose name is a given name too is meant beside others', async () => {
  expect(await marksOf('It includes Iran, Jordan, and Lebanon.')).toContain('Jordan → Q810');
  expect(await marksOf('They spoke to Jordan, and to Iran.')).not.toContain('Jordan → Q810');
});

test('letters that are counted name nobody, here and wherever they stand', async () => {
  const { unknown } = await read(
    knowledge,
    'They hit a VBIED, and two GNX. The VBIED burnt. An OPQ official came.',
  );
  expect(unknown).toEqual(['OPQ: organisation']);
});

test('a town with an Arabic article is no person', async () => {
  const { unknown } = await read(knowledge, 'They met in al-Hilla, and nobody spoke.');
  expect(unknown).toEqual(['al-Hilla: city']);
});

describe('but it is where it is itself', () => {
  test.each([
    ['a people as a whole', 'They spoke to the Ruritanians then.', ['Ruritanians → test:iranians']],
    ['the cup itself', 'He never won the Hill Cup at all.', ['Hill Cup → test:cup']],
    ['a direction in small letters', 'They moved to southern Texas last year.', ['Texas → test:texas']],
    ['what somebody said', 'He said “They went to Iran and back” then.', ['Iran → Q794']],
    ['a place in brackets', 'They met in Goma (Iran and others came too).', ['Iran → Q794']],
    [
      'the city that the company is called by, where a place is asked for',
      'They bought Burlington Industries today. He lives in Burlington since.',
      ['Burlington → test:burlington'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await marksOf(text)).toEqual(expected);
  });
});
