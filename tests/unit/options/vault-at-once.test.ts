// Two devices change the passphrase, or drop a device, at the same time: neither had seen the other's header when it wrote its
// own. All devices end with the same keys, whoever is to be shut out is, and nothing that was written meanwhile is lost.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { Refusal } from '../../../entrypoints/options/sync/vault-words.ts';
import { keepNote, notesOf } from '../../../storage/reader/index.ts';
import { readSetUp } from '../../../storage/sync/index.ts';
import { home, Profile, rounds, secret } from './profiles.ts';
import { World } from './vault-world.ts';

const first = Dexie.dependencies.indexedDB;
afterEach(() => {
  Dexie.dependencies.indexedDB = first;
});

const NOW = '2026-11-22T10:00:00.000Z';
const LOST = 'c'.repeat(32);
const words = { desk: 'four words of the desk', train: 'four words on the train' } as const;
const by = (passphrase: string) => ({ by: 'passphrase', passphrase }) as const;

const actor = (n: number) => EntityId.parse(`Q${n}`);
const write = (profile: Profile, n: number) =>
  profile.in(() =>
    keepNote({ entity: actor(n), name: `Actor ${n}`, kind: 'country' }, { was: '', is: `note ${n}` }, NOW),
  );
const notes = (profile: Profile) =>
  profile.in(async () =>
    [...(await notesOf([1, 2, 3, 4, 5].map(actor))).values()].map(({ note }) => note).sort(),
  );
const all = (count: number) => Array.from({ length: count }, (_, n) => `note ${n + 1}`);
const known = (profile: Profile) =>
  profile.in(async () => {
    const stored = await readSetUp();
    if (stored.is !== 'there') throw new Error(stored.is);
    return stored.setUp.vault;
  });

