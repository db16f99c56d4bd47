// Snapshots, and the file with everything: what was lost comes back, what is there stays.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { whereabouts } from '../../../core/annotation/kept/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { longSum } from '../../../core/text/index.ts';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import {
  allEntityNotes,
  changeMany,
  emptyBin,
  isLookUpOn,
  isSiteOn,
  keepCorrections,
  keepEntry,
  keepNote,
  keepPassage,
  markDeleted,
  passagesOf,
  readCorrections,
  readOwn,
  switchLookUp,
  switchSite,
  takeBackCorrections,
  undoLast,
} from '../../../storage/reader/index.ts';
import { withSnapshots } from '../../../storage/snapshots/database.ts';
import {
  bringIn,
  deleteEverything,
  exportEverything,
  listSnapshots,
  previewFile,
  previewSnapshot,
  readExport,
  restoreSnapshot,
  takeSnapshot,
  toldOf,
} from '../../../storage/snapshots/index.ts';
import { superfluous } from '../../../storage/snapshots/ring.ts';
import { look, passage } from '../kept/passages.ts';
import { draft, NOW } from './own-drafts.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const at = whereabouts(look().url, look()) ?? expect.fail();
const keep = (n: number, note = '') =>
  keepPassage(at, look(), { ...passage(n), note, tags: ['war'] }, { apart: false, now: NOW });
const action = (did: 'changed' | 'dropped' = 'changed') => ({ batch: crypto.randomUUID(), did, now: NOW });
const drop = (...ns: number[]) =>
  changeMany(
    ns.map((n) => passage(n).id),
    () => ({ was: { deleted: false }, is: { deleted: true } }),
    action('dropped'),
  );
const note = (n: number, was: string, is: string) =>
  changeMany([passage(n).id], () => ({ was: { note: was }, is: { note: is } }), action());
const kept = async () =>
  (await passagesOf(at.key)).passages
    .filter(({ deleted }) => deleted === null)
    .map((one) => [one.id, one.note]);
const IRAN = { entity: EntityId.parse('Q794'), name: 'Iran', kind: 'country' } as const;
const QUIST = EntityId.parse('own:quist');
const enter = (line: string, was: string | null = null) =>
  keepEntry(QUIST, was === null ? null : { ...draft, line: was }, { ...draft, line }, NOW);
const snapshot = async () => (await takeSnapshot('asked', NOW)) ?? expect.fail();
const id = (n: number) => passage(n).id;

describe('taking one', () => {
  test('says what is in it, and none is taken where nothing has changed', async () => {
    expect(await takeSnapshot('time', NOW)).toBeNull();
    await keep(1);
    await keep(2);
    await drop(2);
    await keepNote(IRAN, { was: '', is: 'Watch' }, NOW);
    await enter('Envoy');
    expect(await snapshot()).toMatchObject({ passages: 1, notes: 1, entries: 1, why: 'asked', made: NOW });
    expect(await takeSnapshot('time', NOW)).toBeNull();
    await keep(3);
    expect(await takeSnapshot('time', NOW)).toMatchObject({ passages: 2 });
  });

  test('copies a document again only once it has changed', async () => {
    await keep(1);
    await keepNote(IRAN, { was: '', is: 'Watch' }, NOW);
    await snapshot();
    await keep(2);
    await snapshot();
    const contents = await withSnapshots((database) => database.contents.toCollection().primaryKeys());
    expect(contents.map((key) => key.split('@')[0]).sort()).toEqual([
      'entity:Q794',
      `page:${at.key}`,
      `page:${at.key}`,
    ]);
  });

  test('drops copies that no snapshot needs, and makes room on a full disk with the oldest', async () => {
    for (let n = 1; n <= 4; n++) {
      await keep(n);
      await snapshot();
    }
    const put = IDBObjectStore.prototype.put;
    let refusals = 2;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'contents' && refusals-- > 0) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await keep(5);
    await takeSnapshot('time', NOW);
    const { snapshots } = await listSnapshots();
    expect(snapshots.map(({ passages }) => passages)).toEqual([5, 4, 3]);
    expect(await withSnapshots(({ contents }) => contents.count())).toBe(3);
  });
});

