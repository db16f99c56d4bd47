// The engine of sync on the reader's real database: what comes in is shown, what was made goes out, and a power cut at
// any write of any step loses nothing.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { sync } from '../../../core/sync/index.ts';
import { MemoryRemote } from '../../../core/sync/remote/memory-remote.ts';
import type { Remote } from '../../../core/sync/remote/remote.ts';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import { keepEntry, readOwn } from '../../../storage/reader/index.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { Random } from '../../../tools/sim/random.ts';
import { cutAt, type Power } from '../power.ts';
import { Profile, vault } from '../sync/world.ts';
import { draft, NOW } from './own-drafts.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('backstory-reader');
});

const QUIST = EntityId.parse('own:quist-1');
const limits = { tail: 4, bundled: 2, rows: 10, probes: 8, scrubs: 0.5, deleted: { share: 0.2, least: 5 } };

async function run(remote: Remote, store = new ReaderStore(), random = new Random(5, 5)) {
  const steps = sync({ store, remote, vault, random: random.bytes, now: () => 0, limits });
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value;
  }
}

async function rowsNow() {
  const database = new ReaderDatabase();
  try {
    return {
      updates: await database.updates.toArray(),
      outbox: await database.outbox.count(),
      state: await database.sync.get('state'),
    };
  } finally {
    database.close();
  }
}

function lineOf(profile: Profile): unknown {
  return profile.document('own').getMap(`e:${QUIST}`).get('line');
}

/** As another device's form would. */
function writeLine(profile: Profile, line: string): void {
  const document = profile.document('own');
  document.on('update', (update: Uint8Array) => profile.store.write('own', update));
  document.getMap(`e:${QUIST}`).set('line', line);
}

test('an entry made here is on the other device, and what is changed there is shown here', async () => {
  const remote = new MemoryRemote();
  const laptop = new Profile(remote, 2);
  await keepEntry(QUIST, null, draft, NOW);
  expect(await run(remote)).toMatchObject({ stopped: null, sent: 1 });
  expect((await rowsNow()).outbox).toBe(0);
  await laptop.sync();
  expect(lineOf(laptop)).toBe('Envoy');
  writeLine(laptop, 'Special envoy');
  await laptop.sync();
  const heard: string[] = [];
  await run(remote, new ReaderStore((documents) => heard.push(...documents)));
  expect((await readOwn()).entry(QUIST)?.line).toBe('Special envoy');
  expect(heard).toEqual(['own']);
});

test('what another device made stays its own when updates are put together', async () => {
  const remote = new MemoryRemote();
  const laptop = new Profile(remote, 2);
  await keepEntry(QUIST, null, draft, NOW);
  await run(remote);
  await laptop.sync();
  writeLine(laptop, 'Special envoy');
  await laptop.sync();
  await run(remote);
  for (let edit = 0; edit < 210; edit++)
    await keepEntry(QUIST, { ...draft, line: 'x' }, { ...draft, line: `Envoy ${edit}` }, NOW);
  const { updates } = await rowsNow();
  expect(updates.length).toBeLessThan(50);
  expect(new Set(updates.map(({ origin }) => origin))).toEqual(new Set([undefined, laptop.id]));
});

test('a document of a kind that only a later version knows is kept and left alone', async () => {
  const remote = new MemoryRemote();
  const laptop = new Profile(remote, 2);
  laptop.write('from the future', 'dreams');
  await laptop.sync();
  await run(remote);
  expect((await rowsNow()).updates.map(({ document }): string => document)).toEqual(['dreams']);
});

test('an authentic update that holds nonsense does not spoil its document', async () => {
  const remote = new MemoryRemote();
  const laptop = new Profile(remote, 2);
  await keepEntry(QUIST, null, draft, NOW);
  await run(remote);
  laptop.store.write('own', new Uint8Array([255, 255, 255, 1, 2, 3]));
  await laptop.sync();
  await run(remote);
  expect((await readOwn()).entry(QUIST)?.name).toBe('Zebulon Quist');
});

test('what was made before there was sync is sent', async () => {
  const old = new Dexie('backstory-reader');
  old.version(3).stores({ updates: '++id, document', outbox: '&update' });
  const document = new Y.Doc();
  document.getMap(`e:${QUIST}`).set('line', 'old');
  const id = await old.table('updates').add({ document: 'own', update: Y.encodeStateAsUpdate(document) });
  await old.table('outbox').add({ update: id });
  old.close();
  const remote = new MemoryRemote();
  const laptop = new Profile(remote, 2);
  expect(await run(remote)).toMatchObject({ sent: 1 });
  await laptop.sync();
  expect(lineOf(laptop)).toBe('old');
});

/** A device with something to send and something to take in, to order and to tidy up. */
async function history(kind: 'write' | 'transaction', n: number): Promise<boolean> {
  await Dexie.delete('backstory-reader');
  const remote = new MemoryRemote();
  const laptop = new Profile(remote, 2);
  const random = new Random(7, 7);
  laptop.write('theirs ', 'page:example.org/a');
  await laptop.sync();
  let power: Power | null = null;
  /** False where the power went meanwhile; it is back afterwards. */
  const lives = async (task: () => Promise<unknown>) => power?.during(task) ?? task().then(() => true);
  for (let edit = 0; edit < 5; edit++) {
    const was = edit ? { ...draft, line: `${edit - 1}` } : null;
    const keep = () => keepEntry(QUIST, was, { ...draft, line: `${edit}` }, NOW);
    // The reader is told that it was not kept, and asks again.
    if (!(await lives(keep))) await keep();
    if (edit === 0) power = cutAt(n, [kind]);
    await lives(() => run(remote, new ReaderStore(), random));
    writeLine(laptop, `theirs ${edit}`);
    await laptop.sync();
  }
  vi.restoreAllMocks();
  const before = (await rowsNow()).outbox;
  for (let again = 0; again < 4; again++) {
    await run(remote, new ReaderStore(), random);
    await laptop.sync();
  }
  expect(before).toBeLessThanOrEqual(6);
  expect((await rowsNow()).outbox).toBe(0);
  expect((await readOwn()).entry(QUIST)?.line).toBe(lineOf(laptop));
  expect((await readOwn()).entry(QUIST)?.surname).toBe('Quist');
  expect(laptop.document('own').getMap(`e:${QUIST}`).get('surname')).toBe('Quist');
  const { updates } = await rowsNow();
  expect(updates.some(({ document }) => document === 'page:example.org/a')).toBe(true);
  return power?.isGone() ?? false;
}

test.each(['write', 'transaction'] as const)(
  'a power cut at any %s of any step loses nothing',
  async (kind) => {
    let cuts = 0;
    // Until the history has no more of them: it ran to its end without the cut.
    for (let n = 1; await history(kind, n); n++) cuts = n;
    expect(cuts).toBeGreaterThan(30);
  },
  240_000,
);
