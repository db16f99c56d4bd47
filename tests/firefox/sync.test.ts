// Notes of one reader in Firefox and in two Chromiums, over a real WebDAV server: each writes on in the same note while none
// reaches the server, and afterwards all have all of it.
import { existsSync } from 'node:fs';
import type { Page as ChromiumPage } from '@playwright/test';
import { expect, test } from 'vitest';
import { BAR, PANEL } from '../../components/keeping-words.ts';
import { chromiumPath } from '../chromium.ts';
import { apache } from '../servers/apache.ts';
import { lighttpd } from '../servers/lighttpd.ts';
import { rclone } from '../servers/rclone.ts';
import type { RunningServer } from '../servers/server.ts';
import { ChromiumDevice } from './chromium-device.ts';
import { sitDown } from './harness.ts';
import type { Reader } from './reader.ts';
import type { Screen } from './screen.ts';
import { ofTale, tale } from './tales.ts';

const sitting = sitDown();
const PASSPHRASE = 'correct horse battery staple';
/** A key from a passphrase is seconds of work, on purpose, and more where two browsers share a machine. */
const SLOW = { timeout: 120_000 };
const ON_SERVER = /The 1 passage that you kept is on the server/;
const STORY = tale('aqueduct');
const KEPT = [{ colour: 'yellow', text: ofTale('aqueduct') }];

async function makeVault(reader: Reader, options: Screen, { settings }: RunningServer): Promise<void> {
  const here = options.part('section.sync');
  await reader.step('a place', async () => {
    await here.press('button', 'Set it up…');
    await here.type('textbox', /^Address of a folder/, settings.address);
    await here.type('textbox', /^User name/, settings.user);
    await here.type('textbox', /^App password/, settings.password);
    await here.press('button', 'Try it');
  });
  await here.reads('A new vault, or the wrong folder?');
  await reader.step('a new vault', async () => {
    await here.press('button', /^A new vault/);
    await here.type('textbox', 'Passphrase', PASSPHRASE);
    await here.type('textbox', 'Once more', PASSPHRASE);
    await here.press('button', 'Make the vault');
  });
  await expect.poll(() => here.text(), SLOW).toContain('Write down the recovery code');
  const end = await options.page.$$eval('.sync-code span', (groups) => groups.at(-1)?.textContent ?? '');
  await reader.step('the end of its recovery code', async () => {
    await here.type('textbox', /Its last group/, end);
    await here.press('button', 'Go on');
  });
  await here.reads('What you keep goes there by itself from now on');
}

async function joinVault(options: ChromiumPage, { settings }: RunningServer): Promise<void> {
  const here = options.locator('section.sync');
  await here.getByRole('button', { name: 'Set it up…' }).click();
  await here.getByLabel('Address of a folder').fill(settings.address);
  await here.getByLabel('User name').fill(settings.user);
  await here.getByLabel('App password').fill(settings.password);
  await here.getByRole('button', { name: 'Try it' }).click();
  await here.getByRole('button', { name: 'Join it…' }).click(SLOW);
  await here.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await here.getByRole('button', { name: 'Join', exact: true }).click();
  await expect
    .poll(() => here.textContent(), SLOW)
    .toContain('Your notes from the other devices are coming in');
}

/** The note as it stands in one of the two Chromiums, with words put before its beginning. */
async function writeBefore(device: ChromiumDevice, page: ChromiumPage, words: string): Promise<void> {
  const note = await device.note(page, 'had been closed');
  const before = await note.inputValue();
  await note.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(words);
  await expect.poll(() => note.inputValue()).toBe(words + before);
  await expect.poll(() => device.saved(page)).toBe('Kept');
  await page.keyboard.press('Escape');
}

async function syncNow(device: ChromiumDevice, settings: ChromiumPage): Promise<void> {
  await settings.bringToFront();
  const here = settings.locator('section.sync');
  await here.locator('button[aria-disabled=false]', { hasText: 'Sync now' }).click(SLOW);
  await expect.poll(() => here.textContent(), SLOW).toMatch(ON_SERVER);
  expect(device.leaked).toEqual([]);
}

