// Server → this device. What is listed and not known is fetched; what others have seen and no listing shows is asked
// for by its name. A file that is not listed is never taken for deleted. One bad file never stops the others.
import { asSegmentName, partsOf, type SegmentName } from '../format/name.ts';
import { open } from '../format/seal.ts';
import type { Segment } from '../format/segment.ts';
import type { Judge } from '../store/store.ts';
import { areTooMuch, atRest, heldBy, judgeOf, wait, waits, withHeld, withoutHeld } from './held.ts';
import { isOfTwin } from './identity.ts';
import type { Round, Step } from './round.ts';
import { answeredFor, doubted, isKnown, isNeededOfOthers, isSettled, takenIn } from './seen.ts';
import { isCovered, isOwn, ownBase, type SyncState } from './state.ts';

/** More names than any vault has: what is beyond is ignored. */
const MOST_NAMES = 200_000;

/** What has become of one file. */
export type Fetched = 'took in' | 'absent' | 'unusable' | 'failed' | 'twin' | 'held';

export async function list(round: Round): Promise<void> {
  const listing = await round.around.remote.list();
  if (!listing.ok) {
    round.stopped = listing.why;
    return;
  }
  round.names = listing.names.slice(0, MOST_NAMES).flatMap((name) => asSegmentName(name) ?? []);
  round.listed = new Set(round.names);
}

const STEPS = {
  'took in': 'took in',
  unusable: 'refused',
  held: 'held',
  absent: 'fetched',
  failed: 'fetched',
} as const;

export async function* pull(round: Round): AsyncGenerator<Step, 'done' | 'twin'> {
  round.resting = atRest(round);
  for (const name of wanted(round)) {
    if (round.stopped !== null) return 'done';
    const outcome = await fetchOne(round, name);
    if (outcome === 'twin') return 'twin';
    yield STEPS[outcome];
  }
  return 'done';
}

/** The oldest of each device first: Yjs keeps what comes too early waiting, and that is slow. */
function wanted({ names, state, resting }: Round): SegmentName[] {
  return names
    .filter((name) => {
      if (partsOf(name).device === state.device) return !isOwn(state, name);
      // A doubt has its own rhythm (doubts.ts), lest a damaged file be fetched in every run.
      if (resting.has(partsOf(name).device)) return false;
      return !isKnown(state, name) && (state.doubts[name]?.runs ?? 0) === 0;
    })
    .sort((a, b) => partsOf(a).seq - partsOf(b).seq || (a < b ? -1 : 1));
}

export async function fetchOne(round: Round, name: SegmentName): Promise<Fetched> {
  if (isKnown(round.state, name)) return 'took in';
  const got = await round.around.remote.get(name);
  if (!got.ok) {
    round.failed(got.why);
    return 'failed';
  }
  round.fetched.add(name);
  if (!got.file) {
    await missed(round, name);
    return 'absent';
  }
  const opened = await open(name, got.file, round.around.vault);
  if (!opened.ok) {
    round.refused.push({ name, why: opened.why });
    // What this version or these keys cannot read is for the reader to mend, not for the file's owner.
    if (opened.why !== 'newer' && opened.why !== 'no key') await unread(round, name);
    return 'unusable';
  }
  round.around.onOpened?.(name, opened.segment);
  return store(round, name, opened.segment, judgeOf(round, name));
}

/** `twin` where the segment shows that another profile writes under our id. */
async function store(
  round: Round,
  name: SegmentName,
  segment: Segment,
  judge: Judge,
): Promise<'took in' | 'twin' | 'held'> {
  const { state } = round;
  if ([...segment.heads, name].some((one) => isOfTwin(state, one))) return 'twin';
  if (waits(round, name)) {
    wait(round, name, segment);
    return 'held';
  }
  // Ours, from before our last snapshot, and back from the dead: an old copy of the server, or a late deletion.
  const own = partsOf(name).device === state.device;
  const taken = own ? { ...state, strays: [...state.strays, name] } : takenIn(state, name, segment);
  // A twin's, under an id that our snapshots claim to hold: others believe that, so now they shall.
  const claimed = !own && isCovered(state.covers, name);
  const answered = claimed ? answeredFor(taken, name) : taken;
  const next = reported(answered, segment.complaints);
  const origin = own || claimed ? 'mine' : partsOf(name).device;
  const outcome = await round.around.store.receive(segment.updates, origin, next, judge);
  if (outcome === 'held') {
    wait(round, name, segment);
    return 'held';
  }
  round.state = next;
  round.received += 1;
  return 'took in';
}

/** What was held back is looked at together: it comes in after all, or the reader is asked. */
export async function* decide(round: Round): AsyncGenerator<Step, 'done' | 'twin'> {
  for (const [device, waiting] of round.waiting) {
    const losses = await round.around.store.losses(waiting.flatMap(({ segment }) => segment.updates));
    if (areTooMuch(round, device, losses)) {
      await round.save(withHeld(round.state, heldBy(device, waiting, losses)));
      yield 'held';
      continue;
    }
    round.waiting.delete(device);
    for (const { name, segment } of waiting) {
      if ((await store(round, name, segment, () => 'take')) === 'twin') return 'twin';
      yield 'took in';
    }
  }
  await round.save(withoutHeld(round));
  return 'done';
}

async function missed(round: Round, name: SegmentName): Promise<void> {
  // Listed only by a server that is behind; nobody says that it is needed.
  if (!isSettled(round.state, name)) await unread(round, name);
}

async function unread(round: Round, name: SegmentName): Promise<void> {
  const { state } = round;
  if (state.doubts[name] || partsOf(name).device === state.device) return;
  await round.save(doubted(state, name, { about: 'wanted', runs: 0 }));
}

/** Others cannot read these: what is ours is written again, what we have of others is watched. */
function reported(state: SyncState, complaints: readonly SegmentName[]): SyncState {
  let next = state;
  for (const name of complaints) {
    const { device, seq } = partsOf(name);
    if (device === next.device) {
      const live = next.written.some((one) => one.name === name && one.is === 'live');
      // A stray's content is in no other file before the next snapshot.
      if ((live && seq >= ownBase(next)) || next.strays.includes(name)) next = { ...next, snapshotDue: true };
    } else if (isNeededOfOthers(next, name) && !next.doubts[name]) {
      next = doubted(next, name, { about: 'reported', runs: 0 });
    }
  }
  return next;
}
