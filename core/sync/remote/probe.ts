// What does this server do? Servers' names and headers tell little, so one random test file is written, read back,
// looked for, written over and removed, before the first note goes there. Sync needs none of the virtues that are
// looked for; it needs that what was stored can be read, and the reader is told the rest.
import { type Bytes, hex, sameBytes } from '../format/bytes.ts';
import { failed } from './failure.ts';
import type { Place, RemoteFailure } from './remote.ts';
import type { Trouble } from './trouble.ts';
import type { Words } from './words.ts';

export type Found = keyof typeof FOUND;

export interface Probed {
  /** Whether notes can be kept there. */
  readonly works: boolean;
  readonly found: readonly Found[];
  /** What stopped it, where something did. */
  readonly trouble: Trouble | null;
}

export interface ProbeMeans {
  readonly random: (bytes: number) => Uint8Array;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const FOUND = {
  'never overwrites': {
    happened: 'A file that is there is never overwritten.',
    toDo: 'The best case; nothing else is needed.',
  },
  'overwrites silently': {
    happened: 'A second file of the same name replaces the first.',
    toDo: 'It does no harm: Backstory never uses a name for two different files.',
  },
  'listing is late': {
    happened: 'A new file is there at once, but is listed only later.',
    toDo: 'It does no harm: notes may take a little longer to reach your other devices.',
  },
  'reading is late': {
    happened: 'A file that was stored can be read only after a while.',
    toDo: 'It does no harm: notes count as sent once they could be read back.',
  },
  'cannot remove': {
    happened: 'Files cannot be removed.',
    toDo: 'Notes are safe, but the folder grows with every change. Allow deleting if you can.',
  },
  'spoils files': {
    happened: 'What comes back is not what was stored.',
    toDo: 'This server cannot be used: something on the way changes files.',
  },
  'stores nothing': {
    happened: 'The server says that it stored a file, and does not have it.',
    toDo: 'This server cannot be used, or it was only slow: try again.',
  },
} as const satisfies Record<string, Words>;

export function foundInWords(found: Found): Words {
  return FOUND[found];
}

const PAUSES_MS = [250, 1_000, 3_000];
/** As long as the shortest segment. */
const TEST_BYTES = 1_024;

export async function probe(place: Place, means: ProbeMeans): Promise<Probed> {
  const found: Found[] = [];
  // Neither a segment's nor a header's name: other devices pass over it.
  const name = `backstory-test.${hex(means.random(16))}`;
  const ready = await place.setUp();
  const before = ready.ok ? await place.list() : ready;
  if (!before.ok) return stopped(await toldApart(before, place), found);
  const failure = await tryOut(place, name, means, found);
  await tidied(place, name, found);
  if (failure) return stopped(failure, found);
  return {
    works: !found.includes('spoils files') && !found.includes('stores nothing'),
    found,
    trouble: null,
  };
}

function stopped({ trouble }: RemoteFailure, found: readonly Found[]): Probed {
  return { works: false, found, trouble: trouble ?? null };
}

/** A browser says the same of a server that is away and of one that it does not let us ask. */
async function toldApart(failure: RemoteFailure, place: Place): Promise<RemoteFailure> {
  const isAway = failure.trouble?.what !== 'unreachable' || !(await place.isThere());
  return isAway ? failure : failed('no access');
}

/** Null where it came to its end. */
async function tryOut(
  place: Place,
  name: string,
  means: ProbeMeans,
  found: Found[],
): Promise<RemoteFailure | null> {
  const [first, second] = [fresh(means), fresh(means)];
  const put = await place.putNew(name, first);
  if (!put.ok) return put;
  const back = await patiently(means, async () => {
    const got = await place.get(name);
    return { answer: got, isThere: got.ok && got.file !== null };
  });
  if (!back.answer.ok) return back.answer;
  if (!back.answer.file || !sameBytes(back.answer.file, first)) {
    found.push(back.answer.file ? 'spoils files' : 'stores nothing');
    return null;
  }
  if (back.waited) found.push('reading is late');
  const listed = await patiently(means, async () => {
    const listing = await place.list();
    return { answer: listing, isThere: listing.ok && listing.names.includes(name) };
  });
  if (!listed.answer.ok) return listed.answer;
  if (listed.waited) found.push('listing is late');
  const over = await place.putNew(name, second);
  const after = await place.get(name);
  if (!after.ok) return after;
  if (after.file && sameBytes(after.file, second)) found.push('overwrites silently');
  else if (!after.file || !sameBytes(after.file, first)) found.push('spoils files');
  // A server that refuses to overwrite by an error has not overwritten either.
  else if (over.ok || over.why !== 'offline') found.push('never overwrites');
  return null;
}

async function tidied(place: Place, name: string, found: Found[]): Promise<void> {
  const removed = await place.remove(name);
  const left = removed.ok ? await place.get(name) : null;
  if (!removed.ok || (left?.ok && left.file !== null)) found.push('cannot remove');
}

/** Asks until it is there, with longer pauses; the last answer counts. */
async function patiently<T>({ pause }: ProbeMeans, ask: () => Promise<{ answer: T; isThere: boolean }>) {
  let last = await ask();
  let waited = false;
  for (const milliseconds of PAUSES_MS) {
    if (last.isThere) break;
    waited = true;
    await pause(milliseconds);
    last = await ask();
  }
  return { answer: last.answer, waited };
}

function fresh({ random }: ProbeMeans): Bytes {
  return new Uint8Array(random(TEST_BYTES));
}
