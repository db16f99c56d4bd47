// What sync remembers between runs: one record, changed only together with what it is about. Plain data, so that
// any database can keep it. There is no time in it: counters of runs decide when something has gone on for too long.
import type { Bytes } from '../format/bytes.ts';
import { type DeviceId, newDeviceId, partsOf, type SegmentName } from '../format/name.ts';
import type { Cover, SegmentKind } from '../format/segment.ts';

/** A segment that was sealed and is to be put under its name until it has been read back. */
export interface Pending {
  readonly name: SegmentName;
  readonly file: Bytes;
  readonly kind: SegmentKind;
  /** Outbox rows whose updates are in it. */
  readonly rows: readonly number[];
  /** Own files that are not needed any more once this one has been read back. */
  readonly replaces: readonly SegmentName[];
}

/** A name under which this device put something. */
export interface Written {
  readonly name: SegmentName;
  readonly kind: SegmentKind;
  readonly bytes: number;
  /** `live`: read back, and needed. `spoilt`: came back as something else. `replaced`: a bundle repeats it. */
  readonly is: 'live' | 'spoilt' | 'replaced';
}

/** What was taken in of another device. */
export interface Seen {
  /** Whatever is numbered below is in what was taken in. */
  readonly base: number;
  /** `unclaimed`: no snapshot that covers its number says that it holds this one, so a twin wrote it. */
  readonly names: Readonly<Record<string, 'taken in' | 'unclaimed' | 'replaced'>>;
}

/** Something that should be on the server and is not, or not as it should be. */
export interface Doubt {
  /**
   * `wanted`: others have seen it, or it precedes what was taken in, and it is not to be had, or not readable.
   * `missing`: was there, ours or another's, and is not. `reported`: another device cannot get what we took in.
   */
  readonly about: 'wanted' | 'missing' | 'reported';
  /** Runs in which it was so. */
  readonly runs: number;
}

/** Something that the reader kept, and would not have any more. */
export interface Lost {
  readonly what: 'passage' | 'note' | 'entry' | 'correction';
  /** By which a reader knows it: the quote, the name. Cut off where it is long. */
  readonly title: string;
}

/** A device that would delete so much that the reader is asked first (held.ts). */
export interface Held {
  readonly device: DeviceId;
  /** Its segments that wait, and to which an answer is bound. */
  readonly segments: readonly SegmentName[];
  /** How many of those things that are kept here would go. */
  readonly gone: number;
  readonly of: number;
  /** The first of them. */
  readonly preview: readonly Lost[];
}

export interface SyncState {
  readonly device: DeviceId;
  /** The last number used. */
  readonly seq: number;
  readonly previous: SegmentName | null;
  readonly pending: Pending | null;
  /** Of this id, from the last snapshot on. */
  readonly written: readonly Written[];
  /** Own files of earlier: of an id given up, or back from the dead. The next snapshot has what they have. */
  readonly strays: readonly SegmentName[];
  /** Own files whose content is in others that were read back. */
  readonly removable: readonly SegmentName[];
  readonly seen: Readonly<Record<string, Seen>>;
  readonly doubts: Readonly<Record<string, Doubt>>;
  /** Of other devices, or of own ids given up: what our snapshots hold of them. */
  readonly covers: readonly Cover[];
  /** Beyond the covers: what our snapshots hold of a device that is gone and of which something is lacking. */
  readonly adopted: readonly SegmentName[];
  /** What our earlier snapshots replaced, newest last: whoever missed those hears it from the next one. */
  readonly earlier: readonly SegmentName[];
  /** Devices of which nothing is taken in until the reader has answered. */
  readonly held: Readonly<Record<string, Held>>;
  /** To be said in the next segment. */
  readonly complaints: readonly SegmentName[];
  /** All that we answer for is to be written once more. */
  readonly snapshotDue: boolean;
  /** Runs since something new came in that our segments do not acknowledge yet; 0 where there is none. */
  readonly unannounced: number;
}

export function firstState(random: (bytes: number) => Uint8Array): SyncState {
  return {
    device: newDeviceId(random),
    seq: 0,
    previous: null,
    pending: null,
    written: [],
    strays: [],
    removable: [],
    seen: {},
    doubts: {},
    covers: [],
    adopted: [],
    earlier: [],
    held: {},
    complaints: [],
    snapshotDue: false,
    unannounced: 0,
  };
}

/** The number of this device's last snapshot; 0 before the first. */
export function ownBase({ written }: SyncState): number {
  const snapshot = written.findLast(({ kind, is }) => kind === 'snapshot' && is === 'live');
  return snapshot ? partsOf(snapshot.name).seq : 0;
}

export function liveNames({ written }: SyncState): SegmentName[] {
  return written.filter(({ is }) => is === 'live').map(({ name }) => name);
}

/** Whether this device put a file under this name, as far as it has to remember. */
export function isOwn(state: SyncState, name: SegmentName): boolean {
  return (
    state.pending?.name === name ||
    state.written.some((one) => one.name === name) ||
    state.removable.includes(name) ||
    state.strays.includes(name)
  );
}

export function withCover(covers: readonly Cover[], cover: Cover): Cover[] {
  const before = covers.find(({ device }) => device === cover.device)?.through ?? 0;
  const through = Math.max(before, cover.through);
  return [...covers.filter(({ device }) => device !== cover.device), { device: cover.device, through }];
}

/** Whether our snapshots say that they hold this. */
export function isCovered(covers: readonly Cover[], name: SegmentName): boolean {
  const { device, seq } = partsOf(name);
  return covers.some((cover) => cover.device === device && seq <= cover.through);
}

/** Some weeks of one device's segments, in 20 kB of a snapshot. */
const MOST_REMEMBERED = 500;

export function remembered(names: readonly SegmentName[]): SegmentName[] {
  return [...new Set(names)].slice(-MOST_REMEMBERED);
}
