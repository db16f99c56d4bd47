// Hypothesis, Readwise, citations and Obsidian Web Clipper: what goes out is what those programs read, and what comes in is
// what they write.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeBibtex, writeCsl } from '../../../core/annotation/exchange/citations.ts';
import { writeHypothesis } from '../../../core/annotation/exchange/hypothesis.ts';
import { openFile, type Taken } from '../../../core/annotation/exchange/index.ts';
import { writeReadwise } from '../../../core/annotation/exchange/readwise.ts';
import type { KeptPage } from '../../../core/annotation/kept/index.ts';
import { processorTime } from '../processor-time.ts';
import { library, NOW, options } from './library.ts';

const text = (files: readonly { readonly text: string }[]) => files[0]?.text ?? expect.fail();

function opened(content: unknown) {
  const file = openFile(JSON.stringify(content), NOW);
  return file.ok ? file.read : expect.fail(file.why);
}
const sorted = <T extends { readonly id: string }>(list: readonly T[]) =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** As a row of Hypothesis's API has it. */
const row = (changes: object = {}) => ({
  id: 'bnqoDNfJEe6x-5P2Xv2jAA',
  created: '2024-12-09T07:17:52.123456+00:00',
  updated: '2024-12-10T07:17:52.123456+00:00',
  user: 'acct:somebody@hypothes.is',
  uri: 'https://news.example/2019/raid',
  text: 'A *note*',
  tags: ['iraq'],
  group: '__world__',
  permissions: { read: ['group:__world__'], update: [], delete: [] },
  target: [
    {
      source: 'https://news.example/2019/raid',
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/p[1]',
          startOffset: 1,
          endContainer: '/p[1]',
          endOffset: 9,
        },
        { type: 'TextPositionSelector', start: 100, end: 108 },
        { type: 'TextQuoteSelector', exact: 'the\n  base', prefix: 'strike on ', suffix: ' near' },
      ],
    },
  ],
  document: { title: ['A raid'] },
  links: {},
  hidden: false,
  ...changes,
});
const file = (...annotations: object[]) => ({
  export_date: NOW,
  export_userid: 'acct:somebody@hypothes.is',
  client_version: '1.1500.0',
  annotations,
});

describe('Hypothesis', () => {
  test('what the format holds comes back', () => {
    fc.assert(
      fc.property(library, (taken) => {
        const { passages, problems } = opened(JSON.parse(text(writeHypothesis(taken, options()))));
        expect(problems).toEqual([]);
        expect(sorted(passages.map(({ passage }) => passage))).toEqual(
          sorted(
            taken.passages.map(({ id, selectors, note, tags, made, changed, quote }) => ({
              id,
              selectors: {
                version: 1,
                quote: selectors.quote,
                ...(selectors.range && { range: selectors.range }),
              },
              confirmed: [],
              // The format has one text for both.
              quote: quote.replaceAll(/\s+/g, ' '),
              colour: 'yellow',
              note,
              tags,
              names: [],
              made,
              changed,
              deleted: null,
            })),
          ),
        );
        const titles = new Map(taken.pages.map(({ url, title }) => [url, title]));
        for (const { page } of passages) expect(page.title).toBe(titles.get(page.url));
      }),
    );
  });

  test('the client’s export and the answer of a search are read alike', () => {
    const [exported] = opened(file(row())).passages;
    const [found] = opened({ total: 1, rows: [row()] }).passages;
    expect(found).toEqual(exported);
    expect(exported).toMatchObject({
      page: { url: 'https://news.example/2019/raid', title: 'A raid' },
      passage: {
        quote: 'the base',
        note: 'A *note*',
        tags: ['iraq'],
        made: '2024-12-09T07:17:52.123456Z',
        changed: '2024-12-10T07:17:52.123456Z',
        selectors: {
          quote: { exact: 'the base', prefix: 'strike on ', suffix: ' near' },
          range: { startOffset: 1 },
        },
      },
    });
    // Their positions count another text than ours do.
    expect(exported?.passage.selectors.position).toBeUndefined();
  });

  test('imported again after it was changed there, it is the same passage', () => {
    const [once] = opened(file(row())).passages;
    const [again] = opened(file(row({ text: 'Another note', updated: NOW }))).passages;
    expect(again?.passage.id).toBe(once?.passage.id);
    expect(opened(file(row({ id: 'another' }))).passages[0]?.passage.id).not.toBe(once?.passage.id);
    expect(opened(file(row({ uri: 'https://x.example/' }))).passages[0]?.passage.id).not.toBe(
      once?.passage.id,
    );
  });

  test.each([
    ['a reply', row({ references: ['abc'] }), 'reply'],
    ['a note on a whole page', row({ target: [{ source: 'https://news.example/' }] }), 'no-passage'],
    ['a PDF on a disk', row({ uri: 'urn:x-pdf:5f2' }), 'not-on-the-web'],
    ['no row', { id: 5 }, 'not-an-annotation'],
    [
      'a quote without end',
      row({ target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'x'.repeat(200_001) }] }] }),
      'too-long',
    ],
    ['a note without end', row({ text: 'x'.repeat(40_001) }), 'note-shortened'],
    ['forty tags', row({ tags: Array.from({ length: 40 }, (_, n) => `t${n}`) }), 'tags-changed'],
  ])('%s is told', (_, given, why) => {
    const { problems } = opened(file(given, row({ id: 'good', text: '' })));
    expect(problems.map((problem) => problem.why)).toEqual([why]);
    expect(problems[0]?.at).toBe(1);
  });
});

