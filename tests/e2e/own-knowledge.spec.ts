// A name that the reader adds: it is marked from then on, on the page that is open too; the card tells what they
// wrote; it is changed, deleted and brought back, and nothing that was typed is lost. No test tool can click in the
// browser's own context menu, so the click is handed to the listener that would hear of it.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { axeFindings } from './axe.ts';
import { fillDisk } from './full-disk.ts';
import { expect, test } from './harness.ts';
import { marks } from './marks.ts';
import type { Reader } from './reader.ts';
import { story, WHO } from './stories.ts';

declare const chrome: typeof browser;

const QUIST = 'Zebulon Quist';
const STORY = story({
  paragraphs: [WHO, `The envoy ${QUIST}, who had been silent, said so. The men around Quist nodded.`],
});

/** As a double click, or a drag over the words. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
    throw new Error(`the page does not say ${wanted}`);
  }, words);
}

async function openEntry(reader: Reader): Promise<Page> {
  const entry = await reader.context.newPage();
  await entry.goto(reader.address('entry.html'));
  await expect(entry.getByLabel('Name', { exact: true })).toBeVisible();
  return entry;
}

async function openOptions(reader: Reader): Promise<Page> {
  const options = await reader.context.newPage();
  await options.goto(reader.address('options.html'));
  await expect(options.getByRole('button', { name: 'Add a name…' })).toBeVisible({ timeout: 15_000 });
  return options;
}

/** What opens a window, and the entry page in it. */
async function entryOpenedBy(reader: Reader, act: () => Promise<unknown>): Promise<Page> {
  const opened = reader.context.waitForEvent('page', (page) => page.url().includes('/entry.html'));
  await act();
  const entry = await opened;
  await expect(entry.getByRole('button', { name: 'Save' })).toBeVisible();
  return entry;
}

interface Written {
  readonly name?: string;
  readonly kind?: string;
  readonly line?: string;
  readonly note?: string;
}

async function write(entry: Page, { name, kind, line, note }: Written): Promise<void> {
  if (name !== undefined) await entry.getByLabel('Name', { exact: true }).fill(name);
  if (kind !== undefined) await entry.getByLabel('What it is').selectOption({ label: kind });
  if (line !== undefined) await entry.getByLabel('In one line').fill(line);
  if (note !== undefined) await entry.getByLabel('Note', { exact: true }).fill(note);
}

async function save(entry: Page): Promise<void> {
  await entry.getByRole('button', { name: 'Save' }).click();
  await expect(entry.getByText('Saved on this device.')).toBeVisible();
}

const texts = async (page: Page) => (await marks(page)).map(({ text }) => text);

test.describe('where the selection may be looked at', () => {
  test.use({ build: 'may-look' });

  test('a selected name is added from the popup, marked on the open page, and told in the card', async ({
    reader,
  }) => {
    test.setTimeout(60_000);
    const page = await reader.step('a story', () => reader.read(STORY));
    expect(await texts(page)).not.toContain(QUIST);
    await select(page, `${QUIST},`);
    const popup = await reader.step('its popup', () => reader.openPopup(page));
    const entry = await reader.step('Add a name…', () =>
      entryOpenedBy(reader, () => popup.getByRole('button', { name: 'Add a name…' }).click()),
    );
    await expect(entry.getByLabel('Name', { exact: true })).toHaveValue(QUIST);
    expect(entry.url()).not.toContain('Quist');
    await write(entry, {
      kind: 'Person',
      line: 'Envoy of Exampleland',
      note: 'He wrote the memo.\nAsk Ada.',
    });
    await entry.getByLabel('Surname').fill('Quist');
    await reader.step('saved by the keyboard, and marked at once', async () => {
      await entry.keyboard.press('Control+Enter');
      await expect(entry.getByText('Saved on this device.')).toBeVisible();
      await expect.poll(() => texts(page)).toEqual(expect.arrayContaining([QUIST, 'Quist']));
    });
    expect(await axeFindings(entry)).toEqual([]);
    await reader.step('the pointer rests on it', async () => {
      await page.bringToFront();
      await reader.hover(page, QUIST);
    });
    const card = reader.card(page).getByRole('dialog');
    await expect(card).toContainText('Envoy of Exampleland');
    await expect(card).toContainText('Your note');
    await expect(card).toContainText('Ask Ada.');
    expect(await axeFindings(page, 'backstory-card')).toEqual([]);

    const again = await reader.step('the popup offers to change it', () => reader.openPopup(page));
    const change = await entryOpenedBy(reader, () =>
      again.getByRole('button', { name: /Your entry: change/ }).click(),
    );
    await expect(change.getByLabel('In one line')).toHaveValue('Envoy of Exampleland');
  });
});

