// What the reader said of names is kept as an edit like any other, decides until it is taken back, and comes through an update.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Correction, MOST_CORRECTIONS } from '../../../core/matching/correction.ts';
import { surfaceOf } from '../../../core/matching/corrections.ts';
import { correctionsIn, writeCorrection } from '../../../storage/reader/correction-fields.ts';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import { derive, derivedTables } from '../../../storage/reader/derive.ts';
import {
  isSiteOn,
  keepCorrections,
  readCorrections,
  TooManyCorrections,
  takeBackCorrections,
} from '../../../storage/reader/index.ts';

const NOW = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-22T11:00:00.000Z';

afterEach(() => Dexie.delete('backstory-reader'));

function correction(written: string, says: string, scope: string | null = 'news.example'): Correction {
  return Correction.parse({
    surface: surfaceOf(written),
    written,
    scope,
    says,
    called: `${says}!`,
    made: NOW,
  });
}

const keepCorrection = async (one: Correction) => (await keepCorrections([one]))[0];

async function inDatabase<T>(task: (database: ReaderDatabase) => Promise<T>): Promise<T> {
  const database = new ReaderDatabase();
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

const inForce = async () =>
  (await readCorrections()).map(({ written, scope, says }) => `${written} on ${scope}: ${says}`).sort();

test('what was said of a name holds on its site, and another site is its own matter', async () => {
  expect(await keepCorrection(correction('Paris', 'Q830149'))).toBeNull();
  await keepCorrection(correction('Paris', 'never', 'other.example'));
  await keepCorrection(correction('Paris', 'none', null));
  expect(await inForce()).toEqual([
    'Paris on news.example: Q830149',
    'Paris on null: none',
    'Paris on other.example: never',
  ]);
});

test('what is said anew replaces what was said, and answers it', async () => {
  await keepCorrection(correction('Paris', 'Q830149'));
  expect(await keepCorrection(correction('PARIS', 'none'))).toMatchObject({ says: 'Q830149' });
  expect(await inForce()).toEqual(['PARIS on news.example: none']);
});

test('what is taken back decides nothing, once, and can be said again', async () => {
  await keepCorrection(correction('Paris', 'Q830149'));
  const about = { surface: 'paris', scope: 'news.example' };
  expect(await takeBackCorrections([about], LATER)).toMatchObject([{ says: 'Q830149', written: 'Paris' }]);
  expect(await takeBackCorrections([about], LATER)).toEqual([]);
  expect(await inForce()).toEqual([]);
  expect(await keepCorrection(correction('Paris', 'never'))).toBeNull();
  expect(await inForce()).toEqual(['Paris on news.example: never']);
});

test('all are taken back at once', async () => {
  for (const name of ['Paris', 'Jordan', 'Georgia']) await keepCorrection(correction(name, 'none'));
  expect(await takeBackCorrections('all', LATER)).toHaveLength(3);
  expect(await inForce()).toEqual([]);
});

test('every change waits in the outbox; the updates alone rebuild the rows, and the same said twice is no change', async () => {
  await keepCorrection(correction('Paris', 'Q830149'));
  await keepCorrection(correction('Paris', 'Q830149'));
  await takeBackCorrections([{ surface: 'paris', scope: 'news.example' }], LATER);
  await keepCorrection(correction('Jordan', 'none', null));
  const [updates, outbox, rows] = await inDatabase(async (database) => [
    await database.updates.toArray(),
    await database.outbox.toArray(),
    await database.corrections.toArray(),
  ]);
  expect(outbox.map(({ update }) => update)).toEqual(updates.map(({ id }) => id));
  expect(updates).toHaveLength(3);
  const document = new Y.Doc();
  for (const { update } of updates) Y.applyUpdate(document, update);
  expect(correctionsIn(document)).toEqual(rows.map(({ key: _, ...row }) => row));
});

test('two devices that correct one name end with the same word for it, whole', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  writeCorrection(one, correction('Paris', 'Q830149'));
  writeCorrection(other, correction('Paris', 'never'));
  writeCorrection(other, correction('Jordan', 'none'));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  const said = (document: Y.Doc) => Object.fromEntries(correctionsIn(document).map((c) => [c.surface, c]));
  expect(said(one)).toEqual(said(other));
  const paris = said(one)['paris'];
  expect(paris?.called).toBe(`${paris?.says}!`);
  expect(said(one)['jordan']?.says).toBe('none');
});

