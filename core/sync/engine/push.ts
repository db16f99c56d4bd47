// Outbox → segment → server. The sealed segment is kept before it is put, so that a run that dies puts the very
// same file again; the outbox rows go only when the file was read back as it is. (Believing a server that says
// "stored" lost a quarter of all edits in a simulation.)
import { sameBytes } from '../format/bytes.ts';
import { partsOf } from '../format/name.ts';
import { open, seal } from '../format/seal.ts';
import type { Cover, DocumentUpdate, Segment, SegmentKind } from '../format/segment.ts';
import type { Round, Step } from './round.ts';
import { coveredThrough, headsOf } from './seen.ts';
import { type Pending, remembered, type SyncState, type Written } from './state.ts';

/** What the next segment is to hold. */
export interface Content {
  readonly kind: SegmentKind;
  readonly updates: readonly DocumentUpdate[];
  readonly rows: readonly number[];
  readonly replaces: Pending['replaces'];
}

/** How often a run seals the same content anew because it came back as something else. */
const MOST_ATTEMPTS = 3;

export async function* push(
  round: Round,
  next: (round: Round) => Promise<Content | null>,
): AsyncGenerator<Step, void> {
  for (let attempts = 1; round.stopped === null; ) {
    if (!round.state.pending) {
      const content = await next(round);
      if (!content) return;
      await round.save(await sealed(round, content));
      yield 'sealed';
    }
    const { pending } = round.state;
    if (!pending) return;
    const put = await round.around.remote.putNew(pending.name, pending.file);
    yield 'put';
    const outcome = put.ok ? await readBack(round, pending) : put.why;
    if (outcome === 'as it is') {
      const state = acknowledged(round.state, pending);
      await round.around.store.acknowledge(pending.rows, state);
      round.state = state;
      round.sent += 1;
      if (pending.kind !== 'batch') round.mayRemove = false;
      yield 'acknowledged';
    } else if (outcome === 'otherwise' && attempts < MOST_ATTEMPTS) {
      attempts += 1;
      await round.save(await sealedAnew(round, pending));
      yield 'sealed anew';
    } else {
      round.stopped = outcome === 'otherwise' ? 'not stored' : outcome;
    }
  }
}

async function readBack({ around: { remote } }: Round, { name, file }: Pending) {
  const back = await remote.get(name);
  if (!back.ok) return back.why;
  // Swallowed, or not to be seen yet: the same file is put again the next time.
  if (back.file === null) return 'not stored';
  return sameBytes(back.file, file) ? 'as it is' : 'otherwise';
}

async function sealed(round: Round, { kind, updates, rows, replaces }: Content): Promise<SyncState> {
  const { state } = round;
  const segment: Segment = {
    kind,
    written: Math.max(0, Math.round(round.around.now())),
    previous: state.previous,
    heads: headsOf(state),
    covers: kind === 'snapshot' ? coversOf(state) : [],
    // Numbers alone do not tell: a twin may have written under them too.
    replaces:
      kind === 'snapshot' ? [...new Set([...state.adopted, ...state.earlier, ...replaces])] : replaces,
    complaints: state.complaints,
    updates,
  };
  const next = await withPending(round, segment, rows, replaces);
  return {
    ...next,
    complaints: [],
    unannounced: 0,
    // Whatever asks for a snapshot from now on asks for another.
    snapshotDue: kind === 'snapshot' ? false : state.snapshotDue,
  };
}

/** Under the next number, since what lies under the name now must not be overwritten. */
async function sealedAnew(round: Round, { name, file, rows, replaces, kind }: Pending): Promise<SyncState> {
  const opened = await open(name, file, round.around.vault);
  if (!opened.ok) throw new Error(`own segment ${name} cannot be opened: ${opened.why}`);
  const covers = kind === 'snapshot' ? coversOf(round.state) : [];
  const state = await withPending(round, { ...opened.segment, covers }, rows, replaces);
  const spoilt: Written = { name, kind, bytes: file.length, is: 'spoilt' };
  return { ...state, written: [...state.written, spoilt], removable: [...state.removable, name] };
}

async function withPending(
  { state, around: { vault, random } }: Round,
  segment: Segment,
  rows: readonly number[],
  replaces: Pending['replaces'],
): Promise<SyncState> {
  const seq = state.seq + 1;
  const { name, file } = await seal(segment, { device: state.device, seq }, vault, random);
  return { ...state, seq, pending: { name, file, kind: segment.kind, rows, replaces } };
}

function coversOf({ device, seq, covers }: SyncState): Cover[] {
  return [{ device, through: seq }, ...covers];
}

function acknowledged(before: SyncState, { name, file, kind, replaces }: Pending): SyncState {
  const live: Written = { name, kind, bytes: file.length, is: 'live' };
  const gone = new Set(replaces);
  const state: SyncState = {
    ...before,
    previous: name,
    pending: null,
    removable: [...new Set([...before.removable, ...replaces])],
  };
  switch (kind) {
    case 'batch':
      return { ...state, written: [...before.written, live] };
    case 'bundle':
      return {
        ...state,
        written: [
          ...before.written.map((one) => (gone.has(one.name) ? { ...one, is: 'replaced' as const } : one)),
          live,
        ],
      };
    case 'snapshot': {
      const covered = before.covers.reduce(
        (next, { device, through }) => coveredThrough(next, device, through),
        state,
      );
      // Numbers below the snapshot's need not be remembered.
      return {
        ...covered,
        written: [...before.written.filter((one) => partsOf(one.name).seq > partsOf(name).seq), live],
        strays: before.strays.filter((one) => !gone.has(one)),
        earlier: remembered([...before.earlier, ...replaces]),
      };
    }
  }
}
