// The section on sync as a reader uses it, and a WebDAV server of theirs.
import { expect, type Locator, type Page } from '@playwright/test';
import { apache } from '../servers/apache.ts';
import { lighttpd } from '../servers/lighttpd.ts';
import { rclone } from '../servers/rclone.ts';
import type { RunningServer, ServerKind } from '../servers/server.ts';
import type { Reader } from './reader.ts';

export const PASSPHRASE = 'correct horse battery staple';

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
  await here.getByLabel('Address of a folder').fill(settings.address);
  await here.getByLabel('User name').fill(settings.user);
  await here.getByLabel('App password').fill(password);
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
