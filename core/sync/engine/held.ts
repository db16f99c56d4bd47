// A device that deletes much of what is kept here stops before its segments come in: a worm, a child, a click too many,
// or what the reader wants. Only the reader can tell, so nothing of that device is taken in until they did; what others
// write comes in as ever. An answer is bound to the segments that it was asked about: what comes later is asked anew.
import { type DeviceId, partsOf, type SegmentName } from '../format/name.ts';
import type { Segment } from '../format/segment.ts';
import type { Judge, Losses } from '../store/store.ts';
import type { Answer, Round, WaitingSegment } from './round.ts';
import { isKnown, isSettled } from './seen.ts';
import type { Held, SyncState } from './state.ts';

/** What is asked about is shown as a list; nobody reads more. */
const MOST_SHOWN = 50;
/** What waits is held in memory until it is judged together; what is beyond comes to that in a later run. */
const MOST_WAITING = 64;

/** How a segment is to be taken in, once it shows what it deletes. */
export function judgeOf(round: Round, name: SegmentName): Judge {
  const { device } = partsOf(name);
  const said = answerTo(round, name)?.says;
  if (said) return () => said;
  return (losses) => {
    const before = round.gone.get(device) ?? 0;
    if (isTooMuch(round, losses, before)) return 'hold';
    round.gone.set(device, before + losses.gone.length);
    return 'take';
  };
}

/** @param before what went in this run already: many segments of a few deletions each are as bad */
function isTooMuch({ around: { limits } }: Round, { gone, kept }: Losses, before: number): boolean {
  const all = gone.length + before;
  return gone.length > 0 && all >= limits.deleted.least && all > (kept + before) * limits.deleted.share;
}

function answerTo({ around: { answers = [] } }: Round, name: SegmentName): Answer | undefined {
  return answers.find(({ segments }) => segments.includes(name));
}

export function wait(round: Round, name: SegmentName, segment: Segment): void {
  const { device } = partsOf(name);
  const waiting = round.waiting.get(device) ?? [];
  if (waiting.length < MOST_WAITING) round.waiting.set(device, [...waiting, { name, segment }]);
}

export function waits({ waiting }: Round, name: SegmentName): boolean {
  return waiting.has(partsOf(name).device);
}

/** Devices about which the reader is asked already, and nothing is new: their files need not be fetched again. */
export function atRest(round: Round): ReadonlySet<DeviceId> {
  const { names, state } = round;
  const resting = Object.values(state.held).filter(({ device, segments }) =>
    names.every(
      (name) =>
        partsOf(name).device !== device ||
        isKnown(state, name) ||
        (segments.includes(name) && !answerTo(round, name)),
    ),
  );
  return new Set(resting.map(({ device }) => device));
}

/** What the reader is asked, once all that waits was looked at together. */
export function heldBy(device: DeviceId, waiting: readonly WaitingSegment[], { gone, kept }: Losses): Held {
  return {
    device,
    segments: waiting.map(({ name }) => name),
    gone: gone.length,
    of: kept,
    preview: gone.slice(0, MOST_SHOWN),
  };
}

/** Together they may be harmless: what one of them deletes, a later one may have brought back. */
export function areTooMuch(round: Round, device: DeviceId, losses: Losses): boolean {
  return isTooMuch(round, losses, round.gone.get(device) ?? 0);
}

export function withHeld(state: SyncState, held: Held): SyncState {
  return { ...state, held: { ...state.held, [held.device]: held } };
}

/** Without what came in meanwhile, from here or from elsewhere, and what was answered when it was there no more. */
export function withoutHeld(round: Round): SyncState {
  const { state, listed, stopped } = round;
  const isGone = (name: SegmentName) => stopped === null && !listed.has(name) && answerTo(round, name);
  const still = Object.entries(state.held).filter(([, { segments }]) =>
    segments.some((name) => !isSettled(state, name) && !isGone(name)),
  );
  const changed = still.length < Object.keys(state.held).length;
  return changed ? { ...state, held: Object.fromEntries(still) } : state;
}
