// Notes on actors and places in what a card tells, and what is said of passages when a page is marked.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { keepEntry } from '../../../storage/reader/index.ts';
import { look, passage, STORY } from '../kept/passages.ts';
import { world } from '../small-world.ts';

const tabs = vi.hoisted(() => ({ query: vi.fn(async () => []), sendMessage: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://x${path}` }, tabs },
}));

const { answers } = await import('../../../entrypoints/background/answers.ts');
const { keepingAnswers } = await import('../../../entrypoints/background/keeping.ts');
const { forgetOwn } = await import('../../../entrypoints/background/own-cache.ts');

const here = { url: STORY };
const iran = { entity: EntityId.parse('Q794'), name: 'Iran', kind: 'country' } as const;
const tellOf = async (...about: string[]) => {
  const limit = { before: 0, since: 0 };
  const ids = about.map((id) => EntityId.parse(id));
  return (await answers.tell({ about: ids, published: null, among: [], limit }, here)).entities;
};

beforeEach(async () => {
  const meta = {
    id: 'starter',
    version: '1',
    title: 'Starter',
    built: '2026-01-01',
    licence: 'MIT',
    attribution: [],
  };
  const file = await writePack(meta, world, []);
  vi.stubGlobal('fetch', async () => new Response(file));
});
afterEach(async () => {
  vi.restoreAllMocks();
  forgetOwn();
  await Dexie.delete('backstory-reader');
});

test('a note on an actor is in every card of it, and in no other', async () => {
  expect((await tellOf('Q794'))[0]?.note).toBeUndefined();
  await keepingAnswers.keepEntityNote({ ...iran, was: '', is: 'Watch this' }, here);
  expect((await tellOf('Q794', 'Q796')).map(({ note }) => note)).toEqual(['Watch this', undefined]);
});

test('it stands under what the reader wrote in an entry of their own', async () => {
  const draft = {
    kind: 'country',
    name: 'Iran',
    names: [],
    surname: '',
    line: '',
    note: 'From my entry',
    geo: null,
  } as const;
  await keepEntry(iran.entity, null, { ...draft, names: [] }, '2026-11-22T10:00:00.000Z');
  await keepingAnswers.keepEntityNote({ ...iran, was: '', is: 'From a card' }, here);
  expect((await tellOf('Q794'))[0]?.note).toBe('From my entry\n\nFrom a card');
  expect(await keepingAnswers.entityNote({ entity: iran.entity }, here)).toMatchObject({
    own: 'From my entry',
    note: { note: 'From a card' },
  });
});

test('where the notes cannot be read, the card is told all the same', async () => {
  await tellOf('Q794');
  const open = IDBFactory.prototype.open;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, ...rest) {
    if (name === 'backstory-reader') throw new DOMException('no', 'SecurityError');
    return open.call(this, name, ...rest);
  });
  expect((await tellOf('Q794'))[0]).toMatchObject({ name: 'Iran' });
});

test('the answer for a page says how many passages may stand on it, and nothing where none does', async () => {
  const article = { url: STORY, title: look().title, published: null, language: 'en', blocks: [] };
  expect(await answers.annotate({ article }, here)).not.toHaveProperty('kept');
  await keepingAnswers.keep({ look: look(), ...passage(1) }, here);
  await keepingAnswers.keep({ look: look(), ...passage(2) }, here);
  expect(await answers.annotate({ article }, { url: `${STORY}?utm_source=x` })).toMatchObject({ kept: 2 });
  expect(await answers.annotate({ article }, { url: 'https://other.example/a-b' })).not.toHaveProperty(
    'kept',
  );
});
