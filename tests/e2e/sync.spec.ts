// Notes on two devices: two browsers, a real server, and edits that neither knew of the other's.

import { apache } from '../servers/apache.ts';
import { couchdb } from '../servers/couchdb.ts';
import type { RunningServer } from '../servers/server.ts';
import { BUILD } from './builds.ts';
import { expect, test } from './harness.ts';
import { launch } from './launch.ts';
import { Reader } from './reader.ts';
import { Site } from './site.ts';
import { askWorker, network, standing, vaultDeed } from './synced.ts';
import { ExtensionWorker } from './worker.ts';

const passphrase = 'orchard violin seven';

let server: RunningServer;
test.beforeAll(async () => {
  server = await (apache.lacks === null ? apache : couchdb).start();
});
test.afterAll(() => server.stop());

async function secondReader(life: 'alive' | 'killed'): Promise<Reader> {
  const { context, extensionId } = await launch({ build: BUILD });
  const site = new Site();
  await site.open(context);
  return new Reader(context, site, await ExtensionWorker.of(context, extensionId), extensionId, life);
}

const ENTITY = 'Q794';

async function writeNote(reader: Reader, was: string, is: string): Promise<void> {
  const note = { entity: ENTITY, name: 'Iran', kind: 'country', was, is };
  await askWorker(await reader.desk(), 'keepEntityNote', note);
}

async function note(reader: Reader): Promise<string> {
  const answer = (await askWorker(await reader.desk(), 'entityNote', { entity: ENTITY })) as {
    note: { note: string } | null;
  };
  return answer.note?.note ?? '';
}

const stands = async (reader: Reader) => standing(await reader.desk());
const syncNow = async (reader: Reader) => void (await askWorker(await reader.desk(), 'syncNow'));

test('a note that two devices changed without a network has both changes on both', async ({
  reader: desk,
  workerLife,
}) => {
  test.setTimeout(180_000);
  const train = await secondReader(workerLife);
  try {
    for (const { site } of [desk, train]) network(site, server, 'there');
    const place = { settings: server.settings, folder: null };
    await writeNote(desk, '', 'A country.');
    await desk.step('a vault is made', async () => {
      await vaultDeed(await desk.desk(), 'create', { place, passphrase, deviceName: 'Desk' });
      await askWorker(await desk.desk(), 'syncSetUp');
    });
    await expect.poll(() => stands(desk), { timeout: 20_000 }).toBe('up to date');
    await train.step('and joined', async () => {
      const secret = { by: 'passphrase', passphrase } as const;
      await vaultDeed(await train.desk(), 'join', { place, secret, deviceName: 'Train' });
      await askWorker(await train.desk(), 'syncSetUp');
    });
    await expect.poll(() => note(train), { timeout: 20_000 }).toBe('A country.');

    for (const { site } of [desk, train]) network(site, server, 'gone');
    await desk.step('the desk writes', () => writeNote(desk, 'A country.', 'Once a friend. A country.'));
    await train.step('so does the train', () => writeNote(train, 'A country.', 'A country. See 1953.'));
    await desk.step('the network is missed', () => syncNow(desk));
    await expect.poll(() => stands(desk)).toBe('waiting: offline');

    for (const { site } of [desk, train]) network(site, server, 'there');
    for (const reader of [desk, train, desk]) {
      await reader.step('and comes back', () => syncNow(reader));
      await expect.poll(() => stands(reader), { timeout: 20_000 }).toBe('up to date');
    }
    for (const reader of [desk, train])
      await expect.poll(() => note(reader)).toBe('Once a friend. A country. See 1953.');
    expect(train.site.leaked).toEqual([]);
  } finally {
    await train.context.close();
  }
});
