// What should be on the server and is not. A listing proves nothing, so each is asked for by name, and only when it
// was not to be had in several runs is something done, and what is done is harmless where the server was merely slow:
//
//   ours is gone                     → write a snapshot of all that is ours
//   another's is gone or unreadable  → say so in the next segment, and its owner writes a snapshot
//   its owner does not               → what we have of it becomes ours, and goes into our snapshot
import { asSegmentName, hashOf, partsOf, type SegmentName } from '../format/name.ts';
import { waits } from './held.ts';
import { fetchOne } from './pull.ts';
import type { Round, Step } from './round.ts';
import {
  adopted,
  doubted,
  isKnown,
  isNeededOfOthers,
  isSettled,
  neededOfOthers,
  withoutDoubt,
} from './seen.ts';
import { type Doubt, liveNames, type SyncState } from './state.ts';

/** Runs. A listing that is behind, or a node that is down, is over by then. */
const HEAL_AFTER = 2;
const COMPLAIN_AFTER = 3;
/** Nobody has it any more. */
const COMPLAIN_UNTIL = 128;
/** Its owner comes first; and not all others at once. */
const ADOPT_AFTER = 8;
const ADOPT_SPREAD = 8;

export async function* probe(round: Round): AsyncGenerator<Step, 'done' | 'twin'> {
  await round.save(withMissing(round.state, round.listed));
  let probes = round.around.limits.probes;
  for (const [key, doubt] of Object.entries(round.state.doubts)) {
    const name = asSegmentName(key);
    if (!name || round.stopped !== null || isHeld(round, name, doubt)) continue;
    if (isOver(round, name, doubt)) {
      await round.save(withoutDoubt(round.state, name));
      continue;
    }
    const looks = doubt.about !== 'reported' && isDue(doubt.runs) && !round.fetched.has(name);
    if (looks && probes-- <= 0) continue;
    const outcome = looks ? await look(round, name, doubt) : 'still';
    if (outcome === 'twin') return 'twin';
    if (outcome === 'over') await round.save(withoutDoubt(round.state, name));
    if (outcome === 'still') await round.save(consequence(round.state, name, doubt));
    yield 'probed';
  }
  return 'done';
}

/** In the runs 0, 1, 2, 3, then ever more rarely: a damaged file may be large. */
function isDue(runs: number): boolean {
  return runs < 4 || (runs & (runs - 1)) === 0;
}

function withMissing(state: SyncState, listed: ReadonlySet<string>): SyncState {
  let next = state;
  for (const name of [...liveNames(state), ...neededOfOthers(state)]) {
    const doubt = next.doubts[name];
    if (!listed.has(name) && !doubt) next = doubted(next, name, { about: 'missing', runs: 0 });
    if (listed.has(name) && doubt?.about === 'missing') next = withoutDoubt(next, name);
  }
  return next;
}

function isOver({ state, listed }: Round, name: SegmentName, { about }: Doubt): boolean {
  if (partsOf(name).device === state.device) return !liveNames(state).includes(name);
  if (about !== 'wanted') return !isNeededOfOthers(state, name);
  // A snapshot answers for what it names. Beside that there may be a file of the same number that a profile wrote before it
  // was put back to an earlier day: as long as it lies there, a number below the snapshot's says nothing.
  return listed.has(name) ? isKnown(state, name) : isSettled(state, name);
}

/** It is there: it is the reader who has to say whether it may come in. */
function isHeld(round: Round, name: SegmentName, { about }: Doubt): boolean {
  return about === 'wanted' && (waits(round, name) || round.resting.has(partsOf(name).device));
}

type Look = 'over' | 'still' | 'unknown' | 'twin';

async function look(round: Round, name: SegmentName, { about }: Doubt): Promise<Look> {
  if (about === 'wanted') {
    const fetched = await fetchOne(round, name);
    if (fetched === 'twin') return 'twin';
    if (fetched === 'failed' || fetched === 'held') return 'unknown';
    return fetched === 'took in' ? 'over' : 'still';
  }
  const got = await round.around.remote.get(name);
  if (!got.ok) {
    round.failed(got.why);
    return 'unknown';
  }
  return got.file && (await hashOf(got.file)) === partsOf(name).hash ? 'over' : 'still';
}

/** One run more, and what follows from it. */
function consequence(state: SyncState, name: SegmentName, { about, runs }: Doubt): SyncState {
  const next = doubted(state, name, { about, runs: runs + 1 });
  const { device } = partsOf(name);
  if (device === state.device) return runs + 1 >= HEAL_AFTER ? { ...next, snapshotDue: true } : next;
  if (about !== 'wanted') return next;
  const complains =
    runs + 1 >= COMPLAIN_AFTER &&
    runs < COMPLAIN_UNTIL &&
    isDue(runs + 1) &&
    !state.complaints.includes(name);
  return complains ? { ...next, complaints: [...state.complaints, name] } : next;
}

/** Takes over what nobody else puts right. */
export async function* adopt(round: Round): AsyncGenerator<Step, void> {
  for (const [key, { about, runs }] of Object.entries(round.state.doubts)) {
    const name = asSegmentName(key);
    if (!name || about === 'wanted' || !isKnown(round.state, name)) continue;
    if (runs < ADOPT_AFTER + spread(round.state.device, name)) continue;
    const { device } = partsOf(name);
    if (device === round.state.device || isOver(round, name, { about, runs })) continue;
    const state = withoutDoubt(adopted(round.state, device), name);
    await round.around.store.adopt(device, state);
    round.state = state;
    yield 'adopted';
  }
}

/** Another number for each device, always the same. */
function spread(device: string, name: SegmentName): number {
  return (Number.parseInt(device.slice(0, 6), 16) % ADOPT_SPREAD) ^ (partsOf(name).seq % ADOPT_SPREAD);
}
