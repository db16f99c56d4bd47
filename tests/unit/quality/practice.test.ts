// The practice article and its answer key: the traps of the everyday news, for everyone who has this repository.
import { beforeAll, expect, test } from 'vitest';
import type { Article } from '../../../core/article/article.ts';
import { annotate } from '../../../core/matching/index.ts';
import type { Mention } from '../../../core/matching/mention.ts';
import { buildStarter } from '../../../packs/build/starter.ts';
import { practiceArticle } from '../../articles.ts';
import { asShown } from '../../fixtures/practice.ts';
import { neverInside, neverInText, practiceGold } from '../../fixtures/practice-gold.ts';
import { knowledgeOf } from '../small-world.ts';

let article: Article;
let shown: Mention[];
const textOf = (mention: Mention) =>
  asShown(
    article.blocks.find(({ id }) => id === mention.block)?.text.slice(mention.start, mention.end) ?? '',
  );

beforeAll(async () => {
  article = practiceArticle();
  const { entities, events } = buildStarter();
  const mentions = await annotate(article, await knowledgeOf(entities, events), article.published?.day ?? '');
  shown = mentions.filter((mention) => mention.shown);
});

test('it is dated, titled and in English', () => {
  expect(article).toMatchObject({ published: { day: '2019-12-31' }, language: 'en' });
  expect(article.title).not.toBe('');
});

test('every name of the answer key is marked, in order, and nothing else', () => {
  expect(shown.map((mention) => [textOf(mention), mention.entity])).toEqual(
    practiceGold.map((mark) => [...mark]),
  );
});

test.each(neverInText)('“$surface” is no name in “$context”', ({ surface, context }) => {
  const block = article.blocks.find(({ text }) => asShown(text).includes(context));
  if (!block) throw new Error(`the article has no “${context}”`);
  const from = asShown(block.text).indexOf(context);
  const start = from + context.indexOf(surface);
  const hit = shown.filter(
    (mention) => mention.block === block.id && mention.start < start + surface.length && mention.end > start,
  );
  expect(hit.map(textOf)).toEqual([]);
});

test.each(Object.entries(neverInside))('what stands in %s is not read', (_, text) => {
  expect(article.blocks.filter((block) => asShown(block.text).includes(text))).toEqual([]);
});
