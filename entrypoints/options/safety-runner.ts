// Runs the options page's part about keeping passages and notes safe. What surrounds it comes in as functions.
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../messaging/result.ts';
import type { SafetyRequests } from '../../messaging/safety-requests.ts';
import type { FromSafetyWorker, ToSafetyWorker } from './safety-messages.ts';
import { type Busy, type Done, type SafetyActions, type SafetyState, SURE } from './safety-state.ts';
import type { Part } from './state.ts';
import { problemOf } from './sync/passphrase.ts';

/** What of a Worker is used. */
export interface SafetyWorker {
  onmessage: ((event: MessageEvent<FromSafetyWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToSafetyWorker): void;
  terminate(): void;
}

export interface SafetyPorts {
  readonly ask: <K extends keyof SafetyRequests & string>(
    name: K,
    body: Ask<SafetyRequests, K>,
  ) => Promise<Result<Answer<SafetyRequests, K>>>;
  readonly show: (state: SafetyState) => void;
  readonly startWorker: () => SafetyWorker;
  /** Gives the reader a file. */
  readonly give: (file: Blob, isLocked: boolean) => void;
  readonly lasts: () => Promise<boolean>;
  readonly askToLast: () => Promise<boolean>;
  readonly usage: () => Promise<number | null>;
  readonly focus: (id: string) => void;
}

export interface SafetyRunner {
  readonly actions: SafetyActions;
  readonly state: () => SafetyState;
  /** Asks for everything anew. */
  readonly refresh: () => Promise<void>;
  /** Asks only how much there is: something was kept or changed. */
  readonly recount: () => Promise<void>;
}

const IDLE = { busy: null, progress: null, done: null, trouble: null, fileTrouble: null } as const;

export function safetyRunner(ports: SafetyPorts): SafetyRunner {
  const { ask, show, startWorker, give, lasts, askToLast, usage, focus } = ports;
  let state: SafetyState = {
    kept: { kind: 'asking' },
    snapshots: { kind: 'asking' },
    lasting: 'asking',
    usage: null,
    looked: null,
    lock: null,
    ...IDLE,
    typed: '',
  };
  /** Kept while a file is looked at, since it holds what it read. */
  let worker: SafetyWorker | null = null;

  function change(part: Partial<SafetyState>): void {
    state = { ...state, ...part };
    show(state);
  }

  /** A figure that was true a moment ago says more than none. */
  function learned<T>(part: Part<T>, answer: Result<T>): Part<T> {
    if (answer.ok) return { kind: 'there', value: answer.value };
    if (part.kind !== 'there') return { kind: 'failed', code: answer.error.code };
    change({ trouble: answer.error.code });
    return part;
  }

  async function learnKept(): Promise<void> {
    const answer = await ask('kept', {});
    change({ kept: learned(state.kept, answer) });
  }

  async function learnSnapshots(): Promise<void> {
    const answer = await ask('snapshots', {});
    change({ snapshots: learned(state.snapshots, answer) });
  }

  async function learnLasting(): Promise<void> {
    const [lasting, bytes] = await Promise.all([lasts().catch(() => false), usage().catch(() => null)]);
    // That it was asked and did not say so stays until it does.
    const otherwise = state.lasting === 'refused' ? 'refused' : 'may-go';
    change({ lasting: lasting ? 'lasts' : otherwise, usage: bytes });
  }

  async function refresh(): Promise<void> {
    await Promise.all([learnKept(), learnSnapshots(), learnLasting()]);
  }

  /** One thing at a time; a second press meanwhile is none. Answers null where it did not work. */
  async function doing<T>(busy: Busy, task: () => Promise<Result<T>>): Promise<T | null> {
    if (state.busy) return null;
    change({ ...IDLE, busy });
    const answer = await task();
    change(answer.ok ? { busy: null } : { busy: null, trouble: answer.error.code });
    return answer.ok ? answer.value : null;
  }

  async function finished(done: Done, focusOn = 'safety'): Promise<void> {
    change({ done, looked: null });
    // What had the focus may have gone.
    focus(focusOn);
    await refresh();
  }

  function endWorker(): void {
    worker?.terminate();
    worker = null;
  }

  function inWorker(busy: Busy, task: ToSafetyWorker): void {
    if (state.busy) return;
    change({ ...IDLE, busy });
    worker ??= startWorker();
    worker.onmessage = ({ data }) => void hear(data, task);
    worker.onerror = () => failed('internal');
    worker.postMessage(task);
  }

  function failed(code: ErrorCode): void {
    endWorker();
    change({ busy: null, progress: null, trouble: code });
  }

  async function hear(news: FromSafetyWorker, task: ToSafetyWorker): Promise<void> {
    if (news.kind === 'progress') return change({ progress: { done: news.done, of: news.of } });
    change({ busy: null, progress: null });
    if (news.kind === 'failed') return failed(news.code);
    const name =
      task.kind === 'read' ? task.file.name : (state.lock?.kind === 'open' && state.lock.name) || '';
    if (news.kind === 'locked' || news.kind === 'wrong-secret') {
      change({ lock: { kind: 'open', name, wrong: news.kind === 'wrong-secret' } });
      return focus('safety-secret');
    }
    if (news.kind === 'read') {
      const { preview, refused } = news;
      change({ lock: null, looked: { source: { kind: 'file', name, refused }, preview, changed: false } });
      return focus('safety-looked');
    }
    endWorker();
    if (news.kind === 'refused') return change({ fileTrouble: news.why });
    if (news.kind === 'exported') {
      const isLocked = task.kind === 'export-locked';
      give(news.file, isLocked);
      change({ lock: null, done: { kind: isLocked ? 'exported-locked' : 'exported' } });
      // The form that had it is gone.
      return isLocked ? focus('safety') : undefined;
    }
    await ask('broughtIn', {});
    await finished({ kind: 'brought', count: news.count }, 'safety-undo');
  }

  const actions: SafetyActions = {
    onRetry: () => {
      change({ kept: { kind: 'asking' }, snapshots: { kind: 'asking' }, ...IDLE });
      void refresh();
    },
    onAskToLast: async () => {
      const granted = await askToLast().catch(() => false);
      change({ lasting: granted ? 'lasts' : 'refused' });
    },
    onCopy: async () => {
      const answer = await doing('copying', () => ask('takeSnapshot', {}));
      if (answer) await finished({ kind: answer.taken ? 'copied' : 'nothing-new' });
    },
    onLook: async (snapshot) => {
      const preview = await doing('looking', () => ask('snapshotPreview', { id: snapshot.id }));
      if (!preview) return learnSnapshots();
      endWorker();
      change({ looked: { source: { kind: 'snapshot', snapshot }, preview, changed: false } });
      focus('safety-looked');
    },
    onFile: (file) => inWorker('reading', { kind: 'read', file }),
    onChanged: (changed) => change({ looked: state.looked && { ...state.looked, changed } }),
    onBring: async () => {
      const { looked } = state;
      if (!looked) return;
      const { source, changed } = looked;
      if (source.kind === 'file') return inWorker('bringing', { kind: 'bring-in', changed });
      const { id } = source.snapshot;
      const answer = await doing('bringing', () => ask('restoreSnapshot', { id, changed }));
      if (answer) await finished({ kind: 'brought', count: answer.done }, 'safety-undo');
    },
    onLeave: () => {
      endWorker();
      change({ looked: null, lock: null });
      focus('safety');
    },
    onTakeBack: async () => {
      const answer = await doing('bringing', () => ask('undoBrought', {}));
      if (answer) await finished({ kind: 'taken-back' });
    },
    onExport: () => inWorker('exporting', { kind: 'export' }),
    onLock: () => {
      change({ ...IDLE, lock: { kind: 'choose', problem: null } });
      focus('safety-first');
    },
    onLocked: (first, second) => {
      const problem = problemOf(first, second);
      if (problem) return change({ lock: { kind: 'choose', problem } });
      inWorker('locking', { kind: 'export-locked', passphrase: first });
    },
    onUnlock: (secret) => {
      if (secret.trim() !== '') inWorker('unlocking', { kind: 'unlock', secret });
    },
    onCancel: () => {
      endWorker();
      change({ ...IDLE, lock: null });
    },
    onDeleteSnapshots: async () => {
      const answer = await doing('deleting', () => ask('deleteSnapshots', {}));
      if (answer) await finished({ kind: 'snapshots-deleted' });
    },
    onTyped: (typed) => change({ typed }),
    onDeleteEverything: async () => {
      if (!isSure(state.typed)) return;
      const answer = await doing('deleting', () => ask('deleteEverything', { sure: true }));
      if (!answer) return;
      endWorker();
      change({ typed: '' });
      await finished({ kind: 'deleted' });
    },
  };
  return { actions, state: () => state, refresh, recount: learnKept };
}

/** However it is spaced and written. */
export function isSure(typed: string): boolean {
  return typed.trim().toLowerCase().replaceAll(/\s+/g, ' ') === SURE;
}
