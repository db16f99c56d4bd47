// What one device deletes, and what becomes of it on another: much is asked about before anything goes, and what was written
// without knowing is never lost.
import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { keptMarks } from './keeping.ts';
import { LIBRARY, type SeededStory, seed } from './keeping-seed.ts';
import type { Reader } from './reader.ts';
import { openSync, syncNow } from './sync-page.ts';
import { askWorker } from './synced.ts';
import { offline, online, onTwoDevices, ranBy, seesStanding, sync } from './two-devices.ts';

test.use({ build: 'may-sync' });

const QUOTES = ['tea', 'bread', 'rain', 'wind', 'salt', 'coal', 'wool', 'iron'].map(
  (what, at) => `On day ${at + 1} the clerk wrote down the price of ${what}.`,
);
const PRICES: SeededStory = {
  path: '/2019/12/31/prices',
  title: 'What the clerk wrote down',
  day: '2019-12-31',
  passages: QUOTES.map((quote, at) => ({ id: `price-${at}`, quote })),
};
const SIX = PRICES.passages.slice(0, 6).map(({ id }) => `passage-${id}`);

const seesOnPage = (page: Page, quotes: readonly string[]) =>
  expect
    .poll(async () => (await keptMarks(page)).map(({ text }) => text).sort(), { timeout: 12_000 })
    .toEqual([...quotes].sort());

async function openLibrary(reader: Reader, query = ''): Promise<Page> {
  const library = await reader.context.newPage();
  await library.goto(reader.address(`library.html${query}`));
  return library;
}

const found = (library: Page) => library.getByRole('list', { name: 'Passages' }).getByRole('article');

test('much that another device deletes is asked about: nothing goes before the answer, and both answers hold', async ({
  reader: desk,
  workerLife,
  build,
}) => {
  test.setTimeout(180_000);
  const atDesk = await desk.step('a story with eight passages', () => seed(desk, [PRICES]));
  await desk.step('it is loaded again', () => atDesk.reload());
  await onTwoDevices({ reader: desk, workerLife, build }, async ({ train, server }) => {
    train.site.serve(await atDesk.content(), PRICES.path);
    const atTrain = await train.newTab();
    await train.step('the story on the train', () => atTrain.goto(atDesk.url()));
    await seesOnPage(atTrain, QUOTES);
    const binSix = () =>
      desk.step('six are put into the bin', async () => {
        await askWorker(await desk.desk(), 'changePassages', { ids: SIX, deleted: true });
      });

    await binSix();
    await sync(desk);
    const { options, here } = await train.step('the settings on the train', () => openSync(train));
    await train.step('sync is asked for there', () => ranBy(train, () => syncNow(here)));
    const question = here.getByRole('heading', { name: '6 things of 8 would be removed' });
    await expect(question).toBeVisible();
    await expect(here).toContainText('“Desk” deleted them.');
    await expect(here.getByRole('listitem').filter({ hasText: 'passage' })).toHaveText(
      QUOTES.slice(0, 6).map((quote) => `passage ${quote}`),
    );
    expect(await axeFindings(options)).toEqual([]);
    await here.screenshot({ path: '.artifacts/gallery/sync-deletions.png', animations: 'disabled' });
    await train.step('it is asked again, and nothing has gone', () => ranBy(train, () => syncNow(here)));
    await expect(question).toBeVisible();
    await seesOnPage(atTrain, QUOTES);

    const keep = here.getByRole('button', { name: 'Keep mine, everywhere' });
    await train.step('they are kept', () => ranBy(train, () => keep.click()));
    await expect(here).toContainText('Kept. What the other device removed is brought back there too.');
    await seesStanding(train, 'up to date');
    await sync(desk);
    await seesOnPage(atTrain, QUOTES);
    await seesOnPage(atDesk, QUOTES);

    await binSix();
    await sync(desk);
    // So that it does not hear by itself what the train has read.
    await offline(desk, server);
    await train.step('sync is asked for once more', () => ranBy(train, () => syncNow(here)));
    await expect(question).toBeVisible();
    const remove = here.getByRole('button', { name: 'Remove 6 things here too' });
    await train.step('they shall go', () => ranBy(train, () => remove.click()));
    await seesStanding(train, 'up to date');
    await seesOnPage(atTrain, QUOTES.slice(6));
    const bin = await train.step('the bin on the train', () => openLibrary(train, '?state=bin'));
    await expect(found(bin)).toHaveCount(6);

    const atDesks = await desk.step('the bin at the desk', () => openLibrary(desk, '?state=bin'));
    await expect(found(atDesks)).toHaveCount(6);
    const empty = async () => {
      await atDesks.getByRole('button', { name: 'Empty the bin…' }).click();
      await expect(atDesks.getByText('6 passages with their notes will be deleted for good.')).toBeVisible();
    };
    const warned = atDesks.getByText('One of your devices (Train) may not have heard yet');
    await desk.step('it is about to be emptied, and nobody knows what the train knows', empty);
    await expect(warned).toBeVisible();
    expect(await axeFindings(atDesks)).toEqual([]);
    await desk.step('it is left', () =>
      atDesks.getByRole('button', { name: 'Leave them in the bin' }).click(),
    );
    await online(desk, server);
    await sync(desk);
    await desk.step('once the train is known to know, nothing is warned of', empty);
    expect(await askWorker(atDesks, 'unawareDevices')).toEqual({ names: [] });
    await expect(warned).toHaveCount(0);
    await desk.step('it is emptied', () => atDesks.getByRole('button', { name: 'Delete for good' }).click());
    await sync(desk, train);
    await expect(found(bin)).toHaveCount(0);
  });
});

