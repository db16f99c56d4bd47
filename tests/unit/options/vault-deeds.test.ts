// Vaults made, joined, moved and changed, with real databases. Nothing is ever written over on the server, nothing that the
// reader made is touched, and what cannot be done says why.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryRemote } from '../../../core/sync/remote/memory-remote.ts';
import type { Refused, VaultDeeds } from '../../../entrypoints/options/sync/vault-messages.ts';
import { Refusal } from '../../../entrypoints/options/sync/vault-words.ts';
import { ReaderDatabase } from '../../../storage/reader/database.ts';
import { namedDevices } from '../../../storage/reader/device-names.ts';
import { switchSite } from '../../../storage/reader/index.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { codeSeen, leave, readSetUp } from '../../../storage/sync/index.ts';
import { at, forgetProfile, World } from './vault-world.ts';

afterEach(forgetProfile);

const home = { settings: at('home'), folder: null };
const other = { settings: at('other'), folder: null };
const passphrase = 'orchard violin seven';
const secret = { by: 'passphrase', passphrase } as const;

async function refusal(
  deed: Promise<VaultDeeds[keyof VaultDeeds]['answer']>,
): Promise<Refused['why'] | 'done'> {
  try {
    await deed;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) {
      expect(error.refused.words.happened).toMatch(/\S{3}/);
      expect(error.refused.words.toDo).toMatch(/\S{3}/);
      return error.refused.why;
    }
    throw error;
  }
}

async function setUpHere() {
  const stored = await readSetUp();
  if (stored.is !== 'there') throw new Error(stored.is);
  return stored.setUp;
}

async function outbox(): Promise<number> {
  const database = new ReaderDatabase();
  try {
    return await database.outbox.count();
  } finally {
    database.close();
  }
}

describe('a new vault', () => {
  it('lies at its place as one header; keys are kept so that no script can read them, and names are encrypted', async () => {
    const world = new World();
    const { recoveryCode } = await world.deeds(1).create({ place: home, passphrase, deviceName: 'Desk' });
    expect(recoveryCode).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
    const { files } = world.place(home.settings);
    expect([...files.keys()]).toEqual([expect.stringMatching(/^vault\.1\./)]);
    const { vault } = await setUpHere();
    expect(vault.epochs.map(({ extractable }) => extractable)).toEqual([false]);
    await expect(crypto.subtle.exportKey('raw', vault.epochs[0] as CryptoKey)).rejects.toThrow();
    const state = await new ReaderStore().load();
    expect(await namedDevices()).toEqual([{ id: state?.device, name: 'Desk', dropped: false }]);
  });

  it('is not made where one is, where part of one is, or under a passphrase that is soon guessed', async () => {
    const world = new World();
    const make = (place: typeof home, secret = passphrase) =>
      refusal(world.deeds(1).create({ place, passphrase: secret, deviceName: 'Desk' }));
    expect(await make(home, 'short')).toBe('passphrase too short');
    world.place(other.settings).files.set(`${'a'.repeat(32)}.1.${'b'.repeat(32)}`, new Uint8Array(3));
    expect(await make(other)).toBe('wrong place');
    expect(await make(home)).toBe('done');
    const before = [...world.place(home.settings).files.keys()];
    expect(await make(home)).toBe('a vault is there');
    expect([...world.place(home.settings).files.keys()]).toEqual(before);
  });

  it('is not believed in where the server swallows its header: nothing is set up, and all can be done again', async () => {
    const world = new World();
    const place = world.place(home.settings);
    place.putNew = async () => ({ ok: true, existed: false });
    expect(await refusal(world.deeds(1).create({ place: home, passphrase, deviceName: 'Desk' }))).toBe(
      'not stored',
    );
    expect(await readSetUp()).toEqual({ is: 'none' });
  });
});

