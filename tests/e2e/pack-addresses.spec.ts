// Knowledge from a server: nothing is asked of it before the reader presses a button or sets a schedule, and what was
// installed answers until the newer version is whole.
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { readPack } from '../../core/knowledge/pack/index.ts';
import { writePack } from '../../core/knowledge/pack/write.ts';
import { entity } from '../unit/small-world.ts';
import { axeFindings } from './axe.ts';
import { test as base, expect } from './harness.ts';
import { marks } from './marks.ts';
import { PackServer } from './pack-server.ts';
import type { Reader } from './reader.ts';
import { story, WHO } from './stories.ts';

/** As the extension's own pages have it. */
declare const chrome: typeof browser;

const test = base.extend<{ server: PackServer }>({
  server: async ({ reader }, use) => {
    const server = await PackServer.start();
    reader.site.wanted.add(server.origin);
    await use(server);
    server.stop();
  },
});

const QUIST = 'Zebulon Quist';
const MARROW = 'Ottilie Marrow';
const TITLE = 'People on a server';
const STORY = story({ paragraphs: [WHO, `${QUIST} was there, and so was ${MARROW}.`] });

async function people(version: string, names: readonly string[]): Promise<Buffer> {
  const meta = {
    id: 'people',
    version,
    title: TITLE,
    built: '2026-01-01',
    licence: 'CC0 1.0',
    attribution: [],
  };
  const entities = names.map((name, number) => entity(`people:p-${number}`, 'person', [name]));
  return Buffer.from(await writePack(meta, entities, []));
}

async function openOptions(reader: Reader): Promise<Page> {
  const page = await reader.context.newPage();
  await page.goto(reader.address('options.html'));
  await expect(page.getByRole('heading', { name: /^Starter/ })).toBeVisible({ timeout: 15_000 });
  await page.getByText('From an address, or from a catalogue').click();
  return page;
}

const addAddress = async (options: Page, address: string) => {
  await options.getByLabel('Address of a pack').fill(address);
  await options.getByRole('button', { name: 'Add', exact: true }).click();
};

/** What the list says of the newest job, once it is over. */
async function whatCame(options: Page): Promise<string> {
  const item = options.locator('.import').last();
  await expect(item.getByRole('button', { name: 'Clear' })).toBeVisible({ timeout: 30_000 });
  const text = (await item.textContent()) ?? '';
  await item.getByRole('button', { name: 'Clear' }).click();
  return text;
}

async function namesOn(reader: Reader, path: string): Promise<string[]> {
  const page = await reader.read(STORY, path);
  const texts = (await marks(page)).map(({ text }) => text);
  await page.close();
  return texts;
}

test('a pack is added from an address, looked for again, and updated', async ({ reader, server }) => {
  test.setTimeout(90_000);
  const address = server.put('/people.bspack', await people('1', [QUIST]));
  const options = await reader.step('the options are opened', () => openOptions(reader));
  expect(server.asked).toEqual([]);
  await reader.step('an address is entered', () => addAddress(options, address));
  expect(await whatCame(options)).toContain('Added: 1 actor or place.');
  await expect(options.getByText(/^From 127\.0\.0\.1:\d+; looked for on/)).toBeVisible();
  expect(await reader.step('its name is marked', () => namesOn(reader, '/one'))).toContain(QUIST);
  expect(server.asked).toEqual(['/people.bspack']);

  const again = options.getByRole('button', { name: `Look for a newer version of ${TITLE}` });
  await reader.step('nothing newer is there', () => again.click());
  expect(await whatCame(options)).toContain('what is installed is the newest');

  server.put('/people.bspack', await people('2', [MARROW]));
  await reader.step('a newer one is', () => again.click());
  expect(await whatCame(options)).toContain('It took the place of version 1.');
  const names = await reader.step('the newer name is marked', () => namesOn(reader, '/two'));
  expect(names).toContain(MARROW);
  expect(names).not.toContain(QUIST);
});

test('a server that breaks off leaves the old version answering', async ({ reader, server }) => {
  test.setTimeout(90_000);
  const address = server.put('/people.bspack', await people('1', [QUIST]));
  const options = await reader.step('the options are opened', () => openOptions(reader));
  await reader.step('an address is entered', () => addAddress(options, address));
  expect(await whatCame(options)).toContain('Added');
  const newer = await people('2', [MARROW]);
  server.put('/people.bspack', newer);
  server.breaksOffAfter = newer.length - 40;
  const again = options.getByRole('button', { name: `Look for a newer version of ${TITLE}` });
  await reader.step('the newer one breaks off', () => again.click());
  expect(await whatCame(options)).toContain('what was installed before still answers');
  expect(await reader.step('the old name is marked', () => namesOn(reader, '/old'))).toContain(QUIST);
});

