// Files go one after another, and whatever a worker does, the next one gets its turn.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ImportJob, type ImportNews, importJobs } from '../../../entrypoints/options/import-job.ts';
import type { ToImportWorker } from '../../../entrypoints/options/import-messages.ts';
import { type ImportWorker, importRunner } from '../../../entrypoints/options/import-runner.ts';

class FakeWorker implements ImportWorker {
  onmessage: ImportWorker['onmessage'] = null;
  onerror: ImportWorker['onerror'] = null;
  readonly heard: ToImportWorker[] = [];
  terminated = false;
  postMessage(message: ToImportWorker): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  tells(news: ImportNews): void {
    this.onmessage?.(new MessageEvent('message', { data: news }));
  }
}

const found = { what: 'a pack', source: '', licence: 'MIT' };
const report = {
  entities: 1,
  events: 0,
  rejected: 0,
  title: '',
  replaced: null,
  rejections: [],
  skippedFor: [],
};
const fileOf = (name: string) => new File(['x'], name);

function desk() {
  const workers: FakeWorker[] = [];
  const onInstalled = vi.fn();
  let jobs: readonly ImportJob[] = [];
  const runner = importRunner({
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    dispatch: (action) => {
      jobs = importJobs(jobs, action);
    },
    onInstalled,
    patience: 1_000,
  });
  const worker = (index: number): FakeWorker => workers[index] ?? expect.fail(`no worker ${index}`);
  const states = () => jobs.map(({ state }) => state.kind);
  const whatWorkersDo = () => workers.map(({ heard }) => heard[0]?.kind);
  return { runner, worker, states, whatWorkersDo, onInstalled, jobs: () => jobs };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a second file waits for the first, and each pack is used when it is there', () => {
  const { runner, worker, states, whatWorkersDo, onInstalled } = desk();
  runner.add([fileOf('a'), fileOf('b')]);
  expect(whatWorkersDo()).toEqual(['import']);
  worker(0).tells({ kind: 'reading' });
  worker(0).tells({ kind: 'found', found });
  worker(0).tells({ kind: 'done', report });
  expect(worker(0).terminated).toBe(true);
  expect(onInstalled).toHaveBeenCalledOnce();
  expect(whatWorkersDo()).toEqual(['import', 'import']);
  worker(1).tells({ kind: 'failed', code: 'damaged', words: '' });
  expect(states()).toEqual(['done', 'failed']);
  expect(onInstalled).toHaveBeenCalledOnce();
});

test('a worker that runs out of memory is said to have stopped, is tidied up after, and holds up nobody', () => {
  const { runner, worker, jobs, whatWorkersDo } = desk();
  runner.add([fileOf('a'), fileOf('b')]);
  // Node has no ErrorEvent.
  worker(0).onerror?.(new Event('error') as ErrorEvent);
  expect(jobs()[0]?.state).toEqual({ kind: 'failed', code: 'stopped', words: '' });
  expect(whatWorkersDo().sort()).toEqual(['import', 'import', 'tidy']);
});

test('Cancel lets the worker end by itself', () => {
  const { runner, worker, states, whatWorkersDo } = desk();
  runner.add([fileOf('a')]);
  worker(0).tells({ kind: 'reading' });
  runner.cancel(1);
  expect(worker(0).heard.at(-1)).toEqual({ kind: 'cancel' });
  expect(worker(0).terminated).toBe(false);
  worker(0).tells({ kind: 'cancelled' });
  vi.advanceTimersByTime(2_000);
  expect(states()).toEqual(['cancelled']);
  expect(whatWorkersDo()).toEqual(['import']);
});

test('a worker that does not hear Cancel is ended, and tidied up after', () => {
  const { runner, worker, states, whatWorkersDo } = desk();
  runner.add([fileOf('a')]);
  worker(0).tells({ kind: 'reading' });
  runner.cancel(1);
  vi.advanceTimersByTime(1_000);
  expect(worker(0).terminated).toBe(true);
  expect(states()).toEqual(['cancelled']);
  expect(whatWorkersDo()).toEqual(['import', 'tidy']);
});

test('a waiting file that is cancelled is never read', () => {
  const { runner, worker, states, whatWorkersDo } = desk();
  runner.add([fileOf('a'), fileOf('b'), fileOf('c')]);
  runner.cancel(2);
  worker(0).tells({ kind: 'failed', code: 'damaged', words: '' });
  expect(whatWorkersDo()).toEqual(['import', 'import']);
  expect(worker(1).heard).toMatchObject([{ kind: 'import', file: { name: 'c' } }]);
  expect(states()).toEqual(['failed', 'cancelled', 'idle']);
});
