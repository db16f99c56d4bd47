import { describe, expect, test } from 'vitest';
import { judge } from '../../../core/article/judge.ts';
import { page, paragraphs } from './page.ts';

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const story = (head: string, body = `<article><h1>Grain talks go on</h1>${paragraphs(5)}</article>`) =>
  `<html lang="en"><head><title>Grain talks go on</title>${head}</head><body>${body}</body></html>`;
const cards = (count: number, type = 'article') =>
  Array.from(
    { length: count },
    (_, n) =>
      `<${type}><h3><a href="/${n}">Story number ${n}</a></h3><p>A short text that says in a line or two what the story behind the link is about, and no more than that.</p><time datetime="2024-03-0${(n % 9) + 1}">March</time></${type}>`,
  ).join('');

const articles: [what: string, html: string, url?: string][] = [
  ['news that says so', story(ld({ '@type': 'NewsArticle' }), '')],
  ['a reportage, typed twice', story(ld({ '@type': ['Article', 'ReportageNewsArticle'] }), '')],
  [
    'an analysis with a full address as its type',
    story(ld({ '@type': 'https://schema.org/AnalysisNewsArticle' }), ''),
  ],
  ['a live report', story(ld([{ '@type': 'LiveBlogPosting' }, { '@type': 'NewsArticle' }]), '')],
  [
    'an article in a graph beside the site and its search',
    story(
      ld({
        '@graph': [
          { '@type': 'WebSite', potentialAction: { '@type': 'SearchAction' } },
          { '@type': 'Article', datePublished: '2024-03-05' },
        ],
      }),
    ),
  ],
  [
    'an article that is what the page is about',
    story(ld({ '@type': 'WebPage', mainEntity: { '@type': 'NewsArticle' } })),
  ],
  [
    'JSON-LD with a raw line feed in a string',
    story('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Two\nlines"}</script>'),
  ],
  [
    'JSON-LD in CDATA marks',
    story('<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle"}\n//]]></script>'),
  ],
  [
    'JSON-LD cut off in the middle',
    story('<script type="application/ld+json">{"@type":"NewsArticle","headline":"x</script>', ''),
  ],
  ['JSON-LD of a megabyte', story(ld({ '@type': 'NewsArticle', articleBody: 'x'.repeat(1_000_000) }), '')],
  [
    'Open Graph with a date',
    story(
      '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-05">',
      '',
    ),
  ],
  [
    'microdata',
    story(
      '',
      `<div itemscope itemtype="http://schema.org/NewsArticle"><h2 itemprop="headline">Talks</h2><time itemprop="datePublished">5 March 2024</time>${paragraphs(4)}</div>`,
    ),
  ],
  [
    'RDFa',
    story(
      '',
      `<div typeof="schema:NewsArticle"><h2>Talks</h2><time datetime="2024-03-05">5 March</time>${paragraphs(4)}</div>`,
    ),
  ],
  [
    'no marks but an article with headline and time',
    story('', `<article><h1>Talks</h1><time datetime="2024-03-05">5 March</time>${paragraphs(4)}</article>`),
  ],
  [
    'no marks but a date in the address',
    story('', `<h1>Talks</h1><div>${paragraphs(6)}</div>`),
    'https://news.example/2024/03/05/talks',
  ],
  [
    'no marks but a date under the headline',
    story('', `<h1>Talks</h1><div>Tuesday 5 March 2024</div><div>${paragraphs(6)}</div>`),
  ],
  [
    'text broken by line breaks alone',
    story(
      '',
      `<h1>Talks</h1><span>5 March 2024</span><div>${paragraphs(6).replaceAll('<p>', '').replaceAll('</p>', '<br><br>')}</div>`,
    ),
  ],
  [
    'a page that is one large form',
    story(
      '',
      `<form name="page"><h1>Talks</h1><time datetime="2024-03-05"></time><div>${paragraphs(6)}</div></form>`,
    ),
  ],
  [
    'a Japanese story',
    `<html lang="ja"><title>会談続く</title><article><h1>会談続く</h1><time datetime="2024-03-05"></time>${'<p>両国の外相は五日、首都で会談し、穀物の輸出について協議した。会談は深夜まで続き、双方は来月も協議を続けることで一致した。</p>'.repeat(6)}</article></html>`,
  ],
];

