// Sync as the worker runs it, between whole profiles: what follows the reader, what is asked of a server, and what happens
// when something is wrong. Nothing is ever removed or written over, and every state says what to do.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { whereabouts } from '../../../core/annotation/kept/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { Correction } from '../../../core/matching/correction.ts';
import { statusNow } from '../../../entrypoints/background/sync/status.ts';
import { unawareDevices } from '../../../entrypoints/background/sync/unaware.ts';
import {
  changeAt,
  isSiteOn,
  keepCorrections,
  keepEntry,
  keepNote,
  keepPassage,
  notesOf,
  passagesOf,
  readCorrections,
  readOwn,
  switchSite,
} from '../../../storage/reader/index.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { StorageTrouble } from '../../../storage/reader/trouble.ts';
import { withRecords } from '../../../storage/sync/database.ts';
import { leave, writeAnswers } from '../../../storage/sync/index.ts';
import { look, passage } from '../kept/passages.ts';
import { home, other, Profile, passphrase, rounds, secret } from '../options/profiles.ts';
import { World } from '../options/vault-world.ts';
import { draft } from '../storage/own-drafts.ts';

const first = Dexie.dependencies.indexedDB;

afterEach(() => {
  vi.restoreAllMocks();
  Dexie.dependencies.indexedDB = first;
});

const NOW = '2026-11-22T10:00:00.000Z';
const QUIST = EntityId.parse('own:quist-1');
const place = () => whereabouts(look().url, look()) ?? expect.fail();
const key = place().key;

const keep = (n: number) => keepPassage(place(), look(), passage(n), { apart: false, now: NOW });
const note = (n: number, was: string, is: string) =>
  changeAt(
    place(),
    passage(n).id,
    { was: { note: was }, is: { note: is } },
    { batch: `${n}${is}`, did: 'changed', now: NOW },
  );
const drop = (n: number) =>
  changeAt(
    place(),
    passage(n).id,
    { was: { deleted: false }, is: { deleted: true } },
    { batch: `${n}`, did: 'dropped', now: NOW },
  );
const passages = async () => (await passagesOf(key)).passages;

async function pair(): Promise<{ world: World; desk: Profile; train: Profile }> {
  const world = new World();
  const [desk, train] = [new Profile(world, 1), new Profile(world, 2)];
  await desk.create();
  await desk.run();
  await train.join();
  await rounds([train, desk, train], 2);
  return { world, desk, train };
}

describe('what the reader makes', () => {
  it('follows them, of every kind, and so does what they made before there was sync', async () => {
    const world = new World();
    const [desk, train] = [new Profile(world, 1), new Profile(world, 2)];
    const correction = Correction.parse({
      surface: 'jordan',
      written: 'Jordan',
      scope: 'news.example',
      says: 'none',
      called: '',
      made: NOW,
    });
    await desk.in(async () => {
      await keep(1);
      await keepEntry(QUIST, null, draft, NOW);
      await keepNote(
        { entity: QUIST, name: 'Zebulon Quist', kind: 'person' },
        { was: '', is: 'Met twice' },
        NOW,
      );
      await keepCorrections([correction]);
      await switchSite('loud.example', false);
    });
    await desk.create();
    expect((await desk.status()).waiting).toMatchObject({ passages: 1, notes: 1 });
    await desk.run();
    expect((await desk.status()).waiting).toEqual({ changes: 0, passages: 0, notes: 0, others: 0 });
    await train.join();
    await train.run();
    await train.in(async () => {
      expect((await passages()).map(({ quote }) => quote)).toEqual([passage(1).quote]);
      expect((await readOwn()).entry(QUIST)?.line).toBe('Envoy');
      expect((await notesOf([QUIST])).get(QUIST)?.note).toBe('Met twice');
      expect(await readCorrections()).toEqual([correction]);
      expect(await isSiteOn('loud.example')).toBe(false);
    });
    expect(new Set(train.received)).toEqual(
      new Set([`page:${key}`, `entity:${QUIST}`, 'own', 'corrections', 'settings']),
    );
  });

  it('is merged where both wrote while they were apart', async () => {
    const { desk, train } = await pair();
    await desk.in(() => keep(1));
    await rounds([desk, train], 1);
    await desk.in(() => note(1, '', 'from the desk'));
    await train.in(() => note(1, '', 'on the train'));
    await rounds([desk, train], 2);
    const notes = await Promise.all([desk, train].map(async (one) => (await one.in(passages))[0]?.note));
    const [seen] = notes;
    expect(seen).toContain('from the desk');
    expect(seen).toContain('on the train');
    expect(await train.in(passages)).toEqual(await desk.in(passages));
  });

  it('is counted as a reader counts while it waits: a note typed in pieces is one', async () => {
    const { desk } = await pair();
    await desk.in(async () => {
      await keep(1);
      await keep(2);
    });
    await desk.run();
    await desk.in(async () => {
      await note(1, '', 'a');
      await note(1, 'a', 'ab');
      await note(1, 'ab', 'b');
    });
    expect((await desk.status()).waiting).toEqual({ changes: 3, passages: 1, notes: 0, others: 0 });
    expect(await desk.activity()).toBe('waiting: soon');
  });
});

