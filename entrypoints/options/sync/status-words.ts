// The truthful state of sync in words. Nothing is said to be on the server that was not read back from there; what waits
// is counted, and why it waits is told.
import type { Activity, SyncedDevice, SyncStatus } from '../../../messaging/sync-requests.ts';
import { counted } from '../import-words.ts';

export type SetUp = Extract<SyncStatus, { state: 'set up' }>;
type PlaceKindTold = SetUp['place']['kind'];
type Counts = SetUp['kept'];

/** `14:02` of today, else with the day; in the reader's own time. */
export function wordTime(iso: string, now: number): string {
  const then = new Date(iso);
  const sameDay = then.toDateString() === new Date(now).toDateString();
  return sameDay
    ? then.toLocaleTimeString('en-GB', { timeStyle: 'short' })
    : then.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

export function there(kind: PlaceKindTold): string {
  return kind === 'folder' ? 'in the folder' : 'on the server';
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function partsOf({ passages, notes, entries }: Counts): string[] {
  return [
    passages > 0 && counted(passages, 'passage', 'passages'),
    notes > 0 && counted(notes, 'note on an actor or place', 'notes on actors and places'),
    entries > 0 && counted(entries, 'entry of your own', 'entries of your own'),
  ].filter((part) => part !== false);
}

/** `2 passages and 1 note`; what is none of these is a change. */
export function wordWaiting({ changes, passages, notes, others }: SetUp['waiting']): string {
  const parts = [
    passages > 0 && counted(passages, 'passage', 'passages'),
    notes > 0 && counted(notes, 'note', 'notes'),
    others > 0 && counted(others, 'other change', 'other changes'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? counted(changes, 'change', 'changes') : listed(parts);
}

function areMany({ changes, passages, notes, others }: SetUp['waiting']): boolean {
  const sum = passages + notes + others;
  return (sum === 0 ? changes : sum) !== 1;
}

/** What is the case, in one sentence or two. */
export function wordState(status: SetUp, now: number): string {
  const { activity, waiting, kept, place } = status;
  const waits = `${wordWaiting(waiting)} ${areMany(waiting) ? 'wait' : 'waits'} on this device`;
  switch (activity.is) {
    case 'running':
      return wordRunning(activity);
    case 'up to date':
      return waiting.changes > 0
        ? `${waits}, and ${areMany(waiting) ? 'are' : 'is'} sent in a moment.`
        : `${wordAll(kept, place.kind)}, ${wordTime(activity.at, now)}.`;
    case 'waiting':
      if (activity.why === 'soon' && waiting.changes === 0) return 'It is looked at in a moment.';
      return waiting.changes > 0 ? `${waits}. ${activity.words.happened}` : activity.words.happened;
    case 'needs reader':
      return waiting.changes > 0 ? `${waits}. ${activity.words.happened}` : activity.words.happened;
  }
}

function wordAll(kept: Counts, kind: PlaceKindTold): string {
  const parts = partsOf(kept);
  const sum = kept.passages + kept.notes + kept.entries;
  if (sum === 0) return 'Connected; nothing was kept yet';
  if (sum === 1) return `The ${listed(parts)} that you kept is ${there(kind)}`;
  return `All ${listed(parts)} are ${there(kind)}`;
}

const DOING: Readonly<Record<Extract<Activity, { is: 'running' }>['doing'], string>> = {
  looking: 'Looking what is there',
  sending: 'Sending',
  receiving: 'Receiving',
  'putting in order': 'Putting files in order',
};

/** `Receiving: 7 of 31 files`. */
export function wordRunning({ doing, done, of }: Extract<Activity, { is: 'running' }>): string {
  return of > 0 ? `${DOING[doing]}: ${done} of ${counted(of, 'file', 'files')}` : `${DOING[doing]}…`;
}

/** For whoever hears the page: without figures that change several times a second. */
export function wordHeard(status: SetUp, now: number): string {
  return status.activity.is === 'running' ? `${DOING[status.activity.doing]}…` : wordState(status, now);
}

/** When it is tried again, where that is known and yet to come. */
export function wordAgain(activity: Activity, now: number): string {
  if (activity.is !== 'waiting' || activity.until === null) return '';
  const left = Date.parse(activity.until) - now;
  if (!(left > 0)) return '';
  const minutes = Math.ceil(left / 60_000);
  return minutes <= 1 ? 'It is tried again within a minute.' : `It is tried again in ${minutes} minutes.`;
}

export function wordDevice({ name, id }: Pick<SyncedDevice, 'name' | 'id'>): string {
  return name === '' ? `Device ${id.slice(0, 4)}` : name;
}

export function wordSeen({ self, dropped, lastSeen }: SyncedDevice, now: number): string {
  if (self) return 'This device';
  const when =
    lastSeen === null ? 'Nothing of it came yet' : `Last seen ${wordTime(lastSeen, now)}, by its clock`;
  return dropped ? `Dropped. ${when}` : when;
}

/** For the top of the page: as short as it can be. */
export function wordShort(status: SetUp, now: number): string {
  const { activity, waiting } = status;
  if (activity.is === 'needs reader') return 'sync needs you';
  if (activity.is === 'running') return 'syncing';
  if (waiting.changes > 0) return `${counted(waiting.changes, 'change waits', 'changes wait')} to be sent`;
  return activity.is === 'up to date'
    ? `all of it ${there(status.place.kind)}, ${wordTime(activity.at, now)}`
    : 'sync waits';
}
