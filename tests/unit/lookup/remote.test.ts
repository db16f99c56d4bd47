import { expect, test, vi } from 'vitest';
import { EntityId } from '../../../core/knowledge/terms.ts';
import type { FromWorker, ToWorker } from '../../../entrypoints/entry/look-up-messages.ts';
import { remoteLookUp } from '../../../entrypoints/entry/look-up-remote.ts';

/** A worker that a test speaks for. */
class Puppet extends EventTarget {
  readonly heard: ToWorker[] = [];
  postMessage(message: ToWorker): void {
    this.heard.push(structuredClone(message));
  }
  say(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function remote() {
  const workers: Puppet[] = [];
  const startWorker = () => {
    const worker = new Puppet();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  return { workers, ...remoteLookUp({ startWorker, agent: 'Backstory/test', languages: ['en'] }) };
}

const never = new AbortController().signal;

test('no worker is started before the reader asks; then it hears who asks, and what', async () => {
  const { workers, search } = remote();
  expect(workers).toEqual([]);
  const answer = search('Quist', never);
  workers[0]?.say({ kind: 'found', job: 7, outcome: { ok: false, trouble: { code: 'offline' } } });
  workers[0]?.say({ kind: 'found', job: 1, outcome: { ok: true, value: [] } });
  expect(await answer).toEqual({ ok: true, value: [] });
  expect(workers[0]?.heard).toEqual([
    { kind: 'begin', agent: 'Backstory/test', languages: ['en'] },
    { kind: 'search', job: 1, name: 'Quist' },
  ]);
});

test('the worker asks who is known, and goes on with the answer', async () => {
  const { workers, take } = remote();
  const onProgress = vi.fn();
  const known = vi.fn(async () => new Set(['Q30']));
  const answer = take('Q1', { today: '2026-11-22', signal: never, known, onProgress });
  const [worker = expect.fail('no worker')] = workers;
  worker.say({ kind: 'progress', job: 1, progress: { done: 1, of: 2 } });
  worker.say({ kind: 'who-are', job: 1, ids: [EntityId.parse('Q30')] });
  await vi.waitFor(() => expect(worker.heard.at(-1)).toEqual({ kind: 'known', job: 1, known: ['Q30'] }));
  worker.say({ kind: 'taken', job: 1, outcome: { ok: false, trouble: { code: 'offline' } } });
  expect(await answer).toMatchObject({ trouble: { code: 'offline' } });
  expect(onProgress).toHaveBeenCalledExactlyOnceWith({ done: 1, of: 2 });
});

test('where nobody says who is known, the work is stopped and the reason told on', async () => {
  const { workers, take } = remote();
  const known = () => Promise.reject(new Error('no answer'));
  const answer = take('Q1', { today: '2026-11-22', signal: never, known, onProgress: () => {} });
  workers[0]?.say({ kind: 'who-are', job: 1, ids: [] });
  await expect(answer).rejects.toThrow('no answer');
  expect(workers[0]?.heard.at(-1)).toEqual({ kind: 'cancel', job: 1 });
});

test('a change of mind ends it at once, without waiting for the worker', async () => {
  const { workers, search } = remote();
  const change = new AbortController();
  const answer = search('Quist', change.signal);
  change.abort();
  expect(await answer).toEqual({ ok: false, trouble: { code: 'cancelled' } });
  expect(workers[0]?.heard.at(-1)).toEqual({ kind: 'cancel', job: 1 });
});

test('a worker that breaks leaves nobody waiting, and the next question starts another', async () => {
  const { workers, search } = remote();
  const answer = search('Quist', never);
  workers[0]?.dispatchEvent(new Event('error'));
  expect(await answer).toMatchObject({ trouble: { code: 'unexpected' } });
  void search('Quist', never);
  expect(workers).toHaveLength(2);
});
