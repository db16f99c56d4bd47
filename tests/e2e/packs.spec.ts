// Knowledge that the reader brings: a file goes in on the options page, its names are marked on the next page;
// it is replaced, removed, refused or cancelled, and what was there before goes on answering.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writePack } from '../../core/knowledge/pack/write.ts';
import { entity } from '../unit/small-world.ts';
import { axeFindings } from './axe.ts';
import { fillDisk } from './full-disk.ts';
import { expect, test } from './harness.ts';
import { marks } from './marks.ts';
import type { Reader } from './reader.ts';
import { story, WHO } from './stories.ts';

const QUIST = 'Zebulon Quist';
const MARROW = 'Ottilie Marrow';
const STORY = story({
  paragraphs: [WHO, `${QUIST} was there, and so was ${MARROW}, who had come by way of Quistaville in Iraq.`],
});

interface FileToAdd {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Long enough, and random enough, that damage near its end is met after its beginning was read. */
async function packFile(
  version: string,
  names: readonly string[],
  name = 'people.bspack',
): Promise<FileToAdd> {
  const people = names.map((each, number) => entity(`people:person-${number}`, 'person', [each]));
  const others = Array.from({ length: 1_500 }, (_, number) =>
    entity(`people:other-${number}`, 'person', [`Nobody Inparticular ${number}`], {
      description: createHash('sha512').update(String(number)).digest('base64'),
    }),
  );
  const meta = {
    id: 'people',
    version,
    title: 'People that do not exist',
    built: '2026-01-01',
    licence: 'CC0 1.0',
    attribution: [{ text: 'Made up for a test', licence: 'CC0 1.0' }],
  };
  const buffer = Buffer.from(await writePack(meta, [...people, ...others], []));
  return { name, mimeType: 'application/octet-stream', buffer };
}

const GED_COLUMNS =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,' +
  'dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,' +
  'source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,' +
  'where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,' +
  'date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';

function gedRow(id: number | string): string {
  const head = `${id},IRQ-2019-1-524-${id},2019,1,Clear,1,259,259,Iraq: Government,524,524,Government of Iraq - IS`;
  const sides = '116,116,Government of Iraq,234,234,IS,2,"A paper, 2019-11-29, a headline",,,,';
  const where = '1,Najaf city,Najaf city,Najaf,Najaf,32.0,44.3,POINT (44.3 32.0),176849,Iraq,645,Middle East';
  return `${head},${sides},${where},1,1,2019-11-28 00:00:00.000,2019-11-28 00:00:00.000,1,2,0,0,3,4,2,645,`;
}

const gedFile = (rows: readonly string[]): FileToAdd => ({
  name: 'GEDEvent_iraq.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([GED_COLUMNS, ...rows, ''].join('\n')),
});

/** One row as in GeoNames' cities500, tab-separated, without a header. */
const placesFile: FileToAdd = {
  name: 'cities500.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(
    '99999901\tQuistaville\tQuistaville\t\t33.1\t44.2\tP\tPPLA\tIQ\t\t07\t\t\t\t912000\t\t40\tAsia/Baghdad\t2024-01-01\n',
  ),
};

async function openOptions(reader: Reader): Promise<Page> {
  const page = await reader.context.newPage();
  await page.goto(reader.address('options.html'));
  await expect(page.getByRole('heading', { name: /^Starter/ })).toBeVisible({ timeout: 15_000 });
  return page;
}

const add = (options: Page, ...files: FileToAdd[]) =>
  options.locator('input[type=file][multiple]').setInputFiles(files);

/** What the list says of the file, once it is over. */
async function whatCameOf(options: Page, name: string): Promise<string> {
  const item = options.locator('.import').filter({ hasText: name }).last();
  await expect(item.getByRole('button', { name: 'Clear' })).toBeVisible({ timeout: 30_000 });
  return (await item.textContent()) ?? '';
}

async function namesOn(reader: Reader, path: string): Promise<string[]> {
  const page = await reader.read(STORY, path);
  const texts = (await marks(page)).map(({ text }) => text);
  await page.close();
  return texts;
}

const listed = (options: Page) => options.locator('.pack h3').allTextContents();

/** Databases that hold packs' blocks, as only the extension's own origin sees them. */
async function blockDatabases(reader: Reader): Promise<number> {
  const desk = await reader.desk();
  return desk.evaluate(async () => {
    const all = await indexedDB.databases();
    return all.filter(({ name }) => name?.startsWith('backstory-pack:')).length;
  });
}

/** Holds up every installation, as a slow disk would, until the function that it returns is called. */
async function holdUp(reader: Reader): Promise<() => Promise<void>> {
  const desk = await reader.desk();
  await desk.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('backstory-packs-installing', () => {
          held();
          return new Promise<void>((letGo) => Reflect.set(globalThis, 'letGo', letGo));
        });
      }),
  );
  return () => desk.evaluate(() => Reflect.get(globalThis, 'letGo')());
}

