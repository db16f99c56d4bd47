import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../../core/sync/index.ts';
import { backOff } from '../../../core/sync/remote/back-off.ts';
import { MemoryRemote } from '../../../core/sync/remote/memory-remote.ts';
import type { Remote } from '../../../core/sync/remote/remote.ts';
import { MemoryStore } from '../../../core/sync/store/memory-store.ts';
import { Profile, rounds } from './world.ts';

function twoOn(remote: MemoryRemote): [Profile, Profile] {
  return [new Profile(remote, 1), new Profile(remote, 2)];
}

function filesOf(remote: MemoryRemote, profile: Profile): string[] {
  return [...remote.files.keys()].filter((name) => name.startsWith(profile.id));
}

/** A good server, but for what is said. */
function except(remote: MemoryRemote, different: Partial<Remote>): Remote {
  return {
    list: () => remote.list(),
    get: (name) => remote.get(name),
    putNew: (name, file) => remote.putNew(name, file),
    remove: (name) => remote.remove(name),
    ...different,
  };
}

describe('two devices', () => {
  it('have each other’s lines after both were offline', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('from the train ');
    laptop.write('from the desk ');
    await rounds([phone, laptop, phone], 1);
    expect(phone.text()).toContain('from the train');
    expect(phone.text()).toContain('from the desk');
    expect(laptop.text()).toBe(phone.text());
    expect(phone.store.outbox.size).toBe(0);
  });

  it('ask once in a run when nothing is new', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('a');
    await rounds([phone, laptop], 20);
    let requests = 0;
    const counting = except(remote, {
      list: () => {
        requests += 1;
        return remote.list();
      },
      get: (name) => {
        requests += 1;
        return remote.get(name);
      },
    });
    expect((await phone.sync(counting)).stopped).toBeNull();
    expect(requests).toBe(1);
  });

  it('leave a snapshot, a bundle and a tail of files each, however many notes there were', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    for (let note = 0; note < 60; note++) {
      phone.write(`note ${note} `.padEnd(200, '.'));
      await rounds([phone, laptop], 1);
    }
    await rounds([phone, laptop], 3);
    expect(filesOf(remote, phone).length).toBeLessThanOrEqual(2 + phone.limits.tail);
    expect(laptop.text()).toBe(phone.text());
    const late = new Profile(remote, 3);
    await late.sync();
    expect(late.text()).toBe(phone.text());
  });
});

describe('an upload', () => {
  it('that the server swallowed is not called done', async () => {
    const remote = new MemoryRemote();
    const [phone] = twoOn(remote);
    phone.write('a');
    const swallowing = except(remote, { putNew: async () => ({ ok: true, existed: false }) });
    expect(await phone.sync(swallowing)).toMatchObject({ stopped: 'not stored', sent: 0 });
    expect(phone.store.outbox.size).toBe(1);
    expect(await phone.sync()).toMatchObject({ stopped: null, sent: 1 });
    expect(phone.store.outbox.size).toBe(0);
  });

  it('that came back garbled is made again under another name, and the bad one goes', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('a');
    let puts = 0;
    const garbling = except(remote, {
      putNew: (name, file) => remote.putNew(name, puts++ === 0 ? file.slice(0, 40) : file),
    });
    expect(await phone.sync(garbling)).toMatchObject({ stopped: null, sent: 1 });
    await rounds([phone, laptop], 2);
    expect(laptop.text()).toBe('a');
    expect(filesOf(remote, phone)).toHaveLength(1);
  });

  it('is put again as the very same file after the power was cut, at whatever step', async () => {
    for (let cut = 0; cut < 12; cut++) {
      const remote = new MemoryRemote();
      const [phone, laptop] = twoOn(remote);
      phone.write('a');
      const run = phone.begin();
      for (let step = 0; step < cut; step++) await run.next();
      await rounds([phone, laptop], 1);
      expect(filesOf(remote, phone)).toHaveLength(1);
      expect(laptop.text()).toBe('a');
    }
  });

  it('waits when the server is full, and what others wrote still comes in', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    laptop.write('from the desk');
    await laptop.sync();
    phone.write('a');
    const full = except(remote, { putNew: async () => ({ ok: false, why: 'full' }) });
    expect(await phone.sync(full)).toMatchObject({ stopped: 'full', received: 1 });
    expect(phone.text()).toContain('from the desk');
    expect(phone.store.outbox.size).toBe(1);
  });
});