async function refused(deed: Promise<unknown>) {
  const error = await deed.then(
    () => expect.fail('it was done'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error;
  return error.refused;
}

async function threeDevices() {
  const world = new World();
  const [desk, train, tablet] = [new Profile(world, 1), new Profile(world, 2), new Profile(world, 3)];
  await desk.create();
  await train.join();
  await tablet.join();
  await write(desk, 1);
  await rounds([desk, train, tablet], 2);
  return { world, desk, train, tablet };
}

/** Each as if the other's header had not been there yet. */
async function atOnce(
  { world, desk, train }: Awaited<ReturnType<typeof threeDevices>>,
  drops: { readonly desk: string | null; readonly train: string | null },
) {
  const { files } = world.place(home.settings);
  const change = (profile: Profile, who: 'desk' | 'train') =>
    profile.in(() =>
      profile.deeds.changePassphrase({ secret, passphrase: words[who], dropDevice: drops[who] }),
    );
  const before = new Set(files.keys());
  await change(desk, 'desk');
  const [name = ''] = [...files.keys()].filter((one) => !before.has(one));
  const file = files.get(name) ?? expect.fail();
  files.delete(name);
  await change(train, 'train');
  files.set(name, file);
}

describe('a device dropped on two devices at once', () => {
  async function split() {
    const it = await threeDevices();
    await atOnce(it, { desk: LOST, train: 'e'.repeat(32) });
    const headers = [...it.world.place(home.settings).files.keys()].filter((name) =>
      /^vault\.2\./.test(name),
    );
    expect(headers).toHaveLength(2);
    // Which of them counts is drawn: whoever has it goes on, the other is asked.
    await write(it.desk, 2);
    await write(it.train, 3);
    await rounds([it.desk, it.train], 2);
    const isDesk =
      (await it.desk.activity()) === 'up to date' || (await it.train.activity()) === 'passphrase';
    const [winner, loser] = isDesk ? [it.desk, it.train] : [it.train, it.desk];
    const [good, bad] = isDesk ? [words.desk, words.train] : [words.train, words.desk];
    return { ...it, winner, loser, good, bad };
  }

  test('one of the two goes on, and the other asks for its passphrase; then all have everything', async () => {
    const { world, winner, loser, tablet, good } = await split();
    expect(await loser.activity()).toBe('passphrase');
    expect(await tablet.run().then(() => tablet.activity())).toBe('passphrase');
    for (const one of [loser, tablet]) await one.in(() => one.deeds.openAgain({ secret: by(good) }));
    await rounds([loser, tablet, winner], 3);
    const phone = new Profile(world, 6);
    await phone.join(home, by(good));
    await phone.run();
    for (const one of [winner, loser, tablet, phone]) {
      expect(await one.activity()).toBe('up to date');
      expect(await notes(one)).toEqual(all(3));
    }
  });

  test('the passphrase that does not count opens nothing, and says which one does', async () => {
    const { world, loser, bad } = await split();
    const phone = new Profile(world, 6);
    for (const deed of [
      phone.join(home, by(bad)),
      loser.in(() => loser.deeds.openAgain({ secret: by(bad) })),
      loser.in(() =>
        loser.deeds.changePassphrase({
          secret: by(bad),
          passphrase: 'and four more words',
          dropDevice: null,
        }),
      ),
    ]) {
      const { why, words: told } = await refused(deed);
      expect(why).toBe('wrong secret');
      expect(told.toDo).toMatch(/chosen on the other device/);
    }
    const { line, code } = await loser.in(() => loser.deeds.pair({ secret: by(bad) }));
    const joins = () => phone.deeds.joinByLine({ line, code, folder: null, deviceName: 'Phone' });
    expect((await refused(phone.in(joins))).words.happened).toMatch(/changed since/);
  });

  test('what a third device wrote under the keys that do not count, and was lost with, is read still', async () => {
    const it = await threeDevices();
    await atOnce(it, { desk: LOST, train: 'e'.repeat(32) });
    const { files } = it.world.place(home.settings);
    // Each of the two has met the tablet only with its own header in sight.
    const headers = [...files].filter(([name]) => /^vault\.2\./.test(name));
    for (const [name] of headers) if (name !== (await known(it.train)).header.name) files.delete(name);
    await it.tablet.run();
    await it.tablet.in(() => it.tablet.deeds.openAgain({ secret: by(words.train) }));
    await write(it.tablet, 4);
    // Nobody has read it when the tablet is gone for good.
    await it.tablet.run();
    const byTrain = headers.filter(([name]) => files.has(name));
    for (const [name] of byTrain) files.delete(name);
    for (const [name, file] of headers) if (!byTrain.some(([one]) => one === name)) files.set(name, file);
    await write(it.desk, 2);
    await it.desk.run();
    for (const [name, file] of byTrain) files.set(name, file);
    const living = [it.desk, it.train];
    for (let round = 0; round < 2; round++) {
      await rounds(living, 1);
      for (const one of living)
        if ((await one.activity()) === 'passphrase') {
          const other = one === it.desk ? words.train : words.desk;
          await one.in(() => one.deeds.openAgain({ secret: by(other) }));
        }
    }
    await rounds(living, 24);
    for (const one of living) expect(await notes(one)).toEqual(['note 1', 'note 2', 'note 4']);
  });
});

test('the passphrase changed on two devices at once: both open it, and no device is asked', async () => {
  const it = await threeDevices();
  await atOnce(it, { desk: null, train: null });
  await rounds([it.desk, it.train, it.tablet], 2);
  for (const one of [it.desk, it.train, it.tablet]) expect(await one.activity()).toBe('up to date');
  for (const [n, passphrase] of [words.desk, words.train].entries()) {
    const phone = new Profile(it.world, 6 + n);
    await phone.join(home, by(passphrase));
    await phone.run();
    expect(await phone.activity()).toBe('up to date');
  }
  const after = await it.tablet.in(() =>
    it.tablet.deeds.changePassphrase({
      secret: by(words.desk),
      passphrase: 'and four more words',
      dropDevice: null,
    }),
  );
  expect(after.recoveryCode).toHaveLength(35);
  const late = new Profile(it.world, 8);
  for (const passphrase of [words.desk, words.train])
    expect((await refused(late.join(home, by(passphrase)))).why).toBe('wrong secret');
});

test('the passphrase changed on one device while another drops one: whoever was dropped stays shut out', async () => {
  for (const drops of [
    { desk: LOST, train: null },
    { desk: null, train: LOST },
  ]) {
    const it = await threeDevices();
    await atOnce(it, drops);
    const [dropper, other] = drops.desk ? [it.desk, it.train] : [it.train, it.desk];
    await write(other, 2);
    await rounds([other, dropper, it.tablet], 2);
    expect(await dropper.activity()).toBe('up to date');
    for (const one of [other, it.tablet]) {
      expect(await one.activity()).toBe('passphrase');
      const good = drops.desk ? words.desk : words.train;
      await one.in(() => one.deeds.openAgain({ secret: by(good) }));
    }
    await rounds([other, it.tablet, dropper], 2);
    for (const one of [dropper, other, it.tablet]) {
      expect((await known(one)).epochs).toHaveLength(2);
      expect(await notes(one)).toEqual(all(2));
    }
  }
});