describe('a second device', () => {
  async function first(world: World): Promise<string> {
    const { recoveryCode } = await world.deeds(1).create({ place: home, passphrase, deviceName: 'Desk' });
    return recoveryCode;
  }

  it('joins with the passphrase, and what it has made before waits to be sent', async () => {
    const world = new World();
    await first(world);
    const { id } = (await setUpHere()).vault;
    await forgetProfile();
    await switchSite('news.example', false);
    await world.deeds(2).join({ place: home, secret, deviceName: 'Train' });
    expect((await setUpHere()).vault.id).toBe(id);
    expect(await outbox()).toBeGreaterThan(0);
  });

  it('joins with the printed code; a slip in it, or another passphrase, changes nothing', async () => {
    const world = new World();
    const code = await first(world);
    await forgetProfile();
    const join = (by: VaultDeeds['join']['ask']['secret']) =>
      refusal(world.deeds(2).join({ place: home, secret: by, deviceName: 'Train' }));
    expect(await join({ by: 'passphrase', passphrase: 'orchard violin eight' })).toBe('wrong secret');
    const slip = code.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    expect(await join({ by: 'recovery code', code: slip })).toBe('no recovery code');
    expect(await readSetUp()).toEqual({ is: 'none' });
    expect(await join({ by: 'recovery code', code: code.toLowerCase() })).toBe('done');
  });

  it('is told that it is the wrong folder, and makes no second vault by itself', async () => {
    const world = new World();
    await first(world);
    await forgetProfile();
    expect(await refusal(world.deeds(2).join({ place: other, secret, deviceName: 'Train' }))).toBe(
      'no vault',
    );
    expect(world.place(other.settings).files.size).toBe(0);
  });

  it('joins by a line and a code, without address, password and passphrase', async () => {
    const world = new World();
    await first(world);
    const { line, code } = await world.deeds(1).pair({ secret });
    const { vault } = await setUpHere();
    await forgetProfile();
    const deeds = world.deeds(2);
    expect(await deeds.readLine({ line })).toEqual({
      place: { kind: 'webdav', where: 'https://dav.example/home', user: '' },
      access: 'https://dav.example/*',
    });
    expect(atob(line.slice(line.indexOf('.') + 1))).not.toContain('swordfish');
    const join = (typed: string, text = line) =>
      refusal(deeds.joinByLine({ line: text, code: typed, folder: null, deviceName: 'Train' }));
    expect(await join('AAAAA-AAAAA')).toBe('wrong secret');
    expect(await join(code, line.slice(0, -20))).toBe('no line');
    expect(await join(code.toLowerCase().replace('-', ' '))).toBe('done');
    expect((await setUpHere()).vault.id).toBe(vault.id);
    expect((await setUpHere()).settings).toEqual(home.settings);
    await forgetProfile();
    world.now += 11 * 60_000;
    expect(await join(code)).toBe('line is old');
  });
});

describe('another passphrase', () => {
  it('opens from then on, the old one does not; keys stay, and nothing is asked of whoever has them', async () => {
    const world = new World();
    const deeds = world.deeds(1);
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    const change = { secret, passphrase: 'another four words', dropDevice: null };
    const { recoveryCode } = await deeds.changePassphrase(change);
    expect(recoveryCode).toHaveLength(35);
    expect((await setUpHere()).vault).toMatchObject({ number: 2, epochs: [expect.anything()] });
    await forgetProfile();
    const second = world.deeds(2);
    expect(await refusal(second.join({ place: home, secret, deviceName: 'Train' }))).toBe('wrong secret');
    const now = { by: 'passphrase', passphrase: 'another four words' } as const;
    expect(await refusal(second.join({ place: home, secret: now, deviceName: 'Train' }))).toBe('done');
    expect(world.place(home.settings).files.size).toBe(2);
  });

  it('brings a code that counts as unseen until the reader has said that they have it, as the first one did', async () => {
    const deeds = new World().deeds(1);
    const isUnseen = async () => (await setUpHere()).codeUnseen;
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    expect(await isUnseen()).toBe(true);
    await codeSeen();
    expect(await isUnseen()).toBe(false);
    await deeds.changePassphrase({ secret, passphrase: 'another four words', dropDevice: null });
    expect(await isUnseen()).toBe(true);
    await forgetProfile();
    const now = { by: 'passphrase', passphrase: 'another four words' } as const;
    await deeds.join({ place: home, secret: now, deviceName: 'Train' });
    expect(await isUnseen()).toBeUndefined();
  });

  it('with a device dropped, has one key more, and the device is marked', async () => {
    const world = new World();
    const deeds = world.deeds(1);
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    const lost = 'c'.repeat(32);
    await deeds.changePassphrase({ secret, passphrase: 'another four words', dropDevice: lost });
    expect((await setUpHere()).vault.epochs).toHaveLength(2);
    expect(await namedDevices()).toContainEqual({ id: lost, name: '', dropped: true });
  });

  it('is not changed by whoever does not know it', async () => {
    const world = new World();
    const deeds = world.deeds(1);
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    const wrong = { by: 'passphrase', passphrase: 'somebody at the desk' } as const;
    const change = { secret: wrong, passphrase: 'another four words', dropDevice: null };
    expect(await refusal(deeds.changePassphrase(change))).toBe('wrong secret');
    expect(world.place(home.settings).files.size).toBe(1);
  });
});

