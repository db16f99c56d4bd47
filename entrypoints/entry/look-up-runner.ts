// Runs the entry page's look-up: nothing is asked of Wikidata but on a press of the button, and on each press it is
// made sure first that the reader's switch is still on. What surrounds it comes in as functions.
import { labelOf } from '../../core/knowledge/entity.ts';
import type { LookUp, Taken } from '../../core/knowledge/lookup/index.ts';
import { draftOf, type OwnEntry, unfindable } from '../../core/knowledge/own/index.ts';
import { EntityId } from '../../core/knowledge/terms.ts';
import { nameKey, tokenize } from '../../core/text/index.ts';
import type { LookUpRequests } from '../../messaging/look-up-requests.ts';
import type { Namesake, OwnRequests } from '../../messaging/own-requests.ts';
import type { Answer, Ask as Question } from '../../messaging/requests.ts';
import { CodedError, type Result } from '../../messaging/result.ts';
import type { LookUpActions, LookUpState, LookUpTrouble, Offered } from './look-up-state.ts';

export interface LookUpPorts {
  readonly wikidata: LookUp;
  readonly today: () => string;
  /** The reader's switch, and the browser's leave. */
  readonly isOn: () => Promise<boolean>;
  readonly ask: <K extends keyof LookUpRequests & string>(
    name: K,
    body: Question<LookUpRequests, K>,
  ) => Promise<Result<Answer<LookUpRequests, K>>>;
  readonly askOwn: <K extends keyof OwnRequests & string>(
    name: K,
    body: Question<OwnRequests, K>,
  ) => Promise<Result<Answer<OwnRequests, K>>>;
  readonly show: (state: LookUpState) => void;
  /** The form is about this entry from now on; what was typed stays. */
  readonly open: (id: EntityId) => void | Promise<void>;
  /** The form is as it was before the last `open`. */
  readonly reopen: () => void;
  readonly join: (namesake: Namesake) => void;
  readonly settings: () => void;
}

export interface LookUpRunner {
  readonly actions: LookUpActions;
  readonly state: () => LookUpState;
  /** Whether the reader's switch is on may have changed in another window. */
  readonly refresh: () => Promise<void>;
}

const START: LookUpState = {
  on: null,
  name: '',
  doing: null,
  offered: null,
  trouble: null,
  taken: null,
};

export function lookUpRunner(ports: LookUpPorts): LookUpRunner {
  let state = START;
  let running = new AbortController();
  /** The entries that the last take-over made. */
  let made: readonly EntityId[] = [];

  function change(part: Partial<LookUpState>): void {
    state = { ...state, ...part };
    ports.show(state);
  }

  async function refresh(): Promise<void> {
    change({ on: await ports.isOn() });
  }

  /** False where the reader has switched look-ups off meanwhile; then nothing is asked. */
  async function begin(doing: NonNullable<LookUpState['doing']>): Promise<AbortSignal | null> {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    change({ doing, trouble: null });
    const on = await ports.isOn();
    if (signal.aborted) return null;
    if (!on) change({ on, doing: null });
    return on ? signal : null;
  }

  function fail(at: 'searching' | 'taking' | 'undoing', is: LookUpTrouble): void {
    change({ doing: null, trouble: { at, is } });
  }

  async function search(name: string): Promise<void> {
    change({ name, offered: null, taken: null });
    const signal = await begin('searching');
    if (!signal) return;
    const found = await ports.wikidata.search(name, signal);
    if (signal.aborted) return;
    if (!found.ok) return fail('searching', found.trouble);
    const ids = found.value.map(({ id }) => EntityId.parse(id));
    const answer = await ports.ask('whoAre', { ids });
    if (signal.aborted) return;
    // Where the worker does not say who is known, all may be taken over.
    const known = answer.ok ? answer.value.known : [];
    const offered = found.value.map((one) => ({
      ...one,
      known: known.find(({ id }) => id === one.id) ?? null,
    }));
    change({ doing: null, offered });
  }

  async function take(one: Offered): Promise<void> {
    const signal = await begin({ taking: one, progress: { done: 0, of: 2 } });
    if (!signal) return;
    const taken = await gather(one, signal);
    if (signal.aborted) return;
    if ('code' in taken) return fail('taking', taken);
    await keep(taken);
  }

  async function gather(one: Offered, signal: AbortSignal): Promise<Taken | LookUpTrouble> {
    try {
      const outcome = await ports.wikidata.take(one.id, {
        today: ports.today(),
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) change({ doing: { taking: one, progress } });
        },
        known: async (ids) => {
          const answer = await ports.ask('whoAre', { ids: ids.slice(0, 300) });
          if (!answer.ok) throw new CodedError(answer.error.code);
          // What the reader deleted does not come back by the way.
          return new Set<string>([...answer.value.known.map(({ id }) => id), ...answer.value.deleted]);
        },
      });
      return outcome.ok ? outcome.value : outcome.trouble;
    } catch (error) {
      return { code: 'worker', error: error instanceof CodedError ? error.code : 'internal' };
    }
  }

  async function keep({ entity, relatives, known }: Taken): Promise<void> {
    const entities = [entity, ...relatives];
    const answer = await ports.askOwn('putRecords', { entities });
    if (!answer.ok) return fail('taking', { code: 'worker', error: answer.error.code });
    if (answer.value.state === 'too-many')
      return fail('taking', { code: 'too-many', most: answer.value.most });
    const [entry] = answer.value.entries;
    if (entry) await keepName(entry);
    made = entities.map(({ id }) => id);
    const taken = { name: labelOf(entity), relatives: relatives.map((each) => labelOf(each)), known };
    change({ doing: null, offered: null, taken: { ...taken, undo: 'possible' } });
    await ports.open(entity.id);
  }

  /** The name by which it was looked up is one of its names, also where Wikidata does not have it. */
  async function keepName(entry: OwnEntry): Promise<void> {
    const text = state.name.trim().slice(0, 200);
    const key = (name: string) => nameKey(tokenize(name));
    const names = [
      entry.name,
      ...entry.names.map((each) => each.text),
      ...(entry.record?.names ?? []).map((each) => each.text),
    ];
    if (text === '' || unfindable(text) !== null || names.some((name) => key(name) === key(text))) return;
    const was = draftOf(entry);
    const is = { ...was, names: [...was.names, { text, lang: 'en' }] };
    // Should it fail, the reader still sees the name in the form, and can save it.
    await ports.askOwn('keepOwn', { id: entry.id, was, is });
  }

  async function undo(): Promise<void> {
    const { taken } = state;
    if (taken?.undo !== 'possible') return;
    change({ taken: { ...taken, undo: 'undoing' }, trouble: null });
    // One after another, the entry itself first: should it stop in between, it is the one that is gone.
    for (const id of made) {
      const answer = await ports.askOwn('deleteOwn', { id, deleted: true });
      if (answer.ok) continue;
      change({ taken: { ...taken, undo: 'possible' } });
      return fail('undoing', { code: 'worker', error: answer.error.code });
    }
    change({ taken: { ...taken, undo: 'undone' } });
    ports.reopen();
  }

  const actions: LookUpActions = {
    onSearch: search,
    onTake: take,
    onJoin: (namesake) => {
      change({ offered: null });
      ports.join(namesake);
    },
    onCancel: () => {
      running.abort();
      const at = state.doing === 'searching' ? 'searching' : 'taking';
      if (state.doing) fail(at, { code: 'cancelled' });
    },
    onUndo: undo,
    onSettings: ports.settings,
  };
  return { actions, state: () => state, refresh };
}
