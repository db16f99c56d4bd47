// One article, many addresses: which are one key, and which must not be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../core/annotation/kept/index.ts';

const keyOf = (address: string) => readAddress(address)?.key ?? null;
const STORY = 'news.example/2019/12/31/raid-on-the-base';

describe('the same article', () => {
  test.each([
    ['over http', 'http://news.example/2019/12/31/raid-on-the-base'],
    ['with www', 'https://www.news.example/2019/12/31/raid-on-the-base'],
    ['with www2', 'https://www2.news.example/2019/12/31/raid-on-the-base'],
    ['in capitals', 'HTTPS://WWW.NEWS.EXAMPLE/2019/12/31/raid-on-the-base'],
    ['with a dot after the host', 'https://news.example./2019/12/31/raid-on-the-base'],
    ['on the default port', 'https://news.example:443/2019/12/31/raid-on-the-base'],
    ['on a telephone: m.', 'https://m.news.example/2019/12/31/raid-on-the-base'],
    ['on a telephone: mobile.', 'https://mobile.news.example/2019/12/31/raid-on-the-base'],
    ['on a telephone: www.m.', 'https://www.m.news.example/2019/12/31/raid-on-the-base'],
    ['as AMP: host', 'https://amp.news.example/2019/12/31/raid-on-the-base'],
    ['as AMP: last segment', 'https://news.example/2019/12/31/raid-on-the-base/amp/'],
    ['as AMP: first segment', 'https://news.example/amp/2019/12/31/raid-on-the-base'],
    ['as AMP: amp.html', 'https://news.example/2019/12/31/raid-on-the-base/amp.html'],
    ['as AMP: ending', 'https://news.example/2019/12/31/raid-on-the-base.amp'],
    ['as AMP: parameter', 'https://news.example/2019/12/31/raid-on-the-base?amp=1'],
    ['as AMP: bare parameter', 'https://news.example/2019/12/31/raid-on-the-base?amp'],
    ['as AMP: output type', 'https://news.example/2019/12/31/raid-on-the-base?outputType=amp'],
    ['in Google’s viewer', 'https://www.google.com/amp/s/www.news.example/2019/12/31/raid-on-the-base/amp/'],
    [
      'in Google’s viewer of a country',
      'https://www.google.co.uk/amp/s/news.example/2019/12/31/raid-on-the-base',
    ],
    [
      'in Google’s cache',
      'https://www-news-example.cdn.ampproject.org/c/s/www.news.example/2019/12/31/raid-on-the-base?amp_js_v=0.1&usqp=mq331AQ',
    ],
    ['with a slash behind', 'https://news.example/2019/12/31/raid-on-the-base/'],
    ['with slashes doubled', 'https://news.example//2019/12/31//raid-on-the-base'],
    ['with index.html', 'https://news.example/2019/12/31/raid-on-the-base/index.html'],
    ['with a place in the page', 'https://news.example/2019/12/31/raid-on-the-base#comments'],
    ['with a text fragment', 'https://news.example/2019/12/31/raid-on-the-base#:~:text=Kirkuk'],
    [
      'from a newsletter',
      'https://news.example/2019/12/31/raid-on-the-base?utm_source=nl&utm_medium=email&mc_cid=1',
    ],
    [
      'from a social network',
      'https://news.example/2019/12/31/raid-on-the-base?fbclid=IwAR0&gclid=x&igshid=y',
    ],
    ['from the front page', 'https://news.example/2019/12/31/raid-on-the-base?ref=hp'],
    ['with a session', 'https://news.example/2019/12/31/raid-on-the-base;jsessionid=0A1B?PHPSESSID=3'],
    ['printed', 'https://news.example/2019/12/31/raid-on-the-base?print=true'],
    ['with its letters spelled out', 'https://news.example/2019/12/31/%72aid-on-the-base'],
  ])('%s', (_, address) => expect(keyOf(address)).toBe(STORY));

  test.each([
    ['parameters in another order', 'https://a.example/s?id=5&lang=de', 'https://a.example/s?lang=de&id=5'],
    ['a parameter twice', 'https://a.example/s?id=5', 'https://a.example/s?id=5&id=5'],
    ['a parameter without a value', 'https://a.example/s?full', 'https://a.example/s?full='],
    ['spaces in two ways', 'https://a.example/s?q=a+b', 'https://a.example/s?q=a%20b'],
    ['an accent composed and not', 'https://a.example/caf%C3%A9-noir', 'https://a.example/cafe%CC%81-noir'],
    ['the front page', 'https://www.a.example', 'https://a.example/index.php'],
    [
      'Wikipedia on a telephone',
      'https://en.wikipedia.org/wiki/Iraq',
      'https://en.m.wikipedia.org/wiki/Iraq',
    ],
    [
      'a site that keeps its paths behind #',
      'https://a.example/#!/story/5',
      'https://a.example/?utm_source=x#!/story/5/',
    ],
  ])('%s', (_, one, other) => expect(keyOf(one)).toBe(keyOf(other)));
});

