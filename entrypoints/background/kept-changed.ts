// After each change of what the reader kept, open pages and our own pages hear of it.
import { KEPT_CHANGED } from '../../messaging/library-requests.ts';
import { tellTabsOfKept } from './tabs.ts';

/** Waits for the change, and lets everybody know. */
export async function thenTell<T>(change: Promise<T>): Promise<T> {
  const made = await change;
  const channel = new BroadcastChannel(KEPT_CHANGED);
  channel.postMessage(null);
  channel.close();
  void tellTabsOfKept();
  return made;
}

export function now(): string {
  return new Date().toISOString();
}
