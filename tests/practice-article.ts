// The practice article as the reader's script would read it, for tests and benches outside a browser.
import { JSDOM } from 'jsdom';
import type { Article } from '../core/article/article.ts';
import { readArticle } from '../core/article/index.ts';
import { PRACTICE_URL, practicePage } from './fixtures/practice.ts';

export function practiceArticle(): Article {
  const { document } = new JSDOM(practicePage(), { url: PRACTICE_URL }).window;
  return readArticle(document, { url: PRACTICE_URL, now: new Date('2020-01-02') }).article;
}
