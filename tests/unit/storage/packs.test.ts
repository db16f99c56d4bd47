import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { Pack, PackError, readPack } from '../../../core/knowledge/pack/index.ts';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import {
  install,
  installedPacks,
  installFrom,
  StoredBlocks,
  setOrigin,
  strike,
  sweep,
  unreadablePacks,
} from '../../../storage/packs/index.ts';
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
    return (await new Pack(header, store).get('entities', ['Q794'])).get('Q794')?.id;
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

test('a pack of another version’s form is named, does not answer, and keeps its blocks', async () => {
  const { database, header } = await install(stream(await fileOf('1')));
  const catalogue = new Dexie('backstory-packs');
  catalogue.version(1).stores({ installed: '&id' });
  await catalogue
    .table('installed')
    .put({ id: 'test', database, header: { ...header, format: 1 }, bytes: 1 });
  catalogue.close();
  expect(await installedPacks()).toEqual([]);
  expect(await unreadablePacks()).toEqual([{ id: 'test', title: 'Test' }]);
  await sweep();
  expect(await Dexie.getDatabaseNames()).toContain(database);
  await strike('test');
  await sweep();
  expect(await Dexie.getDatabaseNames()).not.toContain(database);
});

describe('a pack from an address', () => {
  const address = 'https://packs.example/test.bspack';
  const now = () => new Date('2026-11-22T08:00:00Z');

  /** A server of these files; answers with what was asked of it as well. */
  function serverOf(files: Record<string, Uint8Array<ArrayBuffer> | string>) {
    const asked: string[] = [];
    const fetch = async (url: string) => {
      asked.push(url);
      const body = files[url];
      return body === undefined ? new Response('', { status: 404 }) : new Response(body);
    };
    return { asked, fetch };
  }
  const catalogueOf = async (file: Uint8Array<ArrayBuffer>, name = 'test.bspack') => {
    const { header, sum } = await readPack(stream(file));
    const { id, version, title, built, licence, counts } = header;
    const pack = { id, version, title, built, licence, counts, file: name, bytes: file.length, sum };
    return JSON.stringify({ backstoryCatalogue: 1, title: 'Packs', updated: '2026-11-19', packs: [pack] });
  };

  test('is installed, and remembers where it came from', async () => {
    const { fetch } = serverOf({ [address]: await fileOf('1') });
    await installFrom({ from: 'address', address }, { fetch, now });
    const [pack] = await installedPacks();
    expect(pack?.origin).toEqual({
      from: 'address',
      address,
      every: 'never',
      checked: '2026-11-22T08:00:00.000Z',
    });
    expect(pack?.sum).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is updated when another version lies there, and keeps its schedule', async () => {
    const files = { [address]: await fileOf('1') };
    const { fetch } = serverOf(files);
    await installFrom({ from: 'address', address }, { fetch, now });
    await setOrigin('test', { every: 'week' });
    expect(await installFrom({ from: 'address', address }, { fetch, now, id: 'test' })).toBeNull();
    files[address] = await fileOf('2');
    const fetched = await installFrom({ from: 'address', address }, { fetch, now, id: 'test' });
    expect(fetched?.replaced).toBe('1');
    const [pack] = await installedPacks();
    expect([pack?.header.version, pack?.origin?.every]).toEqual(['2', 'week']);
  });

  test('that broke off on the way leaves the old version answering', async () => {
    const files = { [address]: await fileOf('1') };
    const { fetch } = serverOf(files);
    const first = await installFrom({ from: 'address', address }, { fetch, now });
    files[address] = (await fileOf('2')).slice(0, -100);
    await expect(
      installFrom({ from: 'address', address }, { fetch, now, id: 'test' }),
    ).rejects.toBeInstanceOf(PackError);
    const [pack] = await installedPacks();
    expect(pack?.header.version).toBe('1');
    expect(await iranIn(first?.installed.database ?? '', pack?.header ?? expect.fail())).toBe('Q794');
  });

  test('that is another one now is refused', async () => {
    const files = { [address]: await fileOf('1') };
    const { fetch } = serverOf(files);
    await installFrom({ from: 'address', address }, { fetch, now });
    files[address] = await fileOf('1', 'other');
    await expect(installFrom({ from: 'address', address }, { fetch, now, id: 'test' })).rejects.toMatchObject(
      {
        code: 'another-pack',
      },
    );
    expect((await installedPacks()).map(({ id }) => id)).toEqual(['test']);
  });

  test('of a catalogue is not downloaded again while the catalogue says that it is the same', async () => {
    const list = 'https://packs.example/catalogue.json';
    const file = await fileOf('1');
    const { fetch, asked } = serverOf({ [list]: await catalogueOf(file), [address]: file });
    const origin = { from: 'catalogue', address: list } as const;
    await installFrom(origin, { fetch, now, id: 'test' });
    expect(asked).toEqual([list, address]);
    expect(await installFrom(origin, { fetch, now, id: 'test' })).toBeNull();
    expect(asked).toEqual([list, address, list]);
    await expect(installFrom(origin, { fetch, now, id: 'gone' })).rejects.toMatchObject({
      code: 'not-offered',
    });
  });

  test('that is not the file that the catalogue describes is refused', async () => {
    const list = 'https://packs.example/catalogue.json';
    const { fetch } = serverOf({
      [list]: await catalogueOf(await fileOf('1')),
      [address]: await fileOf('1b'),
    });
    await expect(
      installFrom({ from: 'catalogue', address: list }, { fetch, now, id: 'test' }),
    ).rejects.toMatchObject({ code: 'another-pack' });
    expect(await installedPacks()).toEqual([]);
  });
});
