// A disk may turn a bit in a file that everybody took in long ago. Nobody fetches it again, so only a device that joins
// would notice, and then perhaps nobody is left who could write it once more. So now and then a run reads a file again
// that it has no other reason to read, and compares it with the hash in its name.
import { hashOf, partsOf, type SegmentName } from '../format/name.ts';
import type { Round, Step } from './round.ts';
import { doubted, neededOfOthers } from './seen.ts';
import { liveNames, type SyncState } from './state.ts';

export async function* scrub(round: Round): AsyncGenerator<Step, void> {
  for (let left = numberOfFiles(round); left > 0 && round.stopped === null; left--) {
    const { state, listed } = round;
    const known = [...liveNames(state), ...neededOfOthers(state)];
    const name = oneOf(
      known.filter((one) => listed.has(one) && !state.doubts[one]),
      round,
    );
    if (name === null) return;
    // Twice, since it may have been the way here that turned the bit.
    if ((await isSpoilt(round, name)) && (await isSpoilt(round, name)))
      await round.save(suspected(round.state, name));
    yield 'scrubbed';
  }
}

async function isSpoilt(round: Round, name: SegmentName): Promise<boolean> {
  const got = await round.around.remote.get(name);
  if (!got.ok) round.failed(got.why);
  // What is listed and not there is looked after elsewhere, once it is not listed either (doubts.ts).
  return got.ok && got.file !== null && (await hashOf(got.file)) !== partsOf(name).hash;
}

/** What is ours is written again. Of what is another's, its owner is told; if nobody answers, its place is taken. */
function suspected(state: SyncState, name: SegmentName): SyncState {
  if (partsOf(name).device === state.device) return { ...state, snapshotDue: true };
  const complaints = state.complaints.includes(name) ? state.complaints : [...state.complaints, name];
  return { ...doubted(state, name, { about: 'reported', runs: 0 }), complaints };
}

/** The limit is a mean: a run in sixty-four, or four in each run. */
function numberOfFiles(round: Round): number {
  const { scrubs } = round.around.limits;
  return Math.floor(scrubs) + (fraction(round) < scrubs % 1 ? 1 : 0);
}

function oneOf(names: readonly SegmentName[], round: Round): SegmentName | null {
  return names[Math.floor(fraction(round) * names.length)] ?? null;
}

/** From 0 to less than 1. */
function fraction({ around: { random } }: Round): number {
  return random(4).reduce((sum, byte) => (sum + byte) / 256, 0);
}
