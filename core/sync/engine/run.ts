// One run of sync: look, send, take in, put right, tidy up. A generator, so that whoever drives it may stop after
// any step and never come back; the next run begins anew with what the store has, and nothing is done twice that
// may not be done twice. Two runs of one profile at the same time must be kept apart by the caller (a lock).

import { asSegmentName } from '../format/name.ts';
import { nextForOrder, nextFromOutbox, removeOld } from './compact.ts';
import { adopt, probe } from './doubts.ts';
import { isOfTwin, withNewIdentity } from './identity.ts';
import { decide, list, pull } from './pull.ts';
import { push } from './push.ts';
import { type Report, Round, type Step, type Surroundings } from './round.ts';
import { scrub } from './scrub.ts';
import { withoutOld } from './seen.ts';
import { firstState, type SyncState } from './state.ts';

/** After these there is no use in asking the same server for anything else. */
const HOPELESS: ReadonlySet<Report['stopped']> = new Set(['offline', 'busy', 'refused']);

export async function* sync(around: Surroundings): AsyncGenerator<Step, Report> {
  const stored = await around.store.load();
  const round = new Round(around, stored ?? firstState(around.random));
  if (!stored) await around.store.save(round.state);
  yield* work(round);
  return reportOf(round);
}

async function* work(round: Round): AsyncGenerator<Step, void> {
  await list(round);
  if (round.stopped !== null) return;
  yield 'listed';
  if (round.names.some((name) => isOfTwin(round.state, name))) yield* takeNewIdentity(round);

  yield* push(round, nextFromOutbox);
  const unsent = round.stopped;
  if (HOPELESS.has(unsent)) return;
  // A server that is full, or spoils what is put, may still have something for us.
  round.stopped = null;

  if ((yield* takeIn(round)) === 'twin') {
    yield* takeNewIdentity(round);
    round.stopped ??= unsent;
    return;
  }
  if (round.stopped === null) {
    yield* adopt(round);
    await round.save(judged(round));
    yield 'judged';
    if (unsent === null) yield* push(round, nextForOrder);
    if (round.stopped === null) yield* removeOld(round);
    if (round.stopped === null) yield* scrub(round);
  }
  round.stopped ??= unsent;
}

async function* takeIn(round: Round): AsyncGenerator<Step, 'done' | 'twin'> {
  if ((yield* pull(round)) === 'twin') return 'twin';
  if (round.stopped === null && (yield* probe(round)) === 'twin') return 'twin';
  return yield* decide(round);
}

async function* takeNewIdentity(round: Round): AsyncGenerator<Step, void> {
  await round.save(withNewIdentity(round.state, round.around.random));
  round.newIdentity = true;
  yield 'took a new identity';
}

function judged({ state, listed }: Round): SyncState {
  const next = withoutOld(state, listed);
  return next.unannounced > 0 ? { ...next, unannounced: next.unannounced + 1 } : next;
}

function reportOf(round: Round): Report {
  const { stopped, sent, received, refused, newIdentity } = round;
  const missing = Object.entries(round.state.doubts).flatMap(([key, { runs }]) => {
    const name = asSegmentName(key);
    return name && runs > 1 ? [name] : [];
  });
  const held = Object.values(round.state.held);
  return { stopped, sent, received, refused, newIdentity, missing, held };
}
