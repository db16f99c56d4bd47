// What follows a reader to their other device beside passages and notes: names that they added, what they said of a name, and
// how they want Backstory to be, also on the page that is open there; and what stays behind, since only this browser can be asked for it.
import type { Page } from '@playwright/test';
import { CHOOSER } from '../../components/correction-words.ts';
import { expect, test } from './harness.ts';
import { seesKept } from './keeping.ts';
import { type SeededStory, seed } from './keeping-seed.ts';
import { marks } from './marks.ts';
import type { Reader } from './reader.ts';
import { SITE } from './site.ts';
import { story } from './stories.ts';
import { keepInGreen } from './sync-page.ts';
import { askWorker } from './synced.ts';
import { onTwoDevices, sync } from './two-devices.ts';

test.use({ build: 'may-sync' });

const QUIST = 'Zebulon Quist';
const TALKS = story({
  paragraphs: [`Tehran denied it on Monday, and ${QUIST}, the envoy, said that Iraq had been told.`],
});

const KEPT = 'Ask the archive for the second list of names before the end of the month.';
const LIST: SeededStory = {
  path: '/list',
  title: 'A list',
  day: null,
  passages: [{ id: 'list-one', quote: KEPT }],
};
/** Nothing that any judge of articles takes for one. */
const BARE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A list</title></head><body><p>${KEPT}</p></body></html>`;

const sees = (page: Page, ...texts: readonly string[]) =>
  expect
    .poll(async () => (await marks(page)).map(({ kind, text }) => `${kind} ${text}`), { timeout: 12_000 })
    .toEqual(texts);

async function openOptions(reader: Reader): Promise<Page> {
  const options = await reader.context.newPage();
  await options.goto(reader.address('options.html'));
  return options;
}

test('an own name, what was said of another and a chosen setting hold on the other device; a leave does not', async ({
  reader: desk,
  workerLife,
  build,
}) => {
  test.setTimeout(180_000);
  await onTwoDevices({ reader: desk, workerLife, build }, async ({ train }) => {
    const atTrain = await train.step('a story on the train', () => train.read(TALKS));
    await sees(atTrain, 'actor Tehran', 'actor Iraq');

    await desk.step('a name is added at the desk', async () => {
      const entry = await desk.context.newPage();
      await entry.goto(desk.address('entry.html'));
      await entry.getByLabel('Name', { exact: true }).fill(QUIST);
      await entry.getByLabel('What it is').selectOption({ label: 'Person' });
      await entry.getByLabel('In one line').fill('Envoy of Exampleland');
      await entry.getByRole('button', { name: 'Save' }).click();
      await expect(entry.getByText('Saved on this device.')).toBeVisible();
    });
    const atDesk = await desk.step('the story there', () => desk.read(TALKS));
    await sees(atDesk, 'actor Tehran', `actor ${QUIST}`, 'actor Iraq');
    await desk.step('a name is corrected', async () => {
      await desk.hover(atDesk, 'Tehran');
      await desk.card(atDesk).getByRole('button', { name: 'Not this one' }).click();
      await desk
        .card(atDesk)
        .getByRole('button', { name: /^Tehran city/ })
        .click();
      await expect(desk.card(atDesk).getByRole('button', { name: CHOOSER.undo })).toBeVisible();
    });
    await desk.step('words are kept', async () => {
      await atDesk.keyboard.press('Escape');
      await keepInGreen(atDesk, QUIST);
    });
    await seesKept(atDesk, [{ colour: 'green', text: QUIST }]);
    await desk.step('and some on a page that is no article', () => seed(desk, [LIST]));
    await desk.step('settings are changed', async () => {
      const page = await desk.desk();
      await askWorker(page, 'nameColour', { colour: 'green', name: 'To quote' });
      await askWorker(page, 'switchSite', { site: 'loud.example', on: false });
      await askWorker(page, 'switchLookUp', { on: true });
    });

    await sync(desk, train);
    await seesKept(atTrain, [{ colour: 'green', text: QUIST }]);
    await sees(atTrain, 'place Tehran', `actor ${QUIST}`, 'actor Iraq');
    await train.step('the pointer rests on the new name', () => train.hover(atTrain, QUIST));
    await expect(train.card(atTrain)).toContainText('Envoy of Exampleland');

    const list = await train.step('the page that is no article', () => train.visit(BARE, LIST.path));
    await seesKept(list, [{ colour: 'yellow', text: KEPT }]);

    const options = await train.step('the settings on the train', () => openOptions(train));
    await expect(options.getByRole('region', { name: 'Your corrections' })).toContainText(
      `“Tehran” means Tehran on ${new URL(SITE).host}.`,
    );
    await expect(options.getByText('loud.example', { exact: true })).toBeVisible();
    await expect(options.getByText('One entry of your own')).toBeVisible();
    // The browser's leave to ask Wikidata was given at the desk, not here.
    await expect(options.getByRole('checkbox', { name: /Wikidata/ })).not.toBeChecked();
    const library = await train.context.newPage();
    await library.goto(train.address('library.html'));
    await expect
      .poll(() => askWorker(library, 'colourNames'))
      .toMatchObject({ colours: { green: 'To quote' } });

    await train.step('what was said of the name is taken back there', () =>
      options.getByRole('button', { name: /^Undo “Tehran”/ }).click(),
    );
    await sees(atTrain, 'actor Tehran', `actor ${QUIST}`, 'actor Iraq');
    await sync(train, desk);
    await sees(atDesk, 'actor Tehran', `actor ${QUIST}`, 'actor Iraq');
  });
});
