// Markdown for Obsidian: a vault that shows the quotes to the letter, with names that every system takes and properties that
// are YAML, however a reader writes the template.

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import markdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileName } from '../../../core/annotation/exchange/file-names.ts';
import {
  asDownload,
  FIRST_TEMPLATE,
  readTemplate,
  type Taken,
} from '../../../core/annotation/exchange/index.ts';
import { writeMarkdown } from '../../../core/annotation/exchange/obsidian.ts';
import { library, line, options } from './library.ts';

const some = (seed = 7): Taken => {
  const [taken] = fc.sample(
    library.filter(({ passages }) => passages.length > 2),
    { numRuns: 1, seed },
  );
  return taken ?? expect.fail();
};
const propertiesOf = (text: string) => parse(/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? 'null');

/** The texts of the quotations, as a program that shows Markdown has them. */
function quotesIn(text: string): string[] {
  const tokens = markdownIt({ html: true }).parse(text.replace(/^---\n.*?\n---\n/s, ''), {});
  const quotes: string[] = [];
  let paragraphs: string[] | null = null;
  for (const token of tokens) {
    if (token.type === 'blockquote_open') paragraphs = [];
    if (token.type === 'blockquote_close' && paragraphs) {
      quotes.push(paragraphs.join('\n\n'));
      paragraphs = null;
    }
    if (token.type !== 'inline' || !paragraphs) continue;
    const children = token.children ?? [];
    expect(
      children.map(({ type }) => type).filter((type) => type !== 'text' && type !== 'text_special'),
    ).toEqual([]);
    paragraphs.push(children.map(({ content }) => content).join(''));
  }
  return quotes;
}

