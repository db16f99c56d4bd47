// The two windows of the library, without a browser: what a reader is told, and what is asked for it.
import { expect, test } from 'vitest';
import type { Download } from '../../../core/annotation/exchange/index.ts';
import { FIRST_NAMES, Passage, PassageId } from '../../../core/annotation/kept/index.ts';
import { type ExchangePorts, exchangeRunner } from '../../../entrypoints/library/exchange/exchange-runner.ts';
import { failure } from '../../../messaging/result.ts';
import { look, passage } from '../kept/passages.ts';
import { NOW } from './library.ts';

const KEY = 'news.example/2019/12/31/raid-on-the-base';
const kept = (n: number, changes: object = {}) =>
  Passage.parse({
    ...passage(n),
    page: KEY,
    confirmed: [],
    made: NOW,
    changed: NOW,
    deleted: null,
    revived: false,
    ...changes,
  });
const page = {
  ...look(),
  key: KEY,
  made: NOW,
  aliases: [],
  site: 'news.example',
  kept: 3,
  binned: 1,
  changed: NOW,
};

/** Hypothesis's rows, on as many pages as is said. */
const fileOf = (count: number, pages = 1) =>
  new File(
    [
      JSON.stringify({
        rows: Array.from({ length: count }, (_, n) => ({
          id: `row-${n}`,
          uri: `https://news.example/story-${n % pages}`,
          target: [{ selector: [{ type: 'TextQuoteSelector', exact: `Sentence ${n}` }] }],
        })),
      }),
    ],
    'hypothesis.json',
  );

type Asked = [name: string, body: Record<string, unknown>];

function library(
  answers: Record<string, (body: Record<string, unknown>) => unknown> = {},
  ports: Partial<ExchangePorts> = {},
) {
  const asked: Asked[] = [];
  const given: Download[] = [];
  const known = new Map<string, 'kept' | 'bin'>();
  const standard: typeof answers = {
    exportTemplate: () => ({ template: null }),
    keepExportTemplate: () => ({}),
    keptPages: () => ({ pages: [page], total: 1 }),
    allPassages: ({ after }) =>
      after === null
        ? { passages: [kept(1), kept(2)], rest: 2 }
        : { passages: [kept(3), kept(4, { deleted: NOW })], rest: 0 },
    entityNotes: () => ({ notes: [] }),
    colourNames: () => ({ colours: FIRST_NAMES }),
    importPassages: ({ passages }) => ({
      kept: Array.isArray(passages) ? passages.length : 0,
      there: 0,
      full: 0,
    }),
    importNotes: () => ({ kept: 0, there: 0 }),
    undoImport: () => ({ changed: 2 }),
  };
  const ask = async (name: string, body: Record<string, unknown>) => {
    asked.push([name, body]);
    const answer = { ...standard, ...answers }[name]?.(body);
    return typeof answer === 'string' ? failure(answer as 'no-answer') : { ok: true, value: answer };
  };
  const runner = exchangeRunner({
    library: ask as ExchangePorts['library'],
    exchange: ask as ExchangePorts['exchange'],
    chosen: () => [],
    found: () => [PassageId.parse('passage-0002')],
    where: (id) => known.get(id) ?? null,
    give: (file) => given.push(file),
    show: () => undefined,
    now: () => NOW,
    batch: () => 'batch-one',
    ...ports,
  });
  return { ...runner, asked, given, known, named: (name: string) => asked.filter(([each]) => each === name) };
}

const quotes = ({ content }: Download) =>
  [...String(content).matchAll(/Sentence number \d/g)].map(([text]) => text);
const until = (is: () => boolean) => expect.poll(is, { interval: 1 }).toBe(true);

async function exported(it: ReturnType<typeof library>) {
  it.actions.onExport();
  await until(() => it.state().exporting.kind !== 'reading');
  return it.given.at(-1);
}

test('what is found is offered first; everything leaves out the bin', async () => {
  const it = library();
  it.actions.onOpen('export');
  it.actions.onFormat('readwise');
  expect(it.state()).toMatchObject({ what: 'found', counts: { found: 1 } });
  expect(quotes((await exported(it)) ?? expect.fail())).toEqual(['Sentence number 2']);
  it.actions.onWhat('all');
  expect(quotes((await exported(it)) ?? expect.fail())).toEqual([
    'Sentence number 1',
    'Sentence number 2',
    'Sentence number 3',
  ]);
  expect(it.state().exporting).toMatchObject({ kind: 'given', passages: 3, pages: 1 });
});

test('what cannot be read is said, and no file is given', async () => {
  const it = library({ allPassages: () => 'storage-blocked' });
  it.actions.onOpen('export');
  await exported(it);
  expect(it.state().exporting).toEqual({ kind: 'failed', code: 'storage-blocked' });
  expect(it.given).toEqual([]);
});

test('a template is kept while it can be read, and its fault said where it cannot', async () => {
  const it = library({ exportTemplate: () => ({ template: '{{title}}' }) });
  it.actions.onOpen('export');
  await until(() => it.state().template === '{{title}}');
  it.actions.onTemplate('{{titel}}');
  expect(it.state().fault).toEqual({ fault: 'unknown-name', name: 'titel' });
  expect(it.named('keepExportTemplate')).toEqual([]);
  it.actions.onTemplate('{{url}}');
  it.actions.onTemplate(null);
  expect(it.named('keepExportTemplate').map(([, body]) => body)).toEqual([
    { template: '{{url}}' },
    { template: null },
  ]);
});

