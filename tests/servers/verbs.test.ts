// The four verbs against real servers. A server that is not installed on this machine is skipped, and named.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Place, probe } from '../../core/sync/remote/index.ts';
import { Random } from '../../tools/sim/random.ts';
import { servers } from './all.ts';
import { placeAt } from './place.ts';
import type { RunningServer } from './server.ts';

const random = new Random(4);
const bytes = (length: number) => random.bytes(length);
const nameOf = (number: number) => `${'ab'.repeat(16)}.${number}.${'cd'.repeat(16)}`;
const pause = async () => undefined;

describe.each(servers)('$name', ({ start, lacks, overwrites, wrongLogin }) => {
  describe.skipIf(lacks !== null)(lacks === null ? 'is installed' : `needs ${lacks}`, () => {
    let server: RunningServer;
    let place: Place;

    beforeAll(async () => {
      server = await start();
      place = placeAt(server).place;
    });
    afterAll(() => server?.stop());

    it('says that there is no folder as long as there is none, and makes it, once or twice', async () => {
      expect(await place.list()).toMatchObject({ ok: false, trouble: { what: 'no folder' } });
      const put = await place.putNew(nameOf(1), bytes(10));
      // nginx answers 500 here.
      expect(put.ok).toBe(false);
      expect(await place.setUp()).toEqual({ ok: true });
      expect(await place.setUp()).toEqual({ ok: true });
      expect(await place.list()).toEqual({ ok: true, names: [] });
    });

    it('gives back what was put, byte for byte, short and long', async () => {
      for (const [number, length] of [1024, 1, 300_000, 6_000_000].entries()) {
        const [name, file] = [nameOf(10 + number), bytes(length)];
        expect(await place.putNew(name, file)).toEqual({ ok: true, existed: false });
        const got = await place.get(name);
        if (!got.ok || !got.file) throw new Error('not there');
        expect(Buffer.compare(got.file, file)).toBe(0);
      }
    });

    it('lists what is there, in as many pages as it takes', async () => {
      const names = Array.from({ length: 40 }, (_, index) => nameOf(100 + index));
      await Promise.all(names.map((name) => place.putNew(name, bytes(20))));
      const listing = await place.list();
      expect(listing.ok && listing.names.filter((name) => names.includes(name)).sort()).toEqual(names);
    });

    it('has nothing under a name that nobody wrote', async () => {
      expect(await place.get(nameOf(999))).toEqual({ ok: true, file: null });
      expect(await place.remove(nameOf(999))).toEqual({ ok: true });
    });

    it('removes, also what another device wrote and what was not listed', async () => {
      const other = placeAt(server).place;
      expect(await other.putNew(nameOf(500), bytes(50))).toMatchObject({ ok: true });
      expect(await place.remove(nameOf(500))).toEqual({ ok: true });
      expect(await place.get(nameOf(500))).toEqual({ ok: true, file: null });
      expect(await place.putNew(nameOf(500), bytes(50))).toEqual({ ok: true, existed: false });
      await place.list();
      expect(await place.remove(nameOf(500))).toEqual({ ok: true });
    });

    it('is probed, and leaves nothing behind', async () => {
      const before = await place.list();
      const probed = await probe(place, { random: bytes, pause });
      const found = [overwrites ? 'overwrites silently' : 'never overwrites'];
      expect(probed).toEqual({ works: true, found, trouble: null });
      const after = await place.list();
      expect(after.ok && [...after.names].sort()).toEqual(before.ok && [...before.names].sort());
    });

    it('refuses a wrong login, and the reader is told so', async () => {
      const { place: locked } = placeAt(server, wrongLogin);
      const probed = await probe(locked, { random: bytes, pause });
      expect(probed).toMatchObject({ works: false, trouble: { what: 'wrong password' } });
    });
  });
});
