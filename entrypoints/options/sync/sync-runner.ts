// Runs the section on sync: asks what is so, takes the reader through the steps, and has the worker do what needs a key.
// What surrounds it comes in as functions. What is secret is held here only while a step needs it, never in the state.
import { accessNeeded, type RemoteSettings } from '../../../core/sync/remote/index.ts';
import type { Answer, Ask } from '../../../messaging/requests.ts';
import type { Result } from '../../../messaging/result.ts';
import type { SyncRequests } from '../../../messaging/sync-requests.ts';
import { isLastGroup, PROBLEMS, problemOf } from './passphrase.ts';
import { firstPlaceStep, placeLeft } from './place-step.ts';
import { readPlace, type Typed } from './read-place.ts';
import type {
  GivenPassphrase,
  PassphraseStep,
  PlaceStep,
  QrPicture,
  Said,
  SecretStep,
  Step,
  SyncActions,
  SyncUi,
  Working,
} from './sync-state.ts';
import type { DeedOptions, Outcome } from './vault.ts';
import type { ChosenPlace, Deed, DeedAsk, VaultSecret } from './vault-messages.ts';

export interface SyncPorts {
  readonly ask: <K extends keyof SyncRequests & string>(
    name: K,
    body: Ask<SyncRequests, K>,
  ) => Promise<Result<Answer<SyncRequests, K>>>;
  readonly show: (state: SyncUi) => void;
  readonly deed: <D extends Deed>(deed: D, ask: DeedAsk<D>, options?: DeedOptions) => Promise<Outcome<D>>;
  /** Both must be called in the click itself. */
  readonly requestAccess: (pattern: string) => Promise<boolean>;
  readonly pickFolder: () => Promise<FileSystemDirectoryHandle>;
  readonly requestFolder: (folder: FileSystemDirectoryHandle) => Promise<boolean>;
  readonly picture: (line: string) => Promise<QrPicture>;
  readonly copy: (text: string) => Promise<void>;
  readonly print: () => void;
  readonly focus: (id: string) => void;
}

export interface SyncRunner {
  readonly actions: SyncActions;
  readonly state: () => SyncUi;
  readonly refresh: () => Promise<void>;
}

/** Where the focus goes with each step: its heading. */
export const STEP = 'sync-step';
export const SECTION = 'sync';

const QUIET = { said: null, refused: null, trouble: null } as const;

