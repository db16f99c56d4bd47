// What a file brings in, in a real (in-memory) IndexedDB: a second import doubles nothing and takes back nothing, and one
// step undoes all of it.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  EXPORTS,
  type IncomingPage,
  type IncomingPassage,
  openFile,
  type Taken,
} from '../../../core/annotation/exchange/index.ts';
import {
  EntityNote,
  MOST_ON_PAGE,
  PageKey,
  type Passage,
  whereabouts,
} from '../../../core/annotation/kept/index.ts';
import {
  allEntityNotes,
  allPassages,
  changeMany,
  importNotes,
  importOn,
  keepNote,
  keepPassage,
  keptPages,
  undoImport,
  undoLast,
} from '../../../storage/reader/index.ts';
import { library, options } from '../exchange/library.ts';
import { look, passage, STORY } from '../kept/passages.ts';

afterEach(() => Dexie.delete('backstory-reader'));

const NOW = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';

const page = (changes: Partial<IncomingPage> = {}): IncomingPage => ({
  key: null,
  url: STORY,
  title: 'A raid on the base near Kirkuk',
  published: { day: '2019-12-31' },
  language: 'en',
  made: NOW,
  aliases: [],
  ...changes,
});
const incoming = (n: number, changes: Partial<IncomingPassage> = {}): IncomingPassage => ({
  ...passage(n),
  confirmed: [],
  made: NOW,
  changed: NOW,
  deleted: null,
  ...changes,
});
const bring = (passages: readonly IncomingPassage[], on = page(), batch = crypto.randomUUID()) =>
  importOn(on, passages, { batch, now: LATER });
const all = async () => (await allPassages(null, 2_000)).passages;
const pages = async () => (await keptPages(0, 2_000)).pages;

async function bringFile(text: string, batch = crypto.randomUUID()) {
  const file = openFile(text, NOW);
  if (!file.ok) expect.fail(file.why);
  const { passages, notes } = file.read;
  for (const [, some] of Map.groupBy(passages, (each) => each.page.key ?? each.page.url))
    await bring(
      some.map((each) => each.passage),
      some[0]?.page,
      batch,
    );
  await importNotes(notes, { batch, now: LATER });
}
const exported = (taken: Taken) => EXPORTS[0]?.write(taken, options())[0]?.text ?? expect.fail();

const inSets = (passages: readonly Passage[]) =>
  passages.map((each) => ({ ...each, tags: [...each.tags].sort() }));

