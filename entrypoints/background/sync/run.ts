// One run of sync, from what is kept to what will be told: the engine in its surroundings, which come in as functions, so that
// tests run it as it is. It may be stopped after any step, or die in one; the next run goes on from what is stored.
import { partsOf } from '../../../core/sync/format/name.ts';
import {
  type Answer,
  type Report,
  type Step,
  type SyncState,
  sync,
  usualLimits,
} from '../../../core/sync/index.ts';
import { vaultFrom } from '../../../core/sync/keys/derive.ts';
import type { Folder } from '../../../core/sync/remote/folder.ts';
import type { Place, RemoteSettings, Trouble } from '../../../core/sync/remote/index.ts';
import { moveName } from '../../../storage/reader/device-names.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { howManyWait } from '../../../storage/reader/sync-waiting.ts';
import { StorageTrouble } from '../../../storage/reader/trouble.ts';
import {
  type Course,
  readAnswers,
  readCourse,
  readSetUp,
  type SetUp,
  writeAnswers,
  writeCourse,
} from '../../../storage/sync/index.ts';
import { type HeadersSay, lookAtHeaders } from './headers.ts';
import { type Ended, nextCourse } from './outcome.ts';
import { type Progress, Watched } from './watched.ts';

export interface Running extends Progress {
  readonly doing: 'looking' | 'sending' | 'receiving' | 'putting in order';
}

export interface RunPorts {
  readonly place: (
    settings: RemoteSettings,
    folder: Folder | null,
    onTrouble: (trouble: Trouble) => void,
  ) => Place;
  readonly onLine: () => boolean;
  readonly savesData: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly onProgress: (running: Running) => void;
  /** Documents in which something new came in. */
  readonly onReceived: (documents: readonly string[]) => void;
  /** Place or keys are about to be changed: to be asked after every step. */
  readonly isStopped: () => boolean;
}

/** Files that are spoken of; beyond, sizes are not counted. */
const MOST_SIZES = 5_000;

/**
 * The caller holds the lock.
 *
 * @param asked by the reader: no pause is waited for
 */
export async function run(ports: RunPorts, asked: boolean): Promise<'ran' | 'not due' | 'not set up'> {
  const stored = await readSetUp();
  if (stored.is !== 'there') return 'not set up';
  const course = await readCourse(ports.now());
  if (!asked && course.until !== null && ports.now() < course.until) return 'not due';
  const why = hindrance(stored.setUp.settings, ports, asked);
  if (why) {
    await writeCourse(nextCourse(course, { how: 'hindered', why }, ports.now(), 0));
    return 'ran';
  }
  ports.onProgress({ doing: 'looking', done: 0, of: 0 });
  const { ended, seen } = await safely(() => inFull(stored.setUp, course, ports, asked));
  const next = ended ? nextCourse(course, ended, ports.now(), chance(ports)) : course;
  await writeCourse({ ...next, ...seen });
  return 'ran';
}

/** A folder, and a server on this machine, need no network. */
function hindrance(settings: RemoteSettings, { onLine, savesData }: RunPorts, asked: boolean) {
  const isNear = settings.kind === 'folder' || new URL(settings.address).protocol === 'http:';
  if (isNear) return null;
  if (!onLine()) return 'offline';
  return savesData() && !asked ? 'save data' : null;
}

interface Outcome {
  /** Null where it was stopped from outside: whoever did that tells the rest. */
  readonly ended: Ended | null;
  readonly seen: Partial<Course>;
}

async function safely(task: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await task();
  } catch (error) {
    const diskFull = error instanceof StorageTrouble && error.code === 'disk-full';
    return { ended: { how: 'broken', diskFull }, seen: {} };
  }
}

