import { describe, expect, test } from 'vitest';
import { Article, LIMITS } from '../../../core/article/article.ts';
import { readArticle } from '../../../core/article/index.ts';
import { page, paragraphs, prose } from './page.ts';

const now = new Date('2020-01-02T12:00:00Z');
const read = (html: string, force = false) => {
  const document = page(html);
  const before = document.documentElement.outerHTML;
  const result = readArticle(document, { url: document.URL, now, force });
  expect(document.documentElement.outerHTML).toBe(before);
  expect(Article.safeParse(result.article).success).toBe(true);
  return result;
};
const texts = (html: string) => read(html).article.blocks.map(({ text }) => text);
/** The blocks of an article with `inside` between its paragraphs. */
const inStory = (inside: string) => {
  const known = new Set(prose(4));
  return texts(`<article>${paragraphs(2)}${inside}${paragraphs(4)}</article>`).filter(
    (text) => !known.has(text),
  );
};

test('title, headings, paragraphs, list items, quotations and cells are blocks in reading order', () => {
  const { article } = read(
    `<title>Talks go on in Geneva</title><nav><a href="/">Home</a></nav><h1>Talks go on in Geneva</h1>
     <article>${paragraphs(3)}<h2>What next</h2><ul><li>First point</li></ul><blockquote>We stay.</blockquote>
     <table><tr><td>Grain</td><td>12</td></tr></table></article><footer><p>${prose(1)[0]}</p></footer>`,
  );
  expect(article.blocks.map(({ kind, text }) => `${kind}: ${text.slice(0, 21)}`)).toEqual([
    'title: Talks go on in Geneva',
    ...prose(3).map((text) => `text: ${text.slice(0, 21)}`),
    'heading: What next',
    'text: First point',
    'text: We stay.',
    'text: Grain',
    'text: 12',
  ]);
  expect(article.blocks.map(({ id }) => id)).toEqual(article.blocks.keys().toArray());
});

describe('what stands between the paragraphs and is not the article', () => {
  const left: [what: string, html: string][] = [
    ['navigation', '<nav><p>Iran is here in a sentence.</p></nav>'],
    ['an aside', '<aside><p>Iran is here in a sentence.</p></aside>'],
    ['a box of related stories', '<div class="related-stories"><p>Iran is here in a sentence.</p></div>'],
    ['a newsletter', '<section id="newsletterSignup"><p>Iran is here in a sentence.</p></section>'],
    ['comments', '<div id="comments"><p>Iran is here in a sentence.</p></div>'],
    ['a card of another story', '<article><h3>Iran</h3><p>Iran is here in a sentence.</p></article>'],
    [
      'a link to another story',
      '<p>Read more: <a href="/x">Iran is here in a long sentence that is a link</a></p>',
    ],
    ['code', '<pre>Iran</pre><p><code>Iran.here()</code></p>'],
    [
      'a form field',
      '<textarea>Iran is here.</textarea><select><option>Iran</option></select><button>Iran.</button>',
    ],
    ['what can be edited', '<div contenteditable><p>Iran is here in a sentence.</p></div>'],
    ['what is hidden', '<p hidden>Iran is here.</p><div style="display:none"><p>Iran is here.</p></div>'],
    ['what screen readers are not told', '<p aria-hidden="true">Iran is here in a sentence.</p>'],
    [
      'what only screen readers are told',
      '<p class="visually-hidden">Iran is here.</p><span class="sr-only">Iran is here.</span>',
    ],
    [
      'scripts and templates',
      '<script>Iran</script><template><p>Iran is here.</p></template><noscript><p>Iran.</p></noscript>',
    ],
    ['drawings', '<svg><text>Iran is here.</text></svg>'],
    ['a credit', '<figure><figcaption>Photo: Iran Press</figcaption></figure>'],
    ['a label', '<div>Advertisement</div>'],
    ['the card of Backstory itself', '<backstory-card><p>Iran is here in a sentence.</p></backstory-card>'],
    ['signs without a letter', '<p>* * *</p>'],
  ];
  test.each(left)('%s', (_what, html) => {
    expect(inStory(html)).toEqual([]);
  });
});