describe('a file that is brought in', () => {
  test('a library that was taken along is the same on another device: passages, pages and notes', async () => {
    await fc.assert(
      fc
        .asyncProperty(library, async (taken) => {
          await bringFile(exported(taken));
          const byId = (a: Passage, b: Passage) => (a.id < b.id ? -1 : 1);
          expect(inSets(await all())).toEqual(inSets([...taken.passages].sort(byId)));
          const kept = new Map((await pages()).map((row) => [row.key, row]));
          expect(kept.size).toBe(taken.pages.length);
          for (const one of taken.pages)
            expect(kept.get(one.key)).toMatchObject({
              url: one.url,
              title: one.title,
              published: one.published,
            });
          expect((await allEntityNotes()).map(({ entity, note }) => [entity, note]).sort()).toEqual(
            taken.notes
              .filter(({ note }) => note.trim() !== '')
              .map(({ entity, note }) => [entity, note])
              .sort(),
          );
        })
        .afterEach(() => Dexie.delete('backstory-reader')),
      { numRuns: 25 },
    );
  });

  test('a second time it doubles nothing', async () => {
    const some = [incoming(1), incoming(2)];
    expect(await bring(some)).toEqual({ kept: 2, there: 0, full: 0 });
    expect(await bring([...some, incoming(3)])).toEqual({ kept: 1, there: 2, full: 0 });
    expect(await all()).toHaveLength(3);
    expect((await pages()).map(({ kept }) => kept)).toEqual([3]);
  });

  test('what the reader has changed since stays as they made it, also in the bin', async () => {
    await bring([incoming(1, { note: 'as imported', tags: ['a'] }), incoming(2)]);
    const action = { batch: 'change-one', did: 'changed', now: LATER } as const;
    await changeMany(
      [incoming(1).id],
      () => ({ was: { note: 'as imported', tags: ['a'] }, is: { note: 'my own', tags: ['b'] } }),
      action,
    );
    await changeMany([incoming(2).id], () => ({ was: { deleted: false }, is: { deleted: true } }), action);
    const before = await all();
    await bring([incoming(1, { note: 'changed there', colour: 'pink' }), incoming(2)]);
    expect(await all()).toEqual(before);
  });

  test('many pages are one step to undo, and one to do again', async () => {
    await keepPassage(whereabouts(STORY, look()) ?? expect.fail(), look(), passage(9), {
      apart: false,
      now: NOW,
    });
    const batch = crypto.randomUUID();
    for (const n of [1, 2, 3])
      await bring([incoming(n)], page({ url: `https://news.example/2019/story-${n}`, title: '' }), batch);
    const note = EntityNote.parse({
      entity: 'Q794',
      name: 'Iran',
      kind: 'country',
      note: 'Watch.',
      changed: NOW,
      deleted: null,
    });
    await importNotes([note], { batch, now: LATER });
    expect(await undoLast('undo', LATER)).toBe(4);
    expect((await all()).filter(({ deleted }) => deleted === null).map(({ id }) => id)).toEqual([
      passage(9).id,
    ]);
    expect(await allEntityNotes()).toEqual([]);
    expect(await undoLast('redo', LATER)).toBe(4);
    expect((await all()).every(({ deleted }) => deleted === null)).toBe(true);
    expect(await allEntityNotes()).toHaveLength(1);
  });

  test('a passage that is kept on another page is not kept there a second time', async () => {
    await bring([incoming(1)]);
    const elsewhere = page({ url: 'https://news.example/2019/story-two', title: '' });
    expect(await bring([incoming(1)], elsewhere)).toEqual({ kept: 0, there: 1, full: 0 });
    expect((await pages()).map(({ url }) => url)).toEqual([STORY]);
  });

  test('undone later, it takes back what it brought and nothing that was done since', async () => {
    const batch = crypto.randomUUID();
    await bring([incoming(1)], page(), batch);
    await bring([incoming(2)], page({ url: 'https://news.example/2019/story-two', title: '' }), batch);
    await keepPassage(whereabouts(STORY, look()) ?? expect.fail(), look(), passage(9), {
      apart: false,
      now: NOW,
    });
    expect(await undoImport(batch, LATER)).toBe(2);
    expect((await all()).filter(({ deleted }) => deleted === null).map(({ id }) => id)).toEqual([
      passage(9).id,
    ]);
    expect(await undoImport(batch, LATER)).toBe(0);
  });

  test('a note that the reader wrote on somebody is not written over', async () => {
    await keepNote(
      { entity: 'Q794' as EntityNote['entity'], name: 'Iran', kind: 'country' },
      { was: '', is: 'Mine.' },
      NOW,
    );
    const note = EntityNote.parse({
      entity: 'Q794',
      name: 'Iran',
      kind: 'country',
      note: 'Theirs.',
      changed: NOW,
      deleted: null,
    });
    expect(await importNotes([note], { batch: 'a-batch-of', now: LATER })).toEqual({ kept: 0, there: 1 });
    expect((await allEntityNotes()).map((each) => each.note)).toEqual(['Mine.']);
  });

  test('it joins what was kept on the same article under another of its addresses', async () => {
    await keepPassage(whereabouts(STORY, look()) ?? expect.fail(), look(), passage(9), {
      apart: false,
      now: NOW,
    });
    await bring(
      [incoming(1)],
      page({ url: `${STORY.replace('//', '//m.')}?utm_source=x`, title: 'Other words', published: null }),
    );
    expect((await pages()).map(({ kept }) => kept)).toEqual([2]);
  });

  test('a passage that was in the bin there is in the bin here, and undoing the import leaves it there', async () => {
    await bring([incoming(1, { deleted: NOW }), incoming(2)]);
    expect((await all()).map(({ deleted }) => deleted)).toEqual([NOW, null]);
    expect(await undoLast('undo', LATER)).toBe(1);
    expect((await all()).map(({ deleted }) => deleted !== null)).toEqual([true, true]);
  });

  test('a file cannot put its page among those of another site, nor lead an address of that site to it', async () => {
    const elsewhere = PageKey.parse('bank.example/account');
    await bring([incoming(1)], page({ key: elsewhere, aliases: [PageKey.parse('bank.example/other-page')] }));
    const [row] = await pages();
    expect(row?.key).toBe('news.example/2019/12/31/raid-on-the-base');
    expect(row?.aliases).toEqual([]);
  });

  test('more than a page can have is left out, and told', async () => {
    const many = Array.from({ length: MOST_ON_PAGE + 3 }, (_, n) => incoming(n));
    expect(await bring(many)).toEqual({ kept: MOST_ON_PAGE, there: 0, full: 3 });
  });

  test('a passage that was removed from the bin for good comes back when it is brought in again', async () => {
    const { emptyBin } = await import('../../../storage/reader/index.ts');
    await bring([incoming(1, { deleted: NOW })]);
    await emptyBin(null);
    expect(await all()).toEqual([]);
    expect(await bring([incoming(1)])).toEqual({ kept: 1, there: 0, full: 0 });
    expect((await all()).map(({ deleted }) => deleted)).toEqual([null]);
  });
});
