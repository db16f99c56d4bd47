// Taken along and brought back: out of the library into a file, and out of a file into the library, where a second import
// doubles nothing and one step undoes the first.
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { LIBRARY, seed } from './keeping-seed.ts';
import type { Reader } from './reader.ts';

async function openLibrary(reader: Reader): Promise<Page> {
  const page = await reader.context.newPage();
  await page.goto(reader.address('library.html'));
  await expect(page.getByRole('button', { name: 'Import…' })).toBeVisible();
  return page;
}

const found = (page: Page) => page.getByRole('list', { name: 'Passages' }).getByRole('article');
const exporting = (page: Page) => page.getByRole('dialog', { name: 'Export passages' });
const importing = (page: Page) => page.getByRole('dialog', { name: 'Import passages' });

async function exported(reader: Reader, page: Page, format: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await reader.step(`export as ${format}`, async () => {
    await exporting(page).getByRole('radio', { name: format }).check();
    await exporting(page).getByRole('button', { name: 'Export', exact: true }).click();
  });
  return download;
}

/** As Hypothesis's client exports it: two passages and a reply. */
const HYPOTHESIS = {
  export_date: '2026-01-01T00:00:00Z',
  export_userid: 'acct:somebody@hypothes.is',
  client_version: '1.1500.0',
  annotations: [1, 2, 3].map((n) => ({
    id: `bnqoDNfJEe6x-5P2Xv2jA${n}`,
    created: '2024-12-09T07:17:52.123456+00:00',
    updated: '2024-12-09T07:17:52.123456+00:00',
    user: 'acct:somebody@hypothes.is',
    uri: 'https://news.example/2020/01/03/strike-at-the-airport',
    text: n === 1 ? 'Who gave the order?' : '',
    tags: ['airport'],
    group: '__world__',
    references: n === 3 ? ['abc'] : [],
    target: [
      {
        source: 'https://news.example/2020/01/03/strike-at-the-airport',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: `The convoy had left the airport, part ${n}.`,
            prefix: '',
            suffix: '',
          },
        ],
      },
    ],
    document: { title: ['A strike at the airport'] },
  })),
};

const fileOf = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

test('passages are taken along, and on another day brought back as they were', async ({ reader }) => {
  test.setTimeout(120_000);
  await reader.step('three articles with passages', () => seed(reader, LIBRARY));
  const page = await reader.step('the library', () => openLibrary(reader));
  await expect(found(page)).toHaveCount(6);
  await reader.step('the window', () => page.getByRole('button', { name: 'Export…' }).click());
  expect(await axeFindings(page)).toEqual([]);

  const zip = await exported(reader, page, 'Markdown for Obsidian');
  expect(zip.suggestedFilename()).toMatch(/\.zip$/);
  const vault = unzipSync(readFileSync(await zip.path()));
  expect(Object.keys(vault)).toContain('A raid near Kirkuk leaves a contractor dead.md');
  const article = new TextDecoder().decode(vault['A raid near Kirkuk leaves a contractor dead.md']);
  expect(article).toContain(
    '> President Erdoğan said that nobody had asked him about the launchers in the valley.',
  );
  expect(article).toContain('\n^passage-raid-one\n');
  expect(article).toContain('He said the **opposite** in October.');
  await expect(exporting(page).getByText('6 passages from 3 articles are in your downloads')).toBeVisible();

  const csv = await exported(reader, page, 'CSV for Readwise');
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(
    /^Highlight,Title,Author,URL,Note,Location,Date\r\n/,
  );

  const file = await exported(reader, page, 'Web Annotation');
  const text = readFileSync(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ type: 'AnnotationCollection', total: 6 });
  await page.keyboard.press('Escape');
  await expect(exporting(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Export…' })).toBeFocused();

  await reader.step('all of it is brought in again', async () => {
    await page.getByRole('button', { name: 'Import…' }).click();
    await importing(page).locator('input[type=file]').setInputFiles(fileOf('mine.jsonld', text));
  });
  await expect(importing(page).getByText('nothing new')).toBeVisible();
  await expect(importing(page).getByText('6 passages are here already')).toBeVisible();
  await expect(importing(page).getByRole('button', { name: 'Import', exact: true })).toBeHidden();
});

test('a file of Hypothesis is shown before it comes in, comes in once, and is undone in one step', async ({
  reader,
}) => {
  test.setTimeout(120_000);
  const page = await reader.step('the library, empty', () => openLibrary(reader));
  await page.getByRole('button', { name: 'Import…' }).click();
  await reader.step('a file that is none', () =>
    importing(page).locator('input[type=file]').setInputFiles(fileOf('broken.json', '{"rows": [')),
  );
  await expect(importing(page).getByText('broken.json was not read.')).toBeVisible();

  const choose = () =>
    importing(page).locator('input[type=file]').setInputFiles(fileOf('hypothesis.json', HYPOTHESIS));
  await reader.step('a file of Hypothesis', choose);
  await expect(importing(page).getByText('2 passages in 1 article')).toBeVisible();
  await expect(importing(page).getByText('is a reply to another note.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await expect(found(page)).toHaveCount(0);

  await reader.step('import', () =>
    importing(page).getByRole('button', { name: 'Import', exact: true }).click(),
  );
  await expect(importing(page).getByText('2 passages came in.')).toBeVisible();
  await expect(found(page)).toHaveCount(2);
  await expect(found(page).first()).toContainText('The convoy had left the airport, part');
  await importing(page).getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Import…' }).click();
  await reader.step('the same file again', choose);
  await expect(importing(page).getByText('2 passages are here already')).toBeVisible();
  await importing(page).getByRole('button', { name: 'Close' }).click();

  const HIGHLIGHT = [
    {
      url: 'https://news.example/2020/01/04/funeral',
      highlights: [{ text: '<p>A funeral &amp; a crowd</p>' }],
    },
  ];
  await page.getByRole('button', { name: 'Import…' }).click();
  await reader.step('a file of Web Clipper', async () => {
    await importing(page).locator('input[type=file]').setInputFiles(fileOf('clipper.json', HIGHLIGHT));
    await importing(page).getByRole('button', { name: 'Import', exact: true }).click();
  });
  await expect(importing(page).getByText('1 passage came in.')).toBeVisible();
  await expect(found(page)).toHaveCount(3);
  await reader.step('undo', () => importing(page).getByRole('button', { name: 'Undo the import' }).click());
  await expect(importing(page).getByText('Undone.')).toBeVisible();
  await expect(found(page)).toHaveCount(2);
});
