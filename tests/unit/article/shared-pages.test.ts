// Real pages, where they are there. The figures are printed, since a floor alone hides a slow decline.
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readArticle } from '../../../core/article/index.ts';
import { judge } from '../../../core/article/judge.ts';
import { hasShared, shared } from '../../shared.ts';

const Pages = z.array(z.object({ file: z.string(), kind: z.enum(['news', 'other', 'not-article']) }));
const pages = hasShared ? Pages.parse(JSON.parse(shared('pages/pages.json'))) : [];
/** Milliseconds; thirty large pages in jsdom. */
const PATIENCE = 120_000;
const now = new Date('2026-01-01T00:00:00Z');

/** The day on which each appeared, as a person reads it off the page; null where the page has none in its marks. */
const days: Record<string, string | null> = {
  'nytimes-1.html': '2017-01-13',
  'wapo-1.html': '2015-03-18',
  'bbc-1.html': '2015-07-24',
  'cnn.html': '2016-02-01',
  'guardian-1.html': '2019-01-03',
  'herald-sun-1.html': '2015-03-13',
  'seattletimes-1.html': '2019-04-28',
  'yahoo-2.html': '2016-12-01',
  'nytimes-4.html': '2018-09-25',
  'lemonde-1.html': '2015-05-04',
  'liberation-1.html': '2015-04-30',
  'la-nacion.html': null,
  'folha.html': '2018-12-21',
  'gmw.html': '2017-03-10',
  'heise.html': '2015-04-08',
  'wikipedia-2.html': null,
  'ehow-1.html': '2007-05-29',
  'v8-blog.html': '2019-11-21',
  'royal-road.html': '2023-12-20',
  'timesofindia.indiatimes.com.html': null,
  'qz.com.html': '2020-02-24',
  'www.reuters.com.html': null,
  'www.cbc.ca.html': '2022-10-14',
  'www.politico.com.html': '2016-10-04',
  'www.theguardian.com.html': null,
  'www.nytimes.com.html': '2016-09-19',
  'www.yomiuri.co.jp.html': '2019-04-11',
  'uproxx.com.html': '2016-12-09',
};

const open = (file: string) =>
  new JSDOM(shared(`pages/${file}`), { url: 'https://news.example/world/story' }).window.document;

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** Every five words in a row; characters where words are not spaced. */
function fives(text: string): Set<string> {
  const words = /[\u3040-\u9fff]/.test(text)
    ? [...letters(text).replaceAll(' ', '')]
    : letters(text).split(' ');
  return new Set(
    Array.from({ length: Math.max(0, words.length - 4) }, (_, at) => words.slice(at, at + 5).join(' ')),
  );
}
const share = (part: Set<string>, whole: Set<string>) =>
  part.intersection(whole).size / Math.max(1, part.size);
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const print = (rows: object[]) =>
  process.stdout.write(`\n${rows.map((row) => Object.values(row).join('  ')).join('\n')}\n`);

const PROSE = 'p,li,blockquote,td';

test.skipIf(!hasShared)('news is read, and what is no article is left alone', { timeout: PATIENCE }, () => {
  const answers = pages.map(({ file, kind }) => ({ file, kind, ...judge(open(file)) }));
  print(answers);
  const wrong = answers.filter(({ kind, article }) => kind !== 'other' && article !== (kind === 'news'));
  expect(wrong).toEqual([]);
});

describe.skipIf(!hasShared)('articles', () => {
  const articles = pages.filter(({ kind }) => kind !== 'not-article');

  test('have the day on which they appeared', { timeout: PATIENCE }, () => {
    const found = articles.map(({ file }) => {
      const { published } = readArticle(open(file), { url: 'https://news.example/world/story', now }).article;
      return [file, published?.day ?? null];
    });
    expect(Object.fromEntries(found)).toEqual(days);
  });

  test('have the text that Readability finds, and little else; the page stays as it was', {
    timeout: PATIENCE,
  }, () => {
    const rows = articles.map(({ file }) => {
      const document = open(file);
      const before = document.documentElement.outerHTML;
      const own = readArticle(document, { url: document.URL, now }).article;
      expect(document.documentElement.outerHTML === before).toBe(true);
      const parsed = new Readability(open(file)).parse();
      const { document: theirs } = new JSDOM(parsed?.content ?? '').window;
      const prose = [...theirs.querySelectorAll(PROSE)].filter((element) => !element.querySelector(PROSE));
      const theirProse = new Set(prose.flatMap(({ textContent }) => [...fives(textContent ?? '')]));
      const ownText = new Set(
        own.blocks.filter(({ kind }) => kind !== 'title').flatMap(({ text }) => [...fives(text)]),
      );
      return {
        file,
        blocks: own.blocks.length,
        found: share(theirProse, ownText),
        agreed: share(ownText, fives(theirs.body.textContent ?? '')),
      };
    });
    print(rows.map((row) => ({ ...row, found: row.found.toFixed(3), agreed: row.agreed.toFixed(3) })));
    expect(median(rows.map(({ found }) => found))).toBeGreaterThanOrEqual(0.98);
    expect(median(rows.map(({ agreed }) => agreed))).toBeGreaterThanOrEqual(0.96);
    // An encyclopaedia's notes and boxes are another matter; the judge leaves it to the reader.
    const articlesOfADay = rows.filter(({ file }) => file !== 'wikipedia-2.html');
    expect(articlesOfADay.filter(({ found, agreed }) => found < 0.9 || agreed < 0.85)).toEqual([]);
  });
});
