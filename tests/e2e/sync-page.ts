// The section on sync as a reader uses it, and a server of theirs.
import { expect, type Locator, type Page } from '@playwright/test';
import { type FieldName, PLACES } from '../../entrypoints/options/sync/place-kinds.ts';
import { apache } from '../servers/apache.ts';
import { lighttpd } from '../servers/lighttpd.ts';
import { rclone } from '../servers/rclone.ts';
import type { RunningServer, ServerKind } from '../servers/server.ts';
import { bar, select } from './keeping.ts';
import type { Reader } from './reader.ts';

export const PASSPHRASE = 'correct horse battery staple';
/** A key from a passphrase is seconds of work, on purpose, and more where two browsers share a machine. */
export const SLOW = { timeout: 60_000 };

/** The lightest that is installed; null where none is. */
export const webdav: ServerKind | null =
  [lighttpd, rclone, apache].find(({ lacks }) => lacks === null) ?? null;

export async function openSync(reader: Reader): Promise<{ options: Page; here: Locator }> {
  const options = await reader.context.newPage();
  await options.goto(reader.address('options.html'));
  const here = options.getByRole('region', { name: 'Notes on your other devices' });
  await expect(here).toHaveAttribute('aria-busy', 'false');
  return { options, here };
}

export async function fillPlace(
  here: Locator,
  { settings }: RunningServer,
  password = settings.password,
): Promise<void> {
  const { title, fields } = PLACES[settings.kind];
  const values: Partial<Record<FieldName, string>> = { ...settings, password };
  await here.getByRole('radio', { name: title }).check();
  for (const { name, label } of fields)
    await here.getByLabel(label, { exact: true }).fill(values[name] ?? '');
  await here.getByRole('button', { name: 'Try it' }).click();
}

export async function choosePassphrase(here: Locator, first: string, second = first): Promise<void> {
  await here.getByLabel('Passphrase', { exact: true }).fill(first);
  await here.getByLabel('Once more').fill(second);
  await here.getByRole('button', { name: 'Make the vault' }).click();
}

export async function writeCodeDown(here: Locator): Promise<string> {
  await expect(here.getByRole('heading', { name: 'Write down the recovery code' })).toBeVisible({
    timeout: 60_000,
  });
  const groups = await here.locator('.sync-code span').allTextContents();
  expect(groups).toHaveLength(6);
  return groups.join('-');
}

export async function enterEnd(here: Locator, end: string): Promise<void> {
  await here.getByLabel(/Its last group/).fill(end);
  await here.getByRole('button', { name: 'Go on' }).click();
}

/** From the place that was tried to the end. */
export async function makeVault(here: Locator): Promise<void> {
  await here.getByRole('button', { name: 'A new vault: this is my first device' }).click(SLOW);
  await choosePassphrase(here, PASSPHRASE);
  await enterEnd(here, (await writeCodeDown(here)).slice(-5));
}

/** The same; `name`: what this device is called from now on. */
export async function joinVault(here: Locator, name: string): Promise<void> {
  await here.getByRole('button', { name: 'Join it…' }).click(SLOW);
  await here.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await here.getByLabel('What is this device called?').fill(name);
  await here.getByRole('button', { name: 'Join', exact: true }).click();
}

export async function keepInGreen(page: Page, words: string): Promise<void> {
  await select(page, words);
  await bar(page).getByRole('button', { name: /green/ }).click();
}

export const syncNow = (here: Locator): Promise<void> =>
  here.getByRole('button', { name: 'Sync now' }).click();

/** In one sentence. */
export const saysOfSync = (here: Locator, words: RegExp): Promise<void> =>
  expect(here.locator('.sync-state')).toHaveText(words, SLOW);
