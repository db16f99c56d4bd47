// The place of sync with a witness: what was listed, how far a run is, and what a reader is told of the files there. It adds
// no request of its own.

import { isKnown } from '../../../core/sync/engine/seen.ts';
import { isOwn, type SyncState } from '../../../core/sync/engine/state.ts';
import type { Bytes } from '../../../core/sync/format/bytes.ts';
import { asSegmentName, type DeviceId, partsOf, type SegmentName } from '../../../core/sync/format/name.ts';
import type { Segment } from '../../../core/sync/format/segment.ts';
import { headerNumber } from '../../../core/sync/keys/header.ts';
import type { Place } from '../../../core/sync/remote/index.ts';
import type { Remote } from '../../../core/sync/remote/remote.ts';
import type { Course } from '../../../storage/sync/index.ts';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export class Watched implements Remote {
  /** Files of the vault; null before the first listing. */
  names: Set<string> | null = null;
  readonly sizes = new Map<string, number>();
  /** Of each other device the newest file that was fetched. */
  readonly #newest = new Map<DeviceId, { readonly seq: number; readonly segment: Segment }>();
  readonly #made = new Map<DeviceId, number>();
  readonly #wanted = new Set<string>();
  readonly #place: Place;
  readonly #state: SyncState | null;
  #toSend: number;
  #done = 0;

  /** @param toSend files, as far as can be known before */
  constructor(place: Place, state: SyncState | null, toSend: number) {
    this.#place = place;
    this.#state = state;
    this.#toSend = toSend;
  }

  get progress(): Progress {
    return { done: this.#done, of: this.#done + this.#wanted.size + this.#toSend };
  }

  async list() {
    const listing = await this.#place.list();
    if (!listing.ok) return listing;
    this.names = new Set(listing.names.filter(isOfVault));
    for (const name of this.names) if (this.#isNew(name)) this.#wanted.add(name);
    return listing;
  }

  async get(name: string) {
    const got = await this.#place.get(name);
    if (!got.ok || !got.file) return got;
    this.sizes.set(name, got.file.length);
    if (this.#wanted.delete(name)) this.#done += 1;
    return got;
  }

  /** What a file that was fetched says. */
  hear(name: SegmentName, segment: Segment): void {
    // What was known before this run, or is our own, tells of long ago.
    if (!this.#isNew(name)) return;
    const { device, seq } = partsOf(name);
    if (seq > (this.#newest.get(device)?.seq ?? 0)) this.#newest.set(device, { seq, segment });
    if (segment.updates.length > 0)
      this.#made.set(device, Math.max(madeUpTo(name, segment), this.#made.get(device) ?? 0));
  }

  async putNew(name: string, file: Bytes) {
    const put = await this.#place.putNew(name, file);
    if (!put.ok) return put;
    this.names?.add(name);
    this.sizes.set(name, file.length);
    this.#toSend = Math.max(0, this.#toSend - 1);
    this.#done += 1;
    return put;
  }

  async remove(name: string) {
    const removed = await this.#place.remove(name);
    if (removed.ok) this.names?.delete(name);
    return removed;
  }

  /**
   * What the newest that was fetched of each device says: when it was written by that device's own clock, in milliseconds since
   * 1970, and how far it had read what each other wrote; and under which number something was made there last.
   */
  told(): Pick<Course, 'lastSeen' | 'read' | 'made'> {
    const told = [...this.#newest];
    return {
      lastSeen: Object.fromEntries(told.map(([device, { segment }]) => [device, segment.written])),
      read: Object.fromEntries(told.map(([device, { segment }]) => [device, numbersOf(segment.heads)])),
      made: Object.fromEntries(this.#made),
    };
  }

  devices(): Set<DeviceId> {
    return new Set([...(this.names ?? [])].flatMap((name) => deviceOf(name) ?? []));
  }

  #isNew(name: string): boolean {
    const segment = asSegmentName(name);
    if (!segment) return false;
    return !this.#state || !(isKnown(this.#state, segment) || isOwn(this.#state, segment));
  }
}

function isOfVault(name: string): boolean {
  return asSegmentName(name) !== null || headerNumber(name) !== null;
}

function deviceOf(name: string): DeviceId | null {
  const segment = asSegmentName(name);
  return segment && partsOf(segment).device;
}

/** A bundle and a snapshot repeat what was made before. */
function madeUpTo(name: SegmentName, { kind, replaces }: Segment): number {
  const { device, seq } = partsOf(name);
  const before = replaces.map(partsOf).filter((one) => one.device === device);
  return kind === 'batch' || before.length === 0 ? seq : Math.max(...before.map((one) => one.seq));
}

function numbersOf(heads: readonly SegmentName[]): Record<DeviceId, number> {
  return Object.fromEntries(heads.map(partsOf).map(({ device, seq }) => [device, seq]));
}
