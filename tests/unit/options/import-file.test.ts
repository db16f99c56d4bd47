// A file on its way into storage, without a browser: what is told, what is kept, what is left untouched.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { openInMemory, Pack } from '../../../core/knowledge/pack/index.ts';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { SOURCES } from '../../../core/knowledge/sources/all.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { failureOf } from '../../../entrypoints/options/import-failure.ts';
import { importFile } from '../../../entrypoints/options/import-file.ts';
import type { ImportNews } from '../../../entrypoints/options/import-job.ts';
import { packOf } from '../../../entrypoints/options/import-pack.ts';
import { installedPacks, StoredBlocks } from '../../../storage/packs/index.ts';
import { entity, world } from '../small-world.ts';

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const packFile = async (version: string, { id = 'test', name = 'test.bspack', entities = world } = {}) => {
  const meta = { id, version, title: 'Test', built: '2026-01-01', licence: 'MIT', attribution: [] };
  return new File([await writePack(meta, entities, [])], name);
};

async function imported(file: File, signal = new AbortController().signal): Promise<ImportNews[]> {
  const news: ImportNews[] = [];
  const tell = (each: ImportNews) => void news.push(each);
  await importFile(file, { tell, signal, now: new Date('2026-02-03T12:00:00Z'), languages: ['de-CH'] });
  return news;
}

const codeOf = (file: File) =>
  imported(file).then(
    () => 'added',
    (error: unknown) => failureOf(error).code,
  );

const installed = async () => (await installedPacks()).map(({ id, header }) => `${id} ${header.version}`);
const blockDatabases = async () =>
  (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('backstory-pack:'));

async function eventsOf(pack: string, id: string): Promise<string[]> {
  const { header, database } = (await installedPacks()).find((each) => each.id === pack) ?? expect.fail();
  const blocks = new StoredBlocks(database);
  try {
    return await new Pack(header, blocks).eventsNear(EntityId.parse(id), '2019-12-31', 10, 10);
  } finally {
    blocks.close();
  }
}

/** UCDP GED's columns, with values of our own. */
const GED = (
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,' +
  'dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,' +
  'number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,' +
  'where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,' +
  'region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,' +
  'high,low,gwnoa,gwnob'
).split(',');

function ged(rows: readonly Record<string, string>[]): string {
  const base: Record<string, string> = {
    year: '2019',
    active_year: '1',
    code_status: 'Clear',
    type_of_violence: '1',
    conflict_name: 'Iraq: Government',
    dyad_name: 'Government of Iraq - IS',
    side_a: 'Government of Iraq',
    side_b: 'IS',
    where_prec: '1',
    where_coordinates: 'Najaf',
    where_description: 'Najaf',
    latitude: '32.0',
    longitude: '44.3',
    geom_wkt: 'POINT (44.3 32.0)',
    country: 'Iraq',
    country_id: '645',
    region: 'Middle East',
    event_clarity: '1',
    date_prec: '1',
    date_start: '2019-11-28 00:00:00.000',
    date_end: '2019-11-28 00:00:00.000',
    best: '3',
    high: '4',
    low: '2',
  };
  const cells = rows.map((row) => GED.map((column) => ({ ...base, ...row })[column] ?? '').join(','));
  return [GED.join(','), ...cells, ''].join('\n');
}

describe('a pack', () => {
  test('is added, and a second version takes its place and says which', async () => {
    const news = await imported(await packFile('1'));
    expect(news.map(({ kind }) => kind)).toEqual(['reading', 'found', 'importing', 'done']);
    expect(news[1]).toMatchObject({
      found: { what: 'the Backstory pack “Test”, version 1', licence: 'MIT' },
    });
    expect(news.at(-1)).toMatchObject({ report: { entities: world.length, replaced: null } });
    expect((await imported(await packFile('2'))).at(-1)).toMatchObject({ report: { replaced: '1' } });
    expect(await installed()).toEqual(['test 2']);
    expect(await blockDatabases()).toHaveLength(1);
  });

  test('is known by its first bytes, whatever it is called', async () => {
    expect(await codeOf(await packFile('1', { name: 'download.gz' }))).toBe('added');
  });

  test('that is damaged, cut short, newer, older, or none at all, is told apart and changes nothing', async () => {
    await imported(await packFile('1'));
    const whole = new Uint8Array(await (await packFile('2')).arrayBuffer());
    const damaged = whole.slice();
    damaged.fill(0, damaged.length - 8, damaged.length - 4);
    const gzipped = async (text: string) =>
      new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
    const file = (content: BlobPart) => new File([content], 'a.bspack');
    expect(await codeOf(file(damaged))).toBe('damaged');
    // So small a file is inflated in one piece, or not at all: which it is cannot be told.
    expect(await codeOf(file(whole.slice(0, -200)))).toMatch(/truncated|damaged/);
    expect(await codeOf(file(await gzipped(`backstory-pack 9999 10 ${'0'.repeat(64)}\n`)))).toBe('newer');
    expect(await codeOf(file(await gzipped(`backstory-pack 1 10 ${'0'.repeat(64)}\n`)))).toBe('older');
    expect(await codeOf(file('no pack'))).toBe('not-a-pack');
    expect(await installed()).toEqual(['test 1']);
    expect(await blockDatabases()).toHaveLength(1);
  });

  test('cannot take the place of the one that comes with the extension', async () => {
    expect(await codeOf(await packFile('9', { id: 'starter' }))).toBe('built-in');
    expect(await installed()).toEqual([]);
  });

  test('that is cancelled leaves nothing behind', async () => {
    await expect(imported(await packFile('1'), AbortSignal.abort())).rejects.toThrow();
    expect(await installed()).toEqual([]);
    expect(await blockDatabases()).toEqual([]);
  });
});

