// A large page's document is held from one edit to the next; whatever happens in between, what is kept is what was written.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { whereabouts } from '../../../core/annotation/kept/index.ts';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import { changeAt, keepPassage, keptAt } from '../../../storage/reader/index.ts';
import { pageDocument } from '../../../storage/reader/kept-rows.ts';
import { takeHeld } from '../../../storage/reader/last-edited.ts';
import { look, passage } from '../kept/passages.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('backstory-reader');
});

const NOW = '2026-11-22T10:00:00.000Z';
const LONG = 'So it was said, and so it was written down. '.repeat(220);
const at = whereabouts(look().url, look()) ?? expect.fail();
const name = pageDocument(at.key);

const keep = (n: number) =>
  keepPassage(at, look(), { ...passage(n), note: LONG }, { apart: false, now: NOW });
const note = (n: number, was: string, is: string) =>
  changeAt(
    at,
    passage(n).id,
    { was: { note: was }, is: { note: is } },
    { batch: `${n}${is}`, did: 'changed', now: NOW },
  );
const noteOf = async (n: number) =>
  (await keptAt(at)).pages.flatMap(({ passages }) => [...passages]).find(({ id }) => id === passage(n).id)
    ?.note;

async function keepMany() {
  for (let n = 0; n < 24; n += 1) await keep(n);
}

async function inDatabase<T>(task: (database: ReaderDatabase) => Promise<T>): Promise<T> {
  const database = new ReaderDatabase();
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

/** What the rows say, whoever wrote them. */
const fromRows = () =>
  inDatabase(async ({ updates }) => {
    const document = new Y.Doc();
    for (const { update } of await updates.where('document').equals(name).sortBy('id'))
      Y.applyUpdate(document, update);
    return document;
  });

test('a large page is held between two edits, and a small one is not', async () => {
  await keep(0);
  expect(await inDatabase((database) => takeHeld(database, name))).toBeNull();
  await keepMany();
  expect(await inDatabase((database) => takeHeld(database, name))).not.toBeNull();
});

test('what another worker or device wrote meanwhile is neither missed nor written over', async () => {
  await keepMany();
  const other = await fromRows();
  const made: Uint8Array[] = [];
  other.on('update', (update: Uint8Array) => made.push(update));
  other.getText(`n:${passage(3).id}`).insert(0, 'Elsewhere: ');
  await inDatabase(async ({ updates }) => {
    for (const update of made) await updates.add({ document: name, update });
  });
  await note(3, LONG, `${LONG}Here.`);
  expect(await noteOf(3)).toBe(`Elsewhere: ${LONG}Here.`);
});

test('an edit that could not be stored is in nothing that is stored later', async () => {
  await keepMany();
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(note(1, LONG, 'Lost.')).rejects.toThrow();
  full.mockRestore();
  await note(2, LONG, 'Stored.');
  expect(await noteOf(1)).toBe(LONG);
  const rows = await fromRows();
  expect(rows.getText(`n:${passage(1).id}`).toString()).toBe(LONG);
  expect(rows.getText(`n:${passage(2).id}`).toString()).toBe('Stored.');
  expect(rows.store.pendingStructs).toBeNull();
});

test('after everything was deleted nothing of it comes back with the same numbers', async () => {
  await keepMany();
  await Dexie.delete('backstory-reader');
  const other = new Y.Doc();
  await inDatabase(async ({ updates }) => {
    for (let n = 0; n < 24; n += 1) {
      other.getMap('page').set('x', n);
      await updates.add({ document: name, update: Y.encodeStateAsUpdate(other) });
    }
  });
  await keep(30);
  const rows = await fromRows();
  expect(rows.store.pendingStructs).toBeNull();
  expect(rows.getText(`n:${passage(30).id}`).toString()).toBe(LONG);
  expect(rows.getText(`n:${passage(3).id}`).toString()).toBe('');
});