describe('an article as a file', () => {
  test('every quote is shown to the letter, and nothing in it is a tag, a link or a heading', () => {
    fc.assert(
      fc.property(library, (taken) => {
        // What the reader wrote is Markdown already, and may quote as well.
        const bare = { ...taken, notes: [], passages: taken.passages.map((each) => ({ ...each, note: '' })) };
        const quotes = writeMarkdown(bare, options()).flatMap(({ text }) => quotesIn(text));
        expect(quotes.sort()).toEqual(taken.passages.map(({ quote }) => quote).sort());
      }),
    );
  });

  test('its properties are YAML, with title, address, site, day, and the tags of its passages', () => {
    fc.assert(
      fc.property(library, (taken) => {
        const pages = new Map(taken.pages.map((page) => [page.url, page]));
        for (const { text } of writeMarkdown({ ...taken, notes: [] }, options())) {
          const properties = propertiesOf(text);
          const page = pages.get(properties.url) ?? expect.fail(text);
          expect(properties.title).toBe(page.title || properties.site);
          expect(properties.kept).toBe(page.made.slice(0, 10));
          expect(properties.published).toBe(page.published?.day);
          for (const tag of properties.tags ?? []) expect(tag).toMatch(/^(?![\d/_-]+$)[^\s#,[\]{}"':]+$/u);
        }
      }),
    );
  });

  test('each passage has a block id of its own, alone between empty lines, as Obsidian wants it below a quotation', () => {
    const taken = some();
    const text = writeMarkdown({ ...taken, notes: [] }, options())
      .map((file) => file.text)
      .join('\n');
    for (const { id } of taken.passages) expect(text).toContain(`\n\n^${id.replaceAll('_', '-')}\n\n`);
  });

  test('names are links only where the reader wants that', () => {
    const taken = some();
    const passages = taken.passages.map((passage) => ({
      ...passage,
      names: [{ entity: null, text: 'A [strange]|name', kind: null }],
    }));
    const written = (links: boolean) =>
      writeMarkdown({ ...taken, notes: [], passages }, options({ links }))[0]?.text;
    expect(written(true)).toContain('Names: [[A strange name]]\n');
    expect(written(false)).toContain('Names: A strange name\n');
  });

  test('a note on somebody is a file that a link leads to', () => {
    const taken = some();
    const notes = [
      {
        ...some().notes[0],
        entity: 'Q794',
        name: 'Iran',
        kind: 'country',
        note: 'Watch.',
        changed: '2024-05-01T10:00:00Z',
        deleted: null,
      },
    ] as unknown as Taken['notes'];
    const file = writeMarkdown({ ...taken, notes }, options()).find(({ name }) => name === 'Iran.md');
    expect(propertiesOf(file?.text ?? '')).toMatchObject({
      name: 'Iran',
      wikidata: 'https://www.wikidata.org/wiki/Q794',
    });
    expect(file?.text).toContain('\nWatch.\n');
  });
});

describe('names of files', () => {
  test.each([
    ['A: raid / on "the" base?', 'A raid on the base'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['...hidden. ', 'hidden'],
    ['#^[]|', 'news.example'],
    ['الضربة على القاعدة', 'الضربة على القاعدة'],
    ['a\u0000b\u200fc', 'a b c'],
  ])('%s', (title, name) => expect(fileName(title, 'news.example')).toBe(name));

  test('are safe and short on every system, and apart even where capitals do not count', () => {
    fc.assert(
      fc.property(library, fc.array(fc.oneof(line, fc.string({ unit: 'binary' }))), (taken, titles) => {
        const pages = taken.pages.map((page, index) => ({ ...page, title: titles[index] ?? 'Raid' }));
        const names = writeMarkdown({ ...taken, pages }, options()).map(({ name }) => name);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).not.toMatch(/[\p{Cc}\\/:*?"<>|]|^[. ]|[. ]\.md$/u);
          expect(new TextEncoder().encode(name).length).toBeLessThan(180);
        }
      }),
    );
  });
});

describe('the template', () => {
  const fault = (template: string) => {
    const read = readTemplate(template);
    return read.ok ? null : read.fault.fault;
  };
  const written = (template: string) =>
    writeMarkdown({ ...some(), notes: [] }, options({ template }))[0]?.text;

  test.each([
    ['{{#passages}}', 'not-closed'],
    ['{{/passages}}', 'not-opened'],
    ['{{#passages}}{{#note}}{{/passages}}{{/note}}', 'not-opened'],
    ['{{author}}', 'unknown-name'],
    ['{{constructor}}', 'unknown-name'],
    ['{{title|shout}}', 'unknown-way'],
    ['{{title|toString}}', 'unknown-way'],
    ['{{#note}}'.repeat(9), 'too-deep'],
    ['x'.repeat(20_001), 'too-long'],
    ['{{title}', null],
    [FIRST_TEMPLATE, null],
  ])('%s', (template, expected) => expect(fault(template)).toBe(expected));

  test('repeats, leaves out what is empty, and looks outward for what a passage does not have', () => {
    expect(
      written('{{#passages}}{{^note}}none{{/note}}{{#note}}some{{/note}} of {{site}}\n{{/passages}}'),
    ).toMatch(/^((none|some) of \S+\n)+$/);
    expect(written('{{#published}}day{{/published}}{{^published}}no day{{/published}}')).toMatch(
      /^(no )?day\n$/,
    );
  });

  test('fills in values once: what a page says is no template', () => {
    const taken = some();
    const pages = taken.pages.map((page) => ({ ...page, title: '{{url}} {{#passages}}' }));
    expect(writeMarkdown({ ...taken, pages, notes: [] }, options({ template: '{{title}}' }))[0]?.text).toBe(
      '{{url}} {{#passages}}\n',
    );
  });

  test('one that cannot be read loses nothing: the first one is used', () => {
    expect(written('{{#passages}}')).toBe(written(FIRST_TEMPLATE));
  });
});

test('one file stays itself, several come as one zip', () => {
  const files = [
    { name: 'A.md', text: 'ä' },
    { name: 'ب.md', text: 'b' },
  ];
  expect(asDownload(files.slice(0, 1), 'text/markdown', 'x.zip')).toEqual({
    name: 'A.md',
    type: 'text/markdown',
    content: 'ä',
  });
  const zip = asDownload(files, 'text/markdown', 'x.zip');
  expect(zip).toMatchObject({ name: 'x.zip', type: 'application/zip' });
  if (typeof zip?.content === 'string' || !zip) expect.fail();
  const inside = Object.entries(unzipSync(zip.content)).map(([name, content]) => [
    name,
    new TextDecoder().decode(content),
  ]);
  expect(inside).toEqual([
    ['A.md', 'ä'],
    ['ب.md', 'b'],
  ]);
  expect(asDownload([], 'text/markdown', 'x.zip')).toBeNull();
});