test('what one Firefox and two Chromiums wrote in one note without a network is in all of them afterwards', {
  timeout: 500_000,
}, async ({ skip }) => {
  const kind = [apache, lighttpd, rclone].find(({ lacks }) => lacks === null);
  if (!kind) return skip('no WebDAV server is installed: apache2, lighttpd or rclone');
  if (!existsSync(chromiumPath())) return skip('no Chromium is installed');
  const { reader } = sitting;
  const server = await kind.start();
  const { origin } = new URL(server.settings.address);
  const devices = [await ChromiumDevice.start(), await ChromiumDevice.start()] as const;
  const online = (is: boolean) => {
    reader.web.wanted.add(origin);
    reader.web.away = is ? null : origin;
    for (const device of devices) device.server = is ? origin : null;
  };
  try {
    online(true);
    const options = await reader.step('the settings', () => reader.open('options.html'));
    const here = options.part('section.sync');
    await makeVault(reader, options, server);
    const page = await reader.step('a story', () => reader.read(STORY, '/aqueduct'));
    await reader.step('words are selected', () => reader.selectByMouse(page, ofTale('aqueduct')));
    await reader.step('and kept with a note', () => reader.bar(page).press('button', BAR.note));
    const panel = await reader.panel(page);
    await reader.step('which is typed', () => panel.type('textbox', PANEL.note, 'Who has the key?'));
    await panel.part('.saved').reads('Kept');
    await page.keyboard.press('Escape');
    await reader.seesNoPanel(page);
    await reader.step('sync', () => here.press('button', 'Sync now'));
    await expect.poll(() => here.text(), SLOW).toMatch(ON_SERVER);

    const joined: { device: ChromiumDevice; settings: ChromiumPage; story: ChromiumPage }[] = [];
    for (const device of devices) {
      const settings = await device.settings();
      await joinVault(settings, server);
      await expect.poll(() => settings.locator('section.sync').textContent(), SLOW).toMatch(ON_SERVER);
      const story = await device.read(STORY, page.url());
      await device.seesKept(story, KEPT);
      joined.push({ device, settings, story });
    }

    online(false);
    await reader.step('the passage is pressed', () => reader.pressAt(page, 'had been closed'));
    const open = await reader.panel(page);
    await reader.step('and something added', async () => {
      await open.toEnd('textbox', PANEL.note);
      await page.keyboard.type(' The mayor, says Firefox.');
    });
    await open.part('.saved').reads('Kept');
    await page.keyboard.press('Escape');
    await reader.seesNoPanel(page);
    for (const [n, { device, story }] of joined.entries())
      await writeBefore(device, story, `Chromium ${n + 1} asks: `);
    await reader.step('sync, without a network', () => here.press('button', 'Sync now'));
    await expect.poll(() => here.text(), SLOW).toContain('could not be reached');

    online(true);
    await reader.step('sync', () => here.press('button', 'Sync now'));
    await expect.poll(() => here.text(), SLOW).toMatch(ON_SERVER);
    // What the first has not seen of the last it fetches in a second turn.
    for (const { device, settings } of [...joined, ...joined]) await syncNow(device, settings);
    // Both stand before the rest, in an order on which all agree.
    const merged =
      /^(Chromium 1 asks: Chromium 2|Chromium 2 asks: Chromium 1) asks: Who has the key\? The mayor, says Firefox\.$/;
    const notes: string[] = [];
    for (const { device, story } of joined) {
      const read = async () => (await device.note(story, 'had been closed')).inputValue();
      await expect.poll(read, SLOW).toMatch(merged);
      notes.push(await read());
    }
    await reader.step('once more', () => here.press('button', 'Sync now'));
    await reader.step('the passage is pressed', () => reader.pressAt(page, 'had been closed'));
    const last = await reader.panel(page);
    await expect.poll(() => last.value('textbox', PANEL.note), SLOW).toMatch(merged);
    notes.push(await last.value('textbox', PANEL.note));
    expect(new Set(notes).size).toBe(1);
  } finally {
    for (const device of devices) await device.stop();
    await server.stop();
  }
});