describe('the ring', () => {
  const DAY = 86_400_000;
  const START = Date.parse('2026-01-05T00:30:00Z');
  const made = (times: readonly number[]) =>
    times.map((time, at) => ({ id: at + 1, made: new Date(START + time).toISOString() }));
  const after = (times: readonly number[]) => {
    let all: ReturnType<typeof made> = [];
    for (const one of made(times)) {
      all = [...all, one];
      const gone = new Set(superfluous(all));
      all = all.filter((each) => !gone.has(each));
    }
    return all;
  };

  test('after a year of one an hour has the last ten, seven days and four weeks, and no more', () => {
    const all = after(Array.from({ length: 24 * 365 }, (_, hour) => (hour * DAY) / 24));
    const days = all.map(({ made }) => made.slice(0, 10));
    expect(all.length).toBeLessThanOrEqual(21);
    expect(days.slice(-10)).toEqual(Array(10).fill('2027-01-04'));
    expect(new Set(days).size).toBeGreaterThanOrEqual(9);
    const oldest = Date.parse(all[0]?.made ?? '');
    const newest = Date.parse(all.at(-1)?.made ?? '');
    expect((newest - oldest) / DAY).toBeGreaterThan(14);
  });

  test('keeps the newest, the last ten, one of each of seven days, whatever the times', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 * DAY }), { minLength: 1, maxLength: 80 }),
        (times) => {
          const all = made(times);
          const gone = new Set(superfluous(all));
          const stay = all.filter((one) => !gone.has(one));
          expect(stay).toEqual(expect.arrayContaining(all.slice(-10)));
          expect(stay.length).toBeLessThanOrEqual(21);
          const days = [...new Set(all.toReversed().map(({ made }) => made.slice(0, 10)))].slice(0, 7);
          expect(stay.map(({ made }) => made.slice(0, 10))).toEqual(expect.arrayContaining(days));
        },
      ),
    );
  });

  test('keeps what a clock that was put back calls old', () => {
    const times = [...Array.from({ length: 12 }, (_, n) => n * DAY * 10), 0];
    expect(superfluous(made(times)).map(({ id }) => id)).not.toContain(13);
  });
});

