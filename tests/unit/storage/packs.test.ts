import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { Pack, PackError } from '../../../core/knowledge/pack/index.ts';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { install, installedPacks, StoredBlocks, strike, sweep } from '../../../storage/packs/index.ts';
import { world } from '../small-world.ts';

const fileOf = (version: string, id = 'test') =>
  writePack({ id, version, title: 'Test', built: '2026-01-01', licence: 'MIT', attribution: [] }, world, []);
const stream = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream();

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function iranIn(database: string, header: Pack['header']): Promise<unknown> {
  const store = new StoredBlocks(database);
  try {
    return (await new Pack(header, store).get('entities', ['Q794'])).get('Q794')?.entity.id;
  } finally {
    store.close();
  }
}

describe('a pack', () => {
  test('is installed as a whole and answers from storage', async () => {
    const installed = await install(stream(await fileOf('1')));
    expect((await installedPacks()).map(({ id, header }) => [id, header.version])).toEqual([['test', '1']]);
    expect(await iranIn(installed.database, installed.header)).toBe('Q794');
  });

  test('of a new version takes the old one’s place, and leaves none of its blocks', async () => {
    const first = await install(stream(await fileOf('1')));
    const second = await install(stream(await fileOf('2')));
    expect((await installedPacks()).map(({ header }) => header.version)).toEqual(['2']);
    const names = await Dexie.getDatabaseNames();
    expect(names).toContain(second.database);
    expect(names).not.toContain(first.database);
  });

  test('that is cut short changes nothing: the old one goes on answering', async () => {
    const first = await install(stream(await fileOf('1')));
    const broken = (await fileOf('2')).slice(0, -200);
    await expect(install(stream(broken))).rejects.toBeInstanceOf(PackError);
    expect((await installedPacks()).map(({ header }) => header.version)).toEqual(['1']);
    expect(await iranIn(first.database, first.header)).toBe('Q794');
  });

  test('half imported when the worker died is never in use, and swept away', async () => {
    const kept = await install(stream(await fileOf('1')));
    const half = new StoredBlocks('backstory-pack:other@1:dead');
    await half.write([{ table: 'names', number: 0, bytes: new Uint8Array([1]) }]);
    half.close();
    expect(await installedPacks()).toHaveLength(1);
    await sweep();
    expect((await Dexie.getDatabaseNames()).filter((name) => name.startsWith('backstory-pack:'))).toEqual([
      kept.database,
    ]);
  });

  test('that is struck leaves with its next sweep', async () => {
    const { database } = await install(stream(await fileOf('1')));
    await strike('test');
    await sweep();
    expect(await installedPacks()).toEqual([]);
    expect(await Dexie.getDatabaseNames()).not.toContain(database);
  });

  test('whose blocks are gone says so, with a code', async () => {
    const { database, header } = await install(stream(await fileOf('1')));
    await Dexie.delete(database);
    await expect(iranIn(database, header)).rejects.toMatchObject({ name: 'PackError', code: 'damaged' });
  });

  test('tells how far it has come, and goes at a word', async () => {
    const seen: number[] = [];
    const file = await fileOf('1');
    const { bytes } = await install(stream(file), { onProgress: (stored, of) => seen.push(stored / of) });
    expect(seen.at(-1)).toBe(1);
    expect(bytes).toBeGreaterThan(0);
    const life = new AbortController();
    life.abort();
    await expect(install(stream(await fileOf('2')), { signal: life.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect((await installedPacks()).map(({ header }) => header.version)).toEqual(['1']);
    expect(
      (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('backstory-pack:')),
    ).toHaveLength(1);
  });

  test('that is being installed is not swept away by another context', async () => {
    const file = await fileOf('1');
    // A disk so slow that a sweep comes in the middle.
    const slow = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async start(controller) {
        controller.enqueue(file.slice(0, file.length - 8));
        await new Promise((resolve) => setTimeout(resolve, 30));
        await sweep();
        controller.enqueue(file.slice(file.length - 8));
        controller.close();
      },
    });
    const installed = await install(slow);
    expect(await iranIn(installed.database, installed.header)).toBe('Q794');
  });
});
