// The engine of sync on the reader's real database, where it takes the place of somebody: of a device that is gone, or of
// itself, where its profile was copied. The power goes at every write, every transaction and every request of it.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { sync, usualLimits } from '../../../core/sync/index.ts';
import { MemoryRemote } from '../../../core/sync/remote/memory-remote.ts';
import type { Remote } from '../../../core/sync/remote/remote.ts';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import { keepEntry, readOwn } from '../../../storage/reader/index.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { Random } from '../../../tools/sim/random.ts';
import { cutAt, overPower } from '../power.ts';
import { Profile, vault } from '../sync/world.ts';
import { draft, NOW } from './own-drafts.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('backstory-reader');
});

const QUIST = EntityId.parse('own:quist-1');
const THEIRS = 'page:example.org/a';
const limits = {
  ...usualLimits,
  tail: 4,
  bundled: 2,
  rows: 10,
  probes: 8,
  deleted: { share: 0.2, least: 5 },
};

type Rows = Readonly<Record<(typeof TABLES)[number], unknown[]>>;
const TABLES = ['updates', 'outbox', 'sync'] as const;

/** What lies here and on the server at one moment, to be begun from again and again. */
interface Moment {
  readonly rows: Rows;
  readonly files: MemoryRemote['files'];
}

async function withRows<T>(read: (database: ReaderDatabase) => Promise<T>): Promise<T> {
  const database = new ReaderDatabase();
  try {
    return await read(database);
  } finally {
    database.close();
  }
}

async function now(remote: MemoryRemote): Promise<Moment> {
  const [updates = [], outbox = [], state = []] = await withRows((database) =>
    Promise.all(TABLES.map((name) => database.table(name).toArray())),
  );
  return { rows: { updates, outbox, sync: state }, files: new Map(remote.files) };
}

async function putBack(rows: Rows): Promise<void> {
  await Dexie.delete('backstory-reader');
  await withRows((database) =>
    database.transaction('rw', TABLES, async () => {
      for (const name of TABLES) await database.table(name).bulkAdd(rows[name]);
    }),
  );
}

async function run(remote: Remote, random = new Random(7, 7)): Promise<void> {
  const { bytes } = random;
  const steps = sync({ store: new ReaderStore(), remote, vault, random: bytes, now: () => 0, limits });
  while (!(await steps.next()).done);
}

async function stateHere() {
  return (await new ReaderStore().load()) ?? expect.fail('no state');
}

/** A laptop has written something and is gone, the server has lost it, and with the next run its place is taken. */
async function beforeItsPlaceIsTaken(): Promise<Moment> {
  const remote = new MemoryRemote();
  const laptop = new Profile(remote, 2);
  await keepEntry(QUIST, null, draft, NOW);
  laptop.write('theirs ', THEIRS);
  await laptop.sync();
  await run(remote);
  for (const name of [...remote.files.keys()]) if (name.startsWith(laptop.id)) remote.files.delete(name);
  for (let left = 30; left > 0; left--) {
    const before = await now(remote);
    await run(remote);
    if ((await stateHere()).covers.some(({ device }) => device === laptop.id)) return before;
  }
  return expect.fail('nobody took its place');
}

/** A profile was put back from a back-up: what it sent since seems to be of somebody else who writes under its id. */
async function putBackFromABackUp(): Promise<Moment> {
  const remote = new MemoryRemote();
  await keepEntry(QUIST, null, { ...draft, line: 'An envoy' }, NOW);
  await run(remote);
  const { rows } = await now(remote);
  await keepEntry(QUIST, { ...draft, line: 'An envoy' }, draft, NOW);
  await run(remote);
  const { files } = await now(remote);
  await putBack(rows);
  await keepEntry(EntityId.parse('own:quist-2'), null, { ...draft, line: 'Of the copy' }, NOW);
  return { ...(await now(remote)), files };
}

/** What is on the server alone, as a device sees it that joins when all others are gone. */
async function late(remote: MemoryRemote): Promise<Profile> {
  const profile = new Profile(remote, 5);
  for (let runs = 0; runs < 3; runs++) await profile.sync();
  return profile;
}

const lineIn = (profile: Profile, id: string) => profile.document('own').getMap(`e:${id}`).get('line');

const HISTORIES = [
  {
    name: 'taking the place of a device that is gone',
    begin: beforeItsPlaceIsTaken,
    ends: async (joined: Profile) => {
      expect(joined.text(THEIRS)).toBe('theirs ');
      expect(lineIn(joined, QUIST)).toBe('Envoy');
      expect(
        await withRows(({ updates }) => updates.filter(({ origin }) => origin !== undefined).count()),
      ).toBe(0);
    },
  },
  {
    name: 'a profile that was put back from a back-up',
    begin: putBackFromABackUp,
    ends: async (joined: Profile) => {
      expect(lineIn(joined, QUIST)).toBe('Envoy');
      expect(lineIn(joined, 'own:quist-2')).toBe('Of the copy');
      expect((await readOwn()).entry(QUIST)?.line).toBe('Envoy');
    },
  },
] as const;

describe.each(HISTORIES)('$name', ({ begin, ends }) => {
  test('loses nothing at a power cut at any write, transaction or request', async () => {
    const { rows, files } = await begin();
    let cuts = 0;
    for (let n = 1; ; n++) {
      await putBack(rows);
      const remote = new MemoryRemote();
      remote.files = new Map(files);
      const random = new Random(7, 100 + n);
      const power = cutAt(n, ['write', 'transaction', 'request']);
      for (let runs = 0; runs < 3; runs++) await power.during(() => run(overPower(remote, power), random));
      vi.restoreAllMocks();
      if (power.isGone()) for (let runs = 0; runs < 3; runs++) await run(remote, random);
      expect(await withRows(({ outbox }) => outbox.count())).toBe(0);
      await ends(await late(remote));
      if (!power.isGone()) break;
      cuts = n;
    }
    expect(cuts).toBeGreaterThan(40);
  }, 120_000);
});
