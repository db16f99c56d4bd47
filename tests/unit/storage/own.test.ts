import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { draftOf, type OwnDraft } from '../../../core/knowledge/own/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import {
  isSiteOn,
  keepEntry,
  keepRecords,
  markDeleted,
  readOwn,
  switchSite,
} from '../../../storage/reader/index.ts';
import { entity } from '../small-world.ts';
import { NOW, draft as plain } from './own-drafts.ts';

afterEach(() => Dexie.delete('backstory-reader'));

const LATER = '2026-11-23T10:00:00.000Z';
const QUIST = EntityId.parse('own:quist-1');
const draft: OwnDraft = {
  ...plain,
  names: [{ text: 'Zeb', lang: 'en' }],
  note: 'one\ntwo\nthree',
};

async function rows() {
  const database = new ReaderDatabase();
  try {
    return { updates: await database.updates.toArray(), outbox: await database.outbox.toArray() };
  } finally {
    database.close();
  }
}

const found = async (key: string) =>
  (await readOwn())
    .names([key])
    .get(key)
    ?.map(({ id }) => id) ?? [];

test('what is kept is there again, and found by its names', async () => {
  const kept = await keepEntry(QUIST, null, draft, NOW);
  expect(kept).toEqual({ ...draft, id: QUIST, changed: NOW, deleted: null, record: null });
  expect((await readOwn()).entry(QUIST)).toEqual(kept);
  expect(await found('zeb')).toEqual([QUIST]);
});

test('asked twice, since the worker died before it could answer, it is kept once', async () => {
  const first = await keepEntry(QUIST, null, draft, NOW);
  expect(await keepEntry(QUIST, null, draft, LATER)).toEqual({ ...first, changed: expect.any(String) });
  expect((await readOwn()).all()).toHaveLength(1);
});

test('a change that changes nothing leaves nothing behind', async () => {
  await keepEntry(QUIST, null, draft, NOW);
  const before = await rows();
  await keepEntry(QUIST, draft, draft, LATER);
  expect(await rows()).toEqual(before);
});

test('two windows that began with the same entry both keep their changes', async () => {
  const began = draftOf(await keepEntry(QUIST, null, draft, NOW));
  const [names, first] = [began.names, { text: 'Zebby', lang: 'en' }];
  await keepEntry(QUIST, began, { ...began, names: [...names, first], note: 'one!\ntwo\nthree' }, NOW);
  const second = {
    ...began,
    names: [{ text: 'Зебулон', lang: 'ru' }],
    line: 'Minister',
    note: 'one\ntwo\nthree?',
    geo: { lat: 1, lon: 2 },
  };
  const kept = await keepEntry(QUIST, began, second, LATER);
  expect(kept).toMatchObject({
    line: 'Minister',
    note: 'one!\ntwo\nthree?',
    surname: 'Quist',
    geo: second.geo,
  });
  expect(kept.names).toEqual([first, { text: 'Зебулон', lang: 'ru' }]);
  expect(await found('zeb')).toEqual([]);
});

test('changes at the same moment are all kept', async () => {
  const ids = Array.from({ length: 20 }, (_, n) => EntityId.parse(`own:e-${n}`));
  await Promise.all(ids.map((id, n) => keepEntry(id, null, { ...draft, name: `Name ${n}` }, NOW)));
  expect((await readOwn()).all()).toHaveLength(20);
});

test('a deleted entry is not found, can be brought back, and comes back when it is saved again', async () => {
  await keepEntry(QUIST, null, draft, NOW);
  await markDeleted(QUIST, LATER);
  expect(await found('zeb')).toEqual([]);
  expect((await readOwn()).entry(QUIST)?.deleted).toBe(LATER);
  await markDeleted(QUIST, null);
  expect(await found('zeb')).toEqual([QUIST]);
  await markDeleted(QUIST, LATER);
  expect(await keepEntry(QUIST, draft, { ...draft, line: 'Back' }, LATER)).toMatchObject({
    line: 'Back',
    deleted: null,
  });
});

test('to delete what is not there leaves nothing behind', async () => {
  expect(await markDeleted(QUIST, NOW)).toBeNull();
  expect((await rows()).updates).toEqual([]);
});

