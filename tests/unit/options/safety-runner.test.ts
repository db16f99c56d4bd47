// The options page's part about keeping passages safe, without a page: what is asked, in which order, and what is told.
import { describe, expect, test, vi } from 'vitest';
import type { FromSafetyWorker, ToSafetyWorker } from '../../../entrypoints/options/safety-messages.ts';
import { isSure, type SafetyPorts, safetyRunner } from '../../../entrypoints/options/safety-runner.ts';
import type { Preview } from '../../../entrypoints/options/safety-state.ts';
import { failure } from '../../../messaging/result.ts';
import type { SafetyRequests } from '../../../messaging/safety-requests.ts';

const KEPT = { pages: 1, passages: 2, binned: 0, notes: 1, entries: 0 };
const SNAPSHOT = {
  id: 7,
  made: '2026-11-22T10:00:00.000Z',
  why: 'time',
  passages: 2,
  notes: 1,
  entries: 0,
} as const;
const PREVIEW: Preview = {
  back: { total: 1, first: [{ kind: 'passage', title: 'A raid' }] },
  changed: { total: 1, first: [] },
  unreadable: 0,
};
const ANSWERS: { [K in keyof SafetyRequests]: unknown } = {
  kept: KEPT,
  snapshots: { snapshots: [SNAPSHOT], bytes: 10 },
  takeSnapshot: { taken: true },
  snapshotPreview: PREVIEW,
  restoreSnapshot: { done: 2 },
  undoBrought: { changed: 2 },
  deleteSnapshots: {},
  deleteEverything: {},
  broughtIn: {},
};

function run(changes: Partial<SafetyPorts> = {}) {
  const ask = vi.fn(async (name: keyof SafetyRequests, _body: unknown) => ({
    ok: true,
    value: ANSWERS[name],
  }));
  const worker = {
    onmessage: null as ((event: MessageEvent<FromSafetyWorker>) => void) | null,
    onerror: null,
    postMessage: vi.fn((_task: ToSafetyWorker) => undefined),
    terminate: vi.fn(),
  };
  const ports = {
    show: vi.fn(),
    startWorker: () => worker,
    give: vi.fn(),
    lasts: async () => false,
    askToLast: async () => false,
    usage: async () => 1_000,
    focus: vi.fn(),
  };
  const runner = safetyRunner({ ...ports, ask: ask as unknown as SafetyPorts['ask'], ...changes });
  const says = (news: FromSafetyWorker) =>
    worker.onmessage?.({ data: news } as MessageEvent<FromSafetyWorker>);
  const asked = () => ask.mock.calls.map(([name]) => name);
  return { ...runner, ask, asked, worker, says, ports };
}

const chosen = new File(['{}'], 'mine.json');

test('it begins with how much there is, the snapshots, and whether they last', async () => {
  const { refresh, state } = run();
  await refresh();
  expect(state()).toMatchObject({
    kept: { kind: 'there', value: KEPT },
    snapshots: { kind: 'there' },
    lasting: 'may-go',
    usage: 1_000,
  });
});

test('a browser that does not promise to keep it is believed', async () => {
  const { actions, state, refresh } = run();
  await actions.onAskToLast();
  await refresh();
  expect(state().lasting).toBe('refused');
  const granted = run({ askToLast: async () => true });
  await granted.actions.onAskToLast();
  expect(granted.state().lasting).toBe('lasts');
});

test('a snapshot is looked into first, then brought back, and that can be undone', async () => {
  const { actions, state, ask, ports } = run();
  await actions.onLook(SNAPSHOT);
  expect(state().looked).toMatchObject({ preview: PREVIEW, changed: false });
  expect(ports.focus).toHaveBeenLastCalledWith('safety-looked');
  actions.onChanged(true);
  await actions.onBring();
  expect(ask).toHaveBeenCalledWith('restoreSnapshot', { id: 7, changed: true });
  expect(state()).toMatchObject({ looked: null, done: { kind: 'brought', count: 2 } });
  expect(ports.focus).toHaveBeenLastCalledWith('safety-undo');
  await actions.onTakeBack();
  expect(ask).toHaveBeenCalledWith('undoBrought', {});
  expect(state().done).toEqual({ kind: 'taken-back' });
});

test('what could not be brought back is said, and stays to be tried again', async () => {
  const { actions, state } = run({
    ask: (async (name: keyof SafetyRequests) =>
      name === 'restoreSnapshot'
        ? failure('disk-full')
        : { ok: true, value: ANSWERS[name] }) as unknown as SafetyPorts['ask'],
  });
  await actions.onLook(SNAPSHOT);
  await actions.onBring();
  expect(state()).toMatchObject({ trouble: 'disk-full', busy: null, looked: { preview: PREVIEW } });
});

