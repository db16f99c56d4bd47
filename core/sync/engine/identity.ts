// A profile that was copied, or put back from a back-up, writes under an id under which somebody else writes too.
// It shows as a file under our id that we never wrote. Then we take a new id and write everything that is ours once
// more: whoever the other one is, nothing of either is lost, even if both do the same.
import { newDeviceId, partsOf, type SegmentName } from '../format/name.ts';
import { isSettled, seenOf } from './seen.ts';
import { type SyncState, withCover } from './state.ts';

export function isOfTwin(state: SyncState, name: SegmentName): boolean {
  return partsOf(name).device === state.device && !isSettled(state, name);
}

export function withNewIdentity(state: SyncState, random: (bytes: number) => Uint8Array): SyncState {
  const old = state.device;
  const unsure = state.pending ? [state.pending.name] : [];
  const own = state.written.map(({ name }) => name);
  const names = Object.fromEntries(own.map((name) => [name, 'taken in' as const]));
  return {
    ...state,
    device: newDeviceId(random),
    seq: 0,
    previous: null,
    // Its rows wait in the outbox still.
    pending: null,
    written: [],
    strays: [...state.strays, ...own, ...unsure],
    seen: { ...state.seen, [old]: { ...seenOf(state, old), names } },
    covers: withCover(state.covers, { device: old, through: state.seq }),
    snapshotDue: true,
  };
}
