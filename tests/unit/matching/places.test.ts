// Which of the towns of one name: the article's other places tell, and what it says itself.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { entity, knowledgeOf, world } from '../small-world.ts';
import { read } from './reading.ts';

const town = (id: string, name: string, land: string, lat: number, lon: number, prior: number) =>
  entity(id, 'city', [{ text: name, type: 'label', prior }], {
    relations: [{ type: 'located_in', to: land }],
    geo: { lat, lon },
  });
const state = (id: string, name: string, lat: number, lon: number) =>
  entity(id, 'region', [name], { relations: [{ type: 'located_in', to: 'Q30' }], geo: { lat, lon } });

const more = [
  state('test:texas', 'Texas', 31, -100),
  state('test:alabama', 'Alabama', 32.8, -86.8),
  entity('test:france', 'country', ['France'], { geo: { lat: 47, lon: 2 } }),
  town('test:paris-f', 'Paris', 'test:france', 48.85, 2.35, 0.95),
  town('test:paris-t', 'Paris', 'test:texas', 33.66, -95.55, 0.02),
  town('test:huntsville-a', 'Huntsville', 'test:alabama', 34.7, -86.6, 0.85),
  town('test:huntsville-t', 'Huntsville', 'test:texas', 30.7, -95.5, 0.1),
  town('test:dallas', 'Dallas', 'test:texas', 32.8, -96.8, 0.97),
  town('test:tyler', 'Tyler City', 'test:texas', 32.4, -95.3, 0.95),
  town('test:sherman', 'Sherman City', 'test:texas', 33.6, -96.6, 0.95),
  town('test:greenville', 'Greenville City', 'test:texas', 33.1, -96.1, 0.95),
  town('test:denison', 'Denison City', 'test:texas', 33.75, -96.55, 0.95),
  town('test:newton-a', 'Newton', 'test:alabama', 31.3, -85.6, 0.2),
  town('test:newton-t', 'Newton', 'test:texas', 30.8, -93.7, 0.2),
];

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await knowledgeOf([...world, ...more]);
});

const marksOf = async (...texts: string[]) => (await read(knowledge, ...texts)).shown;

describe('of the towns of one name', () => {
  test('the best known is meant where one other place is all that tells', async () => {
    expect(await marksOf('They flew from Paris to Dallas today.')).toContain('Paris → test:paris-f');
  });

  test('the one among many others is', async () => {
    expect(
      await marksOf(
        'Roads were closed in Sherman City, Denison City and Tyler City.',
        'They were open in Greenville City and Dallas.',
        'Nobody came to Paris at all.',
      ),
    ).toContain('Paris → test:paris-t');
  });

  test.each([
    'He came from Huntsville, Texas. Later Huntsville was quiet.',
    'He came from Huntsville (Texas) then. Later Huntsville was quiet.',
    'He came from Huntsville in Texas then. Later Huntsville was quiet.',
  ])('the one is meant throughout of which it is said where it lies: %s', async (text) => {
    expect((await marksOf(text)).filter((mark) => mark.startsWith('Huntsville'))).toEqual([
      'Huntsville → test:huntsville-t',
      'Huntsville → test:huntsville-t',
    ]);
  });

  test('two that the article tells apart stay apart', async () => {
    const text = 'One is from Huntsville, Texas. The other is from Huntsville, Alabama.';
    expect((await marksOf(text)).filter((mark) => mark.startsWith('Huntsville'))).toEqual([
      'Huntsville → test:huntsville-t',
      'Huntsville → test:huntsville-a',
    ]);
  });

  test('none is marked where nothing tells, but one is offered', async () => {
    const { mentions } = await read(knowledge, 'They met in Newton last week, as ever.');
    expect(mentions.map(({ name, shown }) => [name, shown])).toEqual([['Newton', false]]);
    expect(mentions[0]?.alternatives).toHaveLength(1);
  });
});