describe('an encrypted file', () => {
  const PASSPHRASE = 'correct horse battery staple';

  test('is made with a passphrase that was typed twice, which no state ever holds', () => {
    const { actions, worker, says, state, ports } = run();
    actions.onLock();
    expect(ports.focus).toHaveBeenLastCalledWith('safety-first');
    actions.onLocked(PASSPHRASE, 'another');
    expect(state().lock).toEqual({ kind: 'choose', problem: 'differ' });
    expect(worker.postMessage).not.toHaveBeenCalled();
    actions.onLocked(PASSPHRASE, PASSPHRASE);
    expect(worker.postMessage).toHaveBeenCalledWith({ kind: 'export-locked', passphrase: PASSPHRASE });
    const file = new Blob(['x']);
    says({ kind: 'exported', file });
    expect(ports.give).toHaveBeenCalledWith(file, true);
    expect(state()).toMatchObject({ lock: null, done: { kind: 'exported-locked' }, busy: null });
    expect(JSON.stringify(ports.show.mock.calls)).not.toContain(PASSPHRASE);
  });

  test('asks for its passphrase when it comes back, again where it was wrong, and is looked into like any other', () => {
    const { actions, worker, says, state, ports } = run();
    actions.onFile(new File(['BSYNFILE'], 'mine.bssync'));
    says({ kind: 'locked' });
    expect(state().lock).toEqual({ kind: 'open', name: 'mine.bssync', wrong: false });
    expect(ports.focus).toHaveBeenLastCalledWith('safety-secret');
    actions.onUnlock('  ');
    expect(worker.postMessage).toHaveBeenCalledOnce();
    actions.onUnlock('wrong one');
    says({ kind: 'wrong-secret' });
    expect(state().lock).toEqual({ kind: 'open', name: 'mine.bssync', wrong: true });
    actions.onUnlock(PASSPHRASE);
    says({ kind: 'read', preview: PREVIEW, refused: 0 });
    expect(state()).toMatchObject({ lock: null, looked: { source: { kind: 'file', name: 'mine.bssync' } } });
    expect(worker.terminate).not.toHaveBeenCalled();
  });

  test('is let be, also while its key is made', () => {
    const { actions, worker, says, state } = run();
    actions.onFile(new File(['BSYNFILE'], 'mine.bssync'));
    says({ kind: 'locked' });
    actions.onUnlock(PASSPHRASE);
    expect(state().busy).toBe('unlocking');
    actions.onCancel();
    expect(state()).toMatchObject({ lock: null, busy: null });
    expect(worker.terminate).toHaveBeenCalled();
  });
});

describe('a file', () => {
  test('is looked into by a worker, brought in by the same, and everybody hears of it', async () => {
    const { actions, worker, says, state, asked } = run();
    actions.onFile(chosen);
    expect(state().busy).toBe('reading');
    says({ kind: 'read', preview: PREVIEW, refused: 1 });
    expect(state()).toMatchObject({
      busy: null,
      looked: { source: { kind: 'file', name: 'mine.json', refused: 1 } },
    });
    await actions.onBring();
    expect(worker.postMessage).toHaveBeenLastCalledWith({ kind: 'bring-in', changed: false });
    says({ kind: 'progress', done: 20, of: 400 });
    expect(state()).toMatchObject({ busy: 'bringing', progress: { done: 20, of: 400 } });
    says({ kind: 'brought-in', count: 3 });
    await vi.waitFor(() => expect(state().done).toEqual({ kind: 'brought', count: 3 }));
    expect(state().progress).toBeNull();
    expect(asked()).toContain('broughtIn');
    expect(worker.terminate).toHaveBeenCalled();
  });

  test('that is not ours is said to be so', () => {
    const { actions, says, state, worker } = run();
    actions.onFile(chosen);
    says({ kind: 'refused', why: 'not-ours' });
    expect(state()).toMatchObject({ fileTrouble: 'not-ours', busy: null, looked: null });
    expect(worker.terminate).toHaveBeenCalled();
  });

  test('with everything is given once it is written; cancelled, it is not', () => {
    const { actions, says, state, worker, ports } = run();
    actions.onExport();
    expect(state().busy).toBe('exporting');
    actions.onCancel();
    expect(worker.terminate).toHaveBeenCalledOnce();
    expect(state().busy).toBeNull();
    actions.onExport();
    says({ kind: 'exported', file: new Blob(['x']) });
    expect(ports.give).toHaveBeenCalledOnce();
    expect(state().done).toEqual({ kind: 'exported' });
  });
});

describe('everything is deleted', () => {
  test.each([
    ['', false],
    ['delete', false],
    ['delete everything', true],
    [' Delete  Everything ', true],
  ])('after “%s” was typed: %s', async (typed, sure) => {
    expect(isSure(typed)).toBe(sure);
    const { actions, state, asked } = run();
    actions.onTyped(typed);
    await actions.onDeleteEverything();
    expect(asked().includes('deleteEverything')).toBe(sure);
    expect(state().done).toEqual(sure ? { kind: 'deleted' } : null);
  });
});

test('a second press while something goes on is none', async () => {
  const { actions, asked } = run();
  await Promise.all([actions.onCopy(), actions.onCopy()]);
  expect(asked().filter((name) => name === 'takeSnapshot')).toHaveLength(1);
});
