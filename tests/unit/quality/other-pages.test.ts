// Pages that are not English news with a date: what is right for them, and where it is better to be silent.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { annotate } from '../../../core/matching/index.ts';
import { buildStarter } from '../../../packs/build/starter.ts';
import { articleOf } from '../../articles.ts';
import { fixturePage } from '../../fixtures/practice.ts';
import { knowledgeOf } from '../small-world.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  const { entities, events } = buildStarter();
  knowledge = await knowledgeOf(entities, events);
});

async function marksOf(page: Parameters<typeof fixturePage>[0]) {
  const article = articleOf(fixturePage(page));
  const mentions = await annotate(article, knowledge, article.published?.day ?? '2019-12-31');
  const textOf = (block: number, start: number, end: number) =>
    article.blocks.find(({ id }) => id === block)?.text.slice(start, end) ?? '';
  const marks = mentions
    .filter(({ shown }) => shown)
    .map(({ block, start, end, entity }) => `${textOf(block, start, end)} → ${entity}`);
  return { article, marks: [...new Set(marks)] };
}

test('an undated article has no date, rather than one that was guessed', async () => {
  const { article, marks } = await marksOf('undated');
  expect(article.published).toBeNull();
  expect(marks).toEqual(expect.arrayContaining(['Iraq → Q796', 'Iran → Q794', 'Iranian → Q794']));
});

describe('an article in another language', () => {
  test('keeps the day and the moment that its zone gives', async () => {
    const { article } = await marksOf('german');
    expect(article).toMatchObject({
      language: 'de',
      published: { day: '2019-12-31', instant: '2019-12-31T19:30:00+01:00' },
    });
  });

  test('has the names marked that are spelt as in English, and nothing wrong', async () => {
    const { marks } = await marksOf('german');
    expect(marks).toEqual(
      expect.arrayContaining([
        'Donald Trump → Q22686',
        'Ali al-Sistani → starter:sistani',
        'Adil Abdul-Mahdi → starter:abdul-mahdi',
      ]),
    );
    const right = new Set([
      'Q30',
      'Q794',
      'Q796',
      'Q858',
      'Q822',
      'Q1530',
      'Q168193',
      'Q3616',
      'Q41053',
      'Q22686',
      'starter:sistani',
      'starter:abdul-mahdi',
      'starter:us-embassy-baghdad',
      'starter:jcpoa',
    ]);
    expect(marks.filter((mark) => !right.has(mark.split(' → ')[1] ?? ''))).toEqual([]);
  });

  test('that is written from right to left is read in order', async () => {
    const { article } = await marksOf('right-to-left');
    expect(article.language).toBe('ar');
    expect(article.blocks.length).toBeGreaterThan(2);
    expect(article.blocks[0]?.kind).toBe('title');
  });
});
