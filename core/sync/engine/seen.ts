// Pure questions and changes about what was taken in of whom. A name is settled where its content was taken in,
// under this name or as part of another segment.
import { asSegmentName, type DeviceId, partsOf, type SegmentName } from '../format/name.ts';
import type { Segment } from '../format/segment.ts';
import { type Doubt, isOwn, ownBase, remembered, type Seen, type SyncState, withCover } from './state.ts';

const NOTHING: Seen = { base: 0, names: {} };

export function seenOf(state: SyncState, device: DeviceId): Seen {
  return state.seen[device] ?? NOTHING;
}

/** Was it taken in under this name? A listed file that was not is fetched, whatever its number. */
export function isKnown(state: SyncState, name: SegmentName): boolean {
  return seenOf(state, partsOf(name).device).names[name] !== undefined;
}

/** Is its content here, under this name or another? */
export function isSettled(state: SyncState, name: SegmentName): boolean {
  const { device, seq } = partsOf(name);
  if (device === state.device) return seq < ownBase(state) || isOwn(state, name);
  return isKnown(state, name) || seq < seenOf(state, device).base;
}

/** The newest segment taken in of each other device, as our segments tell it. */
export function headsOf(state: SyncState): SegmentName[] {
  return Object.values(state.seen).flatMap(({ names }) => {
    let head: SegmentName | null = null;
    for (const key of Object.keys(names)) {
      const name = asSegmentName(key);
      if (name && (!head || partsOf(name).seq > partsOf(head).seq)) head = name;
    }
    return head ? [head] : [];
  });
}

/** What of other devices must be on the server: a new device needs it. */
export function neededOfOthers(state: SyncState): SegmentName[] {
  return Object.values(state.seen).flatMap(({ base, names }) =>
    Object.entries(names).flatMap(([key, how]) => {
      const name = asSegmentName(key);
      return name && isNeeded(how, partsOf(name).seq, base) ? [name] : [];
    }),
  );
}

function isNeeded(how: Seen['names'][string] | undefined, seq: number, base: number): boolean {
  return how === 'unclaimed' || (how === 'taken in' && seq >= base);
}

/** Whether a new device needs this one. */
export function isNeededOfOthers(state: SyncState, name: SegmentName): boolean {
  const { device, seq } = partsOf(name);
  const { base, names } = seenOf(state, device);
  return isNeeded(names[name], seq, base);
}

/** The state once this segment's updates are stored. */
export function takenIn(state: SyncState, name: SegmentName, segment: Segment): SyncState {
  const isBelow = partsOf(name).seq < seenOf(state, partsOf(name).device).base;
  let next = marked(state, name, isBelow ? 'unclaimed' : 'taken in');
  // Others may repeat what we wrote; we go on answering for it.
  for (const one of segment.replaces)
    if (partsOf(one).device !== state.device) next = marked(next, one, 'replaced');
  for (const { device, through } of segment.covers) next = coveredThrough(next, device, through);
  if (isNews(state, segment)) next = { ...next, unannounced: Math.max(1, next.unannounced) };
  const claimed = [...segment.heads, ...(segment.previous ? [segment.previous] : [])];
  return withDoubts(withoutDoubt(next, name), claimed);
}

function marked(state: SyncState, name: SegmentName, how: Seen['names'][string]): SyncState {
  const { device } = partsOf(name);
  const seen = seenOf(state, device);
  return { ...state, seen: { ...state.seen, [device]: { ...seen, names: { ...seen.names, [name]: how } } } };
}

/** What we have of it is ours now, and goes into our next snapshot. */
export function answeredFor(state: SyncState, name: SegmentName): SyncState {
  const next = marked(state, name, 'replaced');
  return { ...next, earlier: remembered([...next.earlier, name]), snapshotDue: true };
}

/** Another device's place is taken: what we have of it is in our snapshots from now on. */
export function adopted(state: SyncState, device: DeviceId): SyncState {
  const { names } = seenOf(state, device);
  const has = Object.keys(names).flatMap((key) => asSegmentName(key) ?? []);
  const lacking = Object.entries(state.doubts).flatMap(([key, { about }]) => {
    const name = about === 'wanted' ? asSegmentName(key) : null;
    return name && partsOf(name).device === device ? [partsOf(name).seq - 1] : [];
  });
  const through = Math.min(...lacking, Math.max(...has.map((name) => partsOf(name).seq)));
  const beyond = has.filter((name) => partsOf(name).seq > through && !state.adopted.includes(name));
  const next: SyncState = {
    ...state,
    covers: withCover(state.covers, { device, through }),
    adopted: [...state.adopted, ...beyond],
    earlier: remembered([...state.earlier, ...has]),
    snapshotDue: true,
  };
  return has.reduce((all, name) => marked(all, name, 'replaced'), next);
}

/** What only repeats what is here is not acknowledged: many devices would answer each other's snapshots for ever. */
function isNews(state: SyncState, { kind, updates, previous }: Segment): boolean {
  if (updates.length === 0) return false;
  return kind === 'batch' || (previous !== null && !isSettled(state, previous));
}

export function coveredThrough(state: SyncState, device: DeviceId, through: number): SyncState {
  if (device === state.device) return state;
  const seen = seenOf(state, device);
  const names = Object.entries(seen.names).map(([key, how]): [string, typeof how] => {
    const name = asSegmentName(key);
    const isUnclaimed = how === 'taken in' && name !== null && partsOf(name).seq <= through;
    return [key, isUnclaimed ? 'unclaimed' : how];
  });
  const base = Math.max(seen.base, through + 1);
  return { ...state, seen: { ...state.seen, [device]: { base, names: Object.fromEntries(names) } } };
}

/** Whatever others have seen and we have not is wanted from now on. */
function withDoubts(state: SyncState, claimed: readonly SegmentName[]): SyncState {
  const fresh = claimed.filter(
    (name) => partsOf(name).device !== state.device && !isSettled(state, name) && !state.doubts[name],
  );
  if (fresh.length === 0) return state;
  const doubts = fresh.map((name): [string, Doubt] => [name, { about: 'wanted', runs: 0 }]);
  return { ...state, doubts: { ...state.doubts, ...Object.fromEntries(doubts) } };
}

export function doubted(state: SyncState, name: SegmentName, doubt: Doubt): SyncState {
  return { ...state, doubts: { ...state.doubts, [name]: doubt } };
}

export function withoutDoubt(state: SyncState, name: SegmentName): SyncState {
  if (!state.doubts[name]) return state;
  const { [name]: _gone, ...doubts } = state.doubts;
  return { ...state, doubts };
}

/** Names that no server shows any more and no snapshot needs are forgotten, so that the record stays small. */
export function withoutOld(state: SyncState, listed: ReadonlySet<string>): SyncState {
  let changed = false;
  const seen = Object.entries(state.seen).map(([device, { base, names }]): [string, Seen] => {
    const kept = Object.entries(names).filter(([key, how]) => {
      const name = asSegmentName(key);
      return name !== null && (how === 'unclaimed' || partsOf(name).seq >= base || listed.has(key));
    });
    changed ||= kept.length < Object.keys(names).length;
    return [device, { base, names: Object.fromEntries(kept) }];
  });
  return changed ? { ...state, seen: Object.fromEntries(seen) } : state;
}
