// What is told of sync, from what is kept: no request is made for it.
import type { Held } from '../../../core/sync/engine/state.ts';
import type { Answer, SyncState } from '../../../core/sync/index.ts';
import { accessNeeded, placeName, typedIn } from '../../../core/sync/remote/settings.ts';
import type { Activity, Removal, SyncedDevice, SyncStatus } from '../../../messaging/sync-requests.ts';
import { type NamedDevice, namedDevices } from '../../../storage/reader/device-names.ts';
import { countKept } from '../../../storage/reader/index.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { type Waiting, whatWaits } from '../../../storage/reader/sync-waiting.ts';
import {
  type Course,
  readAnswers,
  readCourse,
  readSetUp,
  type SetUp,
  whatWasLeft,
} from '../../../storage/sync/index.ts';
import type { Running } from './run.ts';
import { wordsOf } from './words.ts';

const VAULT_DIGITS = 8;
const MOST_SHOWN = 50;

export async function statusNow(running: Running | null, now: number): Promise<SyncStatus> {
  const stored = await readSetUp();
  if (stored.is === 'none') return { state: 'not set up', left: await whatWasLeft() };
  if (stored.is !== 'there') return { state: 'newer', words: UNREADABLE };
  const { setUp } = stored;
  const [state, course, waiting, named, kept, answers] = await Promise.all([
    new ReaderStore().load(),
    readCourse(now),
    whatWaits(),
    namedDevices(),
    countKept(),
    readAnswers(),
  ]);
  // Made when sync is set up; without it nothing was ever sent.
  const device = state?.device ?? '0'.repeat(32);
  return {
    state: 'set up',
    place: placeName(setUp.settings),
    typed: typedIn(setUp.settings),
    vault: setUp.vault.id.slice(0, VAULT_DIGITS),
    device,
    activity: activityOf({
      setUp,
      course,
      waiting,
      running,
      removal: removalOf(unanswered(state, answers), named),
    }),
    waiting,
    kept: { passages: kept.passages, notes: kept.notes, entries: kept.entries },
    devices: devicesOf(device, named, state, course),
    onServer: onServer(course),
    codeUnseen: setUp.codeUnseen ?? false,
    troubled: { damaged: course.damaged, missing: course.missing },
  };
}

const UNREADABLE = {
  happened:
    'Sync was set up by a later version of Backstory, or what was set up is damaged. Nothing is sent, and nothing of it was changed.',
  toDo: 'Update Backstory. If that does not help, leave sync and set it up again; what you made stays.',
};

interface Standing {
  readonly setUp: SetUp;
  readonly course: Course;
  readonly waiting: Waiting;
  /** What is asked and was not answered yet. */
  readonly removal: Removal | null;
  readonly running: Running | null;
}

function activityOf({ setUp, course, waiting, removal, running }: Standing): Activity {
  const isAsked = course.state.is === 'stopped' && course.state.what === 'deletions' && removal !== null;
  // A question stays where it is, whatever runs: who is about to press a button must not find another there.
  if (running && !isAsked) return { is: 'running', ...running };
  const since = moment(course.since);
  switch (course.state.is) {
    case 'fine':
      // Something was changed a moment ago.
      return waiting.changes > 0
        ? { is: 'waiting', why: 'soon', since, until: null, words: SOON }
        : { is: 'up to date', at: moment(course.upToDate ?? course.since) };
    case 'waiting':
      return {
        is: 'waiting',
        why: course.state.why,
        since,
        until: course.until === null ? null : moment(course.until),
        words: wordsOf(course.state),
      };
    case 'stopped':
      return {
        is: 'needs reader',
        what: course.state.what,
        since,
        words: wordsOf(course.state),
        access: course.state.what === 'access' ? accessNeeded(setUp.settings) : null,
        removal: course.state.what === 'deletions' ? removal : null,
      };
  }
}

const SOON = { happened: 'What was changed a moment ago is about to be sent.', toDo: 'Nothing.' };

/** What the reader answered is carried out with the run that goes on, or the next. */
function unanswered(state: SyncState | null, answers: readonly Answer[]): Held[] {
  const answered = new Set(answers.flatMap(({ segments }) => segments));
  return Object.values(state?.held ?? {}).filter(
    ({ segments }) => !segments.every((one) => answered.has(one)),
  );
}

function removalOf(held: readonly Held[], named: readonly NamedDevice[]): Removal | null {
  if (held.length === 0) return null;
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    by: held.map(({ device }) => ({ id: device, name: names.get(device) ?? '' })),
    segments: held.flatMap(({ segments }) => segments),
    total: held.reduce((sum, { gone }) => sum + gone, 0),
    of: Math.max(...held.map(({ of }) => of)),
    first: held
      .flatMap(({ preview }) => preview)
      .slice(0, MOST_SHOWN)
      .map(({ what, title }) => ({ kind: what, title })),
  };
}

function devicesOf(
  self: string,
  named: readonly NamedDevice[],
  state: SyncState | null,
  course: Course,
): SyncedDevice[] {
  const byId = new Map(named.map((one) => [one.id, one]));
  const ids = new Set([self, ...Object.keys(state?.seen ?? {}), ...byId.keys()]);
  // Ids that this profile gave up, since it had a twin or moved, are nobody else's.
  const givenUp = new Set(state?.covers.map(({ device }) => device as string));
  const told = [...ids].flatMap((id): SyncedDevice[] => {
    const { name = '', dropped = false } = byId.get(id) ?? {};
    if (name === '' && givenUp.has(id)) return [];
    const seen = course.lastSeen[id];
    return [{ id, name, dropped, self: id === self, lastSeen: seen === undefined ? null : moment(seen) }];
  });
  return told.sort(
    (a, b) => Number(b.self) - Number(a.self) || (b.lastSeen ?? '').localeCompare(a.lastSeen ?? ''),
  );
}

function onServer({ listing, sizes }: Course) {
  if (!listing) return null;
  const known = Object.values(sizes);
  return {
    at: moment(listing.at),
    devices: listing.devices,
    files: listing.files,
    bytes: known.reduce((sum, bytes) => sum + bytes, 0),
    unknownSizes: Math.max(0, listing.files - known.length),
  };
}

/** What a device says of its clock may be no time at all. */
function moment(milliseconds: number): string {
  const longest = 8.64e15;
  return new Date(Math.min(longest, Math.max(0, milliseconds))).toISOString();
}
