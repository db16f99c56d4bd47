import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../core/article/article.ts';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { annotate } from '../../../core/matching/index.ts';
import { knowledgeOf, world } from '../small-world.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await knowledgeOf(world);
});

const day = '2019-12-31';
const articleOf = (...texts: string[]): Article => ({
  url: 'https://news.example/',
  title: '',
  published: { day },
  language: 'en',
  blocks: texts.map((text, id) => ({ id, kind: 'text', text })),
});

/** Shown marks as `surface → entity`. */
async function marks(...texts: string[]): Promise<string[]> {
  const mentions = await annotate(articleOf(...texts), knowledge, day);
  return mentions
    .filter((mention) => mention.shown)
    .map((mention) => `${texts[mention.block]?.slice(mention.start, mention.end)} → ${mention.entity}`);
}

describe('a name is found', () => {
  test.each([
    ['behind a curly possessive', 'It was Iran’s answer.', ['Iran → Q794']],
    [
      'in a compound, before and behind the hyphen',
      'A pro-Iranian group and an Iranian-trained one.',
      ['Iranian → Q794', 'Iranian → Q794'],
    ],
    [
      'as an acronym, with points and at the end of a sentence',
      'The U.S. left. They told the US.',
      ['U.S. → Q30', 'US → Q30'],
    ],
    [
      'whole, not in its parts',
      'Crowds stood at the US embassy in Baghdad.',
      ['US embassy in Baghdad → test:embassy'],
    ],
    [
      'in another spelling',
      'They blame Kataeb Hezbollah, or Kata’ib Hezbollah.',
      ['Kataeb Hezbollah → test:kataib', 'Kata’ib Hezbollah → test:kataib'],
    ],
    ['in capitals', 'IRAN AND IRAQ HOLD TALKS', ['IRAN → Q794', 'IRAQ → Q796']],
    [
      'behind a particle',
      'Muqtada al-Sadr spoke. Later al-Sadr left.',
      ['Muqtada al-Sadr → test:al-sadr', 'al-Sadr → test:al-sadr'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await marks(text)).toEqual(expected);
  });
});

describe('nothing is marked', () => {
  test.each([
    ['where a word only looks like an acronym', 'Tell us more, and let us go.'],
    ['in a set phrase', 'Donald was there. It was their Trump card.'],
    ['where a surname was never introduced', 'Trump rose from his chair.'],
    ['where a place is part of a stranger’s name', 'The director Jordan Peele was there.'],
    ['where a stranger bears the name of a city', 'Sam Najaf spoke first. Then Najaf left the room.'],
    ['where an acronym has no company', 'The KH said so.'],
    ['where a description has no place', 'It is near the old Karbalan gate.'],
  ])('%s', async (_, text) => {
    expect(await marks(text)).toEqual([]);
  });
});

describe('the context decides', () => {
  test('between a capital and the government in it', async () => {
    expect(await marks('Talks were held in Tehran. By evening Tehran denied everything.')).toEqual([
      'Tehran → Q3616',
      'Tehran → Q794',
    ]);
  });

  test('between two consulates: the one in the place that is named beside it', async () => {
    expect(
      await marks(
        'In Najaf crowds burned the Iranian consulate there.',
        'Weeks before, in Karbala, nobody was hurt.',
      ),
    ).toContain('Iranian consulate → test:consulate-najaf');
    expect(
      await marks(
        'In Karbala crowds burned the Iranian consulate there.',
        'Weeks before, in Najaf, nobody was hurt.',
      ),
    ).toContain('Iranian consulate → test:consulate-karbala');
  });

  test('and where there is no such place, the parts have their turn', async () => {
    expect(await marks('Crowds burned an Iranian consulate.')).toEqual(['Iranian → Q794']);
  });

  test('a stranger’s name does not hide the city where a place is asked for', async () => {
    expect(await marks('Sam Najaf spoke first. He lives in Najaf.')).toEqual(['Najaf → Q168193']);
  });

  test('a direction before a country is no stranger', async () => {
    expect(await marks('Northern Iraq was calm.')).toEqual(['Iraq → Q796']);
  });

  test('a group is not taken for its namesake that was named before', async () => {
    expect(
      await marks('Kataeb Hezbollah was hit in Iraq.', 'In Lebanon, supporters of Hezbollah marched.'),
    ).toContain('Hezbollah → Q41053');
  });

  test('an acronym is believed in company', async () => {
    expect(await marks('Iraq blamed the KH.')).toEqual(['Iraq → Q796', 'KH → test:kataib']);
  });

  test('an adjective vouches for a country whose name is a first name too', async () => {
    expect(await marks('Jordan reopened the border.')).toEqual([]);
    expect(await marks('Jordan reopened the border.', 'Jordanian officers said so.')).toEqual([
      'Jordan → Q810',
      'Jordanian → Q810',
    ]);
  });

  test('where a capital and its government are as likely, the better of the two is shown', async () => {
    expect(await marks('Tehran and Najaf agreed.')).toEqual(['Tehran → Q794', 'Najaf → Q168193']);
  });

  test('a surname is believed behind a title, or after the full name', async () => {
    expect(await marks('President Trump left.')).toEqual(['Trump → Q22686']);
    expect(await marks('Donald Trump came.', 'Then Trump left.')).toEqual([
      'Donald Trump → Q22686',
      'Trump → Q22686',
    ]);
  });

  test('a name that was given up before the article appeared is not believed', async () => {
    expect(await marks('Crowds in Oldname rose.')).toEqual([]);
    expect(await marks('Crowds in Newname rose.')).toEqual(['Newname → test:gulf-state']);
  });
});

test('every mention says why, and what else it could be', async () => {
  const mentions = await annotate(articleOf('Talks were held in Tehran, Iran.'), knowledge, day);
  const tehran = mentions[0];
  expect(tehran).toMatchObject({ entity: 'Q3616', facet: 'place' });
  expect(tehran?.reasons).toContainEqual({ code: 'context', asks: 'place', word: 'in' });
  expect(tehran?.reasons).toContainEqual({ code: 'near', entity: 'Q794', name: 'Iran', sentence: true });
  expect(tehran?.alternatives.map((alternative) => alternative.entity)).toEqual(['Q794']);
});

test('mentions come in reading order and never overlap', async () => {
  const mentions = await annotate(
    articleOf('US embassy in Baghdad, Iran.', 'Iraqi and Iranian.', 'Lebanon.'),
    knowledge,
    day,
  );
  for (const [index, mention] of mentions.entries()) {
    const next = mentions[index + 1];
    if (next) expect(mention.block < next.block || mention.end <= next.start).toBe(true);
  }
  expect(mentions.map((mention) => mention.block)).toEqual([0, 0, 1, 1, 2]);
});

test('the same article gives the same mentions', async () => {
  const texts = [
    'Tehran denied it. Donald Trump and the US said in Tehran that Kataeb Hezbollah left Najaf.',
  ];
  expect(await annotate(articleOf(...texts), knowledge, day)).toEqual(
    await annotate(articleOf(...texts), knowledge, day),
  );
});