async function previewed(it: ReturnType<typeof library>, file: File) {
  it.actions.onOpen('import');
  it.actions.onFile(file);
  await until(() => ['preview', 'not-read'].includes(it.state().importing.kind));
  const { importing } = it.state();
  return importing.kind === 'preview' ? importing.preview : importing;
}

test('a preview tells what would come and what is here already, and changes nothing', async () => {
  const it = library();
  expect(await previewed(it, fileOf(5, 2))).toMatchObject({
    format: 'Hypothesis',
    fresh: 5,
    pages: 2,
    there: 0,
    problems: [],
  });
  it.actions.onImport();
  await until(() => it.state().importing.kind === 'brought');
  const ids = it.named('importPassages').flatMap(([, { passages }]) => passages as { id: string }[]);
  expect(ids).toHaveLength(5);
  for (const [n, { id }] of ids.entries()) it.known.set(id, n === 0 ? 'bin' : 'kept');
  const before = it.asked.length;
  expect(await previewed(it, fileOf(6, 2))).toMatchObject({ fresh: 1, there: 5, binned: 1 });
  expect(it.asked.slice(before).map(([name]) => name)).toEqual(['exportTemplate']);
});

test('each request is of one page, all of one import, and the last one lets the others know', async () => {
  const it = library();
  await previewed(it, fileOf(600, 2));
  it.actions.onImport();
  await until(() => it.state().importing.kind === 'brought');
  const asked = it.asked.filter(([name]) => name.startsWith('import')).map(([, body]) => body);
  expect(asked.map(({ passages }) => (passages as unknown[] | undefined)?.length)).toEqual([
    250,
    50,
    250,
    50,
    undefined,
  ]);
  expect(new Set(asked.map(({ batch }) => batch))).toEqual(new Set(['batch-one']));
  expect(asked.map(({ more }) => more)).toEqual([true, true, true, true, false]);
  expect(it.state().importing).toMatchObject({ kept: 600, ended: null, undo: 'can' });
  it.actions.onUndo();
  await until(() => JSON.stringify(it.state().importing).includes('undone'));
  expect(it.named('undoImport')).toEqual([['undoImport', { batch: 'batch-one' }]]);
});

test('a worker that dies in the middle is asked again; what fails twice ends it, and is said', async () => {
  let times = 0;
  const once = library({
    importPassages: () => (++times === 2 ? 'no-answer' : { kept: 1, there: 0, full: 0 }),
  });
  await previewed(once, fileOf(3, 3));
  once.actions.onImport();
  await until(() => once.state().importing.kind === 'brought');
  expect(once.state().importing).toMatchObject({ kept: 3, ended: null });

  const full = library({
    importPassages: ({ page: on }) =>
      JSON.stringify(on).includes('story-1') ? 'disk-full' : { kept: 1, there: 0, full: 0 },
  });
  await previewed(full, fileOf(3, 3));
  full.actions.onImport();
  await until(() => full.state().importing.kind === 'brought');
  expect(full.state().importing).toMatchObject({ kept: 1, ended: 'disk-full', undo: 'can' });
  // The others hear of what came.
  expect(full.named('importNotes')).toHaveLength(1);
});

test('stopped, it ends after the page that is being brought in', async () => {
  const it: ReturnType<typeof library> = library({
    importPassages: () => {
      it.actions.onStop();
      return { kept: 1, there: 0, full: 0 };
    },
  });
  await previewed(it, fileOf(3, 3));
  it.actions.onImport();
  await until(() => it.state().importing.kind === 'brought');
  expect(it.state().importing).toMatchObject({ kept: 1, ended: 'stopped' });
});

test('the window stays while an import runs', async () => {
  const it = library();
  await previewed(it, fileOf(2));
  it.actions.onImport();
  it.actions.onClose();
  expect(it.state().open).toBe('import');
  await until(() => it.state().importing.kind === 'brought');
  it.actions.onClose();
  expect(it.state().open).toBeNull();
});

test.each([
  [new File(['{'], 'a.json'), 'not-json'],
  [new File(['{"backstory":"everything","version":1,"documents":[]}'], 'a.json'), 'everything'],
  [new File(['{"rows":[]}'], 'a.json'), 'nothing'],
  [new File(['[1]'], 'a.json'), 'unknown'],
])('a file that holds nothing to bring in is refused: %#', async (file, why) => {
  expect(await previewed(library(), file)).toEqual({ kind: 'not-read', file: 'a.json', why });
});

test('a file that was taken while another was being read wins', async () => {
  const it = library();
  it.actions.onOpen('import');
  it.actions.onFile(fileOf(400));
  expect(await previewed(it, new File(['{'], 'b.json'))).toMatchObject({ file: 'b.json' });
  await new Promise((later) => setTimeout(later, 20));
  expect(it.state().importing).toMatchObject({ kind: 'not-read', file: 'b.json' });
});