describe('Readwise', () => {
  /** As somebody does who takes the apostrophe for what it is. */
  const plain = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/, '');
  const rows = (taken: Taken) =>
    Papa.parse<Record<string, string>>(text(writeReadwise(taken, options())), {
      header: true,
      skipEmptyLines: true,
    });

  test('each passage is a row under Readwise’s columns, with its quote', () => {
    fc.assert(
      fc.property(library, (taken) => {
        const { data, meta, errors } = rows(taken);
        if (taken.passages.length > 0) expect(errors).toEqual([]);
        expect(meta.fields).toEqual(['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date']);
        const quotes = data.map((each) => plain(each['Highlight'] ?? ''));
        expect(quotes.sort()).toEqual(taken.passages.map(({ quote }) => quote).sort());
        for (const each of data) {
          expect(each['Date']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
          expect(each['Location']).toMatch(/^\d+$/);
        }
      }),
    );
  });

  test('a spreadsheet runs none of it', () => {
    fc.assert(
      fc.property(library, (taken) => {
        for (const each of rows(taken).data)
          for (const cell of Object.values(each))
            expect(cell).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
      }),
    );
  });

  test('tags stand in the note, where Readwise looks for them', () => {
    const [taken] = fc.sample(
      library.filter(({ passages }) => passages.length > 0),
      { numRuns: 1, seed: 7 },
    );
    const [first] = taken?.passages ?? [];
    if (!taken || !first) expect.fail();
    const passages = [{ ...first, note: 'Why?', tags: ['middle east', 'iraq'] }];
    expect(rows({ ...taken, passages }).data[0]?.['Note']).toBe('Why?\n.middle-east .iraq');
  });
});