async function inFull(setUp: SetUp, course: Course, ports: RunPorts, asked: boolean): Promise<Outcome> {
  const store = new ReaderStore(ports.onReceived);
  const state = await store.load();
  // As an object, since what is set in functions is read out here.
  const heard: { trouble: Trouble | null; say: HeadersSay } = { trouble: null, say: 'go on' };
  const place = ports.place(setUp.settings, setUp.folder, (one) => {
    heard.trouble = one;
  });
  const vault = vaultFrom(setUp.vault.id, setUp.vault.epochs, setUp.vault.former);
  const toSend = Math.ceil((await howManyWait()) / usualLimits.rows);
  const watched = new Watched(place, state, toSend);
  watched.sizes.set(setUp.vault.header.name, setUp.vault.header.file.length);
  const { random, now } = ports;
  const answers = await readAnswers();
  const steps = sync({
    ...{ store, remote: watched, vault, random, now, limits: usualLimits, answers },
    acknowledges: asked,
    onOpened: (name, segment) => watched.hear(name, segment),
  });
  const report = await driven(steps, async (step) => {
    if (step === 'listed' && watched.names)
      heard.say = await lookAtHeaders(watched.names, setUp.vault, { remote: watched, state, asked });
    if (SENDS.has(step)) await rememberMade(store, course, ports.now());
    ports.onProgress({ doing: doing(step), ...watched.progress });
    return heard.say === 'go on' && !ports.isStopped();
  });
  if (report?.newIdentity) await carryName(state, store);
  if (report && answers.length > 0) await writeAnswers(stillHeld(answers, report));
  const seen = {
    ...whatWasSeen(watched, course, ports.now()),
    ...(report && counted(report)),
    lastMade: (await readCourse(ports.now())).lastMade,
  };
  const { say, trouble } = heard;
  if (report) {
    const isAway = report.stopped === 'offline' && trouble?.what === 'unreachable';
    const isThere = isAway && (await place.isThere());
    return { ended: { how: 'report', report, trouble, isThere }, seen };
  }
  if (say === 'go on') return { ended: null, seen };
  return { ended: say === 'absent' ? { how: 'absent' } : { how: 'stop', stop: say.stop }, seen };
}

/** Null where it was ended before its end. */
async function driven(
  steps: ReturnType<typeof sync>,
  goesOn: (step: Step) => Promise<boolean>,
): Promise<Report | null> {
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value;
    if (await goesOn(value)) continue;
    await steps.return(NOTHING);
    return null;
  }
}

const SENDS: ReadonlySet<Step> = new Set(['sealed', 'sealed anew', 'put']);

/** Before it is sent: whoever has not read so far does not know all that was made here. */
async function rememberMade(store: ReaderStore, course: Course, now: number): Promise<void> {
  const pending = (await store.load())?.pending;
  if (!pending || pending.rows.length === 0) return;
  const { seq } = partsOf(pending.name);
  const { lastMade } = await readCourse(now);
  if (lastMade !== seq) await writeCourse({ ...course, lastMade: seq });
}

/** What a generator that is ended early answers; nobody looks at it. */
const NOTHING: Report = {
  stopped: null,
  sent: 0,
  received: 0,
  refused: [],
  missing: [],
  newIdentity: false,
  held: [],
};

const DOING: Partial<Record<Step, Running['doing']>> = {
  listed: 'looking',
  sealed: 'sending',
  put: 'sending',
  acknowledged: 'sending',
  'sealed anew': 'sending',
  fetched: 'receiving',
  'took in': 'receiving',
  refused: 'receiving',
};

function doing(step: Step): Running['doing'] {
  return DOING[step] ?? 'putting in order';
}

/** A profile that has a twin goes on under another id, and under the same name. */
async function carryName(before: SyncState | null, store: ReaderStore): Promise<void> {
  const after = await store.load();
  if (before && after) await moveName(before.device, after.device);
}

function stillHeld(answers: readonly Answer[], { held }: Report): Answer[] {
  const names = new Set(held.flatMap(({ segments }) => segments));
  return answers.filter(({ segments }) => segments.some((name) => names.has(name)));
}

function whatWasSeen(watched: Watched, course: Course, now: number): Partial<Course> {
  const { names } = watched;
  if (!names) return {};
  const told = watched.told();
  const present = [...watched.devices()];
  const sizes = Object.entries({ ...course.sizes, ...Object.fromEntries(watched.sizes) });
  return {
    listing: { at: now, devices: present.length, files: names.size },
    present,
    sizes: Object.fromEntries(sizes.filter(([name]) => names.has(name)).slice(0, MOST_SIZES)),
    lastSeen: { ...course.lastSeen, ...told.lastSeen },
    read: { ...course.read, ...told.read },
    made: { ...course.made, ...told.made },
  };
}

function counted({ refused, missing }: Report): Pick<Course, 'damaged' | 'missing'> {
  const damaged = refused.filter(({ why }) => why === 'damaged' || why === 'forged' || why === 'malformed');
  return { damaged: damaged.length, missing: missing.length };
}

function chance({ random }: RunPorts): number {
  return (random(1)[0] ?? 0) / 256;
}
