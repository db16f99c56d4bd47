// Looking for newer packs, where and as often as the reader said; without that no alarm is set and nothing is asked.
import { browser } from 'wxt/browser';
import { type Every, isDue } from '../../core/knowledge/remote/origin.ts';
import { installedPacks, installFrom, setOrigin } from '../../storage/packs/index.ts';
import { reopen } from './knowledge.ts';
import { markTabsAnew } from './tabs.ts';

const ALARM = 'update-packs';
/** Minutes. A pack that is looked for daily is then late by this at most. */
const PERIOD = 180;
/** The browser ends a worker that calls nothing of it for thirty seconds, also in the middle of a download. Milliseconds. */
const SIGN_OF_LIFE = 20_000;

/** Sets the alarm where a pack wants it, and takes it away where none does. Cheap enough for every start. */
export async function keepSchedule(): Promise<void> {
  const scheduled = (await installedPacks()).some(({ origin }) => (origin?.every ?? 'never') !== 'never');
  const alarm = await browser.alarms.get(ALARM);
  if (scheduled && !alarm) await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: PERIOD });
  if (!scheduled && alarm) await browser.alarms.clear(ALARM);
}

export async function schedule(id: string, every: Every): Promise<void> {
  await setOrigin(id, { every });
  await keepSchedule();
}

export async function onAlarm({ name }: { readonly name: string }): Promise<void> {
  if (name !== ALARM || !navigator.onLine) return;
  const alive = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE);
  try {
    if (await updateDue()) {
      await reopen();
      void markTabsAnew();
    }
  } finally {
    clearInterval(alive);
  }
}

/** Whether anything came. What fails keeps its old version and its turn: it is tried again with the next alarm. */
async function updateDue(): Promise<boolean> {
  const due = (await installedPacks()).filter(({ origin }) => origin && isDue(origin, Date.now()));
  let changed = false;
  for (const { id, origin } of due) {
    if (!origin) continue;
    const fetched = await installFrom(origin, { id, fetch: fetchIt, now: () => new Date() }).catch(
      () => null,
    );
    changed ||= fetched !== null;
  }
  return changed;
}

/** `fetch` itself must not be called as somebody's method. */
const fetchIt = (address: string, init: RequestInit) => fetch(address, init);
