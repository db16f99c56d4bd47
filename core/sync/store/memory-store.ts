// The local store in memory, with the seam at which a simulation cuts the power: before a transaction, when nothing
// of it may be there afterwards, and after it, when all of it must be.
import type { SyncState } from '../engine/state.ts';
import type { DeviceId } from '../format/name.ts';
import type { DocumentUpdate } from '../format/segment.ts';
import type { Judge, LocalStore, Losses, Origin, WaitingUpdate } from './store.ts';

export interface StoredUpdate extends DocumentUpdate {
  readonly row: number;
  readonly origin: Origin;
}

/** Throws to cut the power. */
export type Power = (moment: 'before' | 'after') => void;

export class MemoryStore implements LocalStore {
  updates: StoredUpdate[] = [];
  outbox = new Set<number>();
  state: SyncState | null = null;
  #next = 1;
  readonly #power: Power;
  /** What a document means is for whoever uses it to say. */
  lossesOf: (before: readonly DocumentUpdate[], coming: readonly DocumentUpdate[]) => Losses = () => ({
    gone: [],
    kept: 0,
  });

  constructor(power: Power = () => undefined) {
    this.#power = power;
  }

  /** All of it, as a copy of the profile's folder has it. */
  copy(power: Power): MemoryStore {
    const copy = new MemoryStore(power);
    copy.updates = [...this.updates];
    copy.outbox = new Set(this.outbox);
    copy.state = this.state;
    copy.#next = this.#next;
    copy.lossesOf = this.lossesOf;
    return copy;
  }

  /** What a reader's edit does. */
  write(document: string, update: Uint8Array): void {
    this.#commit(() => {
      this.outbox.add(this.#add({ document, update }, 'mine'));
    });
  }

  async load(): Promise<SyncState | null> {
    return this.state;
  }

  async save(state: SyncState): Promise<void> {
    this.#commit(() => {
      this.state = state;
    });
  }

  async waiting(most: number): Promise<WaitingUpdate[]> {
    return this.updates.filter(({ row }) => this.outbox.has(row)).slice(0, most);
  }

  async mine(): Promise<DocumentUpdate[]> {
    return this.updates.filter(({ origin }) => origin === 'mine');
  }

  /** `keep` stores without bringing back: what a document means is not known here. */
  async receive(
    updates: readonly DocumentUpdate[],
    origin: Origin,
    state: SyncState,
    judge: Judge,
  ): Promise<'stored' | 'held'> {
    if (judge(await this.losses(updates)) === 'hold') return 'held';
    this.#commit(() => {
      for (const update of updates) this.#add(update, origin);
      this.state = state;
    });
    return 'stored';
  }

  async losses(updates: readonly DocumentUpdate[]): Promise<Losses> {
    return this.lossesOf(this.updates, updates);
  }

  async acknowledge(rows: readonly number[], state: SyncState): Promise<void> {
    this.#commit(() => {
      for (const row of rows) this.outbox.delete(row);
      this.state = state;
    });
  }

  async adopt(origin: DeviceId, state: SyncState): Promise<void> {
    this.#commit(() => {
      this.updates = this.updates.map((row) => (row.origin === origin ? { ...row, origin: 'mine' } : row));
      this.state = state;
    });
  }

  #add({ document, update }: DocumentUpdate, origin: Origin): number {
    const row = this.#next++;
    this.updates.push({ row, document, update, origin });
    return row;
  }

  #commit(change: () => void): void {
    this.#power('before');
    change();
    this.#power('after');
  }
}
