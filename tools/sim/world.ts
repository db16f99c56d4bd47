// The history of one vault from one seed: devices that edit and sync on a bad server, and accidents. At the end the
// server is a good one, everything runs until nothing changes any more, a new device joins, and every edit that was
// ever kept must be on all of them, the same everywhere, and readable nowhere on the server.

import { liveNames } from '../../core/sync/engine/state.ts';
import { hashOf, partsOf } from '../../core/sync/format/name.ts';
import type { Vault } from '../../core/sync/format/seal.ts';
import type { MemoryStore } from '../../core/sync/store/memory-store.ts';
import { Device } from './device.ts';
import { type Edit, wordsIn } from './edits.ts';
import { Random } from './random.ts';
import { noFaults, Server, someFaults } from './server.ts';

const DEVICES = 6;
const MOST_DEVICES = 8;
const STEPS = 400;
/** Steps from one audit to the next. */
const AUDITED = 100;
const QUIET_CYCLES = 24;
const MOST_CYCLES = 400;

/** What befalls the server last of all, before everything that is not excused must be there. */
const LAST_ACCIDENTS = [
  'none',
  'rolled back',
  'rolled back at rest',
  'forgot at rest',
  'faded at rest',
] as const;

export interface Outcome {
  readonly seed: number;
  readonly acked: number;
  readonly lost: number;
  readonly diverged: number;
  /** Words of the reader's found on the server. */
  readonly leaked: number;
  readonly excused: number;
  readonly requests: number;
  readonly files: number;
  readonly twins: number;
  /** Runs that ended with a question to the reader. */
  readonly held: number;
  /** What failed, for whoever looks into this seed. */
  readonly trouble: string | null;
}

/** A back-up of a device's profile. */
interface Profile {
  readonly store: MemoryStore;
  /** What waited in its outbox. */
  readonly waiting: ReadonlyMap<number, Edit>;
}

export class World {
  readonly #random: Random;
  readonly #seed: number;
  readonly #vault: Vault;
  readonly #server: Server;
  readonly #devices: Device[] = [];
  readonly #edits: Edit[] = [];
  /** Edits whose rows wait in the outbox of the device that made them. */
  readonly #waiting = new Map<Device, Map<number, Edit>>();
  #backUp: Map<string, Uint8Array<ArrayBuffer>>;
  readonly #profiles = new Map<Device, Profile>();
  #step = 0;
  #damaged = -1;
  /** A server that loses nothing of what it has. */
  readonly #isSafe: boolean;
  /** Whether devices read files again that they took in long ago, or leave it to whoever joins to complain. */
  readonly #scrubs: boolean;
  /** Whether deletions are held back until the reader was asked. */
  readonly #asks: boolean;
  #words = 0;
  #twins = 0;
  #auditDue = false;
  #held = 0;
  #copied = false;
  /** Live files that were not there, at most at one time. */
  #unfounded = 0;
  /** Said to be on the server when they were not. */
  readonly #broken = new Set<Edit>();
  /** Something was lost with its machine on which other edits may wait for ever. */
  #incomplete = false;

  constructor(seed: number, vault: Vault) {
    this.#seed = seed;
    this.#vault = vault;
    this.#random = new Random(seed);
    this.#server = new Server(new Random(seed, 1), someFaults(this.#random));
    this.#backUp = this.#server.copy();
    this.#isSafe = this.#random.chance(0.25);
    this.#asks = new Random(seed, 2).chance(0.4);
    this.#scrubs = new Random(seed, 4).chance(0.6);
    for (let index = 0; index < DEVICES; index++) this.#add();
  }