describe('bringing one back', () => {
  test('shows first what would come back and what has changed since', async () => {
    await keep(1, 'first');
    await keep(2, 'second');
    await keepNote(IRAN, { was: '', is: 'Watch' }, NOW);
    await enter('Envoy');
    const { id: number } = await snapshot();
    await drop(1);
    await note(2, 'second', 'second, changed');
    await keepNote(IRAN, { was: 'Watch', is: '' }, NOW);
    await enter('Minister', 'Envoy');
    await keep(3);
    expect(toldOf(await previewSnapshot(number))).toEqual({
      back: {
        total: 2,
        first: [
          { kind: 'note', title: 'Iran' },
          { kind: 'passage', title: passage(1).quote },
        ],
      },
      changed: {
        total: 2,
        first: [
          { kind: 'entry', title: 'Zebulon Quist' },
          { kind: 'passage', title: passage(2).quote },
        ],
      },
      unreadable: 0,
    });
  });

  test('brings what is missing, leaves what was changed and what is new, and is one step to undo', async () => {
    await keep(1, 'first');
    await keep(2, 'second');
    await keepNote(IRAN, { was: '', is: 'Watch' }, NOW);
    await enter('Envoy');
    const { id: number } = await snapshot();
    await drop(1);
    await note(2, 'second', 'second, changed');
    await keepNote(IRAN, { was: 'Watch', is: '' }, NOW);
    await markDeleted(QUIST, NOW);
    await keep(3, 'third');
    expect(await restoreSnapshot(number, { changed: false, now: NOW })).toBe(3);
    const restored = [
      [id(1), 'first'],
      [id(2), 'second, changed'],
      [id(3), 'third'],
    ];
    expect(await kept()).toEqual(restored);
    expect(await allEntityNotes()).toMatchObject([{ note: 'Watch' }]);
    expect((await readOwn()).entry(QUIST)?.deleted).toBeNull();
    expect(await undoLast('undo', NOW)).toBe(3);
    expect(await kept()).toEqual(restored.slice(1));
    expect(await allEntityNotes()).toEqual([]);
    expect((await readOwn()).entry(QUIST)?.deleted).not.toBeNull();
    expect(await undoLast('redo', NOW)).toBe(3);
    expect(await kept()).toEqual(restored);
  });

  test('puts back what was changed where the reader says so', async () => {
    await keep(1, 'first');
    await enter('Envoy');
    const { id: number } = await snapshot();
    await note(1, 'first', 'first, spoilt');
    await enter('Minister', 'Envoy');
    await restoreSnapshot(number, { changed: true, now: NOW });
    expect(await kept()).toEqual([[id(1), 'first']]);
    expect((await readOwn()).entry(QUIST)?.line).toBe('Envoy');
    await undoLast('undo', NOW);
    expect(await kept()).toEqual([[id(1), 'first, spoilt']]);
    expect((await readOwn()).entry(QUIST)?.line).toBe('Minister');
  });

  test('brings back what was said of a name, and takes it back with the undo', async () => {
    const said = {
      surface: 'georgia',
      written: 'Georgia',
      scope: null,
      says: 'none',
      called: '',
      made: NOW,
    } as const;
    const elsewhere = { ...said, scope: 'a.example' };
    await keepCorrections([said, elsewhere]);
    const { id: number } = await snapshot();
    await takeBackCorrections([said], NOW);
    await keepCorrections([{ ...elsewhere, says: 'never' }]);
    expect(toldOf(await previewSnapshot(number))).toMatchObject({
      back: { first: [{ kind: 'correction', title: 'Georgia' }] },
      changed: { total: 1 },
    });
    const says = async () => (await readCorrections()).map((one) => [one.scope, one.says]);
    await restoreSnapshot(number, { changed: true, now: NOW });
    expect(await says()).toEqual(
      expect.arrayContaining([
        [null, 'none'],
        ['a.example', 'none'],
      ]),
    );
    await undoLast('undo', NOW);
    expect(await says()).toEqual([['a.example', 'never']]);
  });

  test('copies first what is there, so that there is a way back from it', async () => {
    await keep(1);
    const { id: number } = await snapshot();
    await keep(2);
    await restoreSnapshot(number, { changed: true, now: NOW });
    expect((await listSnapshots()).snapshots.map(({ why, passages }) => [why, passages])).toEqual([
      ['before-restore', 2],
      ['asked', 1],
    ]);
  });

  test('brings a passage back that was removed from the bin for good, with its page', async () => {
    await keep(1, 'first');
    const { id: number } = await snapshot();
    await drop(1);
    await emptyBin(null);
    await restoreSnapshot(number, { changed: false, now: NOW });
    expect((await passagesOf(at.key)).page).toMatchObject({ title: look().title });
    expect((await passagesOf(at.key)).passages).toMatchObject([
      { note: 'first', tags: ['war'], deleted: null },
    ]);
    // Also where another device knew of it.
    const database = new ReaderDatabase();
    await database.outbox.clear();
    database.close();
    await drop(1);
    await emptyBin(null);
    await restoreSnapshot(number, { changed: false, now: NOW });
    expect(await kept()).toEqual([[id(1), 'first']]);
  });

  test('brings everything back where the whole database was lost', async () => {
    await keep(1, 'first');
    await keepNote(IRAN, { was: '', is: 'Watch' }, NOW);
    await enter('Envoy');
    await switchSite('a.example', false);
    const { id: number } = await snapshot();
    await Dexie.delete('backstory-reader');
    // Numbers of updates begin anew: another document must not be taken for one that was copied.
    await keep(2, 'second');
    expect(await takeSnapshot('time', NOW)).toMatchObject({ passages: 1 });
    await restoreSnapshot(number, { changed: true, now: NOW });
    expect(await kept()).toEqual([
      [id(1), 'first'],
      [id(2), 'second'],
    ]);
    expect(await allEntityNotes()).toMatchObject([{ note: 'Watch' }]);
    expect((await readOwn()).entry(QUIST)?.line).toBe('Envoy');
    expect(await isSiteOn('a.example')).toBe(false);
  });

  test('says so where the snapshot has gone meanwhile', async () => {
    await expect(restoreSnapshot(77, { changed: true, now: NOW })).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('a file with everything', () => {
  const file = async () => {
    let text = '';
    for await (const piece of exportEverything(NOW)) text += piece;
    return text;
  };
  const documents = (text: string) => {
    const read = readExport(text);
    return read.kind === 'read' ? read.documents : expect.fail(read.kind);
  };

  async function fill() {
    await keep(1, 'first ‘note’ 😀');
    await keep(2, 'second');
    await drop(2);
    await keepNote(IRAN, { was: '', is: 'Watch' }, NOW);
    await enter('Envoy');
    await switchSite('a.example', false);
  }

  test('can be read without Backstory', async () => {
    await fill();
    const { readable, made, version } = JSON.parse(await file());
    expect({ made, version }).toEqual({ made: NOW, version: 1 });
    expect(readable.pages).toMatchObject([
      {
        title: look().title,
        url: look().url,
        passages: [{ quote: passage(1).quote, note: 'first ‘note’ 😀' }, {}],
      },
    ]);
    expect(readable.notes).toMatchObject([{ name: 'Iran', note: 'Watch' }]);
    expect(readable.entries).toMatchObject([{ name: 'Zebulon Quist' }]);
  });

  test('brings everything to another device, and a second time changes nothing', async () => {
    await fill();
    const before = [await kept(), await allEntityNotes(), (await readOwn()).all()];
    const text = await file();
    await deleteEverything();
    expect(toldOf(await previewFile(documents(text))).back.total).toBe(3);
    await bringIn(documents(text), { changed: true, now: NOW });
    expect([await kept(), await allEntityNotes(), (await readOwn()).all()]).toEqual(before);
    expect(await isSiteOn('a.example')).toBe(false);
    const rows = async () => {
      const database = new ReaderDatabase();
      const all = await database.updates.toArray();
      database.close();
      return all;
    };
    const there = await rows();
    expect(await bringIn(documents(text), { changed: true, now: NOW })).toBe(0);
    expect(await rows()).toEqual(there);
  });

  test('merged on two devices that then exchange their documents, no note is doubled', async () => {
    await keep(1, 'abc');
    const text = await file();
    const mine = (await import('../../../storage/reader/documents.ts')).built;
    const database = new ReaderDatabase();
    const first = mine(await database.updates.toArray());
    database.close();
    await deleteEverything();
    await bringIn(documents(text), { changed: true, now: NOW });
    const other = new ReaderDatabase();
    const second = mine(await other.updates.toArray());
    other.close();
    Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
    expect(first.getText(`n:${id(1)}`).toString()).toBe('abc');
  });

  test('cannot switch on what asks a server', async () => {
    await switchLookUp(true);
    const text = await file();
    await deleteEverything();
    await bringIn(documents(text), { changed: true, now: NOW });
    expect(await isLookUpOn()).toBe(false);
  });

  test.each([
    ['not JSON', 'hello', 'not-ours'],
    ['somebody else’s', '{"highlights":[]}', 'not-ours'],
    ['of a later version', '{"backstory":"everything","version":2,"documents":[]}', 'newer'],
  ])('that is %s is refused', (_, text, kind) => expect(readExport(text)).toEqual({ kind }));

  test('that was damaged gives what can still be read, and says how much cannot', async () => {
    await fill();
    const whole = JSON.parse(await file());
    const push = (name: string, update: string) =>
      whole.documents.push({ name, update, sum: longSum(`${name}\n${update}`) });
    for (const name of ['page:', '__proto__', 'entity:../..', 'settings2']) push(name, 'AAA=');
    push('page:x', 'AAAA');
    push('page:y', '%%%');
    const [page] = whole.documents.filter(({ name }: { name: string }) => name.startsWith('page:'));
    push('page:z', page.update.slice(0, -40));
    whole.documents.push({ ...page, sum: 'x' }, null, 7, {});
    const read = readExport(JSON.stringify(whole));
    expect(read).toMatchObject({ kind: 'read', refused: expect.any(Number) });
    if (read.kind === 'read') {
      expect(read.refused).toBeGreaterThanOrEqual(9);
      await deleteEverything();
      await bringIn(read.documents, { changed: true, now: NOW });
      expect(await kept()).toHaveLength(1);
    }
  });

  test('with any of its bytes changed never does harm to what is there', async () => {
    await keep(1, 'first');
    const text = await file();
    await keep(3, 'third');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('A', '/', '"', '0'), async (at, sign) => {
        const read = readExport(text.slice(0, at) + sign + text.slice(at + 1));
        if (read.kind === 'read') await bringIn(read.documents, { changed: false, now: NOW });
        expect(await kept()).toEqual(
          expect.arrayContaining([
            [id(1), 'first'],
            [id(3), 'third'],
          ]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('everything deleted leaves no database behind, and the next passage begins anew', async () => {
  await keep(1);
  await enter('Envoy');
  await snapshot();
  await deleteEverything();
  expect(await Dexie.getDatabaseNames()).toEqual([]);
  expect(await kept()).toEqual([]);
  expect((await listSnapshots()).snapshots).toEqual([]);
  await keep(2);
  expect(await kept()).toEqual([[id(2), '']]);
});