test('an entry is changed, deleted and brought back, and the open page follows', async ({ reader }) => {
  test.setTimeout(90_000);
  const page = await reader.step('a story', () => reader.read(STORY));
  const options = await reader.step('the options', () => openOptions(reader));
  await expect(options.getByText('Nothing yet. Select a name')).toBeVisible();
  const entry = await reader.step('a new entry', () =>
    entryOpenedBy(reader, () => options.getByRole('button', { name: 'Add a name…' }).click()),
  );
  await write(entry, { name: QUIST, kind: 'Person', line: 'Envoy' });
  await reader.step('saved', () => save(entry));
  await expect.poll(() => texts(page)).toContain(QUIST);
  await entry.getByRole('button', { name: 'Close' }).click();
  await expect(options.getByText('One entry of your own')).toBeVisible();

  const change = await reader.step('changed', () =>
    entryOpenedBy(reader, () => options.getByRole('button', { name: `Change ${QUIST}` }).click()),
  );
  await write(change, { line: 'Envoy, later minister' });
  await reader.step('saved again', () => save(change));
  await change.close();
  await expect(options.getByText('Envoy, later minister')).toBeVisible();

  await reader.step('deleted, and no longer marked', async () => {
    await options.getByRole('button', { name: `Delete ${QUIST}` }).click();
    await expect(options.getByText('is deleted, and no longer marked')).toBeVisible();
    await expect.poll(() => texts(page)).not.toContain(QUIST);
  });
  await expect(options.getByRole('button', { name: 'Undo' })).toBeFocused();
  await reader.step('undone by the keyboard, and marked again', async () => {
    await options.keyboard.press('Enter');
    await expect.poll(() => texts(page)).toContain(QUIST);
  });
  await expect(options.getByText('is back.')).toBeVisible();
  await reader.step('deleted for the second time', () =>
    options.getByRole('button', { name: `Delete ${QUIST}` }).click(),
  );
  await expect(options.getByText('Deleted (1)')).toBeVisible();
  await reader.step('the options are loaded again', () => options.reload());
  await options.getByText('Deleted (1)').click();
  await reader.step('brought back from among the deleted', async () => {
    await options.getByRole('button', { name: `Bring back ${QUIST}` }).click();
    await expect.poll(() => texts(page)).toContain(QUIST);
  });
  expect(await axeFindings(options)).toEqual([]);
});

test('own entries are saved as a file, and the file can be added as a pack', async ({ reader }) => {
  test.setTimeout(60_000);
  const entry = await reader.step('an entry', () => openEntry(reader));
  await write(entry, { name: QUIST, kind: 'Person', note: 'He: “wrote” the memo | twice' });
  await reader.step('saved', () => save(entry));
  const options = await reader.step('the options', () => openOptions(reader));
  const [file] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Save all as a file' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^backstory-own-knowledge-.*\.yaml$/);
  const path = await file.path();
  expect(readFileSync(path, 'utf8')).toContain(QUIST);
  const buffer = readFileSync(path);
  await reader.step('the file is added', () =>
    options
      .locator('input[type=file][multiple]')
      .setInputFiles({ name: file.suggestedFilename(), mimeType: 'application/yaml', buffer }),
  );
  await expect(options.getByText('Added: 1 actor or place.').first()).toBeVisible({ timeout: 20_000 });
});

test('a known name gets a note and another name, and the card of the known one shows them', async ({
  reader,
}) => {
  test.setTimeout(60_000);
  const page = await reader.step('a story', () =>
    reader.read(story({ paragraphs: [WHO, 'Nobody in Mesopotopia spoke of it.'] })),
  );
  const entry = await reader.step('a new entry', () => openEntry(reader));
  await write(entry, { name: 'Iraq', note: 'See the file on 1990.' });
  await reader.step('the same one', () =>
    entry.getByRole('button', { name: 'Add to this one Iraq' }).click(),
  );
  await expect(entry.getByText('You are adding to')).toBeVisible();
  // What was typed before has come along.
  await expect(entry.getByLabel('Note', { exact: true })).toHaveValue('See the file on 1990.');
  await entry.getByLabel('Other names').fill('Mesopotopia');
  await reader.step('saved, and marked', async () => {
    await save(entry);
    await expect.poll(() => texts(page)).toContain('Mesopotopia');
  });
  await reader.step('the pointer rests on it', async () => {
    await page.bringToFront();
    await reader.hover(page, 'Mesopotopia');
  });
  const card = reader.card(page).getByRole('dialog');
  await expect(card.getByRole('heading', { name: 'Iraq' })).toBeVisible();
  await expect(card).toContainText('See the file on 1990.');
  await expect(card).toContainText('Before this article');
});

test('a form that lacks something says what, beside the field, and takes the reader there', async ({
  reader,
}) => {
  const entry = await reader.step('an entry', () => openEntry(reader));
  await reader.step('saved without a name', () => entry.getByRole('button', { name: 'Save' }).click());
  await expect(entry.getByText('A name is needed.')).toBeVisible();
  await expect(entry.getByLabel('Name', { exact: true })).toBeFocused();
  await write(entry, { name: 'some small words', kind: 'City' });
  await expect(entry.getByText('names are marked only where they begin with a capital')).toBeVisible();
  await entry.getByLabel('Latitude').fill('123');
  await entry.getByRole('button', { name: 'Save' }).click();
  await expect(entry.getByText(/Write the latitude in degrees/)).toBeVisible();
  await expect(entry.getByLabel('Latitude')).toBeFocused();
  expect(await axeFindings(entry)).toEqual([]);
});

