// When sync runs. Without sync set up nothing is planned and nothing is asked of anybody.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SYNC_CHANGED } from '../../../messaging/sync-requests.ts';
import { switchSite } from '../../../storage/reader/index.ts';
import { readAnswers, SYNC_STOP } from '../../../storage/sync/index.ts';
import { home, passphrase } from '../options/profiles.ts';
import { forgetProfile, World } from '../options/vault-world.ts';

const set = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => {
  const event = { addListener: () => undefined };
  const alarms = {
    get: async (name: string) => set.get(name),
    create: async (name: string, when: unknown) => void set.set(name, when),
    clear: async (name: string) => set.delete(name),
    onAlarm: event,
  };
  const runtime = { onStartup: event, onInstalled: event, getPlatformInfo: async () => ({}) };
  return { browser: { alarms, runtime, tabs: { query: async () => [] } } };
});

const { syncAnswers } = await import('../../../entrypoints/background/sync/answers.ts');
const { alone, listenForSync, runningNow, schedule, syncDue } = await import(
  '../../../entrypoints/background/sync/runner.ts'
);

const asked: string[] = [];

beforeEach(() => {
  set.clear();
  asked.length = 0;
  vi.stubGlobal('self', { addEventListener: () => undefined });
  vi.stubGlobal('navigator', { onLine: true, locks: navigator.locks });
  vi.stubGlobal('fetch', async (_address: string, { method = 'GET' }: RequestInit) => {
    asked.push(method);
    throw new TypeError('no network');
  });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await forgetProfile();
});

const setUp = () => new World().deeds(1).create({ place: home, passphrase, deviceName: 'Desk' });
const alarms = () => [...set.keys()].sort();

test('nothing is planned or asked before sync is set up, whatever is changed', async () => {
  listenForSync();
  await switchSite('loud.example', false);
  await schedule();
  await syncDue(true);
  expect(asked).toEqual([]);
  expect(alarms()).toEqual([]);
});

test('an answer to a question about deletions is about what was shown, and nothing else', async () => {
  await setUp();
  const shown = `${'a'.repeat(32)}.1.${'b'.repeat(32)}`;
  await syncAnswers.answerDeletions({ remove: false, segments: [shown, 'no name'] }, {});
  expect(await readAnswers()).toEqual([{ segments: [shown], says: 'keep' }]);
});

test('once set up it is planned, also soon after a change, and not any more when the reader leaves', async () => {
  listenForSync();
  await setUp();
  await schedule();
  expect(alarms()).toContain('sync');
  await switchSite('loud.example', false);
  await vi.waitFor(() => expect(alarms()).toEqual(['sync', 'sync-soon']));
  await syncAnswers.syncLeave({}, {});
  expect(alarms()).toEqual([]);
  expect(await syncAnswers.syncStatus({}, {})).toEqual({
    state: 'not set up',
    left: { kind: 'webdav', where: 'https://dav.example/home', user: 'alice' },
  });
});

test('what the reader asks for has an alarm before it is answered, should the worker be ended at once', async () => {
  await setUp();
  await syncAnswers.syncNow({}, {});
  expect(alarms()).toContain('sync-soon');
  await vi.waitFor(() => expect(asked).toContain('PROPFIND'));
});

test('two at once are one run, and one more when the reader asked meanwhile', async () => {
  await setUp();
  await Promise.all([syncDue(true), syncDue(false), syncDue(true)]);
  await vi.waitFor(() => expect(asked.filter((method) => method === 'PROPFIND')).toHaveLength(2));
  expect(runningNow()).toBeNull();
});

test('after a failure the next try has an alarm of its own, and is not made before', async () => {
  await setUp();
  await syncDue(true);
  expect(alarms()).toContain('sync-soon');
  const before = asked.length;
  await syncDue(false);
  expect(asked).toHaveLength(before);
});

test('our pages hear of it, and whoever changes the place waits for no run that could last', async () => {
  const heard = vi.fn();
  const channel = new BroadcastChannel(SYNC_CHANGED);
  channel.addEventListener('message', heard);
  listenForSync();
  await setUp();
  const { promise: answer, resolve: release } = Promise.withResolvers<void>();
  vi.stubGlobal('fetch', async () => {
    await answer;
    throw new TypeError('no network');
  });
  const running = syncDue(true);
  await vi.waitFor(() => expect(runningNow()).toMatchObject({ doing: 'looking' }));
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  // Should the worker be ended now, the alarm takes it up.
  expect(alarms()).toEqual(['sync-soon']);
  let changed = false;
  new BroadcastChannel(SYNC_STOP).postMessage(null);
  const changing = alone(async () => {
    changed = true;
  });
  expect(changed).toBe(false);
  release();
  await Promise.all([running, changing]);
  expect(changed).toBe(true);
  channel.close();
});