  async live(): Promise<Outcome> {
    const danger = this.#random.chance(0.3) ? 0 : this.#random.fraction() * 0.04;
    for (const device of this.#devices) device.danger = danger;
    for (this.#step = 0; this.#step < STEPS; this.#step++) {
      for (const device of [...this.#devices]) await this.#act(device);
      this.#accident();
      if (this.#auditDue || this.#step % AUDITED === AUDITED - 1) await this.#audit();
    }
    return this.#end();
  }

  #add(store?: MemoryStore): Device {
    const device = new Device(
      new Random(this.#seed, 100 + this.#words++ + this.#devices.length),
      this.#server,
      this.#vault,
      store,
    );
    if (!this.#scrubs) device.scrubs = 0;
    if (this.#asks) device.asks(new Random(this.#seed, 200 + this.#devices.length));
    this.#devices.push(device);
    this.#waiting.set(device, new Map());
    return device;
  }

  async #act(device: Device): Promise<void> {
    const dice = this.#random.fraction();
    if (dice < 0.4) {
      this.#edit(device);
    } else if (dice < 0.97) {
      for (let steps = this.#random.below(6); steps >= 0; steps--) if (await this.#sync(device)) break;
    } else if (dice < 0.98) device.restart();
    else if (dice < 0.99) device.setClock();
    else device.online = this.#random.chance(0.7);
  }

  #edit(device: Device): void {
    const made = device.edit(`edit-${this.#seed}-${this.#words++}`);
    if (!made) return;
    this.#edits.push(made.edit);
    for (const earlier of this.#edits) if (earlier.word === made.edit.without) earlier.undone = true;
    this.#waiting.get(device)?.set(made.row, made.edit);
  }

  async #sync(device: Device): Promise<boolean> {
    const ended = await device.step();
    if (device.finished?.newIdentity) {
      this.#twins += 1;
      // What it wrote under its old id must not be gone before it is there under another.
      this.#auditDue = true;
    }
    if (device.finished && device.finished.held.length > 0) this.#held += 1;
    device.finished = null;
    this.#checkLive(device);
    const waiting = this.#waiting.get(device) ?? new Map<number, Edit>();
    const gone = [...waiting].filter(([row]) => !device.store.outbox.has(row));
    if (gone.length === 0) return ended;
    const kept = await this.#hasLast(device);
    for (const [row, edit] of gone) {
      edit.acknowledged = this.#step;
      waiting.delete(row);
      if (!kept) this.#broken.add(edit);
    }
    return ended;
  }

  /** As long as the server lost nothing and no twin tidied up, all that a device builds on is there. */
  #checkLive(device: Device): void {
    if (this.#damaged >= 0 || this.#copied || !device.store.state) return;
    const gone = liveNames(device.store.state).filter((name) => !this.#server.files.has(name));
    this.#unfounded = Math.max(this.#unfounded, gone.length);
  }

  /** The reader is told that it is on the server: is it, at this moment? Later the server may still lose it. */
  async #hasLast(device: Device): Promise<boolean> {
    const name = device.store.state?.previous;
    const file = name ? this.#server.files.get(name) : undefined;
    return Boolean(name && file && (await hashOf(file)) === partsOf(name).hash);
  }

  #accident(): void {
    const fraction = this.#random.fraction();
    const device = this.#random.among(this.#devices);
    if (!device) return;
    if (fraction < 0.01) this.#backUp = this.#server.copy();
    else if (fraction < 0.022 && this.#isSafe) return;
    else if (fraction < 0.014) this.#damage(() => this.#server.rollBack(this.#backUp));
    else if (fraction < 0.022) this.#damage(() => this.#server.rot());
    else if (fraction < 0.026 && this.#devices.length < MOST_DEVICES) this.#copy(device);
    else if (fraction < 0.034)
      this.#profiles.set(device, {
        store: device.store.copy(() => undefined),
        waiting: new Map(this.#waiting.get(device)),
      });
    else if (fraction < 0.037) this.#lose(device, this.#profiles.get(device));
    else if (fraction < 0.039) this.#lose(device, undefined);
    else if (fraction < 0.06) this.#server.faults = someFaults(this.#random);
    else if (fraction < 0.07) this.#server.faults = noFaults;
  }

  #copy(device: Device): void {
    this.#copied = true;
    this.#add(device.store).danger = device.danger;
  }

  /** What only the server had is lost by it, and nobody else can be asked. */
  #damage(deed: () => void): void {
    this.#damaged = this.#step;
    deed();
    this.#excuse(this.#nowhere());
  }

  /** A machine is lost, or put back to what it was: what was nowhere else is lost with it. */
  #lose(device: Device, profile: Profile | undefined): void {
    this.#copied = true;
    if (profile) device.become(profile.store);
    else device.reinstall();
    const unsent = new Set(this.#waiting.get(device)?.values());
    // What waited when the profile was kept waits again, unless it was sent meanwhile.
    const again = [...(profile?.waiting ?? [])].filter(([, edit]) => unsent.has(edit));
    this.#waiting.set(device, new Map(again));
    const gone = this.#nowhere();
    this.#excuse(gone.filter((edit) => unsent.has(edit)));
    // The server had lost some of the rest, and its owner cannot write it again. Yjs shows nothing that hangs on it.
    const damaged = gone.some(({ acknowledged }) => acknowledged <= this.#damaged);
    if (damaged) this.#excuse(gone);
  }

  /** As long as the server has lost nothing, it alone has all that was acknowledged, at any time. */
  async #audit(): Promise<void> {
    this.#auditDue = false;
    if (this.#damaged >= 0) return;
    const has = await this.#onServer();
    for (const edit of this.#edits)
      if (Number.isFinite(edit.acknowledged) && !has(edit)) this.#broken.add(edit);
  }

  /** What somebody would have whose every machine is gone. */
  async #onServer(): Promise<(edit: Edit) => boolean> {
    const copy = new Server(new Random(this.#seed, 2), noFaults);
    copy.files = this.#server.copy();
    const device = new Device(new Random(this.#seed, 3), copy, this.#vault);
    for (let runs = 0; runs < 2; runs++) while (!(await device.step()));
    return seenOn(device);
  }

  #excuse(edits: readonly Edit[]): void {
    for (const edit of edits) {
      this.#incomplete ||= edit.acknowledged < Number.POSITIVE_INFINITY;
      edit.excused = true;
    }
  }

  /** On no device to be seen. */
  #nowhere(): Edit[] {
    const has = this.#devices.map((device) => seenOn(device));
    return this.#edits.filter((edit) => !edit.excused && !has.some((one) => one(edit)));
  }

  async #end(): Promise<Outcome> {
    const last = this.#isSafe ? 'none' : this.#random.among(LAST_ACCIDENTS);
    if (last === 'rolled back') this.#damage(() => this.#server.rollBack(this.#backUp));
    this.#server.faults = noFaults;
    for (const device of this.#devices) device.calm();
    await this.#settle();
    // The worst moment: nobody will write anything from which others could see that something is missing.
    if (last === 'rolled back at rest') this.#damage(() => this.#server.rollBack(this.#backUp));
    if (last === 'forgot at rest') this.#damage(() => this.#server.forget());
    if (last === 'faded at rest') this.#damage(() => this.#server.fade());
    if (last?.endsWith('at rest')) await this.#settle();
    // Whatever the server lost it has again, before anybody noticed that it is missing something.
    if (this.#scrubs) await this.#askServer();
    this.#add().calm();
    const settled = await this.#settle();
    await this.#askServer();
    return this.#judge(settled);
  }

  /** After all, it alone has what is not excused. */
  async #askServer(): Promise<void> {
    const has = await this.#onServer();
    for (const edit of this.#edits) if (!edit.excused && !has(edit)) this.#broken.add(edit);
  }

  /** False where it never comes to rest. */
  async #settle(): Promise<boolean> {
    let quiet = 0;
    for (let cycle = 0; cycle < MOST_CYCLES; cycle++) {
      const { changes } = this.#server;
      for (const device of this.#devices) while (!(await this.#sync(device)));
      quiet = this.#server.changes === changes ? quiet + 1 : 0;
      if (quiet === QUIET_CYCLES) return true;
    }
    return false;
  }

  #judge(settled: boolean): Outcome {
    const expected = this.#edits.filter(({ excused }) => !excused);
    const lost = new Set<Edit>(this.#broken);
    const shown = this.#devices.map((device) => device.shown());
    for (const has of shown.map(seenIn))
      for (const edit of expected) if (!has(edit, 'after all')) lost.add(edit);
    const texts = shown.map((documents) => JSON.stringify([...documents].sort()));
    const different = texts.filter((text) => text !== texts[0]).length;
    const stuck = this.#devices.filter(({ store }) => store.outbox.size > 0).length;
    const waits = this.#incomplete ? 0 : texts.filter((text) => text.includes('something that waits')).length;
    const troubles = [
      settled ? null : 'never comes to rest',
      different > 0 ? `${different} devices differ` : null,
      stuck > 0 ? `${stuck} outboxes are not empty` : null,
      waits > 0 ? `${waits} devices wait for updates` : null,
      this.#unfounded > 0 ? `${this.#unfounded} live files were removed` : null,
      lost.size > 0
        ? `lost ${[...lost].slice(0, 3).map(({ word, without }) => `${word} without ${without}`)}`
        : null,
    ].filter((text) => text !== null);
    return {
      seed: this.#seed,
      acked: expected.length,
      lost: lost.size + this.#unfounded,
      diverged: different + stuck + waits > 0 || !settled ? 1 : 0,
      leaked: [...this.#server.files.values()].filter(isReadable).length,
      excused: this.#edits.length - expected.length,
      requests: this.#server.requests,
      files: this.#server.files.size,
      twins: this.#twins,
      held: this.#held,
      trouble: troubles.length > 0 ? troubles.join('; ') : null,
    };
  }
}

function seenOn(device: Device): (edit: Edit) => boolean {
  return seenIn(device.seen());
}

function seenIn(documents: Map<string, string>): (edit: Edit, when?: 'after all') => boolean {
  const words = new Map([...documents].map(([document, text]) => [document, wordsIn(text)]));
  return ({ document, word, without, undone }, when) => {
    const here = words.get(document);
    if (without !== null && when && here?.has(without)) return false;
    return undone || (here?.has(word) ?? false);
  };
}

function isReadable(file: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(file).includes('edit-');
}
