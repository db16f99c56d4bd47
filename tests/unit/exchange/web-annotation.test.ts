// W3C Web Annotations: what is exported is checked against the MUSTs of the Recommendation, and comes back as it was; what
// other programs write is taken where it quotes a passage of a page.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFile, type Taken } from '../../../core/annotation/exchange/index.ts';
import { writeWebAnnotations } from '../../../core/annotation/exchange/web-annotation-write.ts';
import { library, NOW, options } from './library.ts';
import { faultsIn } from './web-annotation-musts.ts';

const written = (taken: Taken) => writeWebAnnotations(taken, options())[0]?.text ?? expect.fail();

function opened(text: string) {
  const file = openFile(text, NOW);
  return file.ok ? file.read : expect.fail(file.why);
}

const sorted = <T extends { readonly id: string }>(list: readonly T[]) =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('what is exported', () => {
  test('keeps every MUST of the Web Annotation Data Model', () => {
    fc.assert(
      fc.property(library, (taken) => {
        expect(faultsIn(JSON.parse(written(taken)))).toEqual([]);
      }),
    );
  });

  test('comes back as it was, with nothing lost and nothing to tell', () => {
    fc.assert(
      fc.property(library, (taken) => {
        const { passages, notes, problems } = opened(written(taken));
        expect(problems).toEqual([]);
        const back = passages.map(({ page, passage }) => ({ ...passage, page: page.key, revived: false }));
        expect(sorted(back)).toEqual(sorted(taken.passages));
        const pages = new Map(passages.map(({ page }) => [page.key, page]));
        expect(new Set(pages.values())).toEqual(new Set(taken.pages));
        expect(notes).toEqual(taken.notes.filter(({ note }) => note !== ''));
      }),
    );
  });

  test('says note, tags and colour in the words of the model too, so that a change made elsewhere comes back', () => {
    fc.assert(
      fc.property(library, (taken) => {
        const collection = JSON.parse(written(taken));
        for (const item of collection.first?.items ?? []) {
          if (item['backstory:note']) continue;
          item.body = [
            { type: 'TextualBody', value: 'Another note', purpose: 'commenting' },
            { type: 'TextualBody', value: 'another tag', purpose: 'tagging' },
          ];
          item.target.styleClass = 'backstory-violet';
        }
        for (const { passage } of opened(JSON.stringify(collection)).passages)
          expect(passage).toMatchObject({ note: 'Another note', tags: ['another tag'], colour: 'violet' });
      }),
      { numRuns: 20 },
    );
  });
});

const annotation = (changes: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://elsewhere.example/a/1',
  type: 'Annotation',
  created: '2024-05-01T10:00:00Z',
  body: { type: 'TextualBody', value: 'So it was.', purpose: 'commenting' },
  target: {
    source: 'https://news.example/2019/raid',
    selector: {
      type: 'TextQuoteSelector',
      exact: 'The strike\n on the base',
      prefix: 'before ',
      suffix: ' behind',
    },
  },
  ...changes,
});
const read = (content: unknown) => opened(JSON.stringify(content));
const only = (content: unknown) => read(content).passages[0]?.passage ?? expect.fail('nothing came');
const why = (content: unknown) => read(content).problems.map((problem) => problem.why);

