// From how a run ended to what the reader is told and when the next may begin. Pure.
import type { Report } from '../../../core/sync/index.ts';
import { backOff } from '../../../core/sync/remote/back-off.ts';
import type { Trouble, TroubleKind } from '../../../core/sync/remote/trouble.ts';
import type { Needed } from '../../../core/sync/standing.ts';
import type { Course, CourseState } from '../../../storage/sync/index.ts';

export type Ended =
  | {
      readonly how: 'report';
      readonly report: Report;
      readonly trouble: Trouble | null;
      readonly isThere: boolean;
    }
  | { readonly how: 'stop'; readonly stop: Needed }
  | { readonly how: 'absent' }
  | { readonly how: 'hindered'; readonly why: 'offline' | 'save data' }
  /** Storage refused, or something that nobody thought of. */
  | { readonly how: 'broken'; readonly diskFull: boolean };

/** Runs without the vault before it counts as gone. */
const ABSENT_UNTIL = 3;
const MINUTE = 60_000;
/** A password that is wrong may lock an account when it is tried all day. */
const WRONG_PASSWORD_MS = 360 * MINUTE;
const LONG_MS = 15 * MINUTE;

/** In these the run did what it could, or its only request costs nothing: the next is due as ever. */
const HARMLESS: ReadonlySet<Needed> = new Set(['deletions', 'update', 'passphrase', 'another vault']);

export function nextCourse(before: Course, ended: Ended, now: number, random: number): Course {
  const absent = ended.how === 'absent' ? before.absent + 1 : ended.how === 'report' ? 0 : before.absent;
  const state = stateAfter(ended, absent);
  const since = isSame(before.state, state) ? before.since : now;
  const rest = { ...before, absent, state, since };
  if (state.is === 'fine') return { ...rest, upToDate: now, failures: 0, until: null };
  if (ended.how === 'hindered') return { ...rest, until: null };
  const failures = before.failures + 1;
  const wait = state.is === 'stopped' ? pauseFor(state.what) : backOff(failures, random);
  const asked = state.trouble?.wait ?? 0;
  return { ...rest, failures, until: wait === 0 ? null : now + Math.max(wait, asked) };
}

function pauseFor(what: Needed): number {
  if (HARMLESS.has(what)) return 0;
  return what === 'password' ? WRONG_PASSWORD_MS : LONG_MS;
}

function isSame(a: CourseState, b: CourseState): boolean {
  if (a.is === 'waiting' && b.is === 'waiting') return a.why === b.why;
  return a.is === 'stopped' && b.is === 'stopped' && a.what === b.what;
}

function stateAfter(ended: Ended, absent: number): CourseState {
  switch (ended.how) {
    case 'stop':
      return { is: 'stopped', what: ended.stop, trouble: null };
    case 'absent':
      return absent >= ABSENT_UNTIL
        ? { is: 'stopped', what: 'vault is gone', trouble: null }
        : { is: 'waiting', why: 'server', trouble: null };
    case 'hindered':
      return { is: 'waiting', why: ended.why, trouble: null };
    case 'broken':
      return ended.diskFull
        ? { is: 'stopped', what: 'disk full', trouble: null }
        : { is: 'waiting', why: 'soon', trouble: null };
    case 'report':
      return ofReport(ended);
  }
}

function ofReport({ report, trouble, isThere }: Extract<Ended, { how: 'report' }>): CourseState {
  const { stopped, refused, held } = report;
  if (stopped === null) {
    const unreadable = new Set(refused.map(({ why }) => why));
    let stop: Needed | null = held.length > 0 ? 'deletions' : null;
    if (unreadable.has('newer')) stop = 'update';
    if (unreadable.has('no key')) stop = 'passphrase';
    return stop ? { is: 'stopped', what: stop, trouble: null } : { is: 'fine' };
  }
  if (stopped === 'offline') {
    if (trouble?.what === 'folder is gone') return { is: 'stopped', what: 'folder', trouble };
    return isThere
      ? { is: 'stopped', what: 'access', trouble: { what: 'no access' } }
      : { is: 'waiting', why: 'offline', trouble };
  }
  if (stopped === 'refused') return { is: 'stopped', what: stopFor(trouble?.what), trouble };
  return { is: 'waiting', why: 'server', trouble };
}

function stopFor(what: TroubleKind | undefined): Needed {
  switch (what) {
    case 'no access':
      return 'access';
    case 'permission is gone':
      return 'folder';
    case 'wrong password':
    case 'another login':
      return 'password';
    case 'no folder':
      return 'vault is gone';
    default:
      return 'place';
  }
}
