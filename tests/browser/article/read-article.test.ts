// What only a browser can answer: what is styled out of sight, where ranges stand, and how long a large page takes.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { readArticle } from '../../../core/article/index.ts';

const now = new Date('2020-01-02T12:00:00Z');
const story = (n: number) =>
  `The ministers met for the ${n}. time in the old town hall, where they spoke about grain until late in the evening.`;
const rest = Array.from({ length: 4 }, (_, n) => `<p>${story(n)}</p>`).join('');

afterEach(() => {
  document.documentElement.removeAttribute('lang');
  Reflect.get(Document.prototype, 'body', document).replaceChildren();
});

function show(html: string) {
  Reflect.get(Document.prototype, 'body', document).innerHTML =
    `<article id="story">${html}${rest}</article>`;
  return readArticle(document, { url: 'https://news.example/', now });
}
const others = (html: string) =>
  show(html)
    .article.blocks.map(({ text }) => text)
    .filter((text) => !text.startsWith('The ministers'));

function live({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
/** What a block's text and a range's text have in common. */
const folded = (text: string) =>
  text
    .replace(/[\u00AD\u200B\u200E\u200F\u2060-\u2069\uFEFF]/g, '')
    .replace(/[\s\uFFFC]+/g, ' ')
    .trim();

describe('what the style takes out of sight is not read', () => {
  test.each([
    ['display: none', '<p style="all: unset; display: none">Iran is here.</p>'],
    [
      'display: none by a rule',
      '<style>.gone { display: none }</style><div class="gone"><p>Iran is here.</p></div>',
    ],
    [
      'visibility: hidden by a rule',
      '<style>.gone { visibility: hidden }</style><p class="gone">Iran is here.</p>',
    ],
    ['a closed details', '<details><summary></summary><p>Iran is here in a sentence.</p></details>'],
    [
      'clipped text',
      '<style>.off { position: absolute; clip: rect(0, 0, 0, 0) }</style><span class="off">Iran is here.</span>',
    ],
    [
      'a hidden word in a sentence',
      '<style>.gone { display: none }</style><p><span class="gone">Iran is here.</span></p>',
    ],
  ])('%s', (_what, html) => {
    expect(others(html)).toEqual([]);
  });
});

test('text that fades in is read before it has', () => {
  expect(others('<p style="opacity: 0">Iran is here.</p>')).toEqual(['Iran is here.']);
});

test('spans that are shown as blocks are blocks; a floated initial is the beginning of its word', () => {
  expect(
    others('<p><span style="display: block">World</span><span style="display: block">Geneva</span></p>'),
  ).toEqual(['World', 'Geneva']);
  expect(others('<p><span style="float: left">G</span>eneva was quiet.</p>')).toEqual(['Geneva was quiet.']);
});

test('lines that the style keeps are breaks, those of the source are not', () => {
  expect(others('<p style="white-space: pre-line">Geneva\nTuesday</p>')).toEqual(['Geneva\nTuesday']);
  expect(others('<p>New\nYork</p>')).toEqual(['New York']);
});

const piece = fc.oneof(
  fc.constantFrom(
    'Iran',
    'Geneva',
    ' ',
    '  ',
    '\n',
    '\u00A0',
    '\u00AD',
    '\u200B',
    '\u202F',
    '.',
    'é',
    '🌾',
    'می\u200Cخواهم',
    '北京',
    '\t \n',
  ),
  fc.string({ maxLength: 6 }).filter((text) => !/[\p{Cc}<>&]/u.test(text)),
);
const marked = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    piece,
    fc
      .tuple(fc.constantFrom('em', 'b', 'a', 'span', 'i', 'time'), fc.array(tie('node'), { maxLength: 4 }))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
    fc.constantFrom(
      '<br>',
      '<wbr>',
      '<!-- x -->',
      '<code>x</code>',
      '<span hidden>gone</span>',
      '<script>gone</script>',
    ),
  ),
})).node;