const others: [what: string, html: string, url?: string][] = [
  ['a front page of teasers', story('', `<main><h1>Today</h1>${cards(24)}</main>`), 'https://news.example/'],
  [
    'a section front',
    story(ld({ '@type': 'CollectionPage' }), `<main><h1>World</h1>${cards(24, 'div')}</main>`),
  ],
  [
    'a section front without marks',
    story('', `<main><h1>World</h1>${cards(24, 'div')}</main>`),
    'https://news.example/world',
  ],
  [
    'a front page that lists all its stories in JSON-LD',
    story(
      ld(Array.from({ length: 9 }, () => ({ '@type': 'NewsArticle', datePublished: '2024-03-05' }))),
      cards(9),
    ),
  ],
  [
    'a front page with a marked card for each story',
    story(
      '',
      Array.from(
        { length: 8 },
        () =>
          `<div itemscope itemtype="https://schema.org/NewsArticle"><h3><a>Talks</a></h3>${paragraphs(1)}</div>`,
      ).join(''),
    ),
  ],
  [
    'a shop',
    story(
      ld({ '@type': 'Product' }),
      `<h1>Kettle</h1><time datetime="2024-03-05"></time><div>${paragraphs(6)}</div>`,
    ),
  ],
  [
    'a shop that has reviews',
    story(
      '<meta property="og:type" content="product">',
      `<h1>Kettle</h1><article><time datetime="2024-03-05"></time>${paragraphs(6)}</article>`,
    ),
  ],
  [
    'a video',
    story(
      '<meta property="og:type" content="video.other">',
      `<h1>Talk</h1><time datetime="2024-03-05"></time><div>${paragraphs(6)}</div>`,
    ),
  ],
  ['a video in JSON-LD', story(ld({ '@type': 'VideoObject', datePublished: '2024-03-05' }))],
  [
    'source code',
    story(
      '',
      `<div itemscope itemtype="http://schema.org/SoftwareSourceCode"><h1>tool</h1><time datetime="2024-03-05"></time><article>${paragraphs(6)}</article></div>`,
    ),
  ],
  [
    'search results',
    story('', `<h1>Results for talks</h1><div>${cards(12, 'div')}</div>`),
    'https://search.example/search?q=talks',
  ],
  [
    'a forum',
    story(
      '<meta name="generator" content="phpBB 3.3">',
      `<h1>Talks</h1><time datetime="2024-03-05"></time><div>${paragraphs(6)}</div>`,
    ),
  ],
  [
    'a forum that hides what made it',
    story(
      '',
      `<h1>Which kettle?</h1>${Array.from({ length: 20 }, () => `<article><time datetime="2024-03-05"></time>${paragraphs(1)}</article>`).join('')}`,
    ),
    'https://talk.example/t/which-kettle/17',
  ],
  ['questions and answers', story(ld({ '@type': 'QAPage' }))],
  [
    'mail',
    story('', `<div role="main"><h2>Meeting</h2><span>5 March 2024</span><div>${paragraphs(4)}</div></div>`),
    'https://mail.example/u/0/inbox',
  ],
  [
    'a web application',
    story(
      '',
      `<div role="application"><h1>Notes</h1><time datetime="2024-03-05"></time><div>${paragraphs(6)}</div></div>`,
    ),
  ],
  [
    'an about page',
    story('<meta property="og:type" content="website">', `<h1>About us</h1><div>${paragraphs(6)}</div>`),
  ],
  [
    'an encyclopaedia',
    story(
      `<meta name="generator" content="MediaWiki 1.41">${ld({ '@type': 'Article', datePublished: '2001-10-29', dateModified: '2024-03-05' })}`,
    ),
  ],
  ['nothing at all', ''],
];

describe('what is read at once', () => {
  test.each(articles)('%s', (_what, html, url) => {
    expect(judge(page(html, url))).toMatchObject({ article: true });
  });
});

describe('what is left alone until the reader asks', () => {
  test.each(others)('%s', (_what, html, url) => {
    expect(judge(page(html, url))).toMatchObject({ article: false });
  });
});

test('a page that names its images after what the judge asks for is judged all the same', () => {
  const clobbered = ['querySelectorAll', 'querySelector', 'URL', 'body', 'documentElement']
    .map(
      (name) =>
        `<img name="${name}"><form name="${name}"><input name="closest"><input name="textContent"></form>`,
    )
    .join('');
  const html = `${clobbered}<article><h1>Talks</h1><time datetime="2024-03-05"></time>${paragraphs(6)}</article>`;
  expect(judge(page(html)).article).toBe(true);
});