describe('a server', () => {
  it('is asked one thing where nothing is new: what is there', async () => {
    const { desk, train } = await pair();
    await desk.in(() => keep(1));
    await rounds([desk, train], 10);
    expect(await desk.run()).toEqual(['list']);
    expect(await train.run()).toEqual(['list']);
    expect(await desk.activity()).toBe('up to date');
  });

  it('is not asked without a network, nor where data are to be saved, unless the reader says so', async () => {
    const { desk } = await pair();
    await desk.in(() => keep(1));
    expect(await desk.run({ onLine: () => false })).toEqual([]);
    expect(await desk.activity()).toBe('waiting: offline');
    expect(await desk.run({ savesData: () => true })).toEqual([]);
    expect(await desk.activity()).toBe('waiting: save data');
    expect((await desk.run({ savesData: () => true, asked: true })).length).toBeGreaterThan(1);
    expect(await desk.activity()).toBe('up to date');
  });

  it('that is away is left alone for longer and longer, and as long as it asks for', async () => {
    const { world, desk } = await pair();
    const at = world.place(home.settings);
    at.trouble = { what: 'too slow' };
    const asked: number[] = [];
    for (let run = 0; run < 20; run++) asked.push((await desk.run()).length);
    expect(asked.slice(0, 3)).toEqual([1, 1, 1]);
    expect(asked.filter((count) => count === 0).length).toBeGreaterThan(5);
    expect(asked.slice(-4)).toContain(1);
    at.trouble = { what: 'too many requests', wait: 40 * 60_000 };
    await desk.run({ asked: true });
    const later = [await desk.run(), await desk.run(), await desk.run()];
    expect(later).toEqual([[], [], []]);
    expect((await desk.status()).activity).toMatchObject({ is: 'waiting', until: expect.any(String) });
    at.trouble = null;
    await desk.run({ asked: true });
    expect(await desk.activity()).toBe('up to date');
  });

  it.each([
    ['wrong password', 'password'],
    ['forbidden', 'place'],
    ['no folder', 'vault is gone'],
    ['permission is gone', 'folder'],
    ['folder is gone', 'folder'],
  ] as const)('with the trouble “%s” needs the reader, who is told what to do', async (what, needed) => {
    const { world, desk } = await pair();
    await desk.in(() => keep(1));
    world.place(home.settings).trouble = { what };
    await desk.run();
    const { activity, waiting } = await desk.status();
    expect(activity).toMatchObject({ is: 'needs reader', what: needed });
    expect(activity.is === 'needs reader' && activity.words.happened).toContain('safe on this device');
    expect(waiting.passages).toBe(1);
    world.place(home.settings).trouble = null;
    await desk.run({ asked: true });
    expect((await desk.status()).waiting.changes).toBe(0);
  });

  it('that is there, though the browser does not let us ask it, is told apart', async () => {
    const { world, desk } = await pair();
    const at = world.place(home.settings);
    at.trouble = { what: 'unreachable' };
    at.isThere = async () => true;
    await desk.run();
    const { activity } = await desk.status();
    expect(activity).toMatchObject({ what: 'access', access: 'https://dav.example/*' });
  });

  it('can see what the reader is told that it sees', async () => {
    const { world, desk, train } = await pair();
    await desk.in(() => keep(1));
    await rounds([desk, train], 2);
    await desk.run();
    const { files } = world.place(home.settings);
    const { onServer, devices } = await desk.status();
    expect(onServer).toMatchObject({ devices: 2, files: files.size, unknownSizes: 0 });
    expect(onServer?.bytes).toBe([...files.values()].reduce((sum, file) => sum + file.length, 0));
    expect(devices.map(({ name, self }) => [name, self])).toEqual([
      ['Desk', true],
      ['Train', false],
    ]);
    expect(devices[1]?.lastSeen).toMatch(/^2026-11-23/);
  });
});

