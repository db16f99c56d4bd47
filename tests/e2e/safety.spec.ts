// What was kept comes back: from a snapshot, from a file in a browser that has lost everything, and after everything was
// deleted nothing is left to come back from.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { bar, seesKept, select } from './keeping.ts';
import type { Reader } from './reader.ts';
import { briefStory } from './stories.ts';

/** As the extension's own pages have it. */
declare const chrome: typeof browser;

const PART = 'Iran was behind it';
const GREEN = [{ colour: 'green', text: PART }];

async function keepPart(reader: Reader): Promise<Page> {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('some words are kept in green', async () => {
    await select(page, PART);
    await bar(page).getByRole('button', { name: /green/ }).click();
  });
  await seesKept(page, GREEN);
  return page;
}

async function openOptions(reader: Reader): Promise<Page> {
  const options = await reader.context.newPage();
  await options.goto(reader.address('options.html'));
  await expect(options.getByRole('heading', { name: 'Your passages and notes' })).toBeVisible();
  await expect(options.getByText('Counting…')).toBeHidden({ timeout: 15_000 });
  return options;
}

const section = (options: Page) => options.getByRole('region', { name: 'Your passages and notes' });

/** All that is in the bin goes, as from the library. */
async function dropAll(options: Page): Promise<void> {
  await options.evaluate(async () => {
    const ask = (backstory: string, body: object) => chrome.runtime.sendMessage({ backstory, body });
    const { value } = await ask('allPassages', { after: null, most: 10 });
    const ids = value.passages.map(({ id }: { id: string }) => id);
    await ask('changePassages', { ids, deleted: true });
  });
}

test('a passage that was dropped comes back from a snapshot, on the open page too, and that is undone', async ({
  reader,
}) => {
  test.setTimeout(60_000);
  const page = await keepPart(reader);
  const options = await reader.step('the settings', () => openOptions(reader));
  const here = section(options);
  await expect(here).toContainText('1 passage on 1 page.');
  await expect(here).toContainText('The browser keeps it until you delete it');
  await reader.step('a snapshot is taken', () => here.getByRole('button', { name: 'Take one now' }).click());
  await expect(here).toContainText('A snapshot was taken.');
  await reader.step('once more, with nothing new', () =>
    here.getByRole('button', { name: 'Take one now' }).click(),
  );
  await expect(here).toContainText('Nothing has changed since the last snapshot');
  await reader.step('the passage is dropped', () => dropAll(options));
  await seesKept(page, []);
  await expect(here).toContainText('1 passage more in the bin.');
  await reader.step('the snapshot is looked into', async () => {
    await here.getByText('1 of them').click();
    await here.getByRole('button', { name: /Look into it/ }).click();
  });
  await expect(here).toContainText('1 thing would come back');
  await here.getByText('1 thing would come back').click();
  await expect(here).toContainText(PART);
  expect(await axeFindings(options)).toEqual([]);
  await reader.step('and brought back', () =>
    here.getByRole('button', { name: 'Bring 1 thing back' }).click(),
  );
  await expect(here).toContainText('Done: 1 thing is back.');
  await seesKept(page, GREEN);
  await reader.step('and that is undone', () => here.getByRole('button', { name: 'Undo' }).click());
  await expect(here).toContainText('Undone');
  await seesKept(page, []);
});

test('half an hour after something was kept a snapshot is taken by itself, and none where nothing changed', async ({
  reader,
}) => {
  test.setTimeout(60_000);
  await keepPart(reader);
  const alarm = () =>
    reader.inWorker(async () => (await chrome.alarms.get('snapshot'))?.scheduledTime ?? 0, 0);
  await expect.poll(alarm).toBeGreaterThan(Date.now() + 25 * 60_000);
  expect(await alarm()).toBeLessThan(Date.now() + 31 * 60_000);
  // The same alarm, as if the half hour had passed: set from a page, so that a worker that is gone is woken by it.
  const ring = async () => {
    const desk = await reader.desk();
    await desk.evaluate(() => chrome.alarms.create('snapshot', { when: Date.now() + 100 }));
  };
  const taken = async (options: Page) => {
    await options.reload();
    await expect(options.getByText('Counting…')).toBeHidden({ timeout: 15_000 });
    return (await section(options).textContent()) ?? '';
  };
  const options = await reader.step('the settings', () => openOptions(reader));
  await expect(section(options)).toContainText('There is none yet.');
  await reader.step('the half hour has passed', ring);
  await expect.poll(() => taken(options), { timeout: 20_000 }).toContain('1 of them');
  await reader.step('and another one, in which nothing was kept', ring);
  await expect.poll(alarm).toBe(0);
  await options.waitForTimeout(1_000);
  expect(await taken(options)).toContain('1 of them');
});