describe('a server that', () => {
  it('lists nothing for a while deletes nothing', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('a');
    await rounds([phone, laptop], 2);
    const empty = except(remote, { list: async () => ({ ok: true, names: [] }) });
    const before = [...remote.files.keys()];
    for (let run = 0; run < 30; run++) expect((await laptop.sync(empty)).missing).toEqual([]);
    expect(laptop.text()).toBe('a');
    expect([...remote.files.keys()]).toEqual(expect.arrayContaining(before));
  });

  it('was rolled back is told, and gets everything again', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('old ');
    await rounds([phone, laptop], 2);
    const backUp = new Map(remote.files);
    phone.write('new ');
    await rounds([phone, laptop], 2);
    remote.files = backUp;
    await phone.sync();
    expect((await phone.sync()).missing).not.toEqual([]);
    await rounds([phone, laptop], 3);
    const late = new Profile(remote, 3);
    await late.sync();
    expect(late.text()).toBe(phone.text());
  });

  it('lost a file of a device that never comes back gets it from another', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('from a phone in a river');
    await rounds([phone, laptop], 2);
    for (const name of filesOf(remote, phone)) remote.files.delete(name);
    await rounds([laptop], 30);
    const late = new Profile(remote, 3);
    await late.sync();
    expect(late.text()).toBe('from a phone in a river');
  });

  it('spoilt a file gets it again from its owner, who is told by whoever could not read it', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('a');
    await phone.sync();
    const [name = ''] = filesOf(remote, phone);
    remote.files.set(name, new Uint8Array(900));
    expect((await laptop.sync()).refused).toMatchObject([{ name, why: 'damaged' }]);
    await rounds([laptop, phone], 6);
    expect(laptop.text()).toBe('a');
    expect(remote.files.has(name)).toBe(false);
  });

  it('withholds the newest segment of one device is noticed through another', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    const tablet = new Profile(remote, 3);
    phone.write('a');
    await phone.sync();
    const [held = ''] = filesOf(remote, phone);
    laptop.write('b');
    await laptop.sync();
    laptop.write('c');
    await laptop.sync();
    const withholding = except(remote, {
      list: async () => ({ ok: true, names: [...remote.files.keys()].filter((name) => name !== held) }),
      get: async (name) => (name === held ? { ok: true, file: null } : remote.get(name)),
    });
    await tablet.sync(withholding);
    await tablet.sync(withholding);
    expect((await tablet.sync(withholding)).missing).toEqual([held]);
  });
});

describe('a bit that turns in a file which everybody has', () => {
  const turned = (remote: MemoryRemote, name: string) => {
    const file = new Uint8Array(remote.files.get(name) ?? []);
    file[file.length >> 1] = (file[file.length >> 1] ?? 0) ^ 1;
    remote.files.set(name, file);
  };

  async function late(remote: MemoryRemote): Promise<string> {
    const profile = new Profile(remote, 3);
    await rounds([profile], 2);
    return profile.text();
  }

  it.each(['its owner', 'another device, where its owner never comes back'])(
    'is found and mended by %s',
    async (who) => {
      const remote = new MemoryRemote();
      const [phone, laptop] = twoOn(remote);
      phone.write('from a phone in a river');
      await rounds([phone, laptop], 2);
      const mender = who === 'its owner' ? phone : laptop;
      for (const name of filesOf(remote, phone)) turned(remote, name);
      await rounds([mender], 30);
      expect(await late(remote)).toBe('');
      mender.limits = { ...mender.limits, scrubs: 1 };
      await rounds([mender], 30);
      expect(await late(remote)).toBe('from a phone in a river');
    },
  );

  it('on the way here alone changes nothing on the server', async () => {
    const remote = new MemoryRemote();
    const [phone] = twoOn(remote);
    phone.write('a');
    await rounds([phone], 2);
    phone.limits = { ...phone.limits, scrubs: 1 };
    const before = [...remote.files.keys()];
    let reads = 0;
    const everyOther = except(remote, {
      get: async (name) => (reads++ % 2 === 0 ? { ok: true, file: new Uint8Array(900) } : remote.get(name)),
    });
    for (let run = 0; run < 10; run++) await phone.sync(everyOther);
    expect(reads).toBeGreaterThan(10);
    expect([...remote.files.keys()]).toEqual(before);
  });
});

