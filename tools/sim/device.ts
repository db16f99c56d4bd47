// One profile of one reader: a store, the documents that are open, and a run of sync that goes on by single steps,
// so that the runs of all devices cross each other everywhere, and the power can go at every one of them.
import * as Y from 'yjs';
import type { Vault } from '../../core/sync/format/seal.ts';
import type { DocumentUpdate } from '../../core/sync/format/segment.ts';
import {
  type Answer,
  type Losses,
  type Report,
  type Step,
  type Surroundings,
  sync,
} from '../../core/sync/index.ts';
import type { Remote } from '../../core/sync/remote/remote.ts';
import { MemoryStore, type Power } from '../../core/sync/store/memory-store.ts';
import { type Edit, editSomething, keptIn, shown } from './edits.ts';
import { SAYS_DELETED } from './merge/deletion.ts';
import type { Random } from './random.ts';
import type { Server } from './server.ts';

/** The power is cut: nothing in memory is left. */
class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** A document with what was about to be stored, whether or not it then was. */
interface Try {
  readonly document: Y.Doc;
  /** Of the store, when it was tried. */
  readonly rows: number;
  readonly beyond: ReadonlySet<Uint8Array>;
}

const MONTH_MS = 30 * 24 * 3_600_000;
const NOON = Date.UTC(2026, 0, 1, 12);
const LIMITS = { tail: 6, bundled: 3, rows: 40, probes: 8, scrubs: 0.2, deleted: { share: 0.1, least: 2 } };

export class Device {
  store: MemoryStore;
  online = true;
  /** How likely a power cut is at each transaction and each request. */
  danger = 0;
  clock = NOON;
  /** Files that each run reads once more, on average. */
  scrubs = LIMITS.scrubs;
  finished: Report | null = null;
  readonly #random: Random;
  readonly #remote: Remote;
  readonly #vault: Vault;
  readonly #open = new Map<string, Y.Doc>();
  /** How many rows of the store each open document has been through. */
  readonly #read = new Map<string, number>();
  /** Copies of open documents, for what may be stored. */
  readonly #tries = new Map<string, Try>();
  #cut = false;
  #reader: Random | null = null;
  /** How likely the reader answers after a run. */
  #answers = 0.3;
  #said: Answer[] = [];
  #run: AsyncGenerator<Step, Report> | null = null;

