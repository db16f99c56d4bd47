// Runs the switch for look-ups: first the browser's leave, which it asks of the reader in the very click, then the
// setting. Where either is refused, look-ups stay off.
import type { LookUpRequests } from '../../messaging/look-up-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../messaging/result.ts';
import type { Part } from './state.ts';

export interface LookUpsState {
  readonly on: Part<boolean>;
  /** The reader, or whoever runs the browser, did not allow the server to be asked. */
  readonly refused: boolean;
  readonly trouble: ErrorCode | null;
}

export interface LookUpsActions {
  readonly onSwitch: (on: boolean) => void | Promise<void>;
  readonly onRetry: () => void | Promise<void>;
}

export interface LookUpsPorts {
  readonly ask: <K extends keyof LookUpRequests & string>(
    name: K,
    body: Ask<LookUpRequests, K>,
  ) => Promise<Result<Answer<LookUpRequests, K>>>;
  readonly show: (state: LookUpsState) => void;
  /** Must be called in the click itself. */
  readonly requestLeave: () => Promise<boolean>;
  readonly hasLeave: () => Promise<boolean>;
  /** Gives the leave back, where the browser allows that. */
  readonly returnLeave: () => Promise<unknown>;
}

export function lookUpsRunner({ ask, show, requestLeave, hasLeave, returnLeave }: LookUpsPorts) {
  let state: LookUpsState = { on: { kind: 'asking' }, refused: false, trouble: null };

  function change(part: Partial<LookUpsState>): void {
    state = { ...state, ...part };
    show(state);
  }

  /** As the setting is, and the browser's leave, which can be taken back in the browser's own settings. */
  async function refresh(): Promise<void> {
    const [answer, leave] = await Promise.all([ask('lookUp', {}), hasLeave().catch(() => false)]);
    if (answer.ok) change({ on: { kind: 'there', value: answer.value.on && leave } });
    else change({ on: { kind: 'failed', code: answer.error.code } });
  }

  async function switchTo(on: boolean): Promise<void> {
    // Before anything else: after an answer has been waited for, it is no click any more.
    const leave = on ? await requestLeave().catch(() => false) : false;
    // Drawn as it was wanted, so that what a refusal draws is a change.
    change({ on: { kind: 'there', value: on }, refused: on && !leave, trouble: null });
    if (on && !leave) return change({ on: { kind: 'there', value: false } });
    const answer = await ask('switchLookUp', { on });
    if (!answer.ok) return change({ on: { kind: 'there', value: !on }, trouble: answer.error.code });
    if (!on) await returnLeave().catch(() => false);
  }

  const actions: LookUpsActions = {
    onSwitch: switchTo,
    onRetry: async () => {
      change({ on: { kind: 'asking' } });
      await refresh();
    },
  };
  return { actions, state: () => state, refresh };
}
