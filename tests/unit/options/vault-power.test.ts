// The power goes while something is done with a vault: at any write, any transaction, before any request and before its answer.
// Afterwards the reader can go on, with what they know: there is one vault, it opens, and nothing that was made is lost.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { Refusal } from '../../../entrypoints/options/sync/vault-words.ts';
import { namedDevices } from '../../../storage/reader/device-names.ts';
import { keepNote, notesOf } from '../../../storage/reader/index.ts';
import { leave, readSetUp } from '../../../storage/sync/index.ts';
import { cutAt, overPower, type Power } from '../power.ts';
import { home, other, Profile, passphrase, rounds, secret } from './profiles.ts';
import { World } from './vault-world.ts';

const first = Dexie.dependencies.indexedDB;
afterEach(() => {
  vi.restoreAllMocks();
  Dexie.dependencies.indexedDB = first;
});

const NOW = '2026-11-22T10:00:00.000Z';
const NEXT = 'another four words';
const next = { by: 'passphrase', passphrase: NEXT } as const;
const LOST = 'c'.repeat(32);
const actor = (n: number) => EntityId.parse(`Q${n}`);
const wrote = (profile: Profile, n: number) =>
  profile.in(() =>
    keepNote({ entity: actor(n), name: `Actor ${n}`, kind: 'country' }, { was: '', is: `note ${n}` }, NOW),
  );
const notes = (profile: Profile) =>
  profile.in(async () => [...(await notesOf([1, 2, 3].map(actor))).values()].map(({ note }) => note).sort());

let power: Power | null = null;

interface Scene {
  readonly world: World;
  readonly desk: Profile;
  readonly train: Profile;
}

/** Two devices whose requests stand still when the power goes. */
function scene(): Scene {
  power = null;
  const world = new World();
  const place = (
    settings: Parameters<World['place']>[0],
    _folder: unknown,
    onTrouble: World['place'] extends unknown ? (trouble: never) => void : never,
  ) => {
    const there = world.place(settings);
    there.hear = onTrouble as typeof there.hear;
    return power ? overPower(there, power) : there;
  };
  return { world, desk: new Profile(world, 1, { place }), train: new Profile(world, 2, { place }) };
}

async function made(): Promise<Scene> {
  const it = scene();
  await wrote(it.desk, 1);
  await it.desk.create();
  await it.desk.run();
  return it;
}

async function joined(): Promise<Scene> {
  const it = await made();
  await wrote(it.train, 2);
  await it.train.join();
  await rounds([it.train, it.desk, it.train], 1);
  return it;
}

/** `done`, or why not. */
async function tried(profile: Profile, deed: () => Promise<unknown>): Promise<string> {
  try {
    await profile.in(deed);
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.refused.why;
    throw error;
  }
}

const isSetUp = (profile: Profile) => profile.in(async () => (await readSetUp()).is === 'there');

/** Joins with what opens it, as another device would, and shows what is on the server. */
async function seenByAnother(
  { world }: Scene,
  place = home,
): Promise<{ notes: string[]; opens: 'old' | 'new' }> {
  const phone = new Profile(world, 6);
  const opens =
    (await tried(phone, () => phone.deeds.join({ place, secret: next, deviceName: 'Phone' }))) === 'done';
  if (!opens) await phone.join(place);
  await phone.run();
  expect(await phone.activity()).toBe('up to date');
  return { notes: await notes(phone), opens: opens ? 'new' : 'old' };
}

function vaultsAt({ world }: Scene, { settings } = home): Set<string> {
  const headers = [...world.place(settings).files].filter(([name]) => name.startsWith('vault.'));
  return new Set(headers.map(([, file]) => JSON.parse(new TextDecoder().decode(file)).vault as string));
}

/** Does it once for each moment at which the power may go, and once whole. */
async function atEveryMoment(
  begin: () => Promise<Scene>,
  who: (it: Scene) => Profile,
  deed: (profile: Profile) => Promise<unknown>,
  afterwards: (it: Scene, wasCut: boolean) => Promise<void>,
): Promise<number> {
  for (let n = 1; ; n++) {
    const it = await begin();
    const now = cutAt(n, ['write', 'transaction', 'request']);
    power = now;
    const profile = who(it);
    await now.during(() => profile.in(() => deed(profile)));
    vi.restoreAllMocks();
    power = null;
    await afterwards(it, now.isGone());
    if (!now.isGone()) return n - 1;
  }
}