describe('a table', () => {
  test('becomes a pack of its own, with its source’s licence, tied to what is known', async () => {
    const relations = [{ type: 'located_in', to: 'test:around-najaf' }];
    const entities = [
      entity('Q796', 'country', ['Iraq'], { ids: { iso2: 'IQ', iso3: 'IRQ' } }),
      entity('test:around-najaf', 'region', ['Around Najaf']),
      entity('Q168193', 'city', ['Najaf'], { relations, geo: { lat: 32, lon: 44.3 } }),
    ];
    await imported(await packFile('1', { entities }));
    const news = await imported(
      new File([ged([{ id: '1' }, { id: '2' }, { id: 'x' }])], 'GEDEvent_v25_1.csv'),
    );
    expect(news.find(({ kind }) => kind === 'found')).toMatchObject({
      found: { what: expect.stringContaining('UCDP GED'), licence: 'CC BY 4.0' },
    });
    expect(news.at(-1)).toMatchObject({
      kind: 'done',
      report: { events: 2, rejected: 1, rejections: [{ line: 4 }], replaced: null },
    });
    expect(await installed()).toEqual(['test 1', 'ucdp-gedevent-v25-1 2026-02-03']);
    // Only the other pack knows Najaf, and in what it lies: the events are found from there too.
    expect(await eventsOf('ucdp-gedevent-v25-1', 'test:around-najaf')).toHaveLength(2);
  });

  test('that comes again replaces itself, also when the browser numbered the download', async () => {
    await imported(new File([ged([{ id: '1' }])], 'iraq.csv'));
    const news = await imported(new File([ged([{ id: '1' }, { id: '2' }])], 'iraq (1).csv'));
    expect(news.at(-1)).toMatchObject({ report: { events: 2, replaced: '2026-02-03' } });
    expect(await installed()).toHaveLength(1);
  });

  test('that nobody named does not take the place of another that nobody named', async () => {
    await imported(new File([ged([{ id: '1' }])], 'download.csv'));
    await imported(new File([ged([{ id: '2' }])], 'download.csv'));
    expect(await installed()).toHaveLength(2);
  });

  test('with no good row is refused with the first reason', async () => {
    const error = await imported(new File([ged([{ id: 'x' }])], 'bad.csv')).catch(failureOf);
    expect(error).toEqual({ code: 'nothing-in-it', words: expect.stringMatching(/refused, line 2: /) });
    expect(await installed()).toEqual([]);
  });

  test('of no known kind is not guessed at', async () => {
    expect(await codeOf(new File(['a shopping list\n'], 'list.txt'))).toBe('not-recognised');
  });
});

describe('what went wrong is found inside whatever wraps it', () => {
  test.each([
    ['a full disk', new DOMException('full', 'QuotaExceededError'), 'disk-full'],
    [
      'a full disk, as Dexie tells it',
      Object.assign(new Error('AbortError'), {
        name: 'AbortError',
        inner: new DOMException('full', 'QuotaExceededError'),
      }),
      'disk-full',
    ],
    [
      'a full disk within a bulk write',
      Object.assign(new Error('bulk'), { failures: [new DOMException('full', 'QuotaExceededError')] }),
      'disk-full',
    ],
    ['a file that has gone', new DOMException('gone', 'NotReadableError'), 'unreadable'],
    ['a private window', Object.assign(new Error(''), { name: 'MissingAPIError' }), 'no-storage'],
    ['anything else', new TypeError('oops'), 'internal'],
  ])('%s', (_what, error, code) => {
    expect(failureOf(error).code).toBe(code);
  });
});

test('files with long names get short ids, and those of different files differ', async () => {
  const [ucdp] = SOURCES.filter(({ id }) => id === 'ucdp');
  const idOf = async (fileName: string) =>
    (await packOf(ucdp ?? expect.fail(), { fileName, text: '' }, '2026-02-03')).id;
  const long = 'events of the Middle East from 2019-01-01 to';
  const ids = await Promise.all([`${long} 2019-06-30.csv`, `${long} 2019-12-31.csv.gz`].map(idOf));
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^ucdp-events-of-the-middle-east-[0-9a-f]{8}$/);
  expect(await idOf('Übersicht.csv')).toBe('ucdp-ubersicht');
});

test.each(SOURCES)('what a pack of $title says of itself fits a pack’s header', async (source) => {
  const meta = await packOf(source, { fileName: `${'x'.repeat(300)}.csv`, text: '' }, '2026-02-03');
  const file = await writePack(meta, [], []);
  expect((await openInMemory(new Blob([file]).stream())).header.licence).toBe(source.licence);
});