test('there are no more than there may be, and the one too many leaves nothing behind', async () => {
  await inDatabase((database) => {
    const document = new Y.Doc();
    for (let n = 0; n < MOST_CORRECTIONS; n++) writeCorrection(document, correction(`Name ${n}`, 'none'));
    return database.updates.add({ document: 'corrections', update: Y.encodeStateAsUpdate(document) });
  });
  await expect(keepCorrection(correction('Paris', 'none'))).rejects.toBeInstanceOf(TooManyCorrections);
  expect(await readCorrections()).toHaveLength(MOST_CORRECTIONS);
  // To say something else of one that is there adds none.
  await keepCorrection(correction('Name 7', 'never'));
  await takeBackCorrections([{ surface: 'name 3', scope: 'news.example' }], LATER);
  await keepCorrection(correction('Paris', 'none'));
});

test('of those that were taken back the oldest are forgotten', () => {
  const document = new Y.Doc();
  const map = document.getMap('corrections');
  document.transact(() => {
    for (let n = 0; n < 2 * MOST_CORRECTIONS; n++)
      map.set(`a.example name${n}`, {
        says: 'none',
        written: 'x',
        called: '',
        made: NOW,
        deleted: `${10_000 + n}`,
      });
    writeCorrection(document, correction('Paris', 'none'));
  });
  expect(map.size).toBe(2 * MOST_CORRECTIONS);
  expect(map.has('a.example name0')).toBe(false);
  expect(map.has('a.example name1')).toBe(true);
});

test('what a later version wrote, or somebody made up, is left alone and not believed', async () => {
  await inDatabase(async (database) => {
    const document = new Y.Doc();
    const map = document.getMap('corrections');
    const value = { written: 'Paris', says: 'none', called: '', made: NOW, deleted: null };
    map.set('news.example paris', { ...value, says: { somebody: 'new' } });
    map.set('not a host at all', value);
    map.set('nonsense', 7);
    map.set('UPPER.example paris', value);
    map.set('news.example jordan', { ...value, surface: 'lebanon', scope: null });
    await database.updates.add({ document: 'corrections', update: Y.encodeStateAsUpdate(document) });
  });
  // A value cannot speak for another name or site than its key's.
  expect(await inForce()).toEqual(['Paris on news.example: none', 'Paris on not: none']);
  expect((await readCorrections()).map(({ surface }) => surface).sort()).toEqual(['a host at all', 'jordan']);
});

test('what comes from another device is derived', async () => {
  await readCorrections();
  await inDatabase(async (database) => {
    const document = new Y.Doc();
    writeCorrection(document, correction('Paris', 'never'));
    await database.transaction('rw', [database.updates, ...derivedTables(database)], () =>
      derive('corrections', document, database),
    );
  });
  expect(await inForce()).toEqual(['Paris on news.example: never']);
});

describe('the database of an earlier version', () => {
  const VERSIONS = [
    { updates: '++id, document', outbox: '&update', settings: '&key' },
    { own: '&shelf' },
    {
      pages: '&key, *aliases, titleKey, changed',
      passages: '&id, page, *entities',
      entityNotes: '&entity, changed',
      derived: '&tables',
      history: '++id, document, batch',
    },
    { sync: '&key' },
  ];
  const earlier = (version: number) => {
    const old = new Dexie('backstory-reader');
    for (const [n, stores] of VERSIONS.slice(0, version).entries()) old.version(n + 1).stores(stores);
    return old;
  };

  test.each([1, 2, 3, 4])('%i keeps what it has, and takes corrections', async (version) => {
    const document = new Y.Doc();
    document.getMap('settings').set('site:a.example', 'off');
    const old = earlier(version);
    await old.table('updates').add({ document: 'settings', update: Y.encodeStateAsUpdate(document) });
    await old.table('settings').add({ key: 'site:a.example', value: 'off' });
    old.close();
    await keepCorrection(correction('Paris', 'never'));
    expect(await inForce()).toEqual(['Paris on news.example: never']);
    expect(await isSiteOn('a.example')).toBe(false);
  });

  test('keeps what a device of this version sent to it, and believes it once it is this version too', async () => {
    const old = earlier(4);
    const document = new Y.Doc();
    writeCorrection(document, correction('Jordan', 'none'));
    await old.table('updates').add({ document: 'corrections', update: Y.encodeStateAsUpdate(document) });
    old.close();
    expect(await inForce()).toEqual(['Jordan on news.example: none']);
  });

  test('goes on where the extension went back to it, and what was said holds on the way forth', async () => {
    await keepCorrection(correction('Paris', 'never'));
    const old = earlier(4);
    expect(await old.table('updates').count()).toBe(1);
    old.close();
    await keepCorrection(correction('Jordan', 'none'));
    expect(await inForce()).toEqual(['Jordan on news.example: none', 'Paris on news.example: never']);
  });
});
