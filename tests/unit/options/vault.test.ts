// The options page's side of making and opening a vault: a worker lives as long as its deed and no longer.
import { expect, test } from 'vitest';
import { doWithVault, startVaultWorker, type VaultWorker } from '../../../entrypoints/options/sync/vault.ts';
import type { FromVaultWorker, ToVaultWorker } from '../../../entrypoints/options/sync/vault-messages.ts';

class Worker_ implements VaultWorker {
  onmessage: VaultWorker['onmessage'] = null;
  onerror: VaultWorker['onerror'] = null;
  asked: ToVaultWorker[] = [];
  ended = false;
  postMessage(message: ToVaultWorker): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  says(data: FromVaultWorker): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
}

const secret = { by: 'passphrase', passphrase: 'four words of my own' } as const;

test('the page hears how far it is, then the answer, and the worker with the passphrase in it is gone', async () => {
  const worker = new Worker_();
  const progress: number[] = [];
  const done = doWithVault(
    () => worker,
    'openAgain',
    { secret },
    { onProgress: (one) => progress.push(one) },
  );
  expect(worker.asked).toEqual([{ deed: 'openAgain', ask: { secret } }]);
  worker.says({ kind: 'progress', progress: 0.5 });
  worker.says({ kind: 'done', answer: {} });
  expect(await done).toEqual({ ok: true, answer: {} });
  expect(progress).toEqual([0.5]);
  expect(worker.ended).toBe(true);
});

test('to cancel ends the worker at once', async () => {
  const worker = new Worker_();
  const stop = new AbortController();
  const done = doWithVault(() => worker, 'openAgain', { secret }, { signal: stop.signal });
  stop.abort();
  expect(await done).toEqual({ ok: false, refused: 'cancelled' });
  expect(worker.ended).toBe(true);
});

test('once keys are on their way to the server it is too late to cancel: the recovery code is not lost', async () => {
  const worker = new Worker_();
  const stop = new AbortController();
  const ask = { secret, passphrase: 'another four words', dropDevice: null };
  const done = doWithVault(() => worker, 'changePassphrase', ask, { signal: stop.signal });
  worker.says({ kind: 'decided' });
  stop.abort();
  expect(worker.ended).toBe(false);
  worker.says({ kind: 'done', answer: { recoveryCode: 'ABCDE' } });
  expect(await done).toEqual({ ok: true, answer: { recoveryCode: 'ABCDE' } });
});

test('a worker that breaks is told in words, and what happened is not hidden', async () => {
  const worker = new Worker_();
  const done = doWithVault(() => worker, 'pair', { secret });
  worker.onerror?.(new Event('error') as ErrorEvent);
  expect(await done).toMatchObject({ ok: false, refused: { why: 'not stored' } });
  expect(startVaultWorker).toBeTypeOf('function');
});