describe('what other programs write', () => {
  test('a single annotation, a list, a page and a collection are read alike', () => {
    const one = annotation();
    const page = { type: 'AnnotationPage', items: [one] };
    const collection = { type: ['AnnotationCollection', 'BasicContainer'], first: page };
    for (const content of [one, [one], page, collection])
      expect(only(content)).toMatchObject({
        quote: 'The strike on the base',
        note: 'So it was.',
        made: '2024-05-01T10:00:00Z',
      });
  });

  test('a second reading gives the same ids, another annotation another one', () => {
    expect(only(annotation()).id).toBe(only(annotation({ body: 'changed' })).id);
    expect(only(annotation({ id: 'https://elsewhere.example/a/2' })).id).not.toBe(only(annotation()).id);
  });

  test('an id of ours without what we write with it is not taken for ours', () => {
    expect(only(annotation({ id: 'urn:backstory:passage:abcdefgh' })).id).not.toBe('abcdefgh');
  });

  test('HTML in a body becomes text', () => {
    const value = '<p>Tom &amp; <b>Jerry</b></p><script>alert(1)</script><img src=x onerror=alert(1)>';
    const body = [{ type: 'TextualBody', value, format: 'text/html' }];
    expect(only(annotation({ body })).note).toBe('Tom & Jerry');
  });

  test('a range by XPath is kept with the quote', () => {
    const boundary = (start: number) => ({
      type: 'XPathSelector',
      value: '/html/body/p[2]',
      refinedBy: { type: 'TextPositionSelector', start, end: start },
    });
    const selector = [
      { type: 'RangeSelector', startSelector: boundary(3), endSelector: boundary(12) },
      { type: 'TextQuoteSelector', exact: 'the base' },
    ];
    expect(
      only(annotation({ target: { source: 'https://news.example/a', selector } })).selectors.range,
    ).toEqual({
      type: 'RangeSelector',
      startContainer: '/p[2]',
      startOffset: 3,
      endContainer: '/p[2]',
      endOffset: 12,
    });
  });

  test.each([
    ['no annotation', [annotation(), { type: 'Person' }], 'not-an-annotation'],
    ['a whole page', annotation({ target: 'https://news.example/a' }), 'no-passage'],
    [
      'no address',
      annotation({ target: { selector: { type: 'TextQuoteSelector', exact: 'a' } } }),
      'no-address',
    ],
    [
      'a file',
      annotation({ target: { ...annotation().target, source: 'file:///a.html' } }),
      'not-on-the-web',
    ],
    [
      'a script',
      annotation({ target: { ...annotation().target, source: 'javascript:alert(1)' } }),
      'not-on-the-web',
    ],
    ['the same twice', [annotation(), annotation()], 'twice'],
    [
      'a page that lies elsewhere',
      { type: 'AnnotationCollection', first: 'https://x.example/p1' },
      'elsewhere',
    ],
    [
      'a tag too long',
      annotation({ body: [{ type: 'TextualBody', value: 'x'.repeat(60), purpose: 'tagging' }] }),
      'tags-changed',
    ],
    ['a picture', annotation({ body: 'https://x.example/picture.png' }), 'part-left-out'],
  ])('%s is told', (_, content, reason) => expect(why(content)).toEqual([reason]));

  test('every refused item is told with its place', () => {
    const { problems } = read([
      annotation(),
      { type: 'Person' },
      annotation({ target: 'https://news.example/a' }),
    ]);
    expect(problems).toEqual([
      { at: 2, what: '', why: 'not-an-annotation', refused: true },
      { at: 3, what: 'https://news.example/a', why: 'no-passage', refused: true },
    ]);
  });

  test('whatever the file holds, reading it ends, and gives only what can be kept', () => {
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (text, value) => {
        openFile(text, NOW);
        const { passages, problems } = read([
          annotation({ target: value, body: value }),
          annotation({ id: value }),
        ]);
        expect(passages.length + problems.filter(({ refused }) => refused).length).toBe(2);
      }),
    );
  });

  test('pages that lead back to each other end', () => {
    const page = { type: 'AnnotationPage', items: [annotation()], next: {} };
    expect(read(page).passages).toHaveLength(1);
  });
});

describe('a file that is none', () => {
  test.each([
    ['{', 'not-json'],
    ['{"hello": 1}', 'unknown'],
    ['[]', 'unknown'],
    ['null', 'unknown'],
  ])('%s is refused', (text, reason) => expect(openFile(text, NOW)).toEqual({ ok: false, why: reason }));
});