test('a passage that one device deleted and another wrote on is in the bin, marked, on both, and comes back', async ({
  reader: desk,
  workerLife,
  build,
}) => {
  test.setTimeout(180_000);
  await desk.step('passages with notes', () => seed(desk, LIBRARY.slice(0, 1)));
  await onTwoDevices({ reader: desk, workerLife, build }, async ({ train, server }) => {
    await offline(train, server);
    const id = 'passage-raid-one';
    await desk.step('one is put into the bin', async () => {
      await askWorker(await desk.desk(), 'changePassages', { ids: [id], deleted: true });
    });
    await sync(desk);
    const onTrain = await train.step('the library on the train', () => openLibrary(train));
    await train.step('its note is written on', async () => {
      await found(onTrain).filter({ hasText: 'Erdoğan' }).getByRole('button', { name: 'Edit' }).click();
      await onTrain.getByLabel('Your note', { exact: true }).press('Control+End');
      await onTrain.getByLabel('Your note', { exact: true }).pressSequentially(' Ask Ada.');
      await expect(onTrain.getByText('Kept', { exact: true }).last()).toBeVisible();
      await onTrain.keyboard.press('Escape');
    });
    await online(train, server);
    await sync(train, desk);
    const onDesk = await desk.step('the library at the desk', () => openLibrary(desk));
    for (const library of [onTrain, onDesk]) {
      await expect(found(library)).toHaveCount(1);
      await library.getByRole('radio', { name: 'Changed since deletion' }).check();
      await expect(found(library)).toContainText('changed since deletion');
      await expect(found(library)).toContainText('in October. Ask Ada.');
    }
    expect(await axeFindings(onDesk)).toEqual([]);
    await desk.step('it is brought back', () =>
      found(onDesk).getByRole('button', { name: 'Bring back' }).click(),
    );
    await sync(desk, train);
    for (const library of [onTrain, onDesk]) {
      await library.getByRole('radio', { name: 'Kept' }).check();
      await expect(found(library)).toHaveCount(2);
      await expect(found(library).filter({ hasText: 'Ask Ada.' })).toHaveCount(1);
    }
  });
});