test('a catalogue is shown when it is asked for, and a pack of it added', async ({ reader, server }) => {
  test.setTimeout(90_000);
  const file = await people('1', [QUIST]);
  const { header, sum } = await readPack(new Blob([new Uint8Array(file)]).stream());
  const { id, version, title, built, licence, counts } = header;
  server.put('/packs/people.bspack', file);
  const pack = {
    id,
    version,
    title,
    built,
    licence,
    counts,
    file: 'packs/people.bspack',
    bytes: file.length,
    sum,
  };
  const list = { backstoryCatalogue: 1, title: 'Our packs', updated: '2026-01-02', packs: [pack] };
  const address = server.put('/catalogue.json', JSON.stringify(list));
  const options = await reader.step('the options are opened', () => openOptions(reader));
  await reader.step('the catalogue is asked for', async () => {
    await options.getByLabel('Address of a catalogue').fill(address);
    await options.getByRole('button', { name: 'Show it' }).click();
  });
  await expect(options.getByRole('heading', { name: 'Our packs' })).toBeVisible();
  expect(server.asked).toEqual(['/catalogue.json']);
  expect(await axeFindings(options)).toEqual([]);
  await reader.step('a pack is chosen', () => options.getByRole('button', { name: `Add ${TITLE}` }).click());
  expect(await whatCame(options)).toContain('Added');
  await expect(options.getByText('as its catalogue lists it')).toBeVisible();
  await expect(options.locator('.offers')).toContainText('installed');
  expect(await reader.step('its name is marked', () => namesOn(reader, '/listed'))).toContain(QUIST);
});

test('what is no pack, or not there, or at no safe address, is said', async ({ reader, server }) => {
  test.setTimeout(90_000);
  const options = await reader.step('the options are opened', () => openOptions(reader));
  const text = server.put('/text.bspack', 'no pack');
  await reader.step('a text', () => addAddress(options, text));
  expect(await whatCame(options)).toContain('not a Backstory pack');
  await reader.step('nothing', () => addAddress(options, `${server.origin}/none.bspack`));
  expect(await whatCame(options)).toContain('cannot give this file');
  await reader.step('an unsafe address', () => addAddress(options, 'http://packs.example/a.bspack'));
  expect(await whatCame(options)).toContain('no address that Backstory reads from');
});

test('a pack is looked for by itself, as often as the reader says and not before', async ({
  reader,
  server,
}) => {
  test.setTimeout(90_000);
  const address = server.put('/people.bspack', await people('1', [QUIST]));
  const options = await reader.step('the options are opened', () => openOptions(reader));
  await reader.step('an address is entered', () => addAddress(options, address));
  expect(await whatCame(options)).toContain('Added');
  const desk = await reader.desk();
  const alarm = () =>
    desk.evaluate(() => chrome.alarms.get('update-packs').then((found) => found !== undefined));
  expect(await alarm()).toBe(false);
  await reader.step('it is to be looked for every day', () =>
    options.getByRole('combobox', { name: 'Look for it' }).selectOption('every day'),
  );
  await expect.poll(alarm).toBe(true);

  server.put('/people.bspack', await people('2', [MARROW]));
  const ring = () => desk.evaluate(() => chrome.alarms.create('update-packs', { when: Date.now() }));
  await reader.step('the alarm rings an hour later', ring);
  await desk.waitForTimeout(1_500);
  expect(server.asked).toEqual(['/people.bspack']);

  await aDayPasses(desk);
  await reader.step('the alarm rings a day later', ring);
  // What the browser would end is tried again with the next alarm; here it is let finish.
  await expect.poll(() => server.asked.length, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => namesOn(reader, `/${Math.random()}`), { timeout: 30_000 }).toContain(MARROW);
  await reader.step('by hand again', () =>
    options.getByRole('combobox', { name: 'Look for it' }).selectOption('only when I ask'),
  );
  await expect.poll(alarm).toBe(false);
});

/** As the catalogue of packs remembers it. */
async function aDayPasses(desk: Page): Promise<void> {
  await desk.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('backstory-packs'));
    const store = database.transaction('installed', 'readwrite').objectStore('installed');
    const row = await asked(store.get('people'));
    row.origin.checked = new Date(Date.now() - 25 * 3_600_000).toISOString();
    await asked(store.put(row));
    database.close();
  });
}