describe('where the answer to new keys is lost', () => {
  const change = { secret, passphrase: 'another four words', dropDevice: null };
  const words = (deed: Promise<unknown>) =>
    deed.then(
      () => expect.fail('it was done'),
      (error: unknown) => (error instanceof Refusal ? error.refused.words : expect.fail(String(error))),
    );

  it('nobody says that nothing was changed; the new passphrase opens it, as is said', async () => {
    const world = new World();
    const deeds = world.deeds(1);
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    const place = world.place(home.settings);
    const { putNew } = place;
    place.putNew = async (name, file) => {
      await putNew.call(place, name, file);
      return { ok: false, why: 'offline', trouble: { what: 'unreachable' } };
    };
    const { happened, toDo } = await words(deeds.changePassphrase(change));
    expect(happened).toMatch(/not known whether/);
    expect(toDo).toMatch(/passphrase that you chose just now/);
    expect(`${happened} ${toDo}`).not.toMatch(/nothing was changed/i);
    place.putNew = putNew;
    expect(await refusal(deeds.changePassphrase(change))).toBe('wrong secret');
    const now = { by: 'passphrase', passphrase: 'another four words' } as const;
    expect(await refusal(deeds.changePassphrase({ ...change, secret: now }))).toBe('done');
  });

  it('a server that refuses them has not got them, and it is not made more of than that', async () => {
    const world = new World();
    const deeds = world.deeds(1);
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    const place = world.place(home.settings);
    place.putNew = async () => ({ ok: false, why: 'full', trouble: { what: 'full' } });
    expect((await words(deeds.changePassphrase(change))).happened).not.toMatch(/not known/);
  });
});

describe('another place', () => {
  it('gets every file of the vault, and the old one keeps them', async () => {
    const world = new World();
    const deeds = world.deeds(1);
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    const [old, next] = [world.place(home.settings), world.place(other.settings)];
    old.files.set(`${'a'.repeat(32)}.1.${'b'.repeat(32)}`, new Uint8Array(3));
    old.files.set('holiday.jpg', new Uint8Array(3));
    await deeds.changePlace({ place: other });
    expect([...next.files.keys()].sort()).toEqual(
      [...old.files.keys()].filter((name) => name !== 'holiday.jpg').sort(),
    );
    expect(old.files.size).toBe(3);
    expect((await setUpHere()).settings).toEqual(other.settings);
  });

  it('gets all that this device has where the old one is gone', async () => {
    const world = new World();
    const deeds = world.deeds(1);
    await switchSite('news.example', false);
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    await new ReaderStore().acknowledge([1, 2], { ...(await stateHere()), seq: 3 });
    world.place(home.settings).trouble = { what: 'unreachable' };
    await deeds.changePlace({ place: other });
    expect([...world.place(other.settings).files.keys()]).toEqual([expect.stringMatching(/^vault\.1\./)]);
    expect(await outbox()).toBeGreaterThanOrEqual(2);
    const { device } = await stateHere();
    expect(await namedDevices()).toContainEqual({ id: device, name: 'Desk', dropped: false });
  });

  it('is refused where another vault lies there, and where it does not answer', async () => {
    const world = new World();
    await world.deeds(2).create({ place: other, passphrase, deviceName: 'Theirs' });
    await forgetProfile();
    const deeds = world.deeds(1);
    await deeds.create({ place: home, passphrase, deviceName: 'Desk' });
    expect(await refusal(deeds.changePlace({ place: other }))).toBe('another vault');
    world.place(other.settings).trouble = { what: 'unreachable' };
    expect(await refusal(deeds.changePlace({ place: other }))).toBe('no answer');
    expect((await setUpHere()).settings).toEqual(home.settings);
  });
});

describe('whoever leaves', () => {
  it('has no password and no key any more, and all that they made', async () => {
    const world = new World();
    await switchSite('news.example', false);
    await world.deeds(1).create({ place: home, passphrase, deviceName: 'Desk' });
    await leave(null);
    expect(await readSetUp()).toEqual({ is: 'none' });
    expect(await outbox()).toBeGreaterThan(0);
  });

  it('and comes back goes on as the same device; who goes to another vault sends everything', async () => {
    const world = new World();
    await world.deeds(3).create({ place: other, passphrase, deviceName: 'Theirs' });
    await forgetProfile();
    await world.deeds(1).create({ place: home, passphrase, deviceName: 'Desk' });
    const { device } = await stateHere();
    await switchSite('news.example', false);
    await new ReaderStore().acknowledge([1, 2, 3], await stateHere());
    await leave(null);
    await world.deeds(1).join({ place: home, secret, deviceName: 'Desk' });
    expect((await stateHere()).device).toBe(device);
    await leave(null);
    await world.deeds(4).join({ place: other, secret, deviceName: 'Desk' });
    expect((await stateHere()).device).not.toBe(device);
    expect(await outbox()).toBeGreaterThanOrEqual(3);
    expect(world.place(home.settings)).toBeInstanceOf(MemoryRemote);
  });
});

async function stateHere() {
  const state = await new ReaderStore().load();
  if (!state) throw new Error('no state');
  return state;
}