describe('a profile that was copied', () => {
  it('takes another id, and nothing of either copy is lost', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('before ');
    await rounds([phone, laptop], 1);
    const copy = new Profile(
      remote,
      4,
      phone.store.copy(() => undefined),
    );
    phone.write('on the first ');
    copy.write('on the copy ');
    const old = phone.id;
    await phone.sync();
    expect((await copy.sync()).newIdentity).toBe(true);
    await rounds([phone, copy, laptop], 4);
    expect(copy.id).not.toBe(old);
    for (const words of ['before', 'on the first', 'on the copy'])
      for (const one of [phone, copy, laptop]) expect(one.text()).toContain(words);
  });

  it('and put back from a back-up never writes a number twice', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    phone.write('one ');
    await phone.sync();
    const backUp = phone.store.copy(() => undefined);
    phone.write('two ');
    await phone.sync();
    const restored = new Profile(remote, 5, backUp);
    restored.write('three ');
    await rounds([restored, laptop], 3);
    const places = [...remote.files.keys()].map((name) => name.split('.').slice(0, 2).join('.'));
    expect(new Set(places).size).toBe(places.length);
    for (const words of ['one', 'two', 'three']) expect(laptop.text()).toContain(words);
  });

  /** What one wrote before it was put back lies beside a snapshot that has a higher number and does not have it. */
  async function stray(remote: MemoryRemote, phone: Profile): Promise<{ restored: Profile; name: string }> {
    phone.write('one ');
    await phone.sync();
    const backUp = phone.store.copy(() => undefined);
    const before = new Set(remote.files.keys());
    phone.write('two ');
    await phone.sync();
    const [name = ''] = [...remote.files.keys()].filter((one) => !before.has(one));
    const restored = new Profile(remote, 5, backUp);
    const hiding = except(remote, {
      list: async () => ({ ok: true, names: [...remote.files.keys()].filter((one) => one !== name) }),
      get: async (one) => (one === name ? { ok: true, file: null } : remote.get(one)),
    });
    restored.limits = { ...restored.limits, bundled: 0 };
    for (let note = 0; note < 8; note++) {
      restored.write(`after ${note} `);
      await restored.sync(hiding);
    }
    return { restored, name };
  }

  it.each(['the one that was put back', 'another that has it'])(
    'and what it had written before is told to be damaged by whoever joins: %s writes it again',
    async (who) => {
      const remote = new MemoryRemote();
      const [phone, laptop] = twoOn(remote);
      const { restored, name } = await stray(remote, phone);
      const owner = who === 'another that has it' ? laptop : restored;
      await owner.sync();
      expect(owner.text()).toContain('two');
      remote.files.set(name, new Uint8Array(900));
      const late = new Profile(remote, 6);
      await rounds([late, owner], 24);
      expect(late.text()).toContain('two');
    },
  );
});

describe('the record between runs', () => {
  it('holds no name that is neither needed nor listed', async () => {
    const remote = new MemoryRemote();
    const [phone, laptop] = twoOn(remote);
    for (let note = 0; note < 80; note++) {
      phone.write(`${note} `);
      await rounds([phone, laptop], 1);
    }
    const { seen, written, removable, doubts } = laptop.store.state ?? {};
    expect(Object.keys(seen?.[phone.id]?.names ?? {}).length).toBeLessThan(60);
    expect((written?.length ?? 0) + (removable?.length ?? 0)).toBeLessThan(60);
    expect(doubts).toEqual({});
  });

  it('is written with the data or not at all', async () => {
    const remote = new MemoryRemote();
    const [phone] = twoOn(remote);
    phone.write('a');
    await phone.sync();
    let armed = false;
    const store = new MemoryStore((moment) => {
      if (armed && moment === 'before') throw new Error('power cut');
    });
    const laptop = new Profile(remote, 2, store);
    await laptop.begin().next();
    armed = true;
    await expect(laptop.sync()).rejects.toThrow('power cut');
    armed = false;
    expect(store.updates).toHaveLength(0);
    await laptop.sync();
    expect(laptop.text()).toBe('a');
  });
});

describe('the usual limits', () => {
  it('leave few files of many notes', async () => {
    const remote = new MemoryRemote();
    const [phone] = twoOn(remote);
    phone.limits = usualLimits;
    for (let note = 0; note < 150; note++) {
      phone.write(`note ${note} `, `page:${note % 9}`);
      await phone.sync();
    }
    await phone.sync();
    expect(remote.files.size).toBeLessThanOrEqual(2 + usualLimits.tail);
  });
});

describe('waiting after failures', () => {
  it('doubles up to a quarter of an hour, and is never the same on two devices', () => {
    expect(backOff(1, 1)).toBe(5_000);
    expect(backOff(2, 0)).toBe(5_000);
    expect(backOff(50, 1)).toBe(900_000);
    expect(backOff(5, 0.1)).not.toBe(backOff(5, 0.9));
  });
});