test('a pack is added, replaced and removed, and the pages follow', async ({ reader }) => {
  test.setTimeout(90_000);
  const before = await reader.step('a story is read', () => namesOn(reader, '/before'));
  expect(before).not.toContain(QUIST);

  const options = await reader.step('the options are opened', () => openOptions(reader));
  await reader.step('a pack is chosen', async () => add(options, await packFile('1', [QUIST])));
  expect(await whatCameOf(options, 'people.bspack')).toContain('Added: 1,501 actors and places.');
  await expect(options.getByRole('heading', { name: 'People that do not exist' })).toBeVisible();
  expect(await reader.step('its names are marked', () => namesOn(reader, '/with'))).toContain(QUIST);

  await reader.step('a newer version is chosen', async () =>
    add(options, await packFile('2', [MARROW], 'newer.bspack')),
  );
  expect(await whatCameOf(options, 'newer.bspack')).toContain('It took the place of version 1.');
  const newer = await reader.step('the newer names are marked', () => namesOn(reader, '/newer'));
  expect(newer).toContain(MARROW);
  expect(newer).not.toContain(QUIST);
  expect(await blockDatabases(reader)).toBe(2);

  await reader.step('Remove is double-clicked, which is one press', () =>
    options.getByRole('button', { name: 'Remove People that do not exist' }).dblclick(),
  );
  await options.waitForTimeout(500);
  await reader.step('and pressed again', () =>
    options.getByRole('button', { name: 'Yes, remove People that do not exist' }).click(),
  );
  await expect(options.getByRole('heading', { name: 'People that do not exist' })).toHaveCount(0);
  await expect(options.getByRole('heading', { name: 'What it knows' })).toBeFocused();
  const after = await reader.step('nobody is marked any more', () => namesOn(reader, '/after'));
  expect(after).toEqual(before);
  await expect.poll(() => blockDatabases(reader)).toBe(1);
});

test('a damaged and a truncated pack change nothing and say so', async ({ reader }) => {
  test.setTimeout(90_000);
  const options = await reader.step('the options are opened', () => openOptions(reader));
  await reader.step('a pack is added', async () => add(options, await packFile('1', [QUIST])));
  await whatCameOf(options, 'people.bspack');

  const { buffer, ...file } = await packFile('2', [MARROW]);
  const damaged = Buffer.from(buffer);
  damaged.fill(0x55, damaged.length - 9_000, damaged.length - 8_900);
  await reader.step('a damaged one is chosen', () =>
    add(options, { ...file, name: 'damaged.bspack', buffer: damaged }),
  );
  expect(await whatCameOf(options, 'damaged.bspack')).toMatch(/Not added\. This file is damaged/);
  await reader.step('a truncated one is chosen', () =>
    add(options, { ...file, name: 'truncated.bspack', buffer: buffer.subarray(0, -4_000) }),
  );
  expect(await whatCameOf(options, 'truncated.bspack')).toContain('Not added. This file ends in the middle');
  await reader.step('something else under that name is chosen', () =>
    add(options, { ...file, name: 'recipe.bspack', buffer: Buffer.from('Two eggs.') }),
  );
  expect(await whatCameOf(options, 'recipe.bspack')).toContain('is not a Backstory pack');
  await expect(options.getByText('Nothing was changed')).toHaveCount(3);
  expect(await axeFindings(options)).toEqual([]);

  const names = await reader.step('the first one still answers', () => namesOn(reader, '/still'));
  expect(names).toContain(QUIST);
  expect(names).not.toContain(MARROW);
  expect(await blockDatabases(reader)).toBe(2);
});

test('a file of events is imported, and its refused row is shown with its line', async ({ reader }) => {
  const options = await reader.step('the options are opened', () => openOptions(reader));
  await reader.step('a table is chosen', () => add(options, gedFile([gedRow(1), gedRow('x'), gedRow(2)])));
  const text = await whatCameOf(options, 'GEDEvent_iraq.csv');
  expect(text).toContain('UCDP GED, 49 columns');
  expect(text).toContain('licence: CC BY 4.0');
  expect(text).toContain('Added: 2 events, 1 row refused.');
  await options.getByText('1 row was refused').click();
  await expect(options.getByText(/^Line 3: /)).toBeVisible();
  await expect(options.locator('.pack').filter({ hasText: 'GEDEvent_iraq.csv' })).toContainText('2 events');
});

test('several files go in one after another, and a place from one of them is marked', async ({ reader }) => {
  const options = await reader.step('the options are opened', () => openOptions(reader));
  await reader.step('three files are chosen at once', async () =>
    add(options, await packFile('1', [QUIST]), placesFile, {
      name: 'shopping.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('milk\nbread\n'),
    }),
  );
  expect(await whatCameOf(options, 'people.bspack')).toContain('Added');
  expect(await whatCameOf(options, 'cities500.txt')).toContain('Added: 1 actor or place.');
  expect(await whatCameOf(options, 'shopping.txt')).toContain('does not know this kind of file');
  const names = await reader.step('a story is read', () => namesOn(reader, '/both'));
  expect(names).toEqual(expect.arrayContaining([QUIST, 'Quistaville']));
});

