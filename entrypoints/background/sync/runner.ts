// When sync runs: soon after a change, every few minutes, when the browser starts or the network comes back, and when the
// reader asks. The worker may die at any moment: an alarm takes up what it began, and what it remembers here is only what is
// shown. One run at a time, also beside another window's or a change of place: a lock sees to that.
import { browser } from 'wxt/browser';
import { say } from '../../../messaging/say.ts';
import { SYNC_CHANGED } from '../../../messaging/sync-requests.ts';
import { onLocalChange } from '../../../storage/reader/local-changes.ts';
import { readCourse, readSetUp, SYNC_LOCK, SYNC_STOP } from '../../../storage/sync/index.ts';
import { placeHere } from './place.ts';
import { tellOfReceived } from './received.ts';
import { type Running, type RunPorts, run } from './run.ts';

const EVERY = 'sync';
const SOON = 'sync-soon';
const MINUTES = 5;
/** As soon as Chromium lets an alarm ring. */
const SOON_MINUTES = 0.5;
/** Milliseconds after the last of several changes: a note is kept as it is typed. */
const SETTLED = 4_000;
/** The browser ends a worker that calls nothing of it for thirty seconds. Milliseconds. */
const SIGN_OF_LIFE = 20_000;
/** Milliseconds between two words to our pages on how far it is. */
const TELL_EVERY = 250;

let running: Running | null = null;
let stop = false;
/** Asked for while a run went on: then there is another one after it. */
let again: 'no' | 'due' | 'asked' = 'no';

export const runningNow = (): Running | null => running;

/** Where storage cannot be opened there is nothing to sync; whoever asks how it stands is told. */
const quietly = (task: Promise<unknown>) => void task.catch(() => undefined);

/** Synchronously, when the worker wakes. */
export function listenForSync(): void {
  onLocalChange(() => quietly(syncSoon()));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === EVERY || name === SOON) quietly(syncDue(false));
  });
  browser.runtime.onStartup.addListener(() => quietly(schedule().then(() => syncDue(false))));
  browser.runtime.onInstalled.addListener(() => quietly(schedule()));
  // Not in every browser does this reach a worker; the next alarm does.
  self.addEventListener('online', () => quietly(syncDue(false)));
  new BroadcastChannel(SYNC_STOP).addEventListener('message', () => {
    stop = true;
  });
}

/** Alarms only where sync is set up. */
export async function schedule(): Promise<void> {
  const isSetUp = (await readSetUp()).is === 'there';
  if (!isSetUp) await Promise.all([browser.alarms.clear(EVERY), browser.alarms.clear(SOON)]);
  else if (!(await browser.alarms.get(EVERY)))
    await browser.alarms.create(EVERY, { delayInMinutes: MINUTES, periodInMinutes: MINUTES });
}

let timer: ReturnType<typeof setTimeout> | undefined;

export async function syncSoon(): Promise<void> {
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = undefined;
    quietly(syncDue(false));
  }, SETTLED);
  if ((await readSetUp()).is !== 'there') return stopWaiting();
  // Where the worker does not live so long.
  await alarmSoon();
  sayChanged();
}

function stopWaiting(): void {
  clearTimeout(timer);
  timer = undefined;
}

async function alarmSoon(): Promise<void> {
  if (!(await browser.alarms.get(SOON))) await browser.alarms.create(SOON, { delayInMinutes: SOON_MINUTES });
}

/** Resolves when the run is over; where one goes on already, at once, and another follows it. */
export async function syncDue(asked: boolean): Promise<void> {
  const outcome = await navigator.locks.request(SYNC_LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return 'busy';
    stop = false;
    again = 'no';
    return inLock(asked);
  });
  if (outcome === 'busy') {
    if (again !== 'asked') again = asked ? 'asked' : 'due';
    return;
  }
  if (outcome === 'ran') sayChanged();
  await tryAgainInTime();
  if (wanted() !== 'no' && outcome === 'ran') await syncDue(wanted() === 'asked');
}

/**
 * The reader wants it now. Nobody waits for its end: a first run takes its time, and tells how far it is. Once this has
 * resolved it is not forgotten, even if the worker is ended before the run has begun.
 */
export async function syncAsked(): Promise<void> {
  await alarmSoon();
  quietly(syncDue(true));
}

// Changed by another call while this one waits.
const wanted = (): typeof again => again;

async function inLock(asked: boolean): Promise<'ran' | 'not due' | 'not set up'> {
  const alive = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE);
  try {
    return await run(ports, asked);
  } finally {
    clearInterval(alive);
    // Unless something was changed meanwhile, and waits to be sent.
    if (running !== null && timer === undefined) await browser.alarms.clear(SOON);
    running = null;
    await tellOfReceived();
  }
}

/** A pause shorter than to the next alarm has an alarm of its own. */
async function tryAgainInTime(): Promise<void> {
  const { until } = await readCourse(Date.now());
  if (until === null || until - Date.now() > MINUTES * 60_000) return;
  if ((await readSetUp()).is !== 'there') return;
  await browser.alarms.create(SOON, { when: Math.max(until, Date.now() + SOON_MINUTES * 60_000) });
}

/** Stops a run that goes on, and does something that none may see half done. */
export async function alone(task: () => Promise<void>): Promise<void> {
  stop = true;
  await navigator.locks.request(SYNC_LOCK, task);
}

let told = 0;

export function sayChanged(): void {
  told = Date.now();
  say(SYNC_CHANGED);
}

const ports: RunPorts = {
  place: placeHere,
  onLine: () => navigator.onLine,
  savesData: () => connection()?.saveData === true,
  now: Date.now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  onProgress: (now) => {
    const begins = running === null;
    running = now;
    // Should the worker be ended in the middle of this run, the alarm takes it up.
    if (begins) void alarmSoon();
    if (begins || Date.now() - told >= TELL_EVERY) sayChanged();
  },
  onReceived: (documents) => tellOfReceived(documents),
  isStopped: () => stop,
};

/** Not in every browser, and not in TypeScript's library. */
function connection(): { readonly saveData?: boolean } | undefined {
  return (navigator as { connection?: { saveData?: boolean } }).connection;
}
