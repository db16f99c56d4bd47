// The worker's answers about the reader's own knowledge, on a real (in-memory) IndexedDB.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import type { Sender } from '../../../messaging/channel.ts';
import { entity, world } from '../small-world.ts';

const tabs = vi.hoisted(() => ({ query: vi.fn(), sendMessage: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://x${path}` }, tabs },
}));

/** A worker that has just been started: nothing in its memory. */
async function wake() {
  vi.resetModules();
  const { ownAnswers } = await import('../../../entrypoints/background/own.ts');
  const { withKnowledge } = await import('../../../entrypoints/background/knowledge.ts');
  return { answers: ownAnswers, withKnowledge };
}
type Worker = Awaited<ReturnType<typeof wake>>;

const sender: Sender = {};
const QUIST = EntityId.parse('own:quist');
const draft = {
  kind: 'person',
  name: 'Zebulon Quist',
  names: [],
  surname: '',
  line: 'Envoy',
  note: '',
  geo: null,
} as const;
const is = { ...draft, names: [] };
const keep = ({ answers }: Worker, id = QUIST, name = 'Zebulon Quist') =>
  answers.keepOwn({ id, was: null, is: { ...is, name } }, sender);
const list = ({ answers }: Worker, which: 'kept' | 'deleted' = 'kept') =>
  answers.ownEntries({ search: '', which, most: 50 }, sender);
const bearers = async ({ withKnowledge }: Worker, key: string) =>
  withKnowledge(async ({ knowledge }) => (await knowledge.names([key])).get(key)?.map(({ id }) => id) ?? []);

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
  tabs.query.mockResolvedValue([
    { id: 7, active: false },
    { id: 8, active: true },
  ]);
  tabs.sendMessage.mockReset().mockResolvedValue({ ok: true, value: {} });
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

test('an entry answers as soon as it is kept, and still does after the worker has died', async () => {
  const worker = await wake();
  expect(await bearers(worker, 'zebulon quist')).toEqual([]);
  expect(await keep(worker)).toMatchObject({ state: 'kept', entry: { id: QUIST, line: 'Envoy' } });
  expect(await bearers(worker, 'zebulon quist')).toEqual([QUIST]);
  expect(await bearers(await wake(), 'zebulon quist')).toEqual([QUIST]);
});

test('open pages are told of a change, the one in sight first', async () => {
  await keep(await wake());
  await vi.waitFor(() => expect(tabs.sendMessage).toHaveBeenCalledTimes(2));
  const asked = tabs.sendMessage.mock.calls.map(([tab, message]) => [tab, message.backstory]);
  expect(asked).toEqual([
    [8, 'knowledgeChanged'],
    [7, 'knowledgeChanged'],
  ]);
});

test('a deleted entry answers no more, is among the deleted, and comes back', async () => {
  const worker = await wake();
  await keep(worker);
  await worker.answers.deleteOwn({ id: QUIST, deleted: true }, sender);
  expect(await bearers(worker, 'zebulon quist')).toEqual([]);
  expect(await list(worker)).toMatchObject({ total: 0, kept: 0, deleted: 1 });
  expect(await list(worker, 'deleted')).toMatchObject({ entries: [{ name: 'Zebulon Quist' }] });
  await worker.answers.deleteOwn({ id: QUIST, deleted: false }, sender);
  expect(await bearers(worker, 'zebulon quist')).toEqual([QUIST]);
});

describe('who bears a name already', () => {
  const whoIs = async ({ answers }: Worker, name: string) =>
    (await answers.whoIs({ name }, sender)).namesakes;

  test('the packs and the reader’s own entries are asked, the reader’s first', async () => {
    const worker = await wake();
    await keep(worker, QUIST, 'Hezbollah');
    const found = await whoIs(worker, ' HEZBOLLAH ');
    expect(found.map(({ id, own }) => [id, own])).toEqual([
      [QUIST, true],
      ['Q41053', false],
    ]);
  });

  test('nobody bears an empty name, or one of signs only', async () => {
    const worker = await wake();
    expect(await whoIs(worker, '')).toEqual([]);
    expect(await whoIs(worker, '…')).toEqual([]);
    expect(await whoIs(worker, '#wikidata Q794')).toEqual([]);
  });
});

test('records from another source are matched, listed and exported', async () => {
  const worker = await wake();
  const record = entity('Q4115189', 'person', ['Ada Marrow'], { pack: 'own' });
  await worker.answers.putRecords({ entities: [record] }, sender);
  expect(await bearers(worker, 'ada marrow')).toEqual(['Q4115189']);
  expect(await list(worker)).toMatchObject({ entries: [{ name: 'Ada Marrow', extends: false }] });
  expect((await worker.answers.exportOwn({}, sender)).yaml).toContain('id: "Q4115189"');
});

test('storage that refuses is said, and the packs go on answering', async () => {
  const worker = await wake();
  await worker.withKnowledge(async () => undefined);
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  const again = await wake();
  await expect(keep(again)).rejects.toMatchObject({ code: 'not-stored' });
  await expect(list(again)).rejects.toMatchObject({ code: 'not-stored' });
  expect(await bearers(again, 'iran')).toEqual(['Q794']);
});