test('any part of any block is found in the page, and leads back to where it was', () => {
  fc.assert(
    fc.property(
      fc.array(marked, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (inner, from, length) => {
        const { map } = show(`<p>Begin ${inner.join('')} end.</p>`);
        for (const { id, text } of map.blocks) {
          const start = from % text.length;
          const end = start + 1 + (length % (text.length - start));
          const range = map.rangeOf(id, start, end);
          if (!range) {
            expect(folded(text.slice(start, end))).toBe('');
            continue;
          }
          const shown = live(range).cloneContents();
          for (const gone of shown.querySelectorAll('[hidden],script')) gone.remove();
          for (const object of shown.querySelectorAll('br,code')) object.replaceWith(' ');
          expect(folded(shown.textContent ?? '')).toBe(folded(text.slice(start, end)));
          const back = map.positionOf(range.startContainer, range.startOffset);
          expect(back?.block).toBe(id);
          expect(text.slice(start, back?.offset)).toMatch(/^[\n\uFFFC]*$/);
          const last = map.positionOf(range.endContainer, range.endOffset - 1);
          expect(text.slice((last?.offset ?? 0) + 1, end)).toMatch(/^[\n\uFFFC]*$/);
        }
      },
    ),
    { numRuns: 300 },
  );
});

describe('the way back', () => {
  test('from a place that is given between elements leads to the text beside it', () => {
    const { map } = show('<p id="p"><b></b><em>Iran</em> is here.</p>');
    const p = document.querySelector('#p') ?? document;
    expect(map.positionOf(p, 0)).toEqual({ block: 0, offset: 0 });
    expect(map.positionOf(p, 2)).toEqual({ block: 0, offset: 4 });
    expect(map.positionOf(p, 3)).toEqual({ block: 0, offset: 13 });
  });

  test('from text that was not read leads nowhere', () => {
    const { map } = show('<p>Iran is here.</p><nav id="nav">Home</nav>');
    const home = document.querySelector('#nav')?.firstChild ?? document;
    expect(map.has(home)).toBe(false);
    expect(map.positionOf(home, 1)).toBeNull();
  });

  test('is given up once the sentence has another text, or has gone', () => {
    const { map } = show('<p id="p">Iran is here.</p>');
    const text = document.querySelector('#p')?.firstChild as Text;
    expect(map.rangeOf(0, 0, 4)).not.toBeNull();
    text.data = 'Iraq is here.';
    expect(map.rangeOf(0, 0, 4)).toBeNull();
    expect(map.positionOf(text, 1)).toBeNull();
    text.data = 'Iran is here.';
    expect(map.rangeOf(0, 0, 4)).not.toBeNull();
    text.remove();
    expect(map.rangeOf(0, 0, 4)).toBeNull();
  });

  test.each([
    [-1, 2],
    [0, 0],
    [3, 2],
    [0, 10_000],
  ])('has no range from %i to %i', (start, end) => {
    expect(show('<p>Iran is here.</p>').map.rangeOf(0, start, end)).toBeNull();
    expect(show('<p>Iran is here.</p>').map.rangeOf(99, 0, 1)).toBeNull();
  });
});

test('a story among names that hide the DOM is read, and its ranges are right', () => {
  const fields = Object.keys(Object.getOwnPropertyDescriptors(Node.prototype))
    .concat(Object.keys(Object.getOwnPropertyDescriptors(Element.prototype)), 'style', 'hidden')
    .map((name) => `<input name="${name}">`)
    .join('');
  const images = [
    'body',
    'documentElement',
    'querySelectorAll',
    'createTreeWalker',
    'defaultView',
    'title',
    'URL',
  ]
    .map((name) => `<img name="${name}">`)
    .join('');
  const { map, article } = show(
    `${images}<form id="form">${fields}<p>Iran is here.</p>Loose text that stands in the form itself, without a paragraph of its own.</form>`,
  );
  expect(article.blocks.slice(0, 2).map(({ text }) => text.slice(0, 10))).toEqual([
    'Iran is he',
    'Loose text',
  ]);
  const range = map.rangeOf(0, 0, 4);
  expect(range && live(range).toString()).toBe('Iran');
  const form = Reflect.get(Document.prototype, 'querySelector', document).call(document, '#form') ?? document;
  expect(map.positionOf(form, 0)).toMatchObject({ block: 0, offset: 0 });
});

test('the page is not touched by reading it', () => {
  show('<p>Iran is <b>here</b>.</p>');
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  readArticle(document, { url: 'https://news.example/', now });
  changes.push(...observer.takeRecords());
  observer.disconnect();
  expect(changes).toEqual([]);
});

test('two megabytes of text are read, and how long it takes is told', async ({ annotate }) => {
  const spans = (n: number) =>
    `<p>${story(n)} <a href="/x">In Geneva</a> <span>nobody</span> <em>said</em> a word. ${story(n)}</p>`;
  Reflect.get(Document.prototype, 'body', document).innerHTML =
    `<article>${Array.from({ length: 4_900 }, (_, n) => `${spans(n)}<div class="box"><span></span></div>`).join('')}</article>`;
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    const { article } = readArticle(document, { url: 'https://news.example/', now });
    expect(article.blocks).toHaveLength(4_900);
    return performance.now() - begun;
  });
  await annotate(
    `milliseconds for 1.3 million characters in 4,900 paragraphs: ${times.map(Math.round).join(', ')}`,
  );
});
