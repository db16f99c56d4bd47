// The worker's answers about “not this one”, on a real (in-memory) IndexedDB.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import type { EntityId } from '../../../core/knowledge/terms.ts';
import type { Sender } from '../../../messaging/channel.ts';
import { entity, world } from '../small-world.ts';

const tabs = vi.hoisted(() => ({ query: vi.fn(), sendMessage: vi.fn() }));
const opened = vi.hoisted(() => ({ set: vi.fn(), create: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `chrome-extension://x${path}` },
    tabs,
    storage: { session: { set: opened.set } },
    windows: { create: opened.create },
  },
}));

/** A worker that has just been started: nothing in its memory. */
async function wake() {
  vi.resetModules();
  const { correctionAnswers } = await import('../../../entrypoints/background/corrections.ts');
  const { answers } = await import('../../../entrypoints/background/answers.ts');
  const { ownAnswers } = await import('../../../entrypoints/background/own.ts');
  return { ...correctionAnswers, annotate: answers.annotate, keepOwn: ownAnswers.keepOwn };
}

const page = (url: string, active = true) => ({ url, tab: { active } }) as Sender;
const HERE = page('https://www.news.example/a');
const THERE = page('https://other.example/b');
const JORDAN = 'test:jordan-person' as EntityId;
const COUNTRY = 'Q810' as EntityId;

async function marksOn(sender: Sender): Promise<(string | null)[]> {
  const { annotate } = await wake();
  const text = 'The Jordanian king spoke in Jordan on Monday.';
  const article = {
    url: sender.url ?? '',
    title: '',
    published: { day: '2019-12-31' },
    language: 'en',
    blocks: [{ id: 0, kind: 'text' as const, text }],
  };
  const answer = await annotate({ article }, sender);
  if (answer.state !== 'annotated') throw new Error(answer.state);
  return answer.mentions
    .filter(({ shown, start, end }) => shown && text.slice(start, end) === 'Jordan')
    .map(({ entity: id }) => id);
}

beforeEach(async () => {
  const meta = {
    id: 'starter',
    version: '1',
    title: 'Starter',
    built: '2026-01-01',
    licence: 'MIT',
    attribution: [],
  };
  const more = entity(JORDAN, 'person', [{ text: 'Jordan', type: 'alias', match: 'never-alone' }]);
  const file = await writePack(meta, [...world, more], []);
  vi.stubGlobal('fetch', async () => new Response(file));
  tabs.query.mockResolvedValue([{ id: 8, active: true }]);
  tabs.sendMessage.mockReset().mockResolvedValue({ ok: true, value: {} });
  opened.create.mockReset();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

test('a name means whom the reader chose, on the site where they said so, and a worker that died remembers', async () => {
  expect(await marksOn(HERE)).toEqual([COUNTRY]);
  const { correct } = await wake();
  expect(await correct({ written: 'Jordan', where: 'site', says: JORDAN }, HERE)).toEqual({
    state: 'kept',
    before: null,
  });
  expect(await marksOn(HERE)).toEqual([JORDAN]);
  expect(await marksOn(THERE)).toEqual([COUNTRY]);
  expect(tabs.sendMessage).toHaveBeenCalledWith(
    8,
    expect.objectContaining({ backstory: 'knowledgeChanged' }),
    expect.anything(),
  );
});

test('a page speaks for its own site, by the word of the browser, and for none where it has none', async () => {
  const { correct, corrections } = await wake();
  await correct({ written: 'Jordan', where: 'site', says: 'never' }, THERE);
  expect((await corrections({}, {})).corrections).toMatchObject([{ scope: 'other.example', called: '' }]);
  await expect(
    correct({ written: 'Jordan', where: 'site', says: 'never' }, page('chrome-extension://x/welcome.html')),
  ).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(correct({ written: '…', where: 'everywhere', says: 'never' }, HERE)).rejects.toMatchObject({
    code: 'bad-message',
  });
});

test('what was said everywhere holds on all sites, but where something else was said', async () => {
  const { correct } = await wake();
  await correct({ written: 'Jordan', where: 'everywhere', says: 'none' }, HERE);
  await correct({ written: 'Jordan', where: 'site', says: JORDAN }, THERE);
  expect(await marksOn(HERE)).toEqual([]);
  expect(await marksOn(THERE)).toEqual([JORDAN]);
});

test('undo brings back what was, also an earlier correction', async () => {
  const { correct, uncorrect } = await wake();
  await correct({ written: 'Jordan', where: 'site', says: JORDAN }, HERE);
  const again = await correct({ written: 'Jordan', where: 'site', says: 'never' }, HERE);
  expect(again).toEqual({ state: 'kept', before: JORDAN });
  await correct({ written: 'Jordan', where: 'site', says: JORDAN }, HERE);
  expect(await marksOn(HERE)).toEqual([JORDAN]);
  await uncorrect({ written: 'Jordan', where: 'site' }, HERE);
  expect(await marksOn(HERE)).toEqual([COUNTRY]);
});

test('who is added under a name that meant none of those known is marked; an own entry that is refused is not', async () => {
  const draft = {
    kind: 'person',
    name: 'Jordan',
    names: [],
    surname: '',
    line: '',
    note: '',
    geo: null,
  } as const;
  const own = 'own:jordan' as EntityId;
  const { correct, keepOwn, corrections } = await wake();
  await correct({ written: 'Jordan', where: 'site', says: 'none' }, HERE);
  expect(await marksOn(HERE)).toEqual([]);
  await keepOwn({ id: own, was: null, is: { ...draft, names: [] } }, {});
  expect(await marksOn(HERE)).toEqual([own]);
  await correct({ written: 'Jordan', where: 'site', says: 'none' }, HERE);
  expect((await corrections({}, {})).corrections).toMatchObject([{ says: 'never' }]);
  expect(await marksOn(HERE)).toEqual([]);
});

test('the options list all with whom they mean, take them back and put them back', async () => {
  const { correct, corrections, takeBack, putBack } = await wake();
  await correct({ written: 'JORDAN', where: 'site', says: COUNTRY }, HERE);
  await correct({ written: 'Najaf', where: 'everywhere', says: 'none' }, HERE);
  const listed = (await corrections({}, {})).corrections;
  expect(listed.map(({ written, called, scope }) => ({ written, called, scope }))).toEqual(
    expect.arrayContaining([
      { written: 'JORDAN', called: 'Jordan', scope: 'news.example' },
      { written: 'Najaf', called: '', scope: null },
    ]),
  );
  const { gone } = await takeBack({ about: null }, {});
  expect(gone).toHaveLength(2);
  expect((await corrections({}, {})).corrections).toEqual([]);
  await putBack({ corrections: gone }, {});
  expect((await corrections({}, {})).corrections).toEqual(expect.arrayContaining(listed));
});

test('the form for a new entry opens for the page in front, and for no other', async () => {
  const { addName } = await wake();
  await addName({ written: 'Jordan' }, HERE);
  expect(opened.create).toHaveBeenCalledTimes(1);
  await expect(addName({ written: 'Jordan' }, page('https://news.example/', false))).rejects.toMatchObject({
    code: 'not-allowed',
  });
  expect(opened.create).toHaveBeenCalledTimes(1);
});
