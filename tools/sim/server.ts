// One bad server for all devices of a world. What it does wrong was seen on real ones, or follows from how they
// work: a write that arrives after its time-out, a listing from before the last minute, a reply that never came.
import type { Bytes } from '../../core/sync/format/bytes.ts';
import type { Got, Listing, Put, Remote, RemoteFailure, Removed } from '../../core/sync/remote/remote.ts';
import type { Random } from './random.ts';

/** How often, per request. */
export interface Faults {
  readonly trouble: number;
  readonly lostReply: number;
  readonly lateWrite: number;
  readonly cutWrite: number;
  readonly garbledWrite: number;
  readonly swallowedWrite: number;
  readonly garbledRead: number;
  readonly unseen: number;
  readonly staleList: number;
  readonly emptyList: number;
  readonly partialList: number;
  readonly swallowedRemoval: number;
}

export const noFaults: Faults = {
  trouble: 0,
  lostReply: 0,
  lateWrite: 0,
  cutWrite: 0,
  garbledWrite: 0,
  swallowedWrite: 0,
  garbledRead: 0,
  unseen: 0,
  staleList: 0,
  emptyList: 0,
  partialList: 0,
  swallowedRemoval: 0,
};

/** From a calm server to one that nobody would keep. */
export function someFaults(random: Random): Faults {
  const upTo = (most: number) => (random.chance(0.3) ? 0 : random.fraction() * most);
  return {
    trouble: upTo(0.1),
    lostReply: upTo(0.08),
    lateWrite: upTo(0.03),
    cutWrite: upTo(0.05),
    garbledWrite: upTo(0.05),
    swallowedWrite: upTo(0.08),
    garbledRead: upTo(0.02),
    unseen: upTo(0.05),
    staleList: upTo(0.2),
    emptyList: upTo(0.05),
    partialList: upTo(0.1),
    swallowedRemoval: upTo(0.1),
  };
}

const TROUBLES = ['busy', 'server', 'server', 'offline', 'full', 'refused'] as const;
const REMEMBERED = 40;

export class Server {
  files = new Map<string, Bytes>();
  faults: Faults;
  /** Writes that went through, so that a world knows when all is quiet. */
  changes = 0;
  requests = 0;
  readonly #random: Random;
  /** As on nginx and rclone, where nothing keeps a second PUT from overwriting the first. */
  readonly #overwrites: boolean;
  #listings: string[][] = [];
  #late: { readonly name: string; readonly file: Bytes; readonly at: number }[] = [];

  constructor(random: Random, faults: Faults) {
    this.#random = random;
    this.faults = faults;
    this.#overwrites = random.chance(0.5);
  }

  /** The server as one device meets it. */
  remote(isOnline: () => boolean): Remote {
    const meet = async <T>(answer: () => T): Promise<T | RemoteFailure> => {
      this.requests += 1;
      this.#arrive();
      if (!isOnline()) return { ok: false, why: 'offline' };
      if (this.#is('trouble')) return { ok: false, why: this.#random.among(TROUBLES) ?? 'server' };
      const given = answer();
      return this.#is('lostReply') ? { ok: false, why: 'offline' } : given;
    };
    return {
      list: () => meet(() => this.#list()),
      get: (name) => meet(() => this.#get(name)),
      putNew: (name, file) => meet(() => this.#put(name, file.slice())),
      remove: (name) => meet(() => this.#remove(name)),
    };
  }

  /** What a back-up of the server would hold. */
  copy(): Map<string, Bytes> {
    return new Map(this.files);
  }

  rollBack(to: Map<string, Bytes>): void {
    this.files = new Map(to);
    this.#late = [];
    this.#changed();
  }

  /** A disk that forgets, or turns a bit. */
  rot(): void {
    const name = this.#random.among([...this.files.keys()]);
    const file = name === undefined ? undefined : this.files.get(name);
    if (name === undefined || !file) return;
    if (this.#random.chance(0.5)) this.files.delete(name);
    else this.files.set(name, this.#garbled(file));
    this.#changed();
  }

  /** A disk of which half is gone. */
  forget(): void {
    for (const name of [...this.files.keys()]) if (this.#random.chance(0.5)) this.files.delete(name);
    this.#changed();
  }

  /** A disk on which bits turn where nobody looks. */
  fade(): void {
    for (const [name, file] of this.files)
      if (this.#random.chance(0.3)) this.files.set(name, this.#garbled(file));
    this.#changed();
  }

  #list(): Listing {
    const now = [...this.files.keys()];
    if (this.#is('emptyList')) return { ok: true, names: [] };
    if (this.#is('partialList')) return { ok: true, names: now.filter(() => this.#random.chance(0.8)) };
    if (this.#is('staleList')) return { ok: true, names: this.#random.among(this.#listings) ?? now };
    return { ok: true, names: [...now, 'somebody else’s file.txt'] };
  }

  #get(name: string): Got {
    const file = this.files.get(name);
    if (!file || this.#is('unseen')) return { ok: true, file: null };
    if (!this.#is('garbledRead')) return { ok: true, file: file.slice() };
    return { ok: true, file: this.#random.chance(0.5) ? this.#garbled(file) : this.#cut(file) };
  }

  #put(name: string, file: Bytes): Put | RemoteFailure {
    if (this.#is('lateWrite')) {
      this.#late.push({ name, file, at: this.requests + this.#random.below(60) });
      return { ok: false, why: 'offline' };
    }
    const existed = this.files.has(name);
    if (this.#is('swallowedWrite')) return { ok: true, existed };
    if (this.#is('cutWrite')) this.#store(name, this.#cut(file));
    else if (this.#is('garbledWrite')) this.#store(name, this.#garbled(file));
    else this.#store(name, file);
    return { ok: true, existed };
  }

  #remove(name: string): Removed {
    if (this.#is('swallowedRemoval')) return { ok: true };
    if (this.files.delete(name)) this.#changed();
    return { ok: true };
  }

  #store(name: string, file: Bytes): void {
    if (this.files.has(name) && !this.#overwrites) return;
    this.files.set(name, file);
    this.#changed();
  }

  #arrive(): void {
    const due = this.#late.filter(({ at }) => at <= this.requests);
    if (due.length === 0) return;
    this.#late = this.#late.filter(({ at }) => at > this.requests);
    for (const { name, file } of due) this.#store(name, file);
  }

  #changed(): void {
    this.changes += 1;
    this.#listings.push([...this.files.keys()]);
    if (this.#listings.length > REMEMBERED) this.#listings.shift();
  }

  #is(fault: keyof Faults): boolean {
    return this.faults[fault] > 0 && this.#random.chance(this.faults[fault]);
  }

  #garbled(file: Bytes): Bytes {
    const garbled = file.slice();
    const at = this.#random.below(file.length);
    garbled[at] = (garbled[at] ?? 0) ^ (1 << this.#random.below(8));
    return garbled;
  }

  #cut(file: Bytes): Bytes {
    return file.slice(0, this.#random.below(file.length));
  }
}
