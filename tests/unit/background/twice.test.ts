// A worker may die after it has done something and before it could say so: then it is asked once more, and what is done twice
// must be what is done once. Each request that writes is handled twice here, by workers that know nothing of each other.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sender } from '../../../messaging/channel.ts';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import { look, passage, STORY } from '../kept/passages.ts';

const tabs = vi.hoisted(() => ({ query: vi.fn(async () => []), sendMessage: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://x${path}` }, tabs },
}));

const { keepingAnswers: keeping } = await import('../../../entrypoints/background/keeping.ts');
const { libraryAnswers: library } = await import('../../../entrypoints/background/library.ts');

const here: Sender = { url: STORY };
const [first, second] = [passage(1).id, passage(2).id];
const plain = { colour: 'yellow', note: '', tags: [] as string[] } as const;
const was = { ...plain, tags: [] };

beforeEach(async () => {
  for (const n of [1, 2]) await keeping.keep({ look: look(), ...passage(n) }, here);
  await keeping.changePassage(
    { look: look(), id: first, was, is: { ...was, note: 'one two three' } },
    here,
    'before-1',
  );
  await keeping.dropPassage({ look: look(), id: second, deleted: true }, here, 'before-2');
});
afterEach(() => Dexie.delete('backstory-reader'));

async function everything() {
  const database = new ReaderDatabase();
  try {
    const { updates, history, passages, outbox } = database;
    return {
      updates: await updates.count(),
      outbox: await outbox.count(),
      history: await history.toArray(),
      passages: await passages.toArray(),
    };
  } finally {
    database.close();
  }
}

type Done = (id: string) => Promise<unknown> | unknown;

const WRITES: readonly (readonly [string, Done])[] = [
  ['keep', (id) => keeping.keep({ look: look(), ...passage(3) }, here, id)],
  [
    'changePassage',
    (id) =>
      keeping.changePassage(
        { look: look(), id: first, was: { ...was, note: 'one' }, is: { ...was, note: 'one, and four' } },
        here,
        id,
      ),
  ],
  ['dropPassage', (id) => keeping.dropPassage({ look: look(), id: first, deleted: true }, here, id)],
  [
    'confirmPassage',
    (id) => keeping.confirmPassage({ look: look(), id: first, selectors: passage(4).selectors }, here, id),
  ],
  ['undo', (id) => keeping.undo({ look: look() }, here, id)],
  [
    'editPassage',
    (id) =>
      library.editPassage(
        { id: first, was: { ...was, note: 'two' }, is: { ...was, note: 'two, and five' } },
        here,
        id,
      ),
  ],
  ['changePassages', (id) => library.changePassages({ ids: [first, second], colour: 'pink' }, here, id)],
  ['undoLast', (id) => library.undoLast({}, here, id)],
];

describe('asked twice', () => {
  test.each(WRITES)('%s is done once, and answered alike', async (_name, act) => {
    const before = await everything();
    const answer = await act('request-1');
    const once = await everything();
    expect(once).not.toEqual(before);
    expect(await act('request-1')).toEqual(answer);
    expect(await everything()).toEqual(once);
  });

  test.each([
    ['redo', (id: string) => keeping.redo({ look: look() }, here, id)],
    ['redoLast', (id: string) => library.redoLast({}, here, id)],
  ] as const)('%s is done once, and answered alike', async (_name, act) => {
    await keeping.undo({ look: look() }, here, 'undo-1');
    await keeping.undo({ look: look() }, here, 'undo-2');
    const answer = await act('request-1');
    const once = await everything();
    expect(once.history.filter(({ state }) => state === 'undone')).toHaveLength(1);
    expect(await act('request-1')).toEqual(answer);
    expect(await everything()).toEqual(once);
  });

  test('two requests to undo are two steps back', async () => {
    await keeping.undo({ look: look() }, here, 'request-1');
    const once = await everything();
    await keeping.undo({ look: look() }, here, 'request-2');
    expect(await everything()).not.toEqual(once);
  });
});

test('a worker that dies half way through undoing on many pages goes on with the same step, and with no other', async () => {
  const other = 'https://news.example/another-story';
  const otherLook = look({ url: other, title: 'Another' });
  await keeping.keep({ look: otherLook, ...passage(5) }, { url: other }, 'keep-5');
  const ids = [first, passage(5).id];
  await library.changePassages({ ids, colour: 'pink' }, here, 'both');
  const transaction = IDBDatabase.prototype.transaction;
  let writes = 0;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
    if (given[1] === 'readwrite') writes += 1;
    if (writes > 1) throw new Error('died');
    return Reflect.apply(transaction, this, given);
  });
  await expect(library.undoLast({}, here, 'undo')).rejects.toThrow();
  vi.restoreAllMocks();
  const colours = async () =>
    (await everything()).passages.filter(({ id }) => ids.includes(id)).map(({ colour }) => colour);
  expect([...(await colours())].sort()).toEqual(['pink', 'yellow']);
  expect(await library.undoLast({}, here, 'undo')).toEqual({ changed: 2 });
  expect(await colours()).toEqual(['yellow', 'yellow']);
});
