// What the reader keeps, in a real (in-memory) IndexedDB: rows that are as the documents say, whatever was done.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import {
  COLOURS,
  MOST_ON_PAGE,
  type PageLook,
  type Passage,
  whereabouts,
} from '../../../core/annotation/kept/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { longSum } from '../../../core/text/index.ts';
import { type DocumentName, ReaderDatabase } from '../../../storage/reader/database.ts';
import {
  changeAt,
  changeMany,
  colourNames,
  confirmAt,
  countAt,
  emptyBin,
  isSiteOn,
  keepNote,
  keepPassage,
  keptAt,
  keptOf,
  nameColour,
  passagesOf,
  samePage,
  switchSite,
  undoAt,
  undoLast,
} from '../../../storage/reader/index.ts';
import type { Part } from '../../../storage/reader/kept-fields.ts';
import { look, passage, STORY } from '../kept/passages.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('backstory-reader');
});

const NOW = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';

const at = (page: PageLook = look()) => whereabouts(page.url, page) ?? expect.fail();
const keep = (one: Parameters<typeof keepPassage>[2], page = look(), apart = false) =>
  keepPassage(at(page), page, one, { apart, now: NOW });
const action = (did: 'changed' | 'dropped' = 'changed') => ({ batch: crypto.randomUUID(), did, now: LATER });
const drop = (n: number) =>
  changeAt(at(), passage(n).id, { was: { deleted: false }, is: { deleted: true } }, action('dropped'));
const note = (n: number, was: string, is: string) =>
  changeAt(at(), passage(n).id, { was: { note: was }, is: { note: is } }, action());