describe('a power cut at any moment', () => {
  test('of making a vault: it is made once, and opens with the passphrase that the reader chose', async () => {
    const begin = async () => {
      const it = scene();
      await wrote(it.desk, 1);
      return it;
    };
    const create = (desk: Profile) => desk.deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    const cuts = await atEveryMoment(
      begin,
      ({ desk }) => desk,
      create,
      async (it) => {
        if (!(await isSetUp(it.desk))) {
          const again = await tried(it.desk, () => create(it.desk));
          if (again === 'a vault is there') await it.desk.join();
          else expect(again).toBe('done');
        }
        await it.desk.run();
        expect(await it.desk.activity()).toBe('up to date');
        expect(vaultsAt(it).size).toBe(1);
        expect((await seenByAnother(it)).notes).toEqual(['note 1']);
      },
    );
    expect(cuts).toBeGreaterThan(20);
  }, 120_000);

  test('of joining one: it is joined with the next try, and what was made before is sent', async () => {
    const begin = async () => {
      const it = await made();
      await wrote(it.train, 2);
      return it;
    };
    const cuts = await atEveryMoment(
      begin,
      ({ train }) => train,
      (train) => train.join(),
      async (it) => {
        if (!(await isSetUp(it.train))) await it.train.join();
        await rounds([it.train, it.desk], 1);
        for (const profile of [it.train, it.desk]) expect(await notes(profile)).toEqual(['note 1', 'note 2']);
        expect(vaultsAt(it).size).toBe(1);
        expect((await seenByAnother(it)).notes).toEqual(['note 1', 'note 2']);
      },
    );
    expect(cuts).toBeGreaterThan(15);
  }, 120_000);

  test('of changing the passphrase: the old one or the new one opens the vault, and no device stops', async () => {
    const change = (desk: Profile) =>
      desk.deeds.changePassphrase({ secret, passphrase: NEXT, dropDevice: null });
    const cuts = await atEveryMoment(
      joined,
      ({ desk }) => desk,
      change,
      async (it, wasCut) => {
        await wrote(it.desk, 3);
        await rounds([it.desk, it.train], 1);
        for (const profile of [it.desk, it.train]) expect(await profile.activity()).toBe('up to date');
        const { opens, notes: seen } = await seenByAnother(it);
        expect(seen).toEqual(['note 1', 'note 2', 'note 3']);
        if (!wasCut) expect(opens).toBe('new');
        // Whoever knows what opens it can do it once more.
        const by = opens === 'new' ? next : secret;
        const again = { secret: by, passphrase: 'yet another four words', dropDevice: null };
        expect(await tried(it.desk, () => it.desk.deeds.changePassphrase(again))).toBe('done');
      },
    );
    expect(cuts).toBeGreaterThan(10);
  }, 120_000);

  test('of dropping a device: it is shut out or it is not, and the others go on with the new passphrase', async () => {
    const drop = (desk: Profile) =>
      desk.deeds.changePassphrase({ secret, passphrase: NEXT, dropDevice: LOST });
    const cuts = await atEveryMoment(
      joined,
      ({ desk }) => desk,
      drop,
      async (it) => {
        await wrote(it.desk, 3);
        const before = [...it.world.place(home.settings).files.keys()];
        await rounds([it.desk, it.train], 1);
        const isNew = before.some((name) => name.startsWith('vault.2.'));
        for (const profile of [it.desk, it.train])
          if ((await profile.activity()) !== 'up to date') {
            expect(await profile.activity()).toBe('passphrase');
            expect(isNew).toBe(true);
            await profile.in(() => profile.deeds.openAgain({ secret: next }));
          }
        await rounds([it.desk, it.train], 2);
        for (const profile of [it.desk, it.train]) {
          expect(await profile.activity()).toBe('up to date');
          expect(await notes(profile)).toEqual(['note 1', 'note 2', 'note 3']);
        }
        const { opens, notes: seen } = await seenByAnother(it);
        expect(seen).toEqual(['note 1', 'note 2', 'note 3']);
        expect(opens).toBe(isNew ? 'new' : 'old');
        // Who is said to be shut out is.
        const marked = await it.desk.in(async () => (await namedDevices()).some(({ dropped }) => dropped));
        if (marked) expect(isNew).toBe(true);
      },
    );
    expect(cuts).toBeGreaterThan(10);
  }, 120_000);

  test('of entering the new passphrase: it can be entered again, and what waited is sent', async () => {
    const begin = async () => {
      const it = await joined();
      await it.desk.in(() => it.desk.deeds.changePassphrase({ secret, passphrase: NEXT, dropDevice: LOST }));
      await it.desk.run();
      await wrote(it.train, 3);
      await it.train.run();
      return it;
    };
    const open = (train: Profile) => train.deeds.openAgain({ secret: next });
    const cuts = await atEveryMoment(
      begin,
      ({ train }) => train,
      open,
      async (it) => {
        await it.train.run();
        if ((await it.train.activity()) === 'passphrase') await it.train.in(() => open(it.train));
        await rounds([it.train, it.desk], 2);
        for (const profile of [it.desk, it.train]) {
          expect(await profile.activity()).toBe('up to date');
          expect(await notes(profile)).toEqual(['note 1', 'note 2', 'note 3']);
        }
        expect((await seenByAnother(it)).notes).toEqual(['note 1', 'note 2', 'note 3']);
      },
    );
    expect(cuts).toBeGreaterThan(5);
  }, 120_000);

  test('of leaving: this device has left or it has not, keeps what was made, and may come back', async () => {
    const cuts = await atEveryMoment(
      joined,
      ({ train }) => train,
      () => leave(null),
      async (it) => {
        await wrote(it.train, 3);
        expect(await notes(it.train)).toEqual(['note 1', 'note 2', 'note 3']);
        if (!(await isSetUp(it.train))) await it.train.join();
        await rounds([it.train, it.desk], 1);
        expect(await notes(it.desk)).toEqual(['note 1', 'note 2', 'note 3']);
      },
    );
    expect(cuts).toBeGreaterThan(2);
  }, 120_000);

  test('of going to another place: the vault is at the old one still, or it is whole at the new one', async () => {
    const move = (desk: Profile) => desk.deeds.changePlace({ place: other });
    const cuts = await atEveryMoment(
      joined,
      ({ desk }) => desk,
      move,
      async (it) => {
        expect(await tried(it.desk, () => move(it.desk))).toBe('done');
        await wrote(it.desk, 3);
        await rounds([it.desk], 3);
        expect(await it.desk.activity()).toBe('up to date');
        expect(vaultsAt(it, other)).toEqual(vaultsAt(it));
        expect((await seenByAnother(it, other)).notes).toEqual(['note 1', 'note 2', 'note 3']);
      },
    );
    expect(cuts).toBeGreaterThan(10);
  }, 120_000);
});
