// What sync needs of the local database. Each call that changes something is one transaction: all of it is there
// afterwards or nothing, whatever happens to the machine in between. The reader's own edits come in past this
// interface, at any time, each as one transaction of an update (origin `mine`) and its outbox row.
//
// Updates are kept as they were received. (Keeping what Yjs tells as its `update` event instead loses updates that
// wait for an earlier one.) They may be put together with `Y.mergeUpdates`, but only among the same document and
// origin, and outbox rows only among themselves; an id of an outbox row is never given out twice.

import type { Lost, SyncState } from '../engine/state.ts';
import type { DeviceId } from '../format/name.ts';
import type { DocumentUpdate } from '../format/segment.ts';

/** This device answers for what is `mine`: what was made here, and what it took over from a device that is gone. */
export type Origin = 'mine' | DeviceId;

export interface WaitingUpdate extends DocumentUpdate {
  /** The outbox row. */
  readonly row: number;
}

/** What would go if something came in. */
export interface Losses {
  readonly gone: readonly Lost[];
  /** How much is kept here before that; it may be 0 where nothing would go. */
  readonly kept: number;
}

/**
 * What is done with updates, seeing what they delete. `hold`: nothing of them is stored, nor of the state. `keep`: they
 * are stored, and so is an edit of this device that brings back what they delete.
 */
export type Judge = (losses: Losses) => 'take' | 'hold' | 'keep';

export interface LocalStore {
  /** Null before the first run. */
  load(): Promise<SyncState | null>;
  save(state: SyncState): Promise<void>;
  /** The oldest rows of the outbox, at most so many. */
  waiting(most: number): Promise<WaitingUpdate[]>;
  /** Everything with origin `mine`, in the order in which it was stored; what waits in the outbox is among it. */
  mine(): Promise<DocumentUpdate[]>;
  /** Updates as they came, the tables derived from them, and the state; or nothing of it. */
  receive(
    updates: readonly DocumentUpdate[],
    origin: Origin,
    state: SyncState,
    judge: Judge,
  ): Promise<'stored' | 'held'>;
  /** What would go if these came in. Nothing is changed. */
  losses(updates: readonly DocumentUpdate[]): Promise<Losses>;
  /** These outbox rows go; those that are gone already do not matter. */
  acknowledge(rows: readonly number[], state: SyncState): Promise<void>;
  /** What came from this device is `mine` from now on. */
  adopt(origin: DeviceId, state: SyncState): Promise<void>;
}
