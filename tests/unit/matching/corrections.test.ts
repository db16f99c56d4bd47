// “Not this one”: what the reader said of a name decides before everything that the article says.
import { beforeAll, expect, test } from 'vitest';
import type { Article } from '../../../core/article/article.ts';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { OwnKnowledge, shelved } from '../../../core/knowledge/own/index.ts';
import type { Correction } from '../../../core/matching/correction.ts';
import { type Corrections, correctionsOn, surfaceOf } from '../../../core/matching/corrections.ts';
import { annotate } from '../../../core/matching/index.ts';
import type { Mention } from '../../../core/matching/mention.ts';
import { ownEntry } from '../own/entries.ts';
import { entity, knowledgeOf, world } from '../small-world.ts';

const more = [
  entity('test:texas', 'region', ['Texas'], { relations: [{ type: 'located_in', to: 'Q30' }] }),
  entity('test:paris', 'city', [{ text: 'Paris', type: 'label', prior: 0.9 }]),
  entity('test:paris-texas', 'city', [{ text: 'Paris', type: 'label', prior: 0.1 }], {
    relations: [{ type: 'located_in', to: 'test:texas' }],
  }),
  entity('test:paris-agreement', 'agreement', ['Paris Agreement']),
  entity('test:kind', 'city', [{ text: 'Orm', type: 'label', match: 'never-alone' }]),
];

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await knowledgeOf([...world, ...more]);
});

const said = (surface: string, says: string): Corrections =>
  new Map([[surfaceOf(surface), says as Correction['says']]]);

const article = (text: string): Article => ({
  url: 'https://news.example/',
  title: '',
  published: { day: '2019-12-31' },
  language: 'en',
  blocks: [{ id: 0, kind: 'text', text }],
});

function mentionsOf(text: string, corrections?: Corrections): Promise<Mention[]> {
  return annotate(article(text), knowledge, '2019-12-31', undefined, corrections);
}

async function marksOf(text: string, corrections?: Corrections): Promise<string[]> {
  const mentions = await mentionsOf(text, corrections);
  return mentions
    .filter(({ shown }) => shown)
    .map(({ start, end, entity: id }) => `${text.slice(start, end)} → ${id}`);
}

const PARIS = 'They met in Paris on Monday. Paris’s streets were empty.';

test('a name means whom the reader chose, wherever the page has it, and says so', async () => {
  expect(await marksOf(PARIS)).toEqual(['Paris → test:paris', 'Paris → test:paris']);
  const corrections = said('PARIS', 'test:paris-texas');
  expect(await marksOf(PARIS, corrections)).toEqual(['Paris → test:paris-texas', 'Paris → test:paris-texas']);
  const [mention] = await mentionsOf(PARIS, corrections);
  expect(mention?.confidence).toBe(1);
  expect(mention?.reasons.map(({ code }) => code)).toEqual(['name', 'corrected']);
  expect(mention?.alternatives).toMatchObject([
    { entity: 'test:paris', lost: { by: 'chosen', reason: { code: 'corrected' } } },
  ]);
});

test('also where its own rule would never show it', async () => {
  expect(await marksOf('They met in Orm today.')).toEqual([]);
  expect(await marksOf('They met in Orm today.', said('Orm', 'test:kind'))).toEqual(['Orm → test:kind']);
});

test('whom the reader chose speaks for those who belong to it', async () => {
  const text = 'They met in Paris on Monday, and went to Texas.';
  const [, texas] = await mentionsOf(text, said('Paris', 'test:paris-texas'));
  expect(texas?.reasons).toContainEqual(expect.objectContaining({ code: 'near', name: 'Paris' }));
});

test('a name that means nobody is not marked, and a longer name with it in it still is', async () => {
  const none = said('Paris', 'none');
  expect(await marksOf(PARIS, none)).toEqual([]);
  expect(await marksOf('They spoke of Paris and of the Paris Agreement.', none)).toEqual([
    'Paris Agreement → test:paris-agreement',
  ]);
});

test('where the reader refused a long name, its parts are not marked in its place', async () => {
  const text = 'The Paris Agreement was signed in Paris.';
  expect(await marksOf(text, said('Paris Agreement', 'none'))).toEqual(['Paris → test:paris']);
  expect(
    await marksOf('A guard at the US embassy in Baghdad slept.', said('US embassy in Baghdad', 'none')),
  ).toEqual([]);
});

test('a name that means nobody known is offered as one that nobody knows', async () => {
  const [name] = await mentionsOf('They met Karim Najaf in Najaf.', said('Najaf', 'none'));
  expect(name).toMatchObject({ entity: null, shown: false });
});

test('what the reader adds under a name that meant none of those known is marked, but not where it is never to be', async () => {
  const own = knowledge.with(new OwnKnowledge([shelved(ownEntry('Paris', { kind: 'person' }))]));
  const marks = async (says: string) =>
    (await annotate(article(PARIS), own, '2019-12-31', undefined, said('Paris', says)))
      .filter(({ shown }) => shown)
      .map(({ entity: id }) => id);
  expect(await marks('none')).toEqual(['own:paris', 'own:paris']);
  expect(await marks('never')).toEqual([]);
});

test('somebody who no longer bears the name is not forced on it', async () => {
  expect(await marksOf(PARIS, said('Paris', 'test:texas'))).toEqual(await marksOf(PARIS));
});

test('what was said on a site goes before what was said everywhere, and for no other site', () => {
  const correction = (scope: string | null, says: string) =>
    ({ surface: 'paris', written: 'Paris', scope, says, called: '', made: '' }) as Correction;
  const all = [
    correction('a.example', 'none'),
    correction(null, 'test:paris-texas'),
    correction('b.example', 'test:paris'),
  ];
  expect(correctionsOn(all, 'a.example').get('paris')).toBe('none');
  expect(correctionsOn(all, 'b.example').get('paris')).toBe('test:paris');
  expect(correctionsOn(all, 'c.example').get('paris')).toBe('test:paris-texas');
  expect(correctionsOn(all, 'none').get('paris')).toBe('test:paris-texas');
});

test('spellings that are folded alike are one name', () => {
  expect(surfaceOf('KATA’IB  Hezbollah')).toBe(surfaceOf("Kata'ib Hezbollah"));
  expect(surfaceOf('“…”')).toBe('');
});

test('each alternative says what decided against it', async () => {
  const lostIn = async (text: string, name: string) => {
    const all = (await mentionsOf(text)).filter(({ start, end }) => text.slice(start, end) === name);
    return all.map(({ alternatives }) => alternatives.map(({ entity: id, lost }) => ({ id, lost })));
  };
  expect(await lostIn('They met in Paris on Monday.', 'Paris')).toEqual([
    [{ id: 'test:paris-texas', lost: { by: 'itself', reason: { code: 'usual', share: 0.1 } } }],
  ]);
  expect(await lostIn('Tehran denied it.', 'Tehran')).toEqual([
    [{ id: 'Q3616', lost: { by: 'chosen', reason: { code: 'context', asks: 'actor', word: 'denied' } } }],
  ]);
  const [[consulate]] = (await lostIn(
    'A crowd burned the Iranian consulate in Najaf.',
    'Iranian consulate',
  )) as [[unknown]];
  expect(consulate).toMatchObject({
    id: 'test:consulate-karbala',
    lost: { by: 'itself', reason: { code: 'doubt', why: 'no-context' } },
  });
});
