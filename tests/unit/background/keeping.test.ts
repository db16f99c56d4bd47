// The worker's answers about what was kept on a page, on a real (in-memory) IndexedDB.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type PageLook, PassageId } from '../../../core/annotation/kept/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import type { Sender } from '../../../messaging/channel.ts';
import { look, passage, STORY } from '../kept/passages.ts';

const tabs = vi.hoisted(() => ({ query: vi.fn(), sendMessage: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://x${path}` }, tabs },
}));

const { keepingAnswers: answers } = await import('../../../entrypoints/background/keeping.ts');

const from = (url: string): Sender => ({ url });
const here = from(STORY);
const keep = (one: ReturnType<typeof passage>, sender = here, page: PageLook = look()) =>
  answers.keep({ look: page, ...one }, sender);
const found = async (sender = here, page: PageLook = look()) =>
  (await answers.keptHere({ look: page }, sender)).pages;
const quotes = async (sender = here, page: PageLook = look()) =>
  (await found(sender, page)).flatMap(({ passages }) => passages.map(({ quote }) => quote));

beforeEach(() => {
  tabs.query.mockResolvedValue([{ id: 7 }]);
  tabs.sendMessage.mockReset().mockResolvedValue({ ok: true, value: {} });
});
afterEach(() => Dexie.delete('backstory-reader'));

test('what was kept on a page is there when it is opened again, and nowhere else', async () => {
  await keep({ ...passage(1), note: 'Why now?', tags: ['war'] });
  const [page] = await found();
  expect(page).toMatchObject({
    by: 'address',
    page: { key: 'news.example/2019/12/31/raid-on-the-base', title: 'A raid on the base near Kirkuk' },
    passages: [{ quote: 'Sentence number 1 of the story.', note: 'Why now?', tags: ['war'], deleted: null }],
  });
  expect(
    await found(from('https://news.example/2020/01/03/another-story'), look({ title: 'Another' })),
  ).toEqual([]);
});

test('asked twice, since the worker died before it could answer, it is kept once', async () => {
  await keep(passage(1));
  await keep({ ...passage(1), note: 'again' });
  expect((await found())[0]?.passages).toMatchObject([{ note: '' }]);
});

test('open pages are told that something has changed, but not what', async () => {
  await keep(passage(1));
  await vi.waitFor(() => expect(tabs.sendMessage).toHaveBeenCalled());
  expect(tabs.sendMessage.mock.calls[0]).toEqual([7, { backstory: 'keptChanged', body: {} }, { frameId: 0 }]);
});

test('two tabs that write the same note both keep what they wrote', async () => {
  await keep({ ...passage(1), note: 'one two three' });
  const was = { colour: 'yellow', note: 'one two three', tags: [] as string[] } as const;
  const id = passage(1).id;
  await answers.changePassage(
    { look: look(), id, was: { ...was, tags: [] }, is: { ...was, tags: [], note: 'ONE two three' } },
    here,
  );
  const last = {
    look: look(),
    id,
    was: { ...was, tags: [] },
    is: { colour: 'blue' as const, note: 'one two THREE', tags: ['war'] },
  };
  const { passage: merged } = await answers.changePassage(last, here);
  expect(merged).toMatchObject({ note: 'ONE two THREE', colour: 'blue', tags: ['war'] });
});

describe('a page', () => {
  const elsewhere = from('https://other.example/');
  const was = { colour: 'yellow' as const, note: '', tags: [] };

  test('neither sees nor changes what was kept on another, whatever it says of itself', async () => {
    await keep(passage(1));
    const lie = look({ canonical: STORY });
    expect(await found(elsewhere, lie)).toEqual([]);
    const id = passage(1).id;
    const is = { ...was, note: 'theirs' };
    expect(await answers.changePassage({ look: lie, id, was, is }, elsewhere)).toEqual({ passage: null });
    expect(await answers.dropPassage({ look: lie, id, deleted: true }, elsewhere)).toEqual({ passage: null });
    expect(await answers.undo({ look: lie }, elsewhere)).toEqual({ undone: null });
    expect((await found())[0]?.passages).toMatchObject([{ note: '', deleted: null }]);
  });

  test('cannot change a passage of another by keeping one of the same id', async () => {
    await keep({ ...passage(1), note: 'mine' });
    const theirs = () => keep({ ...passage(1), note: 'theirs' }, elsewhere, look({ title: 'Theirs' }));
    await expect(theirs()).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await found())[0]?.passages).toMatchObject([{ note: 'mine' }]);
  });
});

describe('undo and redo', () => {
  const undo = async () => (await answers.undo({ look: look() }, here)).undone;
  const redo = async () => (await answers.redo({ look: look() }, here)).undone;

  test('take back the last change and make it again, as often as there were changes', async () => {
    await keep(passage(1));
    const was = { colour: 'yellow' as const, note: '', tags: [] };
    await answers.changePassage(
      { look: look(), id: passage(1).id, was, is: { ...was, note: 'n', colour: 'pink' } },
      here,
    );
    expect(await undo()).toMatchObject({ did: 'changed', passage: { note: '', colour: 'yellow' } });
    expect(await undo()).toMatchObject({ did: 'kept', passage: { deleted: expect.any(String) } });
    expect(await quotes()).toEqual([]);
    expect(await undo()).toBeNull();
    expect(await redo()).toMatchObject({ did: 'kept', passage: { deleted: null } });
    expect(await redo()).toMatchObject({ passage: { note: 'n', colour: 'pink' } });
    expect(await redo()).toBeNull();
  });

  test('after something new was done, what was undone cannot be done again', async () => {
    await keep(passage(1));
    await undo();
    await keep(passage(2));
    expect(await redo()).toBeNull();
    expect(await quotes()).toEqual([passage(2).quote]);
  });
});

test('a note on an actor is there for every page, and an empty one takes it away', async () => {
  const entity = EntityId.parse('Q794');
  const about = { entity, name: 'Iran', kind: 'country' } as const;
  expect(await answers.entityNote({ entity }, here)).toEqual({ note: null, own: '' });
  await answers.keepEntityNote({ ...about, was: '', is: 'Watch this' }, here);
  expect(await answers.entityNote({ entity }, from('https://other.example/'))).toMatchObject({
    note: { note: 'Watch this', name: 'Iran' },
  });
  await answers.keepEntityNote({ ...about, was: 'Watch this', is: '' }, here);
  expect(await answers.entityNote({ entity }, here)).toEqual({ note: null, own: '' });
});

test('storage that refuses is said with a code', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(keep(passage(1))).rejects.toMatchObject({ name: 'CodedError' });
  vi.restoreAllMocks();
});

test('a page that may hold no passages says so', async () => {
  const id = PassageId.parse('passage-0001');
  const was = { colour: 'yellow' as const, note: '', tags: [] };
  await expect(
    answers.changePassage({ look: look(), id, was, is: was }, from('about:blank')),
  ).rejects.toMatchObject({ code: 'not-allowed' });
});
