// Notes of one reader in Firefox and in Chromium, over a real WebDAV server: both write on in the same note while neither
// reaches the server, and afterwards both have both.
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

test('what Firefox and Chromium each wrote in one note without a network is in both afterwards', {
  timeout: 400_000,
}, async ({ skip }) => {
  const kind = [apache, lighttpd, rclone].find(({ lacks }) => lacks === null);
  if (!kind) return skip('no WebDAV server is installed: apache2, lighttpd or rclone');
  if (!existsSync(chromiumPath())) return skip('no Chromium is installed');
  const { reader } = sitting;
  const server = await kind.start();
  const { origin } = new URL(server.settings.address);
  const chromium = await ChromiumDevice.start();
  const online = (is: boolean) => {
    reader.web.wanted.add(origin);
    reader.web.away = is ? null : origin;
    chromium.server = is ? origin : null;
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

    const settings = await chromium.settings();
    await joinVault(settings, server);
    const there = settings.locator('section.sync');
    await expect.poll(() => there.textContent(), SLOW).toMatch(ON_SERVER);
    const same = await chromium.read(STORY, page.url());
    await chromium.seesKept(same, KEPT);

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
    const note = await chromium.note(same, 'had been closed');
    await note.focus();
    await same.keyboard.press('Control+Home');
    await same.keyboard.type('Chromium asks: ');
    await expect.poll(() => note.inputValue()).toBe('Chromium asks: Who has the key?');
    await expect.poll(() => chromium.saved(same)).toBe('Kept');
    await same.keyboard.press('Escape');
    await reader.step('sync, without a network', () => here.press('button', 'Sync now'));
    await expect.poll(() => here.text(), SLOW).toContain('could not be reached');

    online(true);
    const merged = 'Chromium asks: Who has the key? The mayor, says Firefox.';
    await reader.step('sync', () => here.press('button', 'Sync now'));
    await expect.poll(() => here.text(), SLOW).toMatch(ON_SERVER);
    await there.getByRole('button', { name: 'Sync now' }).click();
    await expect
      .poll(async () => (await chromium.note(same, 'had been closed')).inputValue(), SLOW)
      .toBe(merged);
    await expect.poll(() => there.textContent(), SLOW).toMatch(ON_SERVER);
    await reader.step('once more', () => here.press('button', 'Sync now'));
    await reader.step('the passage is pressed', () => reader.pressAt(page, 'had been closed'));
    const last = await reader.panel(page);
    await expect.poll(() => last.value('textbox', PANEL.note), SLOW).toBe(merged);
    expect(chromium.leaked).toEqual([]);
  } finally {
    await chromium.stop();
    await server.stop();
  }
});