describe('a deletion', () => {
  it('is known to be unknown to a device until that one wrote that it had read it', async () => {
    const { world, desk, train } = await pair();
    const unaware = () => desk.in(() => unawareDevices(world.now));
    await desk.in(() => keep(1));
    await rounds([desk, train, desk], 3);
    await desk.in(() => drop(1));
    expect(await unaware()).toEqual(['Train']);
    await desk.run();
    expect(await unaware()).toEqual(['Train']);
    await train.run();
    await train.in(() => keep(2));
    await rounds([train, desk], 1);
    expect(await unaware()).toEqual([]);
    await desk.in(() => leave(null));
    expect(await unaware()).toEqual([]);
  });

  it('that came from a third device is known to be unknown to whoever has not read that one', async () => {
    const { world, desk, train } = await pair();
    const phone = new Profile(world, 3);
    await phone.join();
    await desk.in(() => keep(1));
    await rounds([desk, phone, train], 9);
    const unaware = () => desk.in(() => unawareDevices(world.now));
    expect(await unaware()).toEqual([]);
    await phone.in(() => drop(1));
    await rounds([phone, desk], 2);
    expect((await desk.in(passages)).map(({ deleted }) => deleted !== null)).toEqual([true]);
    // Both others are called Train: it is the one that was away.
    expect(await unaware()).toEqual(['Train']);
    await rounds([train, desk], 1);
    expect(await unaware()).toEqual(['Train']);
    await train.run({ asked: true });
    await desk.run();
    expect(await unaware()).toEqual([]);
  });

  it('is not waited for where the device was dropped', async () => {
    const { world, desk, train } = await pair();
    const id = (await train.state())?.device ?? '';
    await desk.in(() =>
      desk.deeds.changePassphrase({ secret, passphrase: 'another four words', dropDevice: id }),
    );
    await desk.in(() => drop(1).catch(() => undefined));
    await desk.run();
    expect(await desk.in(() => unawareDevices(world.now))).toEqual([]);
  });
});

