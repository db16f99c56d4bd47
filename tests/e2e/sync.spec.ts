// Notes on two devices: two browsers, a real server, and edits that neither knew of the other's.

import { apache } from '../servers/apache.ts';
import { expect, test } from './harness.ts';
import type { Reader } from './reader.ts';
import { askWorker } from './synced.ts';
import { offline, online, onTwoDevices, seesStanding, sync } from './two-devices.ts';

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

test('a note that two devices changed without a network has both changes on both', async ({
  reader: desk,
  workerLife,
  build,
}) => {
  test.setTimeout(180_000);
  await writeNote(desk, '', 'A country.');
  await onTwoDevices({ reader: desk, workerLife, build, kinds: [apache] }, async ({ train, server }) => {
    await expect.poll(() => note(train), { timeout: 20_000 }).toBe('A country.');

    for (const reader of [desk, train]) await offline(reader, server);
    await desk.step('the desk writes', () => writeNote(desk, 'A country.', 'Once a friend. A country.'));
    await train.step('so does the train', () => writeNote(train, 'A country.', 'A country. See 1953.'));
    await desk.step('the network is missed', async () => askWorker(await desk.desk(), 'syncNow'));
    await seesStanding(desk, 'waiting: offline');

    for (const reader of [desk, train]) await online(reader, server);
    await sync(desk, train, desk);
    for (const reader of [desk, train])
      await expect.poll(() => note(reader)).toBe('Once a friend. A country. See 1953.');
  });
});