test('a record from another source is kept whole, and a newer one leaves what the reader wrote', async () => {
  const record = entity('Q4115189', 'person', ['Ada Marrow', 'A. Marrow'], { pack: 'own' });
  const [first] = await keepRecords([record, entity('Q796', 'country', ['Iraq'], { pack: 'own' })], NOW);
  expect(first).toMatchObject({ name: 'Ada Marrow', record });
  expect(await found('a marrow')).toEqual(['Q4115189']);
  const began = draftOf(first ?? expect.fail());
  await keepEntry(record.id, began, { ...began, note: 'Mine' }, NOW);
  const newer = { ...record, names: record.names.slice(0, 1), description: 'Newer' };
  const [again] = await keepRecords([newer], LATER);
  expect(again).toMatchObject({ note: 'Mine', record: { description: 'Newer' } });
  expect(await found('a marrow')).toEqual([]);
});

test('the updates alone rebuild everything, and each change waits in the outbox', async () => {
  await switchSite('a.example', false);
  await keepEntry(QUIST, null, draft, NOW);
  await markDeleted(QUIST, NOW);
  await markDeleted(QUIST, null);
  const before = (await readOwn()).all();
  const { updates, outbox } = await rows();
  expect(outbox.map(({ update }) => update)).toEqual(updates.map(({ id }) => id));
  const database = new ReaderDatabase();
  await database.own.clear();
  database.close();
  expect((await readOwn()).all()).toEqual(before);
});

test('rows that were derived by older rules are derived anew, also by a change', async () => {
  await keepEntry(QUIST, null, draft, NOW);
  const spoil = async () => {
    const database = new ReaderDatabase();
    await database.own.toCollection().modify({ made: 0, entries: [] });
    database.close();
  };
  await spoil();
  expect(await found('zeb')).toEqual([QUIST]);
  await spoil();
  await keepEntry(EntityId.parse('own:other'), null, { ...draft, name: 'Other' }, NOW);
  expect((await readOwn()).all()).toHaveLength(2);
});

test('many updates are put together, those that wait apart from those that were sent', async () => {
  for (let n = 0; n < 120; n++)
    await keepEntry(QUIST, n === 0 ? null : { ...draft, line: `${n - 1}` }, { ...draft, line: `${n}` }, NOW);
  const database = new ReaderDatabase();
  await database.outbox.clear();
  database.close();
  for (let n = 120; n < 201; n++)
    await keepEntry(QUIST, { ...draft, line: `${n - 1}` }, { ...draft, line: `${n}` }, NOW);
  const { updates, outbox } = await rows();
  expect(updates.length).toBeLessThan(5);
  expect(outbox.map(({ update }) => update)).toEqual([updates.at(-1)?.id]);
  const document = new Y.Doc();
  for (const { update } of updates) Y.applyUpdate(document, update);
  expect(document.getMap(`e:${QUIST}`).get('line')).toBe('200');
});

describe('the database of an earlier version', () => {
  const earlier = () => {
    const database = new Dexie('backstory-reader');
    database.version(1).stores({ updates: '++id, document', outbox: '&update', settings: '&key' });
    return database;
  };

  test('keeps its settings when it is opened by this one', async () => {
    const document = new Y.Doc();
    document.getMap('settings').set('site:a.example', 'off');
    const old = earlier();
    const update = Y.encodeStateAsUpdate(document);
    const id = await old.table('updates').add({ document: 'settings', update });
    await old.table('outbox').add({ update: id });
    await old.table('settings').add({ key: 'site:a.example', value: 'off' });
    old.close();
    expect(await isSiteOn('a.example')).toBe(false);
    await switchSite('b.example', false);
    await keepEntry(QUIST, null, draft, NOW);
    expect(await isSiteOn('a.example')).toBe(false);
    expect((await rows()).outbox).toHaveLength(3);
  });

  test('goes on where the extension went back to it, and nothing is lost on the way forth', async () => {
    await keepEntry(QUIST, null, draft, NOW);
    await switchSite('a.example', false);
    const old = earlier();
    expect(await old.table('settings').toArray()).toEqual([{ key: 'site:a.example', value: 'off' }]);
    await old.table('settings').put({ key: 'site:b.example', value: 'off' });
    old.close();
    expect(await isSiteOn('b.example')).toBe(false);
    expect((await readOwn()).entry(QUIST)).toMatchObject(draft);
  });
});