test('an import that is cancelled in the middle leaves nothing behind', async ({ reader }) => {
  test.setTimeout(90_000);
  const folder = mkdtempSync(join(tmpdir(), 'backstory-ged-'));
  try {
    const path = join(folder, 'large.csv');
    writeFileSync(
      path,
      [GED_COLUMNS, ...Array.from({ length: 60_000 }, (_, id) => gedRow(id)), ''].join('\n'),
    );
    const options = await reader.step('the options are opened', () => openOptions(reader));
    const listedBefore = await listed(options);
    await reader.step('a large table is chosen', () =>
      options.locator('input[type=file][multiple]').setInputFiles(path),
    );
    const bar = options.getByRole('progressbar', { name: 'Reading large.csv' });
    await expect.poll(() => bar.getAttribute('value').then(Number), { timeout: 20_000 }).toBeGreaterThan(0);
    await reader.step('Cancel is pressed', () =>
      options.getByRole('button', { name: 'Cancel large.csv' }).click(),
    );
    expect(await whatCameOf(options, 'large.csv')).toContain('was cancelled. Nothing of it was kept.');
    expect(await listed(options)).toEqual(listedBefore);
    await expect.poll(() => blockDatabases(reader)).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an import that is held up can be cancelled all the same', async ({ reader }) => {
  const options = await reader.step('the options are opened', () => openOptions(reader));
  const letGo = await reader.step('the disk is busy', () => holdUp(reader));
  await reader.step('a pack is chosen', async () => add(options, await packFile('1', [QUIST])));
  await expect(options.getByText('is the Backstory pack “People that do not exist”').first()).toBeAttached();
  await reader.step('Cancel is pressed', () =>
    options.getByRole('button', { name: 'Cancel people.bspack' }).click(),
  );
  expect(await whatCameOf(options, 'people.bspack')).toContain('was cancelled');
  await letGo();
  expect(await reader.step('a story is read', () => namesOn(reader, '/after'))).not.toContain(QUIST);
  expect(await listed(options)).toHaveLength(1);
});

test('the background worker may die during an import', async ({ reader }) => {
  const options = await reader.step('the options are opened', () => openOptions(reader));
  const letGo = await holdUp(reader);
  await add(options, await packFile('1', [QUIST]));
  await expect(options.getByText('is the Backstory pack “People that do not exist”').first()).toBeAttached();
  await reader.worker.kill();
  await letGo();
  expect(await whatCameOf(options, 'people.bspack')).toContain('Added');
  expect(await reader.step('a story is read', () => namesOn(reader, '/after'))).toContain(QUIST);
});

test('the options page may be closed during an import', async ({ reader }) => {
  const options = await reader.step('the options are opened', () => openOptions(reader));
  const letGo = await holdUp(reader);
  await add(options, await packFile('1', [QUIST]));
  await expect(options.getByText('is the Backstory pack “People that do not exist”').first()).toBeAttached();
  await options.close();
  await letGo();
  const again = await reader.step('the options are opened again', () => openOptions(reader));
  expect(await listed(again)).toHaveLength(1);
  await expect.poll(() => blockDatabases(reader)).toBe(1);
  await reader.step('the file is chosen again', async () => add(again, await packFile('1', [QUIST])));
  expect(await whatCameOf(again, 'people.bspack')).toContain('Added');
});

test.describe('where storage is limited', () => {
  test.use({ build: 'limited-storage' });

  test('a full disk stops an import, and what was there stays', async ({ reader }) => {
    const options = await reader.step('the options are opened', () => openOptions(reader));
    await reader.step('a pack is added', async () => add(options, await packFile('1', [QUIST])));
    await whatCameOf(options, 'people.bspack');
    const makeRoom = await reader.step('the disk is full', () => fillDisk(reader, options));
    await reader.step('a newer version is chosen', async () =>
      add(options, await packFile('2', [MARROW], 'newer.bspack')),
    );
    expect(await whatCameOf(options, 'newer.bspack')).toContain('The disk is full');
    await reader.step('there is room', makeRoom);
    const names = await reader.step('a story is read', () => namesOn(reader, '/still'));
    expect(names).toContain(QUIST);
    expect(names).not.toContain(MARROW);
    await expect.poll(() => blockDatabases(reader)).toBe(2);
  });
});

test('a file may be let go anywhere on the page', async ({ reader }) => {
  const options = await reader.step('the options are opened', () => openOptions(reader));
  const { name, buffer } = await packFile('1', [QUIST]);
  const dragged = await options.evaluateHandle(
    ([base64, fileName]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], fileName));
      return data;
    },
    [buffer.toString('base64'), name] as const,
  );
  await options.locator('h1').dispatchEvent('dragover', { dataTransfer: dragged });
  await expect(options.getByText('Let go, and it is read.')).toBeVisible();
  await reader.step('it is let go', () =>
    options.locator('h1').dispatchEvent('drop', { dataTransfer: dragged }),
  );
  expect(await whatCameOf(options, name)).toContain('Added: 1,501 actors and places.');
  await expect(options.getByText('Drop a file here')).toBeVisible();
});
