// The repository's own pages as the reader's script would read them, for tests and benches outside a browser.
import { JSDOM } from 'jsdom';
import type { Article } from '../core/article/article.ts';
import { readArticle } from '../core/article/index.ts';
import { PRACTICE_URL, practicePage } from './fixtures/practice.ts';

const NOW = new Date('2020-01-02T12:00:00Z');

export function practiceArticle(): Article {
  return articleOf(practicePage(), PRACTICE_URL);
}

export function articleOf(html: string, url = 'https://news.example/story'): Article {
  const { document } = new JSDOM(html, { url }).window;
  return readArticle(document, { url, now: NOW }).article;
}
