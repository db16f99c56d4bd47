// Any library that a reader may have, for properties: pages, passages and notes as the schemas allow them, with the letters
// that formats stumble over.
import fc from 'fast-check';
import { FIRST_TEMPLATE, type Taken, type WriteOptions } from '../../../core/annotation/exchange/index.ts';
import {
  COLOURS,
  EntityNote,
  FIRST_NAMES,
  KeptPage,
  Passage,
  readAddress,
} from '../../../core/annotation/kept/index.ts';

export const NOW = '2026-11-22T10:00:00.000Z';

export const options = (changes: Partial<WriteOptions> = {}): WriteOptions => ({
  now: NOW,
  colours: FIRST_NAMES,
  links: true,
  template: FIRST_TEMPLATE,
  ...changes,
});

/** Markdown, LaTeX, CSV, YAML, JSON, HTML and formulas, in several scripts. */
const WORDS = [
  'the',
  'strike',
  '=1+2',
  '@SUM(A1)',
  '+49',
  '-5',
  "'quoted'",
  '"said"',
  'a,b',
  'a;b',
  '#tag',
  '[[link]]',
  '^id',
  '%%no%%',
  '==mark==',
  '$x$',
  '{{title}}',
  '{brace}',
  '\\back',
  '`code`',
  '*',
  '_under_',
  '<b>',
  '&amp;',
  '---',
  '1.',
  '2)',
  '>',
  '|',
  'الضربة',
  '基地',
  'café',
  'e\u0301',
  '👩‍👩‍👧',
  '\u200f',
  'ß',
  '~~',
  'null',
  'true',
  'https://x.example/?a=b#c',
];

export const line = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) =>
    words
      .join(' ')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

/** Paragraphs apart by an empty line. */
const quote = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n'));

const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const tag = line.map((text) => text.slice(0, 50).trim()).filter((text) => text !== '' && text.isWellFormed());
const path = fc.constantFrom('', '/p[1]', '/main[1]/article[1]/p[12]', '/div[2]/span[1]');
const count = fc.nat(100_000);
const context = line.map((text) => text.slice(0, 120));

const selectorsOf = (exact: string) =>
  fc.record(
    {
      version: fc.constant(1 as const),
      quote: fc.record({
        type: fc.constant('TextQuoteSelector' as const),
        exact: fc.constant(exact.replaceAll(/\s+/g, ' ').trim()),
        prefix: context,
        suffix: context,
      }),
      position: fc.record({ type: fc.constant('TextPositionSelector' as const), start: count, end: count }),
      range: fc.record({
        type: fc.constant('RangeSelector' as const),
        startContainer: path,
        startOffset: count,
        endContainer: path,
        endOffset: count,
      }),
      occurrence: fc.record({ index: count, count, alike: count }),
      length: count,
    },
    { requiredKeys: ['version', 'quote'] },
  );

const name = fc.record({
  entity: fc.constantFrom(null, 'Q794', 'own:zebulon-quist'),
  text: line.map((text) => text.slice(0, 200)),
  kind: fc.constantFrom(null, 'person', 'country'),
});

const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/);
const note = fc.oneof(
  fc.constant(''),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
);

const page = fc
  .record({
    path: fc.nat(1_000_000),
    site: fc.constantFrom('news.example', 'zeitung.example', 'xn--fsq.example'),
    title: fc.oneof(fc.constant(''), line),
    published: fc.oneof(fc.constant(null), fc.constant({ day: '2019-12-31' })),
    language: fc.constantFrom('en', 'und', 'ar'),
    made: moment,
  })
  .map(({ path: number, site, ...rest }) => {
    const url = `https://www.${site}/2019/raid-${number}?page=${number}`;
    return KeptPage.parse({ ...rest, url, key: readAddress(url)?.key, aliases: [`m.${site}/x/${number}`] });
  });

const passageOn = (key: string) =>
  quote.chain((text) =>
    fc
      .record({
        id,
        selectors: selectorsOf(text),
        confirmed: fc.array(selectorsOf(text), { maxLength: 2 }),
        quote: fc.constant(text),
        colour: fc.constantFrom(...COLOURS),
        note,
        tags: fc.uniqueArray(tag, { maxLength: 4 }),
        names: fc.array(name, { maxLength: 3 }),
        made: moment,
        changed: moment,
        deleted: fc.oneof(fc.constant(null), moment),
      })
      .map((fields) => Passage.parse({ ...fields, page: key, revived: false })),
  );

const entityNote = fc
  .record({
    entity: fc.constantFrom('Q794', 'Q796', 'own:zebulon-quist'),
    name: line.map((text) => text.slice(0, 200)),
    kind: fc.constantFrom('person', 'country'),
    note: line,
    changed: moment,
    deleted: fc.constant(null),
  })
  .map((fields) => EntityNote.parse(fields));

export const library: fc.Arbitrary<Taken> = fc
  .record({
    pages: fc.uniqueArray(page, { maxLength: 4, selector: ({ key }) => key }),
    notes: fc.uniqueArray(entityNote, { maxLength: 2, selector: ({ entity }) => entity }),
  })
  .chain(({ pages, notes }) =>
    fc
      .tuple(...pages.map(({ key }) => fc.array(passageOn(key), { minLength: 1, maxLength: 4 })))
      .map((each) => {
        const ids = new Set<string>();
        const passages = each.flat().filter((passage) => !ids.has(passage.id) && ids.add(passage.id));
        return { pages, notes, passages };
      }),
  );