describe('what is the article although it looks odd', () => {
  const kept: [what: string, html: string, texts: string[]][] = [
    [
      'a caption that is a sentence',
      '<figure><figcaption>Ministers leave the hall in Geneva on Tuesday.</figcaption></figure>',
      ['Ministers leave the hall in Geneva on Tuesday.'],
    ],
    [
      'loose text between line breaks',
      '<div>They met in Geneva.<br><br>They left at night.</div>',
      ['They met in Geneva.', 'They left at night.'],
    ],
    ['one line break', '<p>Geneva<br>Tuesday</p>', ['Geneva\nTuesday']],
    [
      'a name broken over markup',
      '<p>The <em>Isl</em><b>amic</b> <a href="/x">Republic</a></p>',
      ['The Islamic Republic'],
    ],
    [
      'a name with a soft hyphen and a zero-width space',
      '<p>Kata\u00ADeb Hez\u200Bbollah</p>',
      ['Kataeb Hezbollah'],
    ],
    ['a name with a no-break space', '<p>Mr\u00A0Smith &nbsp; went</p>', ['Mr Smith went']],
    ['a name with a footnote', '<p>Iran<sup><a href="#1">[1]</a></sup> went</p>', ['Iran went']],
    ['a date with a raised ending', '<p>the 21<sup>st</sup> day</p>', ['the 21st day']],
    ['two words with code between', '<p>Abu <code>x</code> Dhabi</p>', ['Abu \uFFFC Dhabi']],
    ['a word with its reading', '<p><ruby>北京<rt>ペキン</rt></ruby>で</p>', ['北京で']],
    [
      'a name in a sentence with a link',
      '<p>They met <a href="/x">in Geneva</a> once more.</p>',
      ['They met in Geneva once more.'],
    ],
    [
      'the rest behind "read more"',
      '<div id="read-more"><p>They met in Geneva.</p></div>',
      ['They met in Geneva.'],
    ],
    ['Persian with its joiners', '<p>می\u200Cخواهم</p>', ['می\u200Cخواهم']],
  ];
  test.each(kept)('%s', (_what, html, expected) => {
    expect(inStory(html)).toEqual(expected);
  });
});

test('a story in a form with fields that carry the names of what is asked of it is read', () => {
  const fields = [
    'childNodes',
    'firstChild',
    'nextSibling',
    'parentNode',
    'nodeType',
    'localName',
    'getAttribute',
    'textContent',
    'contains',
    'closest',
    'matches',
    'parentElement',
    'className',
    'checkVisibility',
    'ownerDocument',
    'isConnected',
  ]
    .map((name) => `<input name="${name}">`)
    .join('');
  const images = ['body', 'documentElement', 'querySelectorAll', 'createTreeWalker', 'title']
    .map((name) => `<img name="${name}">`)
    .join('');
  expect(texts(`${images}<form>${fields}<h1>Talks</h1>${paragraphs(4)}</form>`)).toEqual([
    'Talks',
    ...prose(4),
  ]);
});

test('a long discussion does not take the place of the article above it', () => {
  const discussion = `<div id="comments">${prose(40)
    .map((text) => `<div><p>I say: ${text}</p></div>`)
    .join('')}</div>`;
  expect(texts(`<main><div class="body">${paragraphs(6)}</div>${discussion}</main>`)).toEqual(prose(6));
});

test('a class that sounds like a side box does not lose the article that it holds', () => {
  expect(texts(`<div class="sidebar-left promo"><div>${paragraphs(6)}</div></div>`)).toEqual(prose(6));
});

test('a live report is read entry by entry', () => {
  const entries = prose(12).map((text) => `<article><h3>10:0${text.length % 9}</h3><p>${text}</p></article>`);
  const read = texts(`<main><h1>As it happened</h1>${entries.join('')}</main>`);
  expect(read.filter((text) => text.startsWith('The ministers'))).toEqual(prose(12));
});

test('the first lines above the body and the story itself are read, the teasers below are not', () => {
  const teasers = prose(3).map(
    (text) => `<div><h4><a href="/x">Elsewhere</a></h4><p>Elsewhere ${text}</p></div>`,
  );
  const html = `<div><h1>Talks go on</h1><p>They met, and met again.</p><div>${paragraphs(15)}</div><div>${teasers.join('')}</div></div>`;
  expect(texts(html).filter((text) => text.startsWith('They met'))).toHaveLength(1);
  expect(texts(html).filter((text) => text.startsWith('Elsewhere'))).toEqual([]);
});

test('a page without any text gives an article without blocks', () => {
  expect(read('', true).article.blocks).toEqual([]);
});

describe('a page without end', () => {
  test('is read up to the limit of characters, and says so', () => {
    const { article, cut } = read(`<p>${'The long road goes on. '.repeat(150_000)}</p>`);
    const characters = article.blocks.reduce((sum, { text }) => sum + text.length, 0);
    expect(cut).toBe(true);
    expect(characters).toBeLessThanOrEqual(LIMITS.characters);
    expect(characters).toBeGreaterThan(LIMITS.characters * 0.99);
  });

  test('is read up to the limit of blocks, and says so', () => {
    const { article, cut } = read(
      '<p>The road goes on and on, past the mill and the old town hall.</p>'.repeat(LIMITS.blocks + 10),
    );
    expect(cut).toBe(true);
    expect(article.blocks).toHaveLength(LIMITS.blocks);
  });

  test('is read although its elements are nested thousands deep', () => {
    const document = page('');
    let at: Element = document.body;
    for (let depth = 0; depth < 2_000; depth++) at = at.appendChild(document.createElement('div'));
    at.textContent = 'At the bottom they met once more, and nobody said a word to anybody.';
    expect(readArticle(document, { url: 'https://news.example/', now }).article.blocks).toHaveLength(1);
  });

  test('in one paragraph becomes several blocks, cut between words', () => {
    const blocks = texts(`<p>${'Geneva '.repeat(10_000)}</p>`);
    expect(blocks.length).toBeGreaterThan(2);
    expect(blocks.join(' ')).toBe('Geneva '.repeat(10_000).trim());
  });
});
