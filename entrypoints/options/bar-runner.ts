// Runs the switch for the bar beside what is selected.
import type { BarRequests } from '../../messaging/bar-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../messaging/result.ts';
import type { Part } from './state.ts';

export interface BarState {
  readonly on: Part<boolean>;
  readonly trouble: ErrorCode | null;
}

export interface BarActions {
  readonly onSwitch: (on: boolean) => void | Promise<void>;
  readonly onRetry: () => void | Promise<void>;
}

export interface BarPorts {
  readonly ask: <K extends keyof BarRequests & string>(
    name: K,
    body: Ask<BarRequests, K>,
  ) => Promise<Result<Answer<BarRequests, K>>>;
  readonly show: () => void;
}

export function barRunner({ ask, show }: BarPorts) {
  let state: BarState = { on: { kind: 'asking' }, trouble: null };

  function change(part: Partial<BarState>): void {
    state = { ...state, ...part };
    show();
  }

  async function refresh(): Promise<void> {
    const answer = await ask('selectionBar', {});
    change({
      on: answer.ok ? { kind: 'there', value: answer.value.on } : { kind: 'failed', code: answer.error.code },
    });
  }

  async function switchTo(on: boolean): Promise<void> {
    change({ on: { kind: 'there', value: on }, trouble: null });
    const answer = await ask('switchSelectionBar', { on });
    // Drawn as it was, so that the box does not claim what was not stored.
    if (!answer.ok) change({ on: { kind: 'there', value: !on }, trouble: answer.error.code });
  }

  const actions: BarActions = {
    onSwitch: switchTo,
    onRetry: async () => {
      change({ on: { kind: 'asking' } });
      await refresh();
    },
  };
  return { actions, state: () => state, refresh };
}
