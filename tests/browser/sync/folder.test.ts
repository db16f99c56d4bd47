// A folder on a real file system of a browser: the origin's private one, since a picker cannot be answered here. Two
// profiles write in it at once, with the engine as it ships.
import { afterEach, expect, test } from 'vitest';
import { placeOf, probe, usualPatience } from '../../../core/sync/remote/index.ts';
import { Device } from '../../../tools/sim/device.ts';
import { Random } from '../../../tools/sim/random.ts';
import { simulatedVault } from '../../../tools/sim/vault.ts';

const vault = await simulatedVault();

async function freshFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('notes', { create: true });
}

afterEach(async () => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('notes', { recursive: true }).catch(() => undefined);
});

function placeIn(folder: FileSystemDirectoryHandle) {
  const fetch = () => Promise.reject(new Error('no request is made'));
  const means = { fetch, now: () => 0, patience: usualPatience, folder, onTrouble: () => undefined };
  return placeOf({ kind: 'folder', name: 'notes' }, means);
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

test('a folder is probed: it never overwrites, and is left as it was', async () => {
  const folder = await freshFolder();
  const means = { random: new Random(1).bytes, pause: async () => undefined };
  expect(await probe(placeIn(folder), means)).toEqual({
    works: true,
    found: ['never overwrites'],
    trouble: null,
  });
  expect(await namesIn(folder)).toEqual([]);
});

test('two profiles that write in one folder at once end with the same notes, and with whole files alone', async () => {
  const folder = await freshFolder();
  const device = (stream: number) =>
    new Device(new Random(1, stream), { remote: () => placeIn(folder) }, vault);
  const devices = [device(1), device(2)];
  const sync = async (one: Device) => {
    while (!(await one.step()));
  };
  await Promise.all(
    devices.map(async (one, index) => {
      for (let count = 0; count < 40; count++) {
        one.edit(`edit-${index}-${count}`);
        if (count % 5 === 4) await sync(one);
      }
    }),
  );
  devices.push(device(3));
  for (let round = 0; round < 4; round++) for (const one of devices) await sync(one);

  const [first, second, third] = devices.map((one) => JSON.stringify([...one.shown()].sort()));
  expect(first).toBe(second);
  expect(third).toBe(first);
  expect(first?.match(/edit-/g)?.length).toBeGreaterThan(50);
  expect(devices.map(({ store }) => store.outbox.size)).toEqual([0, 0, 0]);
  expect((await namesIn(folder)).filter((name) => !/^[0-9a-f]{32}\.\d+\.[0-9a-f]{32}$/.test(name))).toEqual(
    [],
  );
});

test('a folder that is removed while it is in use is told as gone', async () => {
  const folder = await freshFolder();
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('notes', { recursive: true });
  const listing = await placeIn(folder).list();
  expect(listing).toMatchObject({ ok: false, why: 'offline', trouble: { what: 'folder is gone' } });
});