describe('citations', () => {
  const page = (changes: object = {}) =>
    ({
      key: 'news.example/2019/raid',
      url: 'https://www.news.example/2019/raid?a=1&b={2}',
      title: 'A {raid} & 100% of_it: "no" ~ \\end',
      published: { day: '2019-12-31' },
      language: 'en',
      made: '2020-01-02T10:00:00.000Z',
      aliases: [],
      ...changes,
    }) as unknown as KeptPage;
  const cited = (...pages: KeptPage[]): Taken => {
    const [taken] = fc.sample(
      library.filter(({ passages }) => passages.length > 0),
      { numRuns: 1, seed: 7 },
    );
    const [first] = taken?.passages ?? [];
    if (!first) expect.fail();
    return { pages, notes: [], passages: pages.map(({ key }) => ({ ...first, page: key })) };
  };

  test('an article in BibTeX, with what LaTeX would run escaped', () => {
    expect(text(writeBibtex(cited(page()), options()))).toBe(`@misc{news2019raid,
  title = {{A \\{raid\\} \\& 100\\% of\\_it: {''}no{''} \\textasciitilde{} \\textbackslash{}end}},
  howpublished = {news.example},
  year = {2019},
  month = dec,
  date = {2019-12-31},
  url = {https://www.news.example/2019/raid?a=1&b=%7B2%7D},
  urldate = {2020-01-02}
}
`);
  });

  test('braces are balanced and keys apart, whatever the titles say', () => {
    fc.assert(
      fc.property(library, (taken) => {
        const bib = writeBibtex(taken, options())[0]?.text ?? '';
        const bare = bib.replaceAll(/\\[{}]/g, '');
        expect(bare.split('{').length).toBe(bare.split('}').length);
        const keys = [...bib.matchAll(/^@misc\{(.*),$/gm)].map(([, key]) => key);
        expect(new Set(keys).size).toBe(taken.pages.length);
      }),
    );
  });

  test('the same as CSL-JSON, without a date where the page gives none', () => {
    const dated = JSON.parse(text(writeCsl(cited(page()), options())));
    expect(dated).toEqual([
      {
        id: 'news2019raid',
        type: 'webpage',
        title: 'A {raid} & 100% of_it: "no" ~ \\end',
        'container-title': 'news.example',
        URL: 'https://www.news.example/2019/raid?a=1&b={2}',
        issued: { 'date-parts': [[2019, 12, 31]] },
        accessed: { 'date-parts': [[2020, 1, 2]] },
        language: 'en',
      },
    ]);
    const [undated] = JSON.parse(
      text(writeCsl(cited(page({ published: null, language: 'und' })), options())),
    );
    expect(undated).not.toHaveProperty('issued');
    expect(undated).not.toHaveProperty('language');
  });
});

describe('Obsidian Web Clipper', () => {
  const url = 'https://news.example/2019/raid';
  const html = '<p>The <b>strike</b> on the base &amp; more</p>\n\n<p>Second</p>';

  test.each([
    [
      'its export',
      [{ url, highlights: [{ text: html, timestamp: '2024-05-01T10:00:00.000Z', notes: ['Why?'] }] }],
    ],
    [
      'its own records',
      [
        {
          url,
          highlights: [{ type: 'text', id: '1714557600000', xpath: '/p[1]', content: html, notes: ['Why?'] }],
        },
      ],
    ],
    [
      'its settings',
      { highlights: { [url]: { url, highlights: [{ id: 1714557600000, content: html, notes: ['Why?'] }] } } },
    ],
  ])('%s is read', (_, content) => {
    expect(opened(content).passages.map(({ passage }) => passage)).toMatchObject([
      {
        quote: 'The strike on the base & more\n\nSecond',
        selectors: { quote: { exact: 'The strike on the base & more Second' } },
        note: 'Why?',
        made: '2024-05-01T10:00:00.000Z',
      },
    ]);
  });

  test('a second export with other times and notes gives the same ids, the same words twice two', () => {
    const once = opened([{ url, highlights: [{ text: 'one' }, { text: 'two' }, { text: 'one' }] }]).passages;
    const address = `${url}?utm_source=x`;
    const again = opened([
      { url: address, highlights: [{ text: 'one', timestamp: NOW }, { text: 'one' }] },
    ]).passages;
    expect(new Set(once.map(({ passage }) => passage.id)).size).toBe(3);
    expect(again.map(({ passage }) => passage.id)).toEqual([once[0]?.passage.id, once[2]?.passage.id]);
  });

  test('HTML that was made to be slow takes no longer than its length', () => {
    const slow = [
      `<script>${'</script'.repeat(100_000)}`,
      '<'.repeat(300_000),
      '<a'.repeat(150_000),
      `a${'\n '.repeat(150_000)}`,
      '&'.repeat(300_000),
      '<!--'.repeat(80_000),
    ];
    const taken = processorTime(() => opened([{ url, highlights: slow.map((text) => ({ text })) }]));
    // 30 ms are enough; what grows with the square of it takes minutes.
    expect(taken).toBeLessThan(3_000);
  });

  test('what it cannot take is told', () => {
    const { problems } = opened([
      { url, highlights: [{ text: '<img src=x>' }, 5, { text: 'good' }] },
      { url: 'file:///a.html', highlights: [{ text: 'good' }] },
      { nothing: true },
    ]);
    expect(problems.map(({ at, why }) => [at, why])).toEqual([
      [1, 'no-passage'],
      [2, 'not-an-annotation'],
      [4, 'not-on-the-web'],
      [5, 'not-an-annotation'],
    ]);
  });
});