describe('a run', () => {
  it('that is stopped after any step goes on with the next', async () => {
    const world = new World();
    const [desk, train] = [new Profile(world, 1), new Profile(world, 2)];
    await desk.create();
    await desk.in(() => keep(1));
    for (let steps = 1; (await desk.status()).waiting.changes > 0; steps++) {
      let left = steps;
      await desk.run({ isStopped: () => left-- <= 0 });
      expect(steps).toBeLessThan(10);
    }
    await train.join();
    for (let steps = 1; (await train.in(passages)).length === 0; steps++) {
      let left = steps;
      await train.run({ isStopped: () => left-- <= 0 });
      expect(steps).toBeLessThan(10);
    }
    expect(await train.in(passages)).toEqual(await desk.in(passages));
  });

  it('on a full disk stores nothing by halves, and has all of it when there is room', async () => {
    const { desk, train } = await pair();
    await desk.in(() => keep(1));
    await desk.run();
    const full = vi
      .spyOn(ReaderStore.prototype, 'receive')
      .mockRejectedValue(new StorageTrouble('disk-full', 'full'));
    await train.run();
    expect(await train.activity()).toBe('disk full');
    full.mockRestore();
    await train.run({ asked: true });
    expect(await train.activity()).toBe('up to date');
    expect(await train.in(passages)).toEqual(await desk.in(passages));
  });

  it('meets a file of a later version: it stays as it is, and the rest comes in', async () => {
    const { world, desk, train } = await pair();
    const at = world.place(home.settings);
    const newer = new Uint8Array(1_100);
    newer.set([0x42, 0x53, 0x59, 0x4e, 2]);
    const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', newer), 0, 16)];
    const name = `${'e'.repeat(32)}.1.${hash.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    at.files.set(name, newer);
    await desk.in(() => keep(1));
    await rounds([desk, train], 1);
    expect(await train.activity()).toBe('update');
    expect(await train.in(passages)).toHaveLength(1);
    expect(at.files.get(name)).toEqual(newer);
  });

  it('in which another device deletes much waits for the reader; what they say is done', async () => {
    for (const says of ['take', 'keep'] as const) {
      const { desk, train } = await pair();
      await desk.in(async () => {
        for (let n = 1; n <= 10; n++) await keep(n);
      });
      await rounds([desk, train], 2);
      await train.in(async () => {
        for (let n = 1; n <= 8; n++) await drop(n);
      });
      await rounds([train, desk], 1);
      const { activity } = await desk.status();
      expect(activity).toMatchObject({
        is: 'needs reader',
        what: 'deletions',
        removal: { total: 8, of: 10, by: [{ name: 'Train' }] },
      });
      expect((await desk.in(passages)).filter(({ deleted }) => deleted === null)).toHaveLength(10);
      const whileRunning = () =>
        desk.in(async () => {
          const status = await statusNow({ doing: 'looking', done: 0, of: 0 }, 0);
          return status.state === 'set up' && status.activity.is;
        });
      // The question does not go away under the reader's finger, until it was answered.
      expect(await whileRunning()).toBe('needs reader');
      const held = Object.values((await desk.state())?.held ?? {});
      await desk.in(() => writeAnswers(held.map(({ segments }) => ({ segments, says }))));
      expect(await whileRunning()).toBe('running');
      await desk.run({ asked: true });
      await rounds([desk, train], 2);
      for (const profile of [desk, train])
        expect((await profile.in(passages)).filter(({ deleted }) => deleted === null)).toHaveLength(
          says === 'take' ? 2 : 10,
        );
    }
  });
});

describe('a vault', () => {
  it('whose passphrase alone was changed elsewhere goes on without a question', async () => {
    const { desk, train } = await pair();
    await desk.in(() =>
      desk.deeds.changePassphrase({ secret, passphrase: 'another four words', dropDevice: null }),
    );
    const [listing, header, ...rest] = await train.run();
    expect([listing, header, rest]).toEqual(['list', expect.stringMatching(/^get vault\.2\./), []]);
    expect((await train.run()).filter((request) => request.includes('vault.'))).toEqual([]);
    expect(await train.activity()).toBe('up to date');
  });

  it('with new keys asks for the passphrase, and sends nothing that the lost device could read', async () => {
    const { world, desk, train } = await pair();
    await desk.in(() =>
      desk.deeds.changePassphrase({ secret, passphrase: 'another four words', dropDevice: 'c'.repeat(32) }),
    );
    await desk.in(() => keep(1));
    await desk.run();
    await train.in(() => keep(2));
    const requests = await train.run();
    expect(requests.filter((request) => request.startsWith('put'))).toEqual([]);
    expect(await train.activity()).toBe('passphrase');
    expect((await train.status()).waiting.passages).toBe(1);
    const now = { by: 'passphrase', passphrase: 'another four words' } as const;
    await train.in(() => train.deeds.openAgain({ secret: now }));
    await rounds([train, desk, train], 2);
    expect(await train.activity()).toBe('up to date');
    expect((await desk.in(passages)).map(({ quote }) => quote).sort()).toEqual(
      [1, 2].map((n) => passage(n).quote),
    );
    expect((await desk.status()).devices).toContainEqual(
      expect.objectContaining({ id: 'c'.repeat(32), dropped: true }),
    );
    // Whoever has the old keys alone, and no new passphrase, reads nothing of it.
    const late = new Profile(world, 5);
    await expect(late.join()).rejects.toThrow('wrong secret');
  });

  it('that is not listed for a while is not filled again, nor taken for a new one', async () => {
    const { world, desk } = await pair();
    const at = world.place(home.settings);
    const files = at.files;
    at.files = new Map();
    await desk.in(() => keep(1));
    for (let run = 0; run < 2; run++)
      expect((await desk.run({ asked: true })).some((one) => one.startsWith('put'))).toBe(false);
    expect(await desk.activity()).toBe('waiting: server');
    at.files = files;
    await desk.run({ asked: true });
    expect(await desk.activity()).toBe('up to date');
  });

  it('that stays away is told of, and is set up again from this device when the reader says so', async () => {
    const { world, desk } = await pair();
    const at = world.place(home.settings);
    await desk.in(() => keep(1));
    await desk.run();
    at.files = new Map();
    for (let run = 0; run < 4; run++) await desk.run({ asked: true });
    expect(await desk.activity()).toBe('vault is gone');
    expect(at.files.size).toBe(0);
    await desk.in(() => desk.deeds.startOver({}));
    await desk.run();
    const phone = new Profile(world, 6);
    await phone.join();
    await phone.run();
    expect(await phone.in(passages)).toHaveLength(1);
    expect((await phone.status()).devices.map(({ name }) => name).sort()).toContain('Desk');
  });

  it('whose header alone was lost gets it back', async () => {
    const { world, desk } = await pair();
    const { files } = world.place(home.settings);
    const header = [...files.keys()].find((name) => name.startsWith('vault.')) ?? '';
    files.delete(header);
    await desk.run();
    expect(files.has(header)).toBe(true);
    expect(await desk.activity()).toBe('up to date');
  });

  it('beside which another was made is told of; the reader may go on with theirs', async () => {
    const { world, desk } = await pair();
    const stranger = new Profile(world, 7);
    await stranger.create(other);
    for (const [name, file] of world.place(other.settings).files)
      world.place(home.settings).files.set(name, file);
    await desk.run();
    expect(await desk.activity()).toBe('another vault');
    await desk.run({ asked: true });
    expect(await desk.activity()).toBe('up to date');
  });

  it('in whose place another lies is not written to', async () => {
    const { world, desk } = await pair();
    const stranger = new Profile(world, 7);
    await stranger.create(other);
    const theirs = world.place(other.settings).files;
    world.place(home.settings).files = theirs;
    const before = [...theirs.keys()];
    await desk.in(() => keep(1));
    for (let run = 0; run < 4; run++) await desk.run({ asked: true });
    expect(await desk.activity()).toBe('another vault');
    expect([...theirs.keys()]).toEqual(before);
  });

  it('that was left keeps what was sent, and this device what was made', async () => {
    const { world, desk } = await pair();
    await desk.in(() => keep(1));
    await desk.run();
    const before = world.place(home.settings).files.size;
    await desk.in(() => leave(null));
    expect(await desk.run()).toEqual([]);
    expect(world.place(home.settings).files.size).toBe(before);
    expect(await desk.in(passages)).toHaveLength(1);
    expect(passphrase).not.toBe('');
  });

  it('that a later version set up is left alone by this one: nothing is sent, nothing changed, and it says so', async () => {
    const { world, desk } = await pair();
    await desk.in(() => keep(1));
    await desk.in(() => withRecords((records) => records.update('set-up', { version: 9 })));
    expect(await desk.run({ asked: true })).toEqual([]);
    const status = await desk.in(() => statusNow(null, world.now));
    expect(status).toMatchObject({
      state: 'newer',
      words: { toDo: expect.stringContaining('Update Backstory') },
    });
    await desk.in(() => withRecords((records) => records.update('set-up', { version: 1 })));
    await desk.run();
    expect(await desk.activity()).toBe('up to date');
  });

  it('goes along to another place, with both devices, and nothing is missing there', async () => {
    const { world, desk, train } = await pair();
    await desk.in(() => keep(1));
    await rounds([desk, train], 2);
    await desk.in(() => desk.deeds.changePlace({ place: other }));
    await desk.in(() => keep(2));
    await train.in(() => keep(3));
    await rounds([desk, train], 2);
    await train.in(() => train.deeds.changePlace({ place: other }));
    await rounds([desk, train], 4);
    const phone = new Profile(world, 6);
    await phone.join(other);
    await phone.run();
    for (const profile of [desk, train, phone]) expect(await profile.in(passages)).toHaveLength(3);
  });
});
