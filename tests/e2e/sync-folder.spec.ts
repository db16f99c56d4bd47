// A folder as the place of sync, which another program carries between two devices: set up, kept, joined, and what is told
// when the browser lets go of the folder, which it does whenever it likes.
import { axeFindings } from './axe.ts';
import { Courier, filesIn, letGo, withFolders } from './folders.ts';
import { expect, test } from './harness.ts';
import { seesKept } from './keeping.ts';
import type { Reader } from './reader.ts';
import { Device } from './second-browser.ts';
import { briefStory } from './stories.ts';
import { joinVault, keepInGreen, makeVault, openSync, saysOfSync, syncNow } from './sync-page.ts';

const [FIRST, SECOND, THIRD] = ['Iran was behind it', 'The envoys met', 'has its seat'] as const;
const green = (...texts: readonly string[]) => texts.map((text) => ({ colour: 'green', text }));

test.use({ build: 'guards-folders' });

async function chooseFolder(reader: Reader) {
  const opened = await reader.step('the settings', () => openSync(reader));
  const { options, here } = opened;
  options.setDefaultTimeout(45_000);
  await reader.step('a folder', async () => {
    await here.getByRole('button', { name: 'Set it up…' }).click();
    await here.getByRole('radio', { name: 'A folder on this device' }).check();
    await here.getByRole('button', { name: 'Choose a folder…' }).click();
  });
  return opened;
}

test('a folder that another program carries has what was kept on both devices, and is asked for when it is let go', async ({
  reader: train,
  workerLife,
}) => {
  test.setTimeout(240_000);
  const device = new Device('guards-folders', workerLife);
  const courier = new Courier();
  try {
    let desk = await device.start();
    await withFolders(desk.context);
    await withFolders(train.context);
    const carry = async () => courier.carry(await desk.desk(), await train.desk());

    let { options, here } = await chooseFolder(desk);
    await expect(here.getByRole('heading', { name: /A new vault, or the wrong folder/ })).toBeVisible();
    expect(await axeFindings(options)).toEqual([]);
    await desk.step('a new vault', () => makeVault(here));
    let page = await desk.step('a marked story', () => desk.read(briefStory));
    await desk.step('some words are kept in green', () => keepInGreen(page, FIRST));
    await seesKept(page, green(FIRST));
    await desk.step('sync is asked for', () => syncNow(here));
    await saysOfSync(here, /^The 1 passage that you kept is in the folder, \d\d:\d\d\.$/);
    const written = [...(await filesIn(await desk.desk())).keys()];
    expect(written.length).toBeGreaterThan(1);
    expect(written.filter((name) => !/^[0-9a-z]+\.\d+\.[0-9a-f]{32}$/.test(name))).toEqual([]);

    await carry();
    const there = await chooseFolder(train);
    await train.step('the vault is joined', () => joinVault(there.here, 'Train'));
    await saysOfSync(there.here, /^The 1 passage that you kept is in the folder/);
    const story = await train.step('the story on the train', () => train.visit(briefStory));
    await seesKept(story, green(FIRST));
    await train.step('more is kept there', () => keepInGreen(story, SECOND));
    await train.step('and synced', () => syncNow(there.here));
    await saysOfSync(there.here, /^All 2 passages are in the folder/);
    await carry();
    await desk.step('the desk has it', () => syncNow(here));
    await saysOfSync(here, /^All 2 passages are in the folder/);
    await seesKept(page, green(FIRST, SECOND));

    await test.step('the browser is closed, and lets go of the folder', async () => {
      await letGo(await desk.desk());
      await device.stop();
      desk = await device.start();
    });
    const says = await withFolders(desk.context);
    page = await desk.step('the story again', () => desk.read(briefStory));
    await desk.step('something is kept that cannot be sent', () => keepInGreen(page, THIRD));
    await seesKept(page, green(FIRST, SECOND, THIRD));
    ({ options, here } = await desk.step('the settings', () => openSync(desk)));
    await desk.step('sync is asked for', () => syncNow(here));
    await saysOfSync(
      here,
      /1 passage waits on this device\. The browser no longer lets Backstory into the folder\. Your notes are safe/,
    );
    expect(await axeFindings(options)).toEqual([]);
    await here.screenshot({ path: '.artifacts/gallery/sync-folder-let-go.png', animations: 'disabled' });
    const again = here.getByRole('button', { name: 'Allow the folder again…' });
    says.permission = 'denied';
    await desk.step('the reader presses the wrong button', () => again.click());
    await expect(here).toContainText('the browser may not write in it. Nothing was changed.');
    says.permission = 'granted';
    await desk.step('and the right one', () => again.click());
    await saysOfSync(here, /^All 3 passages are in the folder/);

    await carry();
    await train.step('the train has it', () => syncNow(there.here));
    await seesKept(story, green(FIRST, SECOND, THIRD));
    expect(device.site.leaked).toEqual([]);
  } finally {
    await device.remove();
  }
});
