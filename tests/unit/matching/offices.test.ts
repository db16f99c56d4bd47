// “The Iranian president” is whoever was it on the article's day, and nobody where the pack is not sure.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { annotate } from '../../../core/matching/index.ts';
import { entity, knowledgeOf, world } from '../small-world.ts';
import { read } from './reading.ts';

const president = (from: string, to: string | undefined, asOf?: string) => ({
  roles: [
    {
      role: 'President of Iran',
      org: 'Q794',
      from,
      ...(to !== undefined && { to }),
      ...(asOf !== undefined && { asOf }),
    },
  ],
});
const pope = (from: string, to: string) => ({ roles: [{ role: 'Pope', from, to }] });
const premier = (role: string, from: string, asOf: string) => ({
  roles: [{ role, org: 'Q796', from, asOf }],
});

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await knowledgeOf([
    ...world,
    entity('test:old', 'person', ['Ali Oldman'], president('2005-08-03', '2013-08-03')),
    entity('test:now', 'person', ['Hassan Nowman'], president('2013-08-03', undefined, '2021-01')),
    entity('test:pope', 'person', ['Pope Sample'], pope('2013-03', '2025-04-21')),
    entity(
      'test:seen',
      'person',
      ['Adil Seenman'],
      premier('Prime Minister of Iraq', '2018-10-25', '2019-11'),
    ),
  ]);
});

const marksOf = async (...texts: string[]) => (await read(knowledge, ...texts)).shown;

describe('an office names its holder of the day', () => {
  test.each([
    ['It was said that the Iranian president left.', 'Iranian president'],
    ['On Monday Iran’s president left.', 'Iran’s president'],
    ['They saw the president of Iran there.', 'president of Iran'],
  ])('%s', async (text, surface) => {
    expect(await marksOf(text)).toEqual([`${surface} → test:now`]);
  });

  test('and the pope', async () => {
    expect(await marksOf('They met the pope in May.')).toEqual(['pope → test:pope']);
  });

  test('with the reason', async () => {
    const { mentions } = await read(knowledge, 'It was said that the Iranian president left.');
    expect(mentions[0]?.reasons).toContainEqual({ code: 'period', valid: true });
  });
});

describe('nobody is named', () => {
  test.each([
    ['who held it before', 'The former Iranian president left.'],
    ['by what somebody became', 'He became the Iranian president then.'],
    ['by what somebody was as', 'He spoke as Iran’s president then.'],
    ['of another year', 'In 2006 the Iranian president left them.'],
    ['before the office is taken', 'It was the Iranian president-elect who left.'],
    ['where the name follows', 'It was the Iranian President Sarkis Gerlach who left.'],
    ['where the pack last saw it held before that day', 'It was said that the Iraqi prime minister left.'],
    ['one of many', 'It was an Iranian president who left.'],
  ])('%s', async (_, text) => {
    expect((await marksOf(text)).filter((mark) => /test:/.test(mark))).toEqual([]);
  });

  test('on a page without a day', async () => {
    const text = 'It was said that the Iranian president left.';
    const article = {
      url: '',
      title: '',
      published: null,
      language: 'en',
      blocks: [{ id: 0, kind: 'text' as const, text }],
    };
    const mentions = await annotate(article, knowledge, '2019-12-31');
    expect(mentions.filter(({ shown }) => shown).map(({ entity }) => entity)).toEqual(['Q794']);
  });
});
