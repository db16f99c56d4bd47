// Two devices of one reader with one vault on a server of theirs, made past the forms: for tests about what follows. Each has
// a network of its own, so that what one does can be unknown to the other.
import { expect, test } from '@playwright/test';
import type { SyncStatus } from '../../messaging/sync-requests.ts';
import { couchdb } from '../servers/couchdb.ts';
import type { RunningServer, ServerKind } from '../servers/server.ts';
import type { BuildName } from './builds.ts';
import type { Reader, WorkerLife } from './reader.ts';
import { inSecondBrowser } from './second-browser.ts';
import { PASSPHRASE, webdav } from './sync-page.ts';
import { askWorker, network, standing, vaultDeed } from './synced.ts';

interface Devices {
  readonly train: Reader;
  readonly server: RunningServer;
}

interface World {
  readonly reader: Reader;
  readonly workerLife: WorkerLife;
  readonly build: BuildName;
  /** The first that can be started. */
  readonly kinds?: readonly ServerKind[];
}

/** The first device, Desk, has made the vault and sent what it had; the second, Train, has joined and taken it in. */
export async function onTwoDevices(
  { reader: desk, workerLife, build, kinds = webdav ? [webdav] : [] }: World,
  task: (devices: Devices) => Promise<void>,
): Promise<void> {
  // Of packages alone, so that it runs anywhere.
  const kind = kinds.find(({ lacks }) => lacks === null) ?? couchdb;
  const server = await kind.start();
  const { settings } = server;
  const place = { settings, folder: null };
  try {
    network(desk.site, server, 'there');
    await desk.step('a vault is made', async () => {
      await vaultDeed(await desk.desk(), 'create', { place, passphrase: PASSPHRASE, deviceName: 'Desk' });
      await askWorker(await desk.desk(), 'syncSetUp');
    });
    await seesStanding(desk, 'up to date');
    const wanted = [new URL(settings.address).origin];
    const leaked = await inSecondBrowser({ build, workerLife, wanted }, async (train) => {
      await train.step('and joined', async () => {
        const secret = { by: 'passphrase', passphrase: PASSPHRASE } as const;
        await vaultDeed(await train.desk(), 'join', { place, secret, deviceName: 'Train' });
        await askWorker(await train.desk(), 'syncSetUp');
      });
      await seesStanding(train, 'up to date');
      await task({ train, server });
    });
    expect(leaked, 'requests that left the second browser').toEqual([]);
  } finally {
    await server.stop();
  }
}

export const seesStanding = async (reader: Reader, how: string): Promise<void> => {
  const desk = await reader.desk();
  await expect.poll(() => standing(desk), { timeout: 20_000 }).toBe(how);
};

/** Asks for sync on each, one after the other, and waits for the end of the run that follows. */
export async function sync(...readers: readonly Reader[]): Promise<void> {
  for (const reader of readers) {
    await reader.step('sync', () => ranBy(reader, async () => askWorker(await reader.desk(), 'syncNow')));
    await seesStanding(reader, 'up to date');
  }
}

/** What makes a run, to the end of it: to kill one in its middle is another test. */
export async function ranBy(reader: Reader, act: () => Promise<unknown>): Promise<void> {
  const before = await looked(reader);
  await act();
  await expect
    .poll(async () => (await looked(reader)) ?? before, { message: 'the end of a run', timeout: 20_000 })
    .not.toBe(before);
}

/** When the last run that came to its end had looked at the server; nothing while one goes on. */
async function looked(reader: Reader): Promise<string | null> {
  const status = (await askWorker(await reader.desk(), 'syncStatus')) as SyncStatus;
  if (status.state !== 'set up' || status.activity.is === 'running') return null;
  return status.onServer?.at ?? null;
}

/** Whether this device reaches the server. */
export const offline = ({ site }: Reader, server: RunningServer): Promise<void> =>
  test.step('no network', async () => network(site, server, 'gone'));

export const online = ({ site }: Reader, server: RunningServer): Promise<void> =>
  test.step('the network is back', async () => network(site, server, 'there'));
