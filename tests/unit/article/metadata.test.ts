import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../../core/article/metadata.ts';
import { page, paragraphs } from './page.ts';

const now = new Date('2020-01-02T12:00:00Z');
const read = (html: string, url = 'https://news.example/world/talks') =>
  readMetadata(page(html, url), { url, now });
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the day of publication', () => {
  const days: [what: string, html: string, day: string | null, url?: string][] = [
    [
      'JSON-LD before all else',
      `${ld({ '@type': 'NewsArticle', datePublished: '2019-12-31' })}<meta name="date" content="2019-12-30">`,
      '2019-12-31',
    ],
    ['Open Graph', '<meta property="article:published_time" content="2019-12-31T10:00:00Z">', '2019-12-31'],
    ...[
      'date',
      'dc.date',
      'DC.date.issued',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publish-date',
    ].map((name): [string, string, string] => [
      `meta ${name}`,
      `<meta name="${name}" content="2019-12-31">`,
      '2019-12-31',
    ]),
    ['microdata', '<time itemprop="datePublished" datetime="2019-12-31">Tuesday</time>', '2019-12-31'],
    [
      'the time beside the headline',
      '<article><header><h1>Talks go on</h1><time datetime="2019-12-31T09:00">today</time></header></article>',
      '2019-12-31',
    ],
    [
      'a time that is written out',
      '<article><h1>Talks go on</h1><time>Published: December 31, 2019</time></article>',
      '2019-12-31',
    ],
    ['the address', '<h1>Talks go on</h1>', '2019-12-31', 'https://news.example/2019/12/31/talks'],
    [
      'a canonical address',
      '<link rel="canonical" href="https://news.example/2019/12/31/talks"><h1>Talks</h1>',
      '2019-12-31',
    ],
    ['nothing', '<h1>Talks go on</h1>', null],
    [
      'only a change',
      `${ld({ '@type': 'NewsArticle', dateModified: '2019-12-31' })}<meta property="article:modified_time" content="2019-12-31"><meta name="last-modified" content="2019-12-31"><article><h1>Talks</h1><time itemprop="dateModified" datetime="2019-12-31">x</time></article>`,
      null,
    ],
    [
      'a time that says it was updated',
      '<article><h1>Talks go on</h1><p>Last updated <time datetime="2020-01-01">1 January</time></p></article>',
      null,
    ],
    [
      'only times of comments',
      '<article><h1>Talks go on</h1></article><div class="comments"><time datetime="2019-12-31">x</time></div>',
      null,
    ],
    [
      'only times of other stories',
      '<main><h1>Talks go on</h1><article><h3><a>Bread</a></h3><time datetime="2019-12-31">x</time></article></main>',
      null,
    ],
    [
      'a date that is broken, then a good one',
      '<meta property="article:published_time" content="soon"><meta name="date" content="2019-12-31">',
      '2019-12-31',
    ],
    ['the future', '<meta name="date" content="2024-03-05">', null],
  ];
  test.each(days)('from %s', (_what, html, day, url) => {
    expect(read(html, url).published?.day ?? null).toBe(day);
  });

  test('an encyclopaedia has none, although it names the day on which the page was begun', () => {
    const value = { '@type': 'Article', datePublished: '2001-10-29', dateModified: '2019-09-26' };
    expect(read(`<meta name="generator" content="MediaWiki 1.34">${ld(value)}`).published).toBeNull();
  });
});

describe('the title', () => {
  const titles: [what: string, html: string, title: string][] = [
    ['JSON-LD', `${ld({ '@type': 'NewsArticle', headline: 'Talks go on' })}<title>x</title>`, 'Talks go on'],
    ['Open Graph', '<meta property="og:title" content="Talks go on">', 'Talks go on'],
    [
      'without the site at its end',
      '<meta property="og:site_name" content="The Example"><meta property="og:title" content="Talks go on | The Example">',
      'Talks go on',
    ],
    [
      'the document, without the site',
      '<title>Talks go on in Geneva - The Example</title>',
      'Talks go on in Geneva',
    ],
    [
      'the heading that is also in the document title, not the logo',
      '<title>Talks go on in Geneva | Example</title><h1>The Example</h1><h1>Talks go on in Geneva</h1>',
      'Talks go on in Geneva',
    ],
    [
      'the heading rather than a headline that is a description',
      `<title>New Zealand - Pedia</title>${ld({ '@type': 'Article', headline: 'country in Oceania' })}<h1>New Zealand</h1>`,
      'New Zealand',
    ],
    [
      'not one with markup left in it',
      `<title>Talks go on</title>${ld({ '@type': 'NewsArticle', headline: 'Talks <i>go</i> on &amp; on' })}`,
      'Talks go on',
    ],
    [
      'an object where a text should be',
      `<title>Talks go on</title>${ld({ '@type': 'NewsArticle', headline: { a: 1 } })}`,
      'Talks go on',
    ],
    ['nothing', '', ''],
  ];
  test.each(titles)('from %s', (_what, html, title) => {
    expect(read(html).title).toBe(title);
  });

  test('a title of a megabyte is cut', () => {
    expect(read(`<title>${'Talks '.repeat(200_000)}</title>`).title.length).toBeLessThanOrEqual(1_000);
  });
});

test.each([
  ['<html lang="en-GB">', 'en'],
  ['<html lang="zh-Hans-CN">', 'zh'],
  ['<html><meta property="og:locale" content="fr_FR">', 'fr'],
  ['<html><meta http-equiv="Content-Language" content="de, en">', 'de'],
  ['<html lang="english please">', 'und'],
  ['<html>', 'und'],
])('the language of %s is %s', (html, language) => {
  expect(read(`${html}<body>${paragraphs(1)}`).language).toBe(language);
});

test('a page of ten thousand broken scripts is still read', () => {
  const scripts = '<script type="application/ld+json">{"@type":</script>'.repeat(10_000);
  expect(read(`${scripts}<title>Talks go on</title>`).title).toBe('Talks go on');
});