describe('another page', () => {
  test.each([
    ['another path', 'https://a.example/raid-1', 'https://a.example/raid-2'],
    ['another case: servers tell them apart', 'https://a.example/Raid', 'https://a.example/raid'],
    ['another number', 'https://a.example/s?id=5', 'https://a.example/s?id=6'],
    ['another branch', 'https://a.example/f?ref=v1.2', 'https://a.example/f?ref=main'],
    ['another chapter', 'https://a.example/book?from=3', 'https://a.example/book?from=4'],
    ['another page of it', 'https://a.example/story?page=2', 'https://a.example/story'],
    ['another port', 'http://localhost:8080/a', 'http://localhost:9090/a'],
    ['another host', 'https://edition.a.example/s', 'https://a.example/s'],
    ['a page about amplifiers', 'https://a.example/guitars/amp', 'https://a.example/guitars'],
    ['a site whose name is mobile', 'https://suchen.mobile.de/x', 'https://suchen.de/x'],
    ['a site whose name is m', 'https://m.co.uk/x', 'https://co.uk/x'],
    ['a path behind #', 'https://a.example/#/story/5', 'https://a.example/#/story/6'],
    ['a slash that is part of a word', 'https://a.example/a%2Fb', 'https://a.example/a/b'],
    ['a question mark that is part of a word', 'https://a.example/why%3F', 'https://a.example/why?'],
    [
      'a cache that names somebody else’s page',
      'https://evil-example.cdn.ampproject.org/c/s/news.example/raid',
      'https://news.example/raid',
    ],
    [
      'a viewer that is not Google’s',
      'https://google.evil.example/amp/s/news.example/raid',
      'https://news.example/raid',
    ],
  ])('%s', (_, one, other) => {
    expect(keyOf(one)).not.toBeNull();
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test('is none at all where it is no page of a site', () => {
    for (const address of [
      'about:blank',
      'file:///home/x.html',
      'data:text/html,x',
      'javascript:0',
      'https://',
      '',
    ])
      expect(keyOf(address)).toBeNull();
  });
});

test('an address too long to be a key keeps its beginning, and two of them stay apart', () => {
  const long = (end: string) => `https://a.example/raid-on-the-base/${'x'.repeat(3_000)}${end}?id=5`;
  expect(keyOf(long('1'))).toMatch(/^a\.example\/raid-on-the-base\/~[0-9a-z]{14}$/);
  expect(keyOf(long('1'))).not.toBe(keyOf(long('2')));
});

test('the practice article has one key in every installation', () => {
  expect(keyOf('chrome-extension://abcdef/welcome.html#x')).toBe('extension:/welcome.html');
  expect(keyOf('moz-extension://0-1-2/welcome.html')).toBe('extension:/welcome.html');
});

describe('whatever the address', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'amp',
      'index.html',
      'm',
      'raid-on-base',
      '2019',
      '.amp',
      'x-amp.html',
      '..',
      '%',
      '%2F',
      '%zz',
      ';jsessionid=1',
    ),
  );
  const host = fc.constantFrom(
    'www.a.example',
    'm.www.b.co.uk',
    'amp.co.uk',
    'en.m.w.example',
    'a.example:8080',
    'мир.example',
  );
  const address = fc
    .record({
      host,
      path: fc.array(word, { maxLength: 6 }),
      query: fc.array(fc.tuple(fc.oneof(word, fc.constantFrom('utm_source', 'ref', 'amp', 'id')), word), {
        maxLength: 5,
      }),
      hash: fc.oneof(
        word,
        word.map((each) => `/${each}`),
        word.map((each) => `!/${each}`),
      ),
      spelled: fc.boolean(),
    })
    .map(({ host, path, query, hash, spelled }) => {
      const spell = (text: string) => (spelled ? encodeURIComponent(text) : text);
      const pairs = query.map(([name, value]) => `${spell(name)}=${spell(value)}`);
      return `https://${host}/${path.map(spell).join('/')}?${pairs.join('&')}#${spell(hash)}`;
    })
    .filter((text) => URL.canParse(text));

  test('its key, read as an address, is itself', () => {
    fc.assert(
      fc.property(address, (text) => {
        const key = keyOf(text);
        expect(keyOf(`https://${key}`)).toBe(key);
      }),
      { numRuns: 3_000 },
    );
  });

  test('tracking, the order of parameters, www and http make no difference', () => {
    fc.assert(
      fc.property(address, fc.webUrl(), (text, source) => {
        const other = new URL(text);
        other.protocol = 'http:';
        other.search = [
          ...other.search.slice(1).split('&').filter(Boolean).reverse(),
          'utm_campaign=x',
          `ref_src=${encodeURIComponent(source)}`,
        ].join('&');
        if (!other.host.startsWith('www.')) other.host = `www.${other.host}`;
        expect(keyOf(other.href)).toBe(keyOf(text));
      }),
      { numRuns: 1_000 },
    );
  });
});
