import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openInMemory, readPack } from '../../../core/knowledge/pack/index.ts';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { readCatalogue } from '../../../core/knowledge/remote/catalogue.ts';
import { world } from '../small-world.ts';

const tool = new URL('../../../tools/pack.ts', import.meta.url).pathname;
// Each test starts Node, some twice.
vi.setConfig({ testTimeout: 30_000 });
let folder: string;
const path = (name: string) => join(folder, name);

/** Made up, in GeoNames' nineteen columns. */
function place(id: number, name: string, country: string, people: number): string {
  return [
    id,
    name,
    name,
    '',
    '33.5',
    '44.4',
    'P',
    'PPLA',
    country,
    '',
    '07',
    '',
    '',
    '',
    people,
    '',
    '34',
    'Asia/Baghdad',
    '2020-01-01',
  ].join('\t');
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function pack(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [tool, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-'));
  const places = Array.from({ length: 9 }, (_, index) => place(index + 1, `Testabad ${index}`, 'IQ', 90_000));
  await writeFile(path('places.txt'), `${[...places, 'a broken row', ...places.slice(0, 1)].join('\n')}\n`);
  await writeFile(path('places.bin'), gzipSync(await readFile(path('places.txt'))));
  await writeFile(path('poem.txt'), 'Roses are red,\nviolets are blue.\n');
  await writeFile(path('cut.gz'), gzipSync(crypto.getRandomValues(new Uint8Array(5000))).subarray(0, 3000));
  const meta = {
    id: 'test',
    version: '1',
    title: 'Small',
    built: '2026-01-01',
    licence: 'MIT',
    attribution: [],
  };
  await writeFile(path('small.bspack'), await writePack(meta, world, []));
});
afterAll(() => rm(folder, { recursive: true }));

const small = () => ['--with', path('small.bspack')];

test('a file is recognised, built into a pack, and every refused row is named', async () => {
  const out = path('places.bspack');
  const title = ['--id', 'my-places', '--title', 'My places'];
  const built = await pack('build', 'auto', path('places.bin'), '--out', out, ...title, ...small());
  expect(built).toMatchObject({ code: 0 });
  expect(built.out).toContain('GeoNames places, 19 columns');
  expect(built.out).toMatch(/refused: line 10: .*columns/);
  expect(built.out).toContain('11 lines: 9 entities, 0 events, 1 rows refused, 0 left out');
  const { header } = await openInMemory(new Blob([await readFile(out)]).stream());
  expect(header).toMatchObject({
    id: 'my-places',
    title: 'My places',
    licence: 'CC BY 4.0',
    counts: { entities: 9, events: 0 },
  });
  expect(header.attribution[0]?.text).toContain('GeoNames');

  const inspected = await pack('inspect', out);
  expect(inspected).toMatchObject({ code: 0, err: '' });
  expect(inspected.out).toContain('My places (my-places, version');
  expect(inspected.out).toContain('table entities: 9 rows in 1 blocks');
  expect(inspected.out).toContain('Every block is whole.');
});

test('the same file gives the same version', async () => {
  const versions = [];
  for (const name of ['a.bspack', 'b.bspack']) {
    await pack('build', 'geonames', path('places.txt'), '--out', path(name), ...small());
    versions.push((await openInMemory(new Blob([await readFile(path(name))]).stream())).header.version);
  }
  expect(versions[0]).toBe(versions[1]);
});

test.each<[string, () => string[], RegExp]>([
  ['nobody knows', () => ['auto', path('poem.txt')], /poem\.txt: no source knows this form/],
  ['is cut off', () => ['auto', path('cut.gz')], /cut\.gz: The gzip file/],
  ['is not there', () => ['geonames', path('none.txt')], /none\.txt cannot be read/],
  ['has nothing of its source', () => ['geonames', path('poem.txt')], /Nothing could be imported/],
])('a file that %s ends in an error, and no pack is written', async (_, args, message) => {
  const out = path('never.bspack');
  const run = await pack('build', ...args(), '--out', out, ...small());
  expect(run.code).toBe(1);
  expect(run.err).toMatch(message);
  expect(existsSync(out)).toBe(false);
});

test('the packs of a folder are listed in a catalogue, by which each can be checked', async () => {
  await mkdir(path('site/packs'), { recursive: true });
  await copyFile(path('small.bspack'), path('site/packs/small.bspack'));
  const made = await pack(
    'catalogue',
    path('site/packs'),
    '--out',
    path('site/catalogue.json'),
    '--title',
    'Ours',
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  const text = await readFile(path('site/catalogue.json'), 'utf8');
  const { title, packs } = readCatalogue(text, 'https://packs.example/site/catalogue.json');
  expect(title).toBe('Ours');
  const { sum } = await readPack(new Blob([await readFile(path('small.bspack'))]).stream());
  expect(packs).toMatchObject([
    { id: 'test', version: '1', file: 'https://packs.example/site/packs/small.bspack', sum },
  ]);
  await copyFile(path('small.bspack'), path('site/packs/again.bspack'));
  const twice = await pack('catalogue', path('site/packs'), '--out', path('site/twice.json'));
  expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('Two packs have the id “test”') });
  expect(existsSync(path('site/twice.json'))).toBe(false);
});

test('a pack with a damaged block is found out', async () => {
  const bytes = await readFile(path('small.bspack'));
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  await writeFile(path('damaged.bspack'), bytes);
  const run = await pack('inspect', path('damaged.bspack'));
  expect(run.code).toBe(1);
  expect(run.out).not.toContain('whole');
  expect(run.err).not.toBe('');
});

test.each<[string, string[]]>([
  ['nothing', []],
  ['an unknown command', ['make']],
  ['no file', ['build', 'geonames', '--out', 'x']],
  ['no --out', ['build', 'geonames', 'x']],
  ['an unknown source', ['build', 'gossip', 'x', '--out', 'y']],
  ['an unknown option', ['inspect', 'x', '--loudly']],
])('called with %s, it says how to call it', async (_, args) => {
  const run = await pack(...args);
  expect(run.code).toBe(2);
  expect(run.err).toContain('Usage:');
  expect(run.out).toBe('');
});

test('--help names every source', async () => {
  const { code, out } = await pack('--help');
  expect(code).toBe(0);
  expect(out).toMatch(/geonames.*ucdp|ucdp.*geonames/);
});
