import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import { isLookUpOn, isSiteOn, sitesOff, switchLookUp, switchSite } from '../../../storage/reader/index.ts';

afterEach(() => Dexie.delete('backstory-reader'));

async function rows() {
  const database = new ReaderDatabase();
  try {
    return { updates: await database.updates.toArray(), outbox: await database.outbox.toArray() };
  } finally {
    database.close();
  }
}

test('a site is on until it is switched off, and on again after', async () => {
  expect(await isSiteOn('news.example')).toBe(true);
  await switchSite('news.example', false);
  expect(await isSiteOn('news.example')).toBe(false);
  expect(await isSiteOn('other.example')).toBe(true);
  await switchSite('news.example', true);
  expect(await isSiteOn('news.example')).toBe(true);
  expect(await sitesOff()).toEqual([]);
});

test('the sites that are off are listed in order', async () => {
  for (const site of ['b.example', 'a.example', 'c.example']) await switchSite(site, false);
  await switchSite('c.example', true);
  expect(await sitesOff()).toEqual(['a.example', 'b.example']);
});

test('every choice waits in the outbox, and the updates alone rebuild all choices', async () => {
  await switchSite('a.example', false);
  await switchSite('b.example', false);
  await switchSite('a.example', true);
  const { updates, outbox } = await rows();
  expect(outbox.map(({ update }) => update)).toEqual(updates.map(({ id }) => id));
  const document = new Y.Doc();
  for (const { update } of updates) Y.applyUpdate(document, update);
  expect(document.getMap('settings').toJSON()).toEqual({ 'site:b.example': 'off' });
});

test('a choice that changes nothing leaves nothing behind', async () => {
  await switchSite('a.example', true);
  expect((await rows()).updates).toEqual([]);
});

test('two choices at once are both kept', async () => {
  await Promise.all([
    switchSite('a.example', false),
    switchSite('b.example', false),
    switchSite('c.example', false),
  ]);
  expect(await sitesOff()).toEqual(['a.example', 'b.example', 'c.example']);
});

test('look-ups are off until the reader switches them on', async () => {
  expect(await isLookUpOn()).toBe(false);
  await switchLookUp(true);
  expect(await isLookUpOn()).toBe(true);
  expect(await sitesOff()).toEqual([]);
  await switchLookUp(false);
  expect(await isLookUpOn()).toBe(false);
});