test('Escape closes at once where nothing was typed, and asks where something was', async ({ reader }) => {
  const entry = await reader.step('an entry', () => openEntry(reader));
  await write(entry, { name: QUIST });
  await reader.step('Escape', () => entry.keyboard.press('Escape'));
  await expect(entry.getByText('Leave without saving what you typed?')).toBeVisible();
  await entry.keyboard.press('Escape');
  await expect(entry.getByText('Leave without saving what you typed?')).toHaveCount(0);
  await expect(entry.getByLabel('Name', { exact: true })).toHaveValue(QUIST);
  await write(entry, { name: '' });
  const closed = entry.waitForEvent('close');
  await entry.keyboard.press('Escape').catch(() => undefined);
  await closed;
});

test('two windows change one entry, and both changes are kept', async ({ reader }) => {
  test.setTimeout(60_000);
  const first = await reader.step('an entry', () => openEntry(reader));
  await write(first, { name: QUIST, kind: 'Person', note: 'one\ntwo\nthree' });
  await reader.step('saved', () => save(first));
  const options = await reader.step('the options', () => openOptions(reader));
  const second = await entryOpenedBy(reader, () =>
    options.getByRole('button', { name: `Change ${QUIST}` }).click(),
  );
  await write(first, { note: 'one!\ntwo\nthree' });
  await first.getByLabel('Other names').fill('Zeb');
  await write(second, { line: 'Envoy', note: 'one\ntwo\nthree?' });
  await second.getByLabel('Other names').fill('Zebby');
  await reader.step('the first is saved', () => save(first));
  await reader.step('the second is saved', () => save(second));
  await expect(second.getByLabel('Note', { exact: true })).toHaveValue('one!\ntwo\nthree?');
  await expect(second.getByLabel('Other names')).toHaveValue('Zeb\nZebby');
  await expect(second.getByLabel('In one line')).toHaveValue('Envoy');
});

test('the worker may die while an entry is saved, and it is saved once', async ({ reader }) => {
  const entry = await reader.step('an entry', () => openEntry(reader));
  await write(entry, { name: QUIST, kind: 'Person' });
  await Promise.all([entry.getByRole('button', { name: 'Save' }).click(), reader.worker.kill()]);
  await expect(entry.getByText('Saved on this device.')).toBeVisible({ timeout: 15_000 });
  const options = await reader.step('the options', () => openOptions(reader));
  await expect(options.getByText('One entry of your own')).toBeVisible();
});

test('the context menu and the shortcut open the same page', async ({ reader }) => {
  const page = await reader.step('a story', () => reader.read(STORY));
  const entry = await reader.step('a click in the context menu', () =>
    entryOpenedBy(reader, () =>
      reader.inWorker((selectionText) => {
        const event: unknown = chrome.contextMenus.onClicked;
        (event as { dispatch(click: object): void }).dispatch({ menuItemId: 'add-name', selectionText });
      }, `“${QUIST}”`),
    ),
  );
  await expect(entry.getByLabel('Name', { exact: true })).toHaveValue(QUIST);
  await entry.close();
  const another = await reader.step('the shortcut', () =>
    entryOpenedBy(reader, () => reader.command(page, 'add-name')),
  );
  await expect(another.getByLabel('Name', { exact: true })).toBeFocused();
});

test.describe('where storage is limited', () => {
  test.use({ build: 'limited-storage' });

  test('a full disk is said, nothing that was typed is lost, and it can be saved once there is room', async ({
    reader,
  }) => {
    test.setTimeout(60_000);
    const entry = await reader.step('an entry', () => openEntry(reader));
    await write(entry, { name: QUIST, kind: 'Person', note: 'Not to be lost. '.repeat(100) });
    // The packs have been asked who bears the name.
    await entry.waitForTimeout(1_000);
    const makeRoom = await reader.step('the disk is full', () => fillDisk(reader, entry));
    await reader.step('saved in vain', () => entry.getByRole('button', { name: 'Save' }).click());
    await expect(entry.getByText('the disk is full')).toBeVisible();
    await expect(entry.getByLabel('Name', { exact: true })).toHaveValue(QUIST);
    await reader.step('there is room', makeRoom);
    await reader.step('saved once there is room', async () => {
      await entry.waitForTimeout(1_000);
      await save(entry);
    });
  });
});

test.describe('a browser that keeps nothing', () => {
  test.use({ build: 'no-indexeddb' });

  test('says so, and keeps what was typed in the form', async ({ reader }) => {
    const entry = await reader.step('an entry', () => openEntry(reader));
    await write(entry, { name: QUIST, kind: 'Person', note: 'Not to be lost' });
    await reader.step('saved in vain', () => entry.getByRole('button', { name: 'Save' }).click());
    await expect(entry.getByText(/did not let Backstory store this/)).toBeVisible();
    await expect(entry.getByText('What you typed is still here.')).toBeVisible();
    await expect(entry.getByLabel('Note', { exact: true })).toHaveValue('Not to be lost');
    expect(await axeFindings(entry)).toEqual([]);
  });
});
