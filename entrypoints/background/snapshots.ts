// A snapshot half an hour after a change, and none where nothing changes. The alarm outlives the worker; where a browser
// forgets it (Firefox, when it is closed), the next start takes its place.
import { browser } from 'wxt/browser';
import { takeSnapshot } from '../../storage/snapshots/index.ts';

const ALARM = 'snapshot';
const MINUTES = 30;

/** After each change of what the reader made. Where no alarm can be set, the next start takes one. */
export async function soonSnapshot(): Promise<void> {
  try {
    if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { delayInMinutes: MINUTES });
  } catch {}
}

export async function noSnapshot(): Promise<void> {
  await browser.alarms.clear(ALARM);
}

/** Where storage refuses, the snapshots that there are stay, and the next change asks again. */
export async function onSnapshotAlarm({ name }: { readonly name: string }): Promise<void> {
  if (name === ALARM) await snapshotNow();
}

/** With every start and update: takes one where anything has changed since the last. */
export async function snapshotNow(): Promise<void> {
  await takeSnapshot('time', new Date().toISOString()).catch(() => null);
}
