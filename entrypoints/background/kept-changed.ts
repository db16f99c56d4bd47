// After each change of what the reader kept: open pages and our own pages hear of it, and a snapshot is due.
import { KEPT_CHANGED } from '../../messaging/library-requests.ts';
import { soonSnapshot } from './snapshots.ts';
import { tellTabsOfKept } from './tabs.ts';

/** Waits for the change, and lets everybody know. */
export async function thenTell<T>(change: Promise<T>): Promise<T> {
  const made = await change;
  tellOfKept();
  void soonSnapshot();
  return made;
}

export function tellOfKept(): void {
  const channel = new BroadcastChannel(KEPT_CHANGED);
  channel.postMessage(null);
  channel.close();
  void tellTabsOfKept();
}

export function now(): string {
  return new Date().toISOString();
}