test('everything is saved as a file, deleted without a trace, and brought in again', async ({
  reader,
}, info) => {
  test.setTimeout(90_000);
  const page = await keepPart(reader);
  const options = await reader.step('the settings', () => openOptions(reader));
  const here = section(options);
  const path = info.outputPath('everything.json');
  await reader.step('a file with everything', async () => {
    const download = options.waitForEvent('download');
    await here.getByRole('button', { name: 'Save everything as a file' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^backstory-everything-\d{4}-\d\d-\d\d\.json$/);
    await file.saveAs(path);
  });
  const written = JSON.parse(readFileSync(path, 'utf8'));
  expect(written.readable.pages).toMatchObject([{ passages: [{ quote: PART, colour: 'green' }] }]);
  await reader.step('a snapshot', () => here.getByRole('button', { name: 'Take one now' }).click());
  await expect(here).toContainText('A snapshot was taken.');

  await here.getByText('Delete everything…').click();
  const sure = here.getByRole('button', { name: 'Delete everything', exact: true });
  await expect(sure).toHaveAttribute('aria-disabled', 'true');
  await reader.step('typed, and deleted', async () => {
    await here.getByLabel('To be sure, type delete everything').fill('delete everything');
    await sure.click();
  });
  await expect(here).toContainText('Everything that you made is deleted');
  await expect(here).toContainText('Nothing yet.');
  await seesKept(page, []);
  const left = await options.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const rows: number[] = [];
    for (const name of names.filter((each) => /reader|snapshots/.test(each))) {
      const opened = indexedDB.open(name);
      await new Promise((resolve) => {
        opened.onsuccess = resolve;
      });
      const stores = [...opened.result.objectStoreNames].filter((store) => !/^(?:derived|own)$/.test(store));
      for (const store of stores) {
        const count = opened.result.transaction(store).objectStore(store).count();
        await new Promise((resolve) => {
          count.onsuccess = resolve;
        });
        rows.push(count.result);
      }
      opened.result.close();
    }
    return {
      rows: rows.reduce((sum, count) => sum + count, 0),
      session: await chrome.storage.session.get(null),
      local: await chrome.storage.local.get(null),
      alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
    };
  });
  // What asked since has made the databases anew, with nothing in them but empty shelves for entries.
  expect(left).toEqual({ rows: 0, session: {}, local: {}, alarms: [] });
  await expect(here).toContainText('There is none yet.');

  await reader.step('the file is chosen', () => here.getByLabel('Bring a file in…').setInputFiles(path));
  await expect(here).toContainText('1 thing would come back');
  await reader.step('and brought in', () => here.getByRole('button', { name: 'Bring 1 thing back' }).click());
  await expect(here).toContainText('Done: 1 thing is back.');
  await expect(here).toContainText('1 passage on 1 page.');
  await seesKept(page, GREEN);
  await reader.step('the same file again', () => here.getByLabel('Bring a file in…').setInputFiles(path));
  await expect(here).toContainText('Nothing of it is missing');
});

test('a file that is none of ours changes nothing, and says so', async ({ reader }) => {
  const options = await reader.step('the settings', () => openOptions(reader));
  const here = section(options);
  const file = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"rows":[]}') };
  await reader.step('a file is chosen', () => here.getByLabel('Bring a file in…').setInputFiles(file));
  await expect(here).toContainText('This is no file that Backstory saved');
});

test('a file saved with a passphrase opens with that passphrase only, and brings everything back', async ({
  reader,
}, info) => {
  test.setTimeout(150_000);
  const passphrase = 'correct horse battery staple';
  // A key from a passphrase is seconds of work, on purpose.
  const slow = { timeout: 60_000 };
  const page = await keepPart(reader);
  const options = await reader.step('the settings', () => openOptions(reader));
  const here = section(options);
  const path = info.outputPath('everything.bssync');
  await reader.step('an encrypted file, with two passphrases that differ', async () => {
    await here.getByRole('button', { name: 'Save it encrypted…' }).click();
    await here.getByLabel('Passphrase for the file').fill(passphrase);
    await here.getByLabel('Once more').fill('correct horse battery stable');
    await here.getByRole('button', { name: 'Save the encrypted file' }).click();
  });
  await expect(here).toContainText('The two are not the same.');
  expect(await axeFindings(options)).toEqual([]);
  await reader.step('with the same twice', async () => {
    const download = options.waitForEvent('download', slow);
    await here.getByLabel('Once more').fill(passphrase);
    await here.getByRole('button', { name: 'Save the encrypted file' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^backstory-everything-\d{4}-\d\d-\d\d\.bssync$/);
    await file.saveAs(path);
  });
  await expect(here).toContainText('The encrypted file is among your downloads.');
  for (const word of [PART, 'news.example', 'page:']) expect(readFileSync(path).includes(word)).toBe(false);

  await reader.step('everything is deleted', async () => {
    await here.getByText('Delete everything…').click();
    await here.getByLabel('To be sure, type delete everything').fill('delete everything');
    await here.getByRole('button', { name: 'Delete everything', exact: true }).click();
  });
  await seesKept(page, []);
  await reader.step('the file is chosen', () => here.getByLabel('Bring a file in…').setInputFiles(path));
  await reader.step('a wrong passphrase', async () => {
    await here.getByLabel('Passphrase of everything.bssync').fill('correct horse battery stable');
    await here.getByRole('button', { name: 'Open it' }).click();
  });
  await expect(here).toContainText('The file does not open with this.', slow);
  expect(await axeFindings(options)).toEqual([]);
  await reader.step('the right one', async () => {
    await here.getByLabel('Passphrase of everything.bssync').fill(passphrase);
    await here.getByRole('button', { name: 'Open it' }).click();
  });
  await expect(here).toContainText('1 thing would come back', slow);
  await reader.step('and brought in', () => here.getByRole('button', { name: 'Bring 1 thing back' }).click());
  await expect(here).toContainText('Done: 1 thing is back.');
  await seesKept(page, GREEN);
});
