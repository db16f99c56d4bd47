// The worker's packs in every state that a browser may leave them in, on a real (in-memory) IndexedDB.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { install, installedPacks, StoredBlocks } from '../../../storage/packs/index.ts';
import { entity, world } from '../small-world.ts';

vi.mock('wxt/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://x${path}` } },
}));

const meta = { id: 'starter', title: 'Starter', built: '2026-01-01', licence: 'MIT', attribution: [] };
let shipped: Uint8Array<ArrayBuffer>;
const fetched = vi.fn(async () => new Response(shipped));

/** A worker that has just been started: nothing in its memory. */
async function wake() {
  vi.resetModules();
  return import('../../../entrypoints/background/knowledge.ts');
}
type Worker = Awaited<ReturnType<typeof wake>>;
const ask = (worker: Worker) =>
  worker.withKnowledge(async ({ knowledge, packs, notices }) => ({
    iran: (await knowledge.names(['iran'])).get('iran')?.[0]?.id,
    version: packs[0]?.version,
    notices,
  }));

beforeEach(async () => {
  shipped = await writePack({ ...meta, version: '1' }, world, []);
  vi.stubGlobal('fetch', fetched);
  fetched.mockClear();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const whole = { iran: 'Q794', version: '1', notices: [] };
const packDatabases = async () =>
  (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('backstory-pack:'));

describe('the first requests after an installation', () => {
  test('are all answered, however many come at once, and the pack is installed once', async () => {
    const worker = await wake();
    const refreshed = worker.refreshStarter();
    expect(await Promise.all([ask(worker), ask(worker), ask(worker)])).toEqual([whole, whole, whole]);
    await refreshed;
    expect(await ask(worker)).toEqual(whole);
    expect(await packDatabases()).toHaveLength(1);
  });

  test('are answered also when they come before the browser tells of the installation', async () => {
    const worker = await wake();
    const asked = [ask(worker), ask(worker)];
    await worker.refreshStarter();
    expect(await Promise.all(asked)).toEqual([whole, whole]);
    expect(await packDatabases()).toHaveLength(1);
  });
});

test('a worker that wakes up again reads what is stored, and fetches nothing', async () => {
  await ask(await wake());
  fetched.mockClear();
  expect(await ask(await wake())).toEqual(whole);
  expect(fetched).not.toHaveBeenCalled();
});

test('what a worker that died in the middle of installing left is swept away', async () => {
  const half = new StoredBlocks('backstory-pack:starter@1:dead');
  await half.write([{ table: 'names', number: 0, bytes: new Uint8Array([1]) }]);
  half.close();
  expect(await ask(await wake())).toEqual(whole);
  expect(await packDatabases()).not.toContain('backstory-pack:starter@1:dead');
});

describe('a pack that the reader added', () => {
  const added = async () => {
    const file = await writePack(
      { ...meta, id: 'mine', version: '7' },
      [entity('mine:quist', 'person', ['Zebulon Quist'])],
      [],
    );
    await install(new Blob([file]).stream());
  };
  const quist = (worker: Worker) =>
    worker.withKnowledge(
      async ({ knowledge }) => (await knowledge.names(['zebulon quist'])).get('zebulon quist')?.[0]?.id,
    );

  test('answers once the worker is told of it, and no more once it is removed', async () => {
    const worker = await wake();
    expect(await quist(worker)).toBeUndefined();
    await added();
    await worker.reopen();
    expect(await quist(worker)).toBe('mine:quist');
    expect((await ask(worker)).iran).toBe('Q794');
    await worker.removePack('mine');
    expect(await quist(worker)).toBeUndefined();
    expect(await packDatabases()).toHaveLength(1);
  });

  test('goes on answering beside a starter pack that is damaged', async () => {
    await added();
    shipped = shipped.slice(0, 200);
    const worker = await wake();
    expect(await quist(worker)).toBe('mine:quist');
    expect((await ask(worker)).notices).toEqual(['pack-damaged']);
  });

  test('may be removed, but not the built-in one', async () => {
    const worker = await wake();
    await expect(worker.removePack('starter')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await ask(worker)).toEqual(whole);
  });
});

describe('an update', () => {
  test('puts the new pack in the old one’s place while requests go on', async () => {
    await ask(await wake());
    shipped = await writePack({ ...meta, version: '2' }, world, []);
    const worker = await wake();
    const before = ask(worker);
    const refreshed = worker.refreshStarter();
    const meanwhile = ask(worker);
    await refreshed;
    expect((await before).iran).toBe('Q794');
    expect(await meanwhile).toEqual({ ...whole, version: '2' });
    expect(await packDatabases()).toHaveLength(1);
  });

  test('with a damaged pack leaves the old one answering', async () => {
    await ask(await wake());
    shipped = shipped.slice(0, 200);
    const worker = await wake();
    await worker.refreshStarter();
    expect(await ask(worker)).toEqual(whole);
  });
});

test('blocks that have gone are built again, and the reader is told', async () => {
  await ask(await wake());
  for (const name of await packDatabases()) await Dexie.delete(name);
  const worker = await wake();
  expect(await ask(worker)).toEqual({ ...whole, notices: ['pack-rebuilt'] });
  expect(await installedPacks()).toHaveLength(1);
});

test('where nothing can be stored, the built-in pack answers from memory, and the reader is told', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      'InvalidStateError',
    );
  });
  const worker = await wake();
  await worker.refreshStarter();
  expect(await ask(worker)).toEqual({ ...whole, notices: ['memory-only'] });
});

test('where the built-in pack is damaged, whoever asks is told so, and told again', async () => {
  shipped = shipped.slice(0, 200);
  const worker = await wake();
  await worker.refreshStarter();
  await expect(ask(worker)).rejects.toMatchObject({ code: 'no-knowledge' });
  await expect(ask(worker)).rejects.toMatchObject({ code: 'no-knowledge' });
  // And once the file is whole again, it answers without a restart.
  shipped = await writePack({ ...meta, version: '1' }, world, []);
  expect(await ask(worker)).toEqual(whole);
});
