// A reader's notes on two devices, over a real WebDAV server: set up, kept, joined, and what is told when the password is
// wrong or the server away.
import type { Locator } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { seesKept } from './keeping.ts';
import { inSecondBrowser } from './second-browser.ts';
import { briefStory } from './stories.ts';
import {
  choosePassphrase,
  enterEnd,
  fillPlace,
  keepInGreen,
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

test.use({ build: 'may-sync' });

/** For whoever reviews a change, beside those of gallery.spec.ts, which has no server. */
const drawn = (here: Locator, name: string) =>
  here.screenshot({ path: `.artifacts/gallery/sync-${name}.png`, animations: 'disabled' });

test('a passage that was kept on one device is on the other, and nothing in between can read it', async ({
  reader,
  workerLife,
}) => {
  test.skip(webdav === null, 'no WebDAV server is installed: lighttpd, rclone or apache2');
  test.setTimeout(240_000);
  if (!webdav) return;
  const server = await webdav.start();
  const origin = new URL(server.settings.address).origin;
  reader.site.wanted.add(origin);
  try {
    const { options, here } = await reader.step('the settings', () => openSync(reader));
    await expect(here).toContainText('Backstory has no server and no accounts');
    expect(await axeFindings(options)).toEqual([]);

    await reader.step('a place, with a wrong password', async () => {
      await here.getByRole('button', { name: 'Set it up…' }).click();
      await fillPlace(here, server, 'another');
    });
    await expect(here).toContainText('The server did not accept the name and password (HTTP 401).');
    expect(await axeFindings(options)).toEqual([]);

    await reader.step('with the right one', () => fillPlace(here, server));
    await expect(here.getByRole('heading', { name: /A new vault, or the wrong folder/ })).toBeVisible(SLOW);
    expect(await axeFindings(options)).toEqual([]);
    await drawn(here, 'tried');

    await reader.step('a new vault, with two passphrases that differ', async () => {
      await here.getByRole('button', { name: 'A new vault: this is my first device' }).click();
      await choosePassphrase(here, PASSPHRASE, 'correct horse battery stable');
    });
    await expect(here).toContainText('The two are not the same.');
    expect(await axeFindings(options)).toEqual([]);
    await reader.step('with the same twice', () => choosePassphrase(here, PASSPHRASE));
    const code = await writeCodeDown(here);
    expect(await axeFindings(options)).toEqual([]);
    await drawn(here, 'code');
    await options.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(here.locator('.sync-code')).toBeVisible();
    await expect(options.getByRole('heading', { name: 'Your passages and notes' })).toBeHidden();
    await expect(here.getByRole('button', { name: 'Go on' })).toBeHidden();
    await options.screenshot({ path: '.artifacts/gallery/sync-printed.png' });
    await options.emulateMedia({ media: 'screen', colorScheme: 'light' });
    const again = await reader.step('the settings once more, before it is written down', () =>
      openSync(reader),
    );
    await expect(again.here).toContainText('you have not said that you wrote it down');
    expect(await axeFindings(again.options)).toEqual([]);
    await again.options.close();
    await reader.step('the code, with a slip', () => enterEnd(here, 'AAAAA'));
    await expect(here).toContainText('That is not its last group.');
    await reader.step('the code’s end', () => enterEnd(here, code.slice(-5)));
    await expect(here).toContainText('What you keep goes there by itself from now on');
    await expect(here).not.toContainText('you have not said');

    const page = await reader.step('a marked story', () => reader.read(briefStory));
    await reader.step('some words are kept in green', () => keepInGreen(page, PART));
    await seesKept(page, GREEN);
    await reader.step('sync is asked for', () => syncNow(here));
    await saysOfSync(here, /The 1 passage that you kept is on the server, \d\d:\d\d\./);
    await expect(options.locator('main > header')).toContainText('all of it on the server');
    expect(await axeFindings(options)).toEqual([]);

    const leaked = await inSecondBrowser(
      { build: 'may-sync', workerLife, wanted: [origin] },
      async (second) => {
        const there = await second.step('the settings of the second device', () => openSync(second));
        await second.step('the same place', async () => {
          await there.here.getByRole('button', { name: 'Set it up…' }).click();
          await fillPlace(there.here, server);
        });
        await expect(there.here.getByRole('heading', { name: 'Your notes are there' })).toBeVisible(SLOW);
        expect(await axeFindings(there.options)).toEqual([]);
        await there.here.getByRole('button', { name: 'Join it…' }).click();
        await second.step('a wrong passphrase', async () => {
          await there.here.getByLabel('Passphrase', { exact: true }).fill('correct horse battery stable');
          await there.here.getByRole('button', { name: 'Join', exact: true }).click();
        });
        await expect(there.here).toContainText('The vault does not open with this.', SLOW);
        expect(await axeFindings(there.options)).toEqual([]);
        await second.step('the right one', async () => {
          await there.here.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
          await there.here.getByLabel('What is this device called?').fill('Second');
          await there.here.getByRole('button', { name: 'Join', exact: true }).click();
        });
        await expect(there.here).toContainText('Your notes from the other devices are coming in', SLOW);
        await saysOfSync(there.here, /The 1 passage that you kept is on the server/);
        const story = await second.step('the same story there', () => second.visit(briefStory));
        await seesKept(story, GREEN);
      },
    );
    expect(leaked, 'requests that left the second browser').toEqual([]);

    await reader.step('what the first device knows of the second', async () => {
      await syncNow(here);
      await here
        .locator('summary')
        .filter({ hasText: /device/ })
        .first()
        .click();
    });
    await expect(here.getByRole('listitem').filter({ hasText: 'Second' })).toContainText('Last seen', SLOW);
    await drawn(here, 'state');
  } finally {
    await server.stop();
  }
  const { here, options } = await reader.step('the settings, and no server any more', () => openSync(reader));
  await reader.step('sync is asked for', () => syncNow(here));
  await expect(here).toContainText('The server could not be reached.', SLOW);
  await expect(here).toContainText('Your notes are safe on this device');
  expect(await axeFindings(options)).toEqual([]);
  await drawn(here, 'away');
});
