// After each change of what the reader kept: open pages and our own pages hear of it, and what storage refused is told
// with a code.
import { KEPT_CHANGED } from '../../messaging/library-requests.ts';
import { CodedError } from '../../messaging/result.ts';
import { tellTabsOfKept } from './tabs.ts';

/** Waits for the change, and lets everybody know. */
export async function thenTell<T>(change: Promise<T>): Promise<T> {
  const made = await stored(change);
  const channel = new BroadcastChannel(KEPT_CHANGED);
  channel.postMessage(null);
  channel.close();
  void tellTabsOfKept();
  return made;
}

export function stored<T>(task: Promise<T>): Promise<T> {
  return task.catch((error: unknown) => {
    throw error instanceof CodedError ? error : new CodedError('not-stored', error);
  });
}

export function now(): string {
  return new Date().toISOString();
}