async function inDatabase<T>(task: (database: ReaderDatabase) => Promise<T>): Promise<T> {
  const database = new ReaderDatabase();
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

const derived = () =>
  inDatabase(async ({ pages, passages, entityNotes }) => ({
    pages: await pages.toArray(),
    passages: await passages.toArray(),
    entityNotes: await entityNotes.toArray(),
  }));

/** The tables emptied, so that whoever asks next must derive them from the updates. */
const forgetRows = () =>
  inDatabase(async ({ pages, passages, entityNotes, derived: made }) => {
    for (const table of [pages, passages, entityNotes, made]) await table.clear();
  });

async function documentOf(name: DocumentName): Promise<Y.Doc> {
  const rows = await inDatabase(({ updates }) => updates.where('document').equals(name).toArray());
  const document = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(document, update);
  return document;
}

/** An update as another device would send it, put in as received. */
async function receive(name: DocumentName, update: Uint8Array) {
  await inDatabase(({ updates }) => updates.add({ document: name, update }));
  await forgetRows();
}

const PAGE = 'page:news.example/2019/12/31/raid-on-the-base';
const kept = async () => (await keptAt(at())).pages.flatMap(({ passages }) => [...passages]);

describe('whatever is done', () => {
  const n = fc.integer({ min: 1, max: 4 });
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const deed = fc.oneof(
    fc.record({ do: fc.constant('keep' as const), n, page: fc.integer({ min: 0, max: 1 }) }),
    fc.record({ do: fc.constant('note' as const), n, was: text, is: text }),
    fc.record({ do: fc.constant('colour' as const), n, colour: fc.constantFrom(...COLOURS) }),
    fc.record({
      do: fc.constant('tags' as const),
      n,
      was: fc.subarray(['a', 'b']),
      is: fc.subarray(['a', 'b', 'c']),
    }),
    fc.record({ do: fc.constant('drop' as const), n, deleted: fc.boolean() }),
    fc.record({ do: fc.constant('confirm' as const), n }),
    fc.record({ do: fc.constant('entity' as const), was: text, is: text }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
    fc.record({ do: fc.constantFrom('undoLast' as const, 'redoLast' as const) }),
    fc.record({ do: fc.constant('bin' as const) }),
  );
  const pages = [look(), look({ url: 'https://news.example/another-story', title: 'Quite another story' })];
  const about = { entity: EntityId.parse('Q794'), name: 'Iran', kind: 'country' } as const;

  type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
  const names = [{ entity: about.entity, text: 'Iran', kind: 'country' as const }];

  async function perform(one: Deed): Promise<unknown> {
    const change = (n: number, was: Part, is: Part) =>
      changeMany([passage(n).id], () => ({ was, is }), action());
    switch (one.do) {
      case 'keep':
        // A passage belongs to one page; the other one is refused it.
        return keep({ ...passage(one.n), names }, pages[one.page]).catch(() => null);
      case 'note':
        return change(one.n, { note: one.was }, { note: one.is });
      case 'colour':
        return change(one.n, {}, { colour: one.colour });
      case 'tags':
        return change(one.n, { tags: one.was }, { tags: one.is });
      case 'drop':
        return change(one.n, { deleted: !one.deleted }, { deleted: one.deleted });
      case 'confirm':
        return confirmAt(at(), passage(one.n).id, passage(one.n + 10).selectors, action());
      case 'entity':
        return keepNote(about, one, NOW);
      case 'undo':
      case 'redo':
        return undoAt(at(), one.do, NOW);
      case 'undoLast':
        return undoLast('undo', NOW);
      case 'redoLast':
        return undoLast('redo', NOW);
      case 'bin':
        return emptyBin(null);
    }
  }

  test('the rows are those that the documents alone give', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
        await Dexie.delete('backstory-reader');
        for (const one of deeds) await perform(one);
        await keptAt(at());
        const before = await derived();
        await forgetRows();
        await keptAt(at());
        expect(await derived()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('every update waits in the outbox, and undoing everything leaves no passage out of the bin', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 10 }), async (deeds) => {
        await Dexie.delete('backstory-reader');
        for (const one of deeds) if (one.do !== 'bin') await perform(one);
        const { ids, waiting } = await inDatabase(async ({ updates, outbox }) => ({
          ids: await updates.toCollection().primaryKeys(),
          waiting: await outbox.toCollection().primaryKeys(),
        }));
        expect(waiting).toEqual(ids);
        for (let most = 50; most > 0 && (await undoLast('undo', NOW)) > 0; most--);
        for (const page of pages)
          expect((await keptAt(at(page))).pages.flatMap(({ passages }) => passages)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('two devices', () => {
  /** Another device that has what this one has. */
  const other = async () => {
    const document = await documentOf(PAGE);
    const from = Y.encodeStateVector(document);
    return { document, sent: () => Y.encodeStateAsUpdate(document, from) };
  };
  const fields = (document: Y.Doc) => document.getMap(`h:${passage(1).id}`);

  test('that write the same note, and tag it, keep both', async () => {
    await keep({ ...passage(1), note: 'one two', tags: ['war'] });
    const { document, sent } = await other();
    document.getText(`n:${passage(1).id}`).insert(7, ' three');
    document.getMap(`t:${passage(1).id}`).set(longSum('peace'), 'peace');
    await note(1, 'one two', 'ONE two');
    await receive(PAGE, sent());
    expect(await kept()).toMatchObject([{ note: 'ONE two three', tags: ['peace', 'war'] }]);
  });

  test('an edit that did not know of a deletion is kept in the bin, and marked', async () => {
    await keep({ ...passage(1), note: 'one' });
    const { document, sent } = await other();
    document.getText(`n:${passage(1).id}`).insert(3, ' more');
    await drop(1);
    await receive(PAGE, sent());
    expect(await kept()).toEqual([]);
    expect((await passagesOf(at().key)).passages).toMatchObject([
      { note: 'one more', deleted: LATER, revived: true },
    ]);
  });

  test('a deletion that knew of the edit marks nothing, on whichever device it was made', async () => {
    await keep({ ...passage(1), note: 'one' });
    await note(1, 'one', 'one more');
    await drop(1);
    expect((await passagesOf(at().key)).passages).toMatchObject([{ revived: false }]);
    await changeMany([passage(1).id], () => ({ was: { deleted: true }, is: { deleted: false } }), action());
    expect((await kept())[0]).toMatchObject({ deleted: null, revived: false });
  });

  test('what arrives in any order gives the same', async () => {
    await keep({ ...passage(1), note: 'one' });
    await note(1, 'one', 'one two');
    await drop(1);
    const rows = await inDatabase(({ updates }) => updates.toArray());
    const before = await derived();
    await Dexie.delete('backstory-reader');
    await inDatabase(({ updates }) =>
      updates.bulkAdd(rows.reverse().map(({ document, update }) => ({ document, update }))),
    );
    await keptAt(at());
    expect(await derived()).toEqual(before);
  });

  test('a passage of a later version, or a garbled one, is left out and kept', async () => {
    await keep(passage(1));
    const { document, sent } = await other();
    fields(document).set('colour', 'ultraviolet');
    await receive(PAGE, sent());
    expect(await kept()).toEqual([]);
    expect(fields(await documentOf(PAGE)).get('colour')).toBe('ultraviolet');
  });
});

describe('a page that moved', () => {
  const moved = look({ url: 'https://news.example/archive/55/an-old-raid' });

  test('is offered by its title, and is known at its new address once a passage of it anchored', async () => {
    await keep(passage(1));
    expect((await keptAt(at(moved))).pages.map(({ by, passages }) => [by, passages.length])).toEqual([
      ['title', 1],
    ]);
    expect(await countAt(at(moved))).toBe(1);
    await samePage(at(moved), at().key);
    expect((await keptAt(at(moved))).pages.map(({ by }) => by)).toEqual(['address']);
    await keep(passage(2), moved);
    expect(await kept()).toHaveLength(2);
  });

  test('is offered by the address that it states', async () => {
    await keep(passage(1));
    const stated = look({ url: 'https://news.example/?p=12', canonical: STORY, title: '' });
    expect((await keptAt(at(stated))).pages.map(({ by }) => by)).toEqual(['link']);
  });

  test('cannot make a page of another site its own', async () => {
    await keep(passage(1));
    const thief = look({ url: 'https://thief.example/x-y', canonical: STORY });
    await samePage(at(thief), at().key);
    expect((await keptAt(at(thief))).pages).toEqual([]);
  });

  test('found in Google’s viewer, over AMP and on a telephone it is the same', async () => {
    await keep(passage(1), look({ url: `${STORY}/amp?utm_source=x` }));
    for (const url of [
      STORY,
      STORY.replace('news.', 'm.news.'),
      STORY.replace('https://', 'https://www.google.com/amp/s/'),
    ])
      expect((await keptAt(at(look({ url })))).pages.map(({ by }) => by)).toEqual(['address']);
  });
});

describe('an address that shows another text', () => {
  const latest = (title: string, day: string) =>
    look({ url: 'https://news.example/latest-news', title, published: { day } });

  test('has a page for each text where title and day are others, the one with this title first', async () => {
    await keep(passage(1), latest('Raid on the base', '2019-12-31'));
    await keep(passage(2), latest('General killed in Baghdad', '2020-01-03'));
    await keep(passage(3), latest('General killed in Baghdad', '2020-01-03'));
    const first = await keptAt(at(latest('Raid on the base', '2019-12-31')));
    expect(first.pages.map(({ page, passages }) => [page.title, passages.length])).toEqual([
      ['Raid on the base', 1],
      ['General killed in Baghdad', 2],
    ]);
    const second = await keptAt(at(latest('General killed in Baghdad', '2020-01-03')));
    expect(second.pages[0]?.page.key).toBe('news.example/latest-news#~general-killed-in-baghdad');
  });

  test('has one page where only the headline was improved', async () => {
    await keep(passage(1), latest('Raid on the base', '2019-12-31'));
    await keep(passage(2), latest('US contractor killed in raid', '2019-12-31'));
    expect((await keptAt(at(latest('Raid on the base', '2019-12-31')))).pages).toHaveLength(1);
  });

  test('has a page of its own where the page says that nothing of the other is here', async () => {
    await keep(passage(1), latest('Raid on the base', '2019-12-31'));
    await keep(passage(2), latest('Letters to the editor', '2019-12-31'), true);
    expect((await keptAt(at(latest('Raid on the base', '2019-12-31')))).pages).toHaveLength(2);
  });
});

describe('undo', () => {
  test('of a note leaves what was written since', async () => {
    await keep(passage(1));
    await note(1, '', 'mine');
    const { document, sent } = await (async () => {
      const copy = await documentOf(PAGE);
      const from = Y.encodeStateVector(copy);
      return { document: copy, sent: () => Y.encodeStateAsUpdate(copy, from) };
    })();
    document.getText(`n:${passage(1).id}`).insert(4, ' and theirs');
    await receive(PAGE, sent());
    await undoAt(at(), 'undo', LATER);
    expect((await kept())[0]?.note).toBe(' and theirs');
  });

  test('of a confirmation takes the place away again, and keeps the first one', async () => {
    await keep(passage(1));
    await confirmAt(at(), passage(1).id, passage(9).selectors, action());
    expect((await kept())[0]?.confirmed).toEqual([passage(9).selectors]);
    await undoAt(at(), 'undo', LATER);
    expect((await kept())[0]).toMatchObject({ confirmed: [], selectors: passage(1).selectors });
  });

  test('of a bulk change is one step, over all pages', async () => {
    await keep(passage(1));
    await keep(passage(2), look({ url: 'https://b.example/other-story' }));
    const tag = ({ tags }: Passage) => ({ was: { tags }, is: { tags: [...tags, 'war'] } });
    expect(await changeMany([passage(1).id, passage(2).id], tag, action())).toMatchObject([
      { tags: ['war'] },
      { tags: ['war'] },
    ]);
    expect(await undoLast('undo', LATER)).toBe(2);
    expect((await kept())[0]?.tags).toEqual([]);
    expect(await undoLast('redo', LATER)).toBe(2);
    expect((await kept())[0]?.tags).toEqual(['war']);
  });

  test('remembers sixty steps of a page and no more', async () => {
    await keep(passage(1));
    for (let n = 0; n < 70; n++) await note(1, n === 0 ? '' : `${n - 1}`, `${n}`);
    expect(await inDatabase(({ history }) => history.count())).toBe(60);
    for (let n = 0; n < 60; n++) expect(await undoAt(at(), 'undo', LATER)).not.toBeNull();
    expect(await undoAt(at(), 'undo', LATER)).toBeNull();
    expect((await kept())[0]?.note).toBe('9');
  });
});

describe('the bin', () => {
  const bytes = () =>
    inDatabase(async (database) => {
      const rows = await Promise.all(database.tables.map((table) => table.toArray()));
      return JSON.stringify(rows, (_, value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      );
    });
  const secret = { ...passage(1, 'The secret sentence.'), note: 'my secret', tags: ['secret'] };

  test('emptied for good leaves not a word of the passage in the database', async () => {
    await keep(secret);
    await keep(passage(2));
    await note(1, 'my secret', 'my secret, changed');
    await drop(1);
    expect(await emptyBin(null)).toBe(1);
    expect(await bytes()).not.toContain('secret');
    expect(await kept()).toMatchObject([{ id: passage(2).id }]);
  });

  test('emptied of the last passage of a page leaves no trace of having read it', async () => {
    await keep(secret, look({ url: `${STORY}?x=1`, canonical: STORY }));
    await drop(1);
    await emptyBin(null);
    expect(await bytes()).toBe('[[],[],[],[],[],[],[],[{"tables":"kept","made":1}],[],[],[]]');
  });

  test('tells other devices of it where they know the page, and then also the second time', async () => {
    await keep(secret);
    await keep(passage(2));
    await inDatabase(({ outbox }) => outbox.clear());
    for (const n of [1, 2]) {
      await drop(n);
      await emptyBin(null);
      expect((await documentOf(PAGE)).getMap(`h:${passage(n).id}`).get('gone')).toBe(true);
      expect(await inDatabase(({ outbox }) => outbox.count())).toBe(1);
      expect(await bytes()).not.toContain('secret');
    }
    expect(await bytes()).not.toContain('Kirkuk');
  });

  test('takes only what is in it', async () => {
    await keep(passage(1));
    expect(await emptyBin([passage(1).id])).toBe(0);
    expect(await kept()).toHaveLength(1);
  });
});

test('more passages than a page may have are refused, and those that are there stay', async () => {
  const document = new Y.Doc();
  for (let each = 0; each < MOST_ON_PAGE; each++)
    document.getMap(`h:full-${String(each).padStart(6, '0')}`).set('made', NOW);
  const page = document.getMap('page');
  for (const [key, value] of Object.entries({ url: STORY, title: 'T', language: 'en', made: NOW }))
    page.set(key, value);
  await receive(PAGE, Y.encodeStateAsUpdate(document));
  await expect(keep(passage(1))).rejects.toMatchObject({ name: 'TooManyPassages' });
  expect(await kept()).toEqual([]);
});

test('an actor is met in the articles whose passages name it, the newest first', async () => {
  const names = [{ entity: EntityId.parse('Q794'), text: 'Iran', kind: 'country' as const }];
  await keep({ ...passage(1), names });
  await keep(
    { ...passage(2), names },
    look({ url: 'https://b.example/other-story', title: 'Another story here' }),
  );
  await keep(passage(3));
  await drop(1);
  expect(await keptOf('Q794', 10)).toMatchObject({
    total: 1,
    passages: [{ id: passage(2).id }],
    pages: [{ title: 'Another story here' }],
  });
});

test('a colour is called what the reader calls it, until the name is taken away', async () => {
  await nameColour('pink', '  Not  so sure ');
  expect(await colourNames()).toMatchObject({ pink: 'Not so sure', yellow: 'Important' });
  await nameColour('pink', '');
  expect((await colourNames()).pink).toBe('Doubtful');
});

describe('storage that refuses', () => {
  const refuse = (name: string) =>
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no', name);
    });

  test('for want of room says so, and leaves what was there', async () => {
    await keep({ ...passage(1), note: 'one' });
    const before = await derived();
    refuse('QuotaExceededError');
    await expect(note(1, 'one', 'two')).rejects.toMatchObject({ code: 'disk-full' });
    vi.restoreAllMocks();
    expect(await derived()).toEqual(before);
  });

  test.each(['InvalidStateError', 'SecurityError', 'UnknownError'])(
    'altogether (%s) says so',
    async (name) => {
      vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
        throw new DOMException('no', name);
      });
      await expect(keep(passage(1))).rejects.toMatchObject({ code: 'storage-blocked' });
    },
  );

  test('where there is no IndexedDB at all says so', async () => {
    const { indexedDB, IDBKeyRange } = Dexie.dependencies;
    Dexie.dependencies.indexedDB = undefined as never;
    await expect(keep(passage(1))).rejects.toMatchObject({ code: 'storage-blocked' });
    Dexie.dependencies = { indexedDB, IDBKeyRange };
  });

  test('because another window holds an older version says so, in good time', async () => {
    const old = indexedDB.open('backstory-reader', 10);
    await new Promise((resolve) => {
      old.onsuccess = resolve;
    });
    await expect(keep(passage(1))).rejects.toMatchObject({ code: 'storage-blocked' });
    old.result.close();
    await keep(passage(1));
  });
});

describe('the database of an earlier version', () => {
  const VERSIONS = [{ updates: '++id, document', outbox: '&update', settings: '&key' }, { own: '&shelf' }];

  test.each([1, 2])('%i keeps what it has, and takes passages', async (version) => {
    const document = new Y.Doc();
    document.getMap('settings').set('site:a.example', 'off');
    const old = new Dexie('backstory-reader');
    for (const [n, stores] of VERSIONS.slice(0, version).entries()) old.version(n + 1).stores(stores);
    const id = await old
      .table('updates')
      .add({ document: 'settings', update: Y.encodeStateAsUpdate(document) });
    await old.table('outbox').add({ update: id });
    await old.table('settings').add({ key: 'site:a.example', value: 'off' });
    old.close();
    await keep(passage(1));
    expect(await kept()).toHaveLength(1);
    expect(await isSiteOn('a.example')).toBe(false);
    expect((await inDatabase(({ outbox }) => outbox.toArray())).length).toBe(2);
  });

  test('goes on where the extension went back to it, and passages are there again on the way forth', async () => {
    await keep(passage(1));
    const old = new Dexie('backstory-reader');
    for (const [n, stores] of VERSIONS.entries()) old.version(n + 1).stores(stores);
    expect(await old.table('updates').count()).toBe(1);
    old.close();
    await switchSite('a.example', false);
    expect(await kept()).toHaveLength(1);
  });
});