export function syncRunner(ports: SyncPorts): SyncRunner {
  const { ask, show, deed, focus } = ports;
  let state: SyncUi = { status: { kind: 'asking' }, step: null, renaming: null, ...QUIET };
  /** What was tried, with its password; and the line that was pasted. */
  let chosen: ChosenPlace | null = null;
  let line = '';
  let lineFolder: FileSystemDirectoryHandle | null = null;
  let running: AbortController | null = null;
  let asking: Promise<void> | null = null;
  let askAgain = false;

  function change(part: Partial<SyncUi>): void {
    state = { ...state, ...part };
    show(state);
  }

  function go(step: Step): void {
    change({ step, renaming: null, ...QUIET });
    focus(STEP);
  }

  /** Back to what is so. */
  function over(said: Said | null): void {
    running?.abort();
    running = null;
    chosen = null;
    line = '';
    lineFolder = null;
    change({ step: null, renaming: null, ...QUIET, said });
    focus(SECTION);
  }

  async function learn(): Promise<void> {
    const answer = await ask('syncStatus', {});
    if (answer.ok) change({ status: { kind: 'there', value: answer.value } });
    // What was true a moment ago says more than nothing.
    else if (state.status.kind === 'there') change({ trouble: answer.error.code });
    else change({ status: { kind: 'failed', code: answer.error.code } });
  }

  /** It is said several times a second that something changed: one question at a time, and one more at the end. */
  async function refresh(): Promise<void> {
    if (asking) {
      askAgain = true;
      return asking;
    }
    asking = (async () => {
      do {
        askAgain = false;
        await learn();
      } while (askAgain);
    })();
    await asking;
    asking = null;
  }

  async function request<K extends keyof SyncRequests & string>(
    name: K,
    body: Ask<SyncRequests, K>,
  ): Promise<boolean> {
    const answer = await ask(name, body);
    if (!answer.ok) change({ trouble: answer.error.code });
    await refresh();
    return answer.ok;
  }

  function seenCode(): void {
    const { status } = state;
    // Not asked for a moment longer, until the worker has heard of it.
    if (status.kind === 'there' && status.value.state === 'set up')
      change({ status: { ...status, value: { ...status.value, codeUnseen: false } } });
    void request('syncCodeSeen', {});
  }

  /** Null where it was refused; the step before is shown again then, with why. */
  async function working<D extends Deed>(what: Working, name: D, body: DeedAsk<D>) {
    const before = state.step;
    const controller = new AbortController();
    running = controller;
    go({ kind: 'working', what, progress: null });
    const outcome = await deed(name, body, {
      signal: controller.signal,
      onProgress: (progress) => {
        if (state.step?.kind === 'working') change({ step: { ...state.step, progress } });
      },
    });
    if (running !== controller) return null;
    running = null;
    if (outcome.ok) return outcome.answer;
    refusedIn(before, outcome.refused === 'cancelled' ? null : outcome.refused.words);
    return null;
  }

  function refusedIn(before: Step | null, words: SyncUi['refused']): void {
    if (words === null) {
      change({ step: before, ...QUIET, said: 'cancelled' });
    } else if (before && 'problem' in before) {
      change({ step: { ...before, problem: words }, ...QUIET });
    } else {
      change({ step: before, ...QUIET, refused: words });
    }
    focus(before ? STEP : SECTION);
  }

  function place(): PlaceStep | null {
    return state.step?.kind === 'place' ? state.step : null;
  }

  async function tryIt(next: ChosenPlace): Promise<void> {
    chosen = next;
    const step = place();
    if (!step) return;
    change({ step: { ...step, errors: {}, refused: false, trying: true, tried: null, wrongFolder: false } });
    const controller = new AbortController();
    running = controller;
    const outcome = await deed('try', { place: next }, { signal: controller.signal });
    const now = place();
    if (running !== controller || !now) return;
    running = null;
    if (outcome.ok) {
      change({ step: { ...now, trying: false, tried: outcome.answer } });
      focus('sync-tried');
    } else {
      change({ step: { ...now, trying: false } });
      if (outcome.refused !== 'cancelled') change({ refused: outcome.refused.words });
    }
  }

  async function tryTyped(typed: Typed): Promise<void> {
    const step = place();
    if (!step || step.trying) return;
    if (step.place === 'folder') return tryFolder(step);
    const read = readPlace(step.place, typed);
    if (!read.ok) {
      change({ step: { ...step, errors: read.errors, tried: null, refused: false } });
      return focus(`sync-${Object.keys(read.errors)[0]}`);
    }
    await tryServer(step, read.settings);
  }

  async function tryServer(step: PlaceStep, settings: RemoteSettings): Promise<void> {
    const access = accessNeeded(settings);
    // Before anything is waited for: afterwards it is no click any more.
    const allowed = access === null || (await ports.requestAccess(access).catch(() => false));
    if (!allowed) return change({ step: { ...step, errors: {}, refused: true, tried: null } });
    await tryIt({ settings, folder: null });
  }

  async function tryFolder(step: PlaceStep): Promise<void> {
    const folder = await ports.pickFolder().catch(() => null);
    if (!folder) return change({ step: { ...step, refused: true, tried: null } });
    await tryIt({ settings: { kind: 'folder', name: folder.name.slice(0, 300) }, folder });
  }

  async function finished(said: Said): Promise<void> {
    over(said);
    await request('syncSetUp', {});
  }

  async function giveSecret(step: SecretStep, typed: string, deviceName: string): Promise<void> {
    const secret = secretOf(step.by, typed);
    if (!secret) return change({ step: { ...step, problem: NOTHING_TYPED } });
    if (step.why === 'join' && chosen) {
      const answer = await working('joining', 'join', { place: chosen, secret, deviceName });
      if (answer) await finished('joined');
    } else if (step.why === 'open again') {
      if (await working('opening', 'openAgain', { secret })) await finished('opened');
    } else if (step.why === 'pair') {
      const answer = await working('pairing', 'pair', { secret });
      if (!answer) return;
      go({ kind: 'paired', ...answer, picture: null });
      const picture = await ports.picture(answer.line).catch(() => null);
      if (state.step?.kind === 'paired') change({ step: { ...state.step, picture } });
    }
  }

  async function givePassphrase(step: PassphraseStep, given: GivenPassphrase): Promise<void> {
    const problem = problemOf(given.first, given.second);
    if (problem) return change({ step: { ...step, problem: { happened: PROBLEMS[problem], toDo: '' } } });
    const passphrase = given.first;
    if (step.why === 'create') {
      if (!chosen) return;
      const body = { place: chosen, passphrase, deviceName: given.deviceName };
      return showCode(await working('creating', 'create', body), step);
    }
    const secret = secretOf(step.by, given.secret);
    if (!secret) return change({ step: { ...step, problem: NOTHING_TYPED } });
    const body = { secret, passphrase, dropDevice: step.device?.id ?? null };
    const what = step.why === 'drop' ? 'dropping' : 'changing';
    showCode(await working(what, 'changePassphrase', body), step);
  }

  function showCode(answer: { readonly recoveryCode: string } | null, step: PassphraseStep): void {
    if (!answer) return;
    chosen = null;
    go({ kind: 'code', code: answer.recoveryCode, why: step.why, wrong: false });
    // The vault is there, whether the code is written down or not.
    void request('syncSetUp', {});
  }

  async function readLine(typed: string): Promise<void> {
    const answer = await working('reading line', 'readLine', { line: typed.trim() });
    if (!answer) return;
    line = typed.trim();
    go({ kind: 'line', problem: null, place: { where: answer.place.where, access: answer.access } });
  }

  async function joinByLine(step: Step & { kind: 'line' }, code: string, deviceName: string): Promise<void> {
    const access = step.place?.access ?? null;
    // Both in the click itself.
    if (access !== null && !(await ports.requestAccess(access).catch(() => false)))
      return change({ step: { ...step, problem: REFUSED_ACCESS } });
    if (access === null) lineFolder ??= await ports.pickFolder().catch(() => null);
    if (access === null && !lineFolder) return change({ step: { ...step, problem: REFUSED_FOLDER } });
    const body = { line, code: code.trim(), folder: lineFolder, deviceName };
    if (await working('joining', 'joinByLine', body)) await finished('joined');
  }

  const actions: SyncActions = {
    onRetry: () => {
      change({ status: { kind: 'asking' }, ...QUIET });
      void refresh();
    },
    onLeaveStep: () => over(null),
    onSetUp: () => {
      const { status } = state;
      const left = status.kind === 'there' && status.value.state === 'not set up' ? status.value.left : null;
      go({ ...firstPlaceStep('set up', left?.kind), before: left ? placeLeft(left) : {} });
    },
    onPlace: (kind) => {
      const step = place();
      running?.abort();
      if (step) change({ step: firstPlaceStep(step.goal, kind), ...QUIET });
    },
    onTyped: () => {
      const step = place();
      if (step && (step.tried || step.refused)) change({ step: { ...step, tried: null, refused: false } });
    },
    onTry: tryTyped,
    onTryAgain: async () => {
      const step = place();
      if (!chosen || !step || step.trying) return;
      // The browser's leave may be what was lacking.
      if (!chosen.folder) return tryServer(step, chosen.settings);
      if (await ports.requestFolder(chosen.folder).catch(() => false)) return tryIt(chosen);
      change({ step: { ...step, refused: true, tried: null } });
    },
    onNewVault: () =>
      go({ kind: 'new passphrase', why: 'create', device: null, by: 'passphrase', problem: null }),
    onWrongFolder: () => {
      const step = place();
      if (step) change({ step: { ...step, wrongFolder: true, tried: null } });
      focus('sync-address');
    },
    onJoin: () => go({ kind: 'secret', why: 'join', by: 'passphrase', problem: null }),
    onMove: async () => {
      if (chosen && (await working('moving', 'changePlace', { place: chosen }))) await finished('moved');
    },
    onBy: (by) => {
      const { step } = state;
      if (step?.kind === 'secret' || step?.kind === 'new passphrase')
        change({ step: { ...step, by, problem: null } });
    },
    onSecret: async (typed, name) => {
      if (state.step?.kind === 'secret') await giveSecret(state.step, typed, name);
    },
    onNewPassphrase: async (given) => {
      if (state.step?.kind === 'new passphrase') await givePassphrase(state.step, given);
    },
    onCancel: () => running?.abort(),
    onCodeWritten: (end) => {
      const { step } = state;
      if (step?.kind !== 'code') return;
      if (!isLastGroup(step.code, end)) return change({ step: { ...step, wrong: true } });
      seenCode();
      over(step.why === 'create' ? 'set up' : step.why === 'drop' ? 'dropped' : 'changed');
    },
    onPrint: ports.print,
    onCopy: async (text) => {
      const copied = await ports.copy(text).then(
        () => true,
        () => false,
      );
      change(copied ? { said: 'copied', refused: null } : { said: null, refused: NOT_COPIED });
    },
    onHaveLine: () => go({ kind: 'line', problem: null, place: null }),
    onLine: readLine,
    onLineCode: async (code, name) => {
      if (state.step?.kind === 'line') await joinByLine(state.step, code, name);
    },
    onSyncNow: async () => {
      change({ ...QUIET });
      await request('syncNow', {});
    },
    onAllow: async (access) => {
      const allowed = await ports.requestAccess(access).catch(() => false);
      change(allowed ? { ...QUIET, said: 'let in' } : { ...QUIET, refused: REFUSED_ACCESS });
      if (allowed) await request('syncNow', {});
    },
    onAllowFolder: async () => {
      const outcome = await deed('folder', {});
      const folder = outcome.ok ? outcome.answer.folder : null;
      const allowed = folder !== null && (await ports.requestFolder(folder).catch(() => false));
      change(allowed ? { ...QUIET, said: 'let in' } : { ...QUIET, refused: REFUSED_FOLDER });
      if (allowed) await request('syncNow', {});
    },
    onChangePlace: () => {
      const { status } = state;
      const now = status.kind === 'there' && status.value.state === 'set up' ? status.value : null;
      go({ ...firstPlaceStep('change place', now?.place.kind), before: now?.typed ?? {} });
    },
    onOpenAgain: () => go({ kind: 'secret', why: 'open again', by: 'passphrase', problem: null }),
    onStartOver: async () => {
      if (await working('starting over', 'startOver', {})) await finished('started over');
    },
    onChangePassphrase: () =>
      go({ kind: 'new passphrase', why: 'change', device: null, by: 'passphrase', problem: null }),
    onDrop: (device) => go({ kind: 'new passphrase', why: 'drop', device, by: 'passphrase', problem: null }),
    onRename: (device) => {
      const before = state.renaming;
      change({ renaming: device, ...QUIET });
      focus(device === null ? `sync-name-${before}` : 'sync-new-name');
    },
    onNamed: async (device, name) => {
      const trimmed = name.trim();
      if (trimmed === '') return;
      const done = await request('nameDevice', { device, name: trimmed });
      if (done) change({ renaming: null, said: 'renamed' });
      focus(`sync-name-${device}`);
    },
    onPair: () => go({ kind: 'secret', why: 'pair', by: 'passphrase', problem: null }),
    onAskLeave: () => go({ kind: 'leave' }),
    onLeaveSync: async () => {
      if (await request('syncLeave', {})) over('left');
    },
    onDeletions: async (remove, segments) => {
      if (await request('answerDeletions', { remove, segments: [...segments] }))
        over(remove ? 'taken in' : 'kept mine');
    },
  };
  return { actions, state: () => state, refresh };
}

function secretOf(by: SecretStep['by'], typed: string): VaultSecret | null {
  if (typed.trim() === '') return null;
  return by === 'passphrase' ? { by, passphrase: typed } : { by, code: typed };
}

const NOTHING_TYPED = { happened: 'Nothing was typed.', toDo: 'Type it, then go on.' };
const REFUSED_ACCESS = {
  happened: 'The browser was not allowed to ask this server, so nothing was sent.',
  toDo: 'Press the button again and allow it.',
};
const REFUSED_FOLDER = {
  happened: 'No folder was chosen, or the browser may not write in it. Nothing was changed.',
  toDo: 'Press the button again, and allow it.',
};
const NOT_COPIED = {
  happened: 'The browser did not let Backstory copy it.',
  toDo: 'Select it with the pointer or the keyboard, and copy it yourself.',
};
