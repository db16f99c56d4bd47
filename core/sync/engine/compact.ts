// A device puts its own segments together, and only its own. The many small ones become a bundle; bundle and
// snapshot become a new snapshot when the bundles have grown to half of it, so that a large vault is not sent anew
// for every few notes. The old files go in a later run, after the new one was read back once more.
import * as Y from 'yjs';
import type { SegmentName } from '../format/name.ts';
import { open } from '../format/seal.ts';
import type { DocumentUpdate } from '../format/segment.ts';
import type { Content } from './push.ts';
import type { Round, Step } from './round.ts';
import { liveNames, type SyncState, type Written } from './state.ts';

/** Runs without anything to send before what came in is acknowledged in a segment of its own. */
const ANNOUNCE_AFTER = 6;

export async function nextFromOutbox(round: Round): Promise<Content | null> {
  const waiting = await round.around.store.waiting(round.around.limits.rows);
  if (waiting.length === 0) return null;
  const updates = waiting.map(({ document, update }) => ({ document, update }));
  return { kind: 'batch', updates, rows: waiting.map(({ row }) => row), replaces: [] };
}

export async function nextForOrder(round: Round): Promise<Content | null> {
  const { state } = round;
  if (state.snapshotDue) return snapshot(round);
  const tail = tailOf(state);
  if (tail.length > round.around.limits.tail) return (await bundle(round, tail)) ?? snapshot(round);
  const patience = round.around.acknowledges ? 0 : ANNOUNCE_AFTER;
  const speaks = state.complaints.length > 0 || state.unannounced > patience;
  return speaks ? { kind: 'batch', updates: [], rows: [], replaces: [] } : null;
}

function tailOf({ written }: SyncState): Written[] {
  return written.filter(({ is, kind }) => is === 'live' && kind !== 'snapshot');
}

async function snapshot(round: Round): Promise<Content> {
  const updates = await round.around.store.mine();
  const { written, strays } = round.state;
  const replaces = [...written.map(({ name }) => name), ...strays];
  // The outbox goes its own way: devices acknowledge batches, and a snapshot only where it brings them news.
  return { kind: 'snapshot', updates: joined(updates), rows: [], replaces };
}

/** Null where a snapshot is the better way, or the only one. */
async function bundle(round: Round, tail: readonly Written[]): Promise<Content | null> {
  const base = round.state.written.find(({ kind, is }) => kind === 'snapshot' && is === 'live');
  const bytes = tail.reduce((sum, one) => sum + one.bytes, 0);
  if (!base || bytes > base.bytes * round.around.limits.bundled) return null;
  const updates: DocumentUpdate[] = [];
  for (const { name } of tail) {
    const got = await round.around.remote.get(name);
    const opened = got.ok && got.file ? await open(name, got.file, round.around.vault) : null;
    if (!opened?.ok) return null;
    updates.push(...opened.segment.updates);
  }
  return { kind: 'bundle', updates: joined(updates), rows: [], replaces: tail.map(({ name }) => name) };
}

/** One update for each document, in the order of the documents' names. */
function joined(updates: readonly DocumentUpdate[]): DocumentUpdate[] {
  const byDocument = Map.groupBy(updates, ({ document }) => document);
  return [...byDocument]
    .map(([document, some]) => ({ document, update: Y.mergeUpdates(some.map(({ update }) => update)) }))
    .sort((a, b) => (a.document < b.document ? -1 : 1));
}

export async function* removeOld(round: Round): AsyncGenerator<Step, void> {
  const { removable } = round.state;
  if (removable.length === 0 || !round.mayRemove || round.state.snapshotDue) return;
  if (!(await areReadable(round, compacted(round.state)))) return;
  for (const name of removable) {
    const removed = await round.around.remote.remove(name);
    if (!removed.ok) {
      round.stopped = removed.why;
      return;
    }
    await round.save({ ...round.state, removable: round.state.removable.filter((one) => one !== name) });
    yield 'removed';
  }
}

function compacted(state: SyncState): SegmentName[] {
  const live = new Set(liveNames(state));
  return state.written.filter(({ name, kind }) => kind !== 'batch' && live.has(name)).map(({ name }) => name);
}

async function areReadable(round: Round, names: readonly SegmentName[]): Promise<boolean> {
  for (const name of names) {
    const got = await round.around.remote.get(name);
    if (!got.ok || !got.file) return false;
    if (!(await open(name, got.file, round.around.vault)).ok) {
      await round.save({ ...round.state, snapshotDue: true });
      return false;
    }
  }
  return true;
}
