// Two devices of one reader: the second is let in with one line and a code, gets a name, is told that the passphrase was
// changed when another was dropped; and leaving takes nothing away.
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { seesKept } from './keeping.ts';
import { inSecondBrowser } from './second-browser.ts';
import { briefStory } from './stories.ts';
import {
  enterEnd,
  fillPlace,
  keepInGreen,
  makeVault,
  openSync,
  PASSPHRASE,
  SLOW,
  saysOfSync,
  syncNow,
  webdav,
  writeCodeDown,
} from './sync-page.ts';

const PART = 'Iran was behind it';
const GREEN = [{ colour: 'green', text: PART }];
const ANOTHER = 'seven grey herons walk home';

test.use({ build: 'may-sync' });

test('a device is let in with a line and a code, and shut out with a new passphrase', async ({
  reader,
  workerLife,
}) => {
  test.skip(webdav === null, 'no WebDAV server is installed: lighttpd, rclone or apache2');
  test.setTimeout(300_000);
  if (!webdav) return;
  const server = await webdav.start();
  const origin = new URL(server.settings.address).origin;
  reader.site.wanted.add(origin);
  try {
    const { options, here } = await reader.step('the settings', () => openSync(reader));
    options.setDefaultTimeout(45_000);
    await reader.step('a vault', async () => {
      await here.getByRole('button', { name: 'Set it up…' }).click();
      await fillPlace(here, server);
      await makeVault(here);
    });
    const page = await reader.step('a marked story', () => reader.read(briefStory));
    await reader.step('some words are kept in green', () => keepInGreen(page, PART));
    await seesKept(page, GREEN);
    await reader.step('sync is asked for', () => syncNow(here));
    await saysOfSync(here, /The 1 passage that you kept is on the server/);

    await reader.step('a line for another device', async () => {
      await here.getByText('Passphrase, another device, another place').click();
      await here.getByRole('button', { name: 'Another device…' }).click();
      await here.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
      await here.getByRole('button', { name: 'Make the line' }).click();
    });
    await expect(here.getByRole('img', { name: 'The same line as a QR code, for a camera' })).toBeVisible(
      SLOW,
    );
    expect(await axeFindings(options)).toEqual([]);
    await here.screenshot({ path: '.artifacts/gallery/sync-line.png', animations: 'disabled' });
    const line = await here.getByLabel('The line').inputValue();
    const code = (await here.locator('.sync-pair-code').textContent()) ?? '';
    expect(line).not.toContain(server.settings.password);
    await here.getByRole('button', { name: 'Done' }).click();

    const leaked = await inSecondBrowser(
      { build: 'may-sync', workerLife, wanted: [origin] },
      async (second) => {
        const there = await second.step('the settings of the second device', () => openSync(second));
        there.options.setDefaultTimeout(45_000);
        await second.step('the line', async () => {
          await there.here.getByRole('button', { name: 'I have a line from another device…' }).click();
          await there.here.getByLabel('The line').fill(` ${line}\n`);
          await there.here.getByRole('button', { name: 'Go on' }).click();
        });
        await expect(there.here).toContainText('It leads to http://127.0.0.1', SLOW);
        expect(await axeFindings(there.options)).toEqual([]);
        await second.step('the code', async () => {
          await there.here.getByLabel('Code').fill(code);
          await there.here.getByLabel('What is this device called?').fill('Attic');
          await there.here.getByRole('button', { name: 'Join' }).click();
        });
        await saysOfSync(there.here, /The 1 passage that you kept is on the server/);

        await reader.step('the first device sees the second, and calls it something else', async () => {
          await syncNow(here);
          const devices = here.locator('summary').filter({ hasText: '2 devices' });
          await devices.click(SLOW);
          await here.getByRole('button', { name: 'Rename Attic' }).click();
          await here.getByLabel('Name').fill('Cellar');
          await here.getByLabel('Name').press('Enter');
        });
        await expect(here).toContainText('The device has another name.');
        await reader.step('and shuts it out', async () => {
          await here.getByRole('button', { name: 'Drop… Cellar' }).click();
          await here.getByLabel('Passphrase until now').fill(PASSPHRASE);
          await here.getByLabel('New passphrase').fill(ANOTHER);
          await here.getByLabel('Once more').fill(ANOTHER);
          expect(await axeFindings(options)).toEqual([]);
          await here.getByRole('button', { name: 'Drop it, and change the passphrase' }).click();
          await enterEnd(here, (await writeCodeDown(here)).slice(-5));
        });
        await expect(here).toContainText('The device is dropped');
        await saysOfSync(here, /The 1 passage that you kept is on the server/);

        await second.step('the second is told', () => syncNow(there.here));
        await expect(there.here.getByRole('button', { name: 'Enter the new passphrase…' })).toBeVisible(SLOW);
        expect(await axeFindings(there.options)).toEqual([]);
        await second.step('and leaves', async () => {
          await there.here.getByText('Passphrase, another device, another place').click();
          await there.here.getByRole('button', { name: 'Stop syncing here…' }).last().click();
          await there.here.getByRole('button', { name: 'Stop syncing here' }).click();
        });
        await expect(there.here).toContainText('All that you kept is still here');
        const story = await second.step('the story there', () => second.visit(briefStory));
        await seesKept(story, GREEN);
      },
    );
    expect(leaked, 'requests that left the second browser').toEqual([]);
  } finally {
    await server.stop();
  }
});