  constructor(random: Random, server: Pick<Server, 'remote'>, vault: Vault, store?: MemoryStore) {
    this.#random = random;
    this.#vault = vault;
    this.#remote = this.#dangerous(server.remote(() => this.online));
    this.store = store ? store.copy(this.#power) : new MemoryStore(this.#power);
    this.setClock();
  }

  setClock(): void {
    this.clock = NOON + (this.#random.fraction() * 2 - 1) * MONTH_MS;
  }

  /** Null where the power was cut before the edit was kept. */
  edit(word: string): { readonly edit: Edit; readonly row: number } | null {
    const rows = this.store.updates.length;
    const at = new Date(this.clock).toISOString();
    const left = editSomething((name) => this.#document(name), word, this.#random, at);
    if (this.#cut) this.restart();
    const row = this.store.updates.length > rows ? this.store.updates.at(-1)?.row : undefined;
    if (row === undefined) return null;
    const acknowledged = Number.POSITIVE_INFINITY;
    return { edit: { ...left, acknowledged, undone: false, excused: false }, row };
  }

  /** Goes on with the run, or begins one. True where this step ended it. */
  async step(): Promise<boolean> {
    this.#run ??= sync(this.#around());
    try {
      const { done, value } = await this.#run.next();
      if (!done) return false;
      this.finished = value;
      this.#run = null;
      this.#answer(value);
      return true;
    } catch (error) {
      this.#restartAfter(error);
      return true;
    }
  }

  /** The browser was closed: what was in memory is gone. */
  restart(): void {
    this.#cut = false;
    this.#run = null;
    this.#open.clear();
    this.#read.clear();
    this.#tries.clear();
  }

  /** Another profile's folder is copied over this one's. */
  become(store: MemoryStore): void {
    this.store = store.copy(this.#power);
    this.#judge();
    this.restart();
  }

  reinstall(): void {
    this.store = new MemoryStore(this.#power);
    this.#judge();
    this.restart();
  }

  /** By document, as the reader sees it at this moment. */
  seen(): Map<string, string> {
    const names = new Set(this.store.updates.map(({ document }) => document));
    return new Map([...names].map((name) => [name, shown(this.#current(name))]));
  }

  /** By document, as built anew from what is stored. */
  shown(): Map<string, string> {
    return new Map(
      joined(this.store.updates).map(([name, update]) => {
        const document = new Y.Doc();
        Y.applyUpdate(document, update);
        const waits = document.store.pendingStructs !== null || document.store.pendingDs !== null;
        return [name, waits ? `${shown(document)} and something that waits` : shown(document)];
      }),
    );
  }

  /** Deletions wait for its reader, who answers when they feel like it. */
  asks(random: Random): void {
    this.#reader = random;
    this.#judge();
  }

  /** Nothing happens to it any more, and its reader answers every question. */
  calm(): void {
    this.danger = 0;
    this.online = true;
    // In so few runs it sees every file.
    if (this.scrubs > 0) this.scrubs = 4;
    this.#answers = 1;
  }

  #judge(): void {
    if (this.#reader) this.store.lossesOf = (_, coming) => this.#lossesOf(coming);
  }

  #answer({ held }: Report): void {
    if (held.length === 0) this.#said = [];
    for (const { segments } of held)
      if (this.#reader?.chance(this.#answers)) this.#said.push({ segments, says: 'take' });
  }

  #lossesOf(coming: readonly DocumentUpdate[]): Losses {
    const gone = joined(coming).flatMap(([name, update]) => {
      const then = this.#current(name);
      if (!mayDelete(update, then)) return [];
      const now = this.#copyOf(name, then);
      Y.applyUpdate(now, update);
      const rows = this.store.updates.length;
      const beyond = coming.filter(({ document }) => document === name);
      this.#tries.set(name, { document: now, rows, beyond: new Set(beyond.map((one) => one.update)) });
      const left = keptIn(now);
      return [...keptIn(then)].filter((id) => !left.has(id));
    });
    if (gone.length === 0) return { gone: [], kept: 0 };
    const names = new Set(this.store.updates.map(({ document }) => document));
    const kept = [...names].reduce((sum, name) => sum + keptIn(this.#current(name)).size, 0);
    return { gone: gone.map((title) => ({ what: 'passage', title })), kept };
  }

  /** That of the last try where all that was tried has been stored since: to make one anew is a third of a history's time. */
  #copyOf(name: string, then: Y.Doc): Y.Doc {
    const last = this.#tries.get(name);
    const since = this.store.updates.slice(last?.rows ?? 0).filter(({ document }) => document === name);
    const stored = new Set(since.map(({ update }) => update));
    if (last?.beyond.isSubsetOf(stored)) {
      for (const [, update] of joined(since.filter((one) => !last.beyond.has(one.update))))
        Y.applyUpdate(last.document, update);
      return last.document;
    }
    last?.document.destroy();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(then));
    return copy;
  }

  #around(): Surroundings {
    return {
      store: this.store,
      remote: this.#remote,
      vault: this.#vault,
      random: this.#random.bytes,
      now: () => this.clock,
      limits: { ...LIMITS, scrubs: this.scrubs },
      answers: this.#said,
    };
  }

  #document(name: string): Y.Doc {
    const document = this.#current(name);
    // Once, since Yjs writes an update for whoever listens, also when it has only just read it.
    document.once('update', (update: Uint8Array) => {
      try {
        this.store.write(name, update);
        this.#read.set(name, this.store.updates.length);
      } catch {
        // Yjs would swallow it.
        this.#cut = true;
      }
    });
    return document;
  }

  /** With all that was stored since it was last looked at. */
  #current(name: string): Y.Doc {
    const document = this.#opened(name);
    const unread = this.store.updates.slice(this.#read.get(name) ?? 0).filter((one) => one.document === name);
    for (const [, update] of joined(unread)) Y.applyUpdate(document, update);
    this.#read.set(name, this.store.updates.length);
    return document;
  }

  #opened(name: string): Y.Doc {
    const open = this.#open.get(name);
    if (open) return open;
    const document = new Y.Doc();
    document.clientID = this.#random.next();
    this.#open.set(name, document);
    return document;
  }

  #restartAfter(error: unknown): void {
    if (!(error instanceof PowerCut)) throw error;
    this.restart();
  }

  readonly #power: Power = () => {
    if (this.danger > 0 && this.#random.chance(this.danger)) throw new PowerCut();
  };

  #dangerous(remote: Remote): Remote {
    const between = async <T>(request: () => Promise<T>): Promise<T> => {
      this.#power('before');
      const answer = await request();
      this.#power('after');
      return answer;
    };
    return {
      list: () => between(() => remote.list()),
      get: (name) => between(() => remote.get(name)),
      putNew: (name, file) => between(() => remote.putNew(name, file)),
      remove: (name) => between(() => remote.remove(name)),
    };
  }
}

/** Most updates delete nothing, or repeat what is here; to try each would be half of a history's time. */
function mayDelete(update: Uint8Array, then: Y.Doc): boolean {
  if (then.store.pendingStructs !== null) return true;
  if (!Buffer.from(update).includes(SAYS_DELETED)) return false;
  return [...Y.parseUpdateMeta(update).to].some(([client, clock]) => Y.getState(then.store, client) < clock);
}

/** One update for each document: to apply many that wait for each other takes Yjs very long. */
function joined(updates: readonly DocumentUpdate[]): [string, Uint8Array][] {
  return [...Map.groupBy(updates, ({ document }) => document)].map(([document, some]) => [
    document,
    Y.mergeUpdates(some.map(({ update }) => update)),
  ]);
}
