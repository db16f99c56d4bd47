// What one run of sync carries along: its surroundings, the state as it was last saved, and what it will report.
import type { DeviceId, SegmentName } from '../format/name.ts';
import type { OpenFailure, Vault } from '../format/seal.ts';
import type { Segment } from '../format/segment.ts';
import type { Remote, RemoteFailure } from '../remote/remote.ts';
import type { LocalStore } from '../store/store.ts';
import type { Held, SyncState } from './state.ts';

export interface Surroundings {
  readonly store: LocalStore;
  readonly remote: Remote;
  readonly vault: Vault;
  readonly random: (bytes: number) => Uint8Array;
  /** Milliseconds; written into segments for display, never compared. */
  readonly now: () => number;
  readonly limits: Limits;
  /** What the reader said to what was held. It may be said again until it is not held any more. */
  readonly answers?: readonly Answer[];
  /** What came in is acknowledged in this very run: the reader wants the other devices to know that it is here. */
  readonly acknowledges?: boolean;
  /** Each file that was fetched to be taken in and could be read, before anything is done with it. */
  readonly onOpened?: (name: SegmentName, segment: Segment) => void;
}

/** `take`: let these come in. `keep`: let them come in, and bring back at once what they delete, on every device. */
export interface Answer {
  readonly segments: readonly SegmentName[];
  readonly says: 'take' | 'keep';
}

export interface Limits {
  /** Own segments beside snapshot and bundle before they are put together. */
  readonly tail: number;
  /** How large bundle and tail may be together, in parts of the snapshot, before there is a new snapshot. */
  readonly bundled: number;
  /** Outbox rows in one segment. */
  readonly rows: number;
  /** Files that one run looks at again because something is wrong with them. */
  readonly probes: number;
  /** Files in each run that are read once more though nothing is wrong, on average. */
  readonly scrubs: number;
  /** Beyond this share of what is kept, and no fewer than this, deletions that come in wait for the reader. */
  readonly deleted: { readonly share: number; readonly least: number };
}

export const usualLimits: Limits = {
  tail: 24,
  bundled: 0.5,
  rows: 500,
  probes: 8,
  scrubs: 1 / 64,
  deleted: { share: 0.2, least: 5 },
};

/** Where a run can be stopped, and goes on the next time; each is something that was done. */
export type Step =
  | 'took a new identity'
  | 'listed'
  | 'sealed'
  | 'put'
  | 'acknowledged'
  | 'sealed anew'
  | 'fetched'
  | 'took in'
  | 'refused'
  | 'held'
  | 'probed'
  | 'adopted'
  | 'judged'
  | 'scrubbed'
  | 'removed';

export interface Refusal {
  readonly name: SegmentName;
  readonly why: OpenFailure;
}

export interface Report {
  /** Null where the run came to its end. */
  readonly stopped: RemoteFailure['why'] | 'not stored' | null;
  /** Segments read back, and segments taken in. */
  readonly sent: number;
  readonly received: number;
  readonly refused: readonly Refusal[];
  /** What the server has lost or withholds, as far as is known after this run. */
  readonly missing: readonly SegmentName[];
  /** This profile has a twin, and took another id. */
  readonly newIdentity: boolean;
  /** Devices that would delete much: the reader is to be asked. */
  readonly held: readonly Held[];
}

/** Fetched and opened, and not taken in before it was judged with others of its device. */
export interface WaitingSegment {
  readonly name: SegmentName;
  readonly segment: Segment;
}

const MOST_FAILURES = 5;

export class Round {
  readonly around: Surroundings;
  state: SyncState;
  listed: ReadonlySet<string> = new Set();
  names: readonly SegmentName[] = [];
  stopped: Report['stopped'] = null;
  sent = 0;
  received = 0;
  newIdentity = false;
  /** A server might still change its mind about what it has only just shown. */
  mayRemove = true;
  readonly refused: Refusal[] = [];
  /** In this run: to ask again at once would give the same answer. */
  readonly fetched = new Set<SegmentName>();
  /** Deletions that came in without a question in this run, by the device that made them. */
  readonly gone = new Map<DeviceId, number>();
  /** What was fetched of devices that delete too much, in the order of their numbers. */
  readonly waiting = new Map<DeviceId, readonly WaitingSegment[]>();
  /** Of these nothing is fetched: the reader has not answered, and nothing is new. */
  resting: ReadonlySet<DeviceId> = new Set();
  #failures = 0;

  constructor(around: Surroundings, state: SyncState) {
    this.around = around;
    this.state = state;
  }

  /** A server's trouble with one file need not be its trouble with all; with several, it is. */
  failed(why: RemoteFailure['why']): void {
    this.#failures += 1;
    if (why !== 'server' || this.#failures >= MOST_FAILURES) this.stopped = why;
  }

  async save(state: SyncState): Promise<void> {
    if (state === this.state) return;
    await this.around.store.save(state);
    this.state = state;
  }
}
