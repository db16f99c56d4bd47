// Two whole profiles on each real server: one makes a vault, the other joins it, both write while they are apart, and what
// lies on the server has no word of it.
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whereabouts } from '../../core/annotation/kept/index.ts';
import { placeOf, usualPatience } from '../../core/sync/remote/index.ts';
import type { RunPorts } from '../../entrypoints/background/sync/run.ts';
import { changeAt, keepPassage, passagesOf } from '../../storage/reader/index.ts';
import { look, passage } from '../unit/kept/passages.ts';
import { Profile } from '../unit/options/profiles.ts';
import { World } from '../unit/options/vault-world.ts';
import { servers } from './all.ts';
import type { RunningServer } from './server.ts';

const NOW = '2026-11-22T10:00:00.000Z';
const at = whereabouts(look().url, look()) ?? expect.fail();
const keep = (n: number) => keepPassage(at, look(), passage(n), { apart: false, now: NOW });
const note = (is: string) =>
  changeAt(
    at,
    passage(1).id,
    { was: { note: '' }, is: { note: is } },
    { batch: is, did: 'changed', now: NOW },
  );
const passages = async () => (await passagesOf(at.key)).passages;

describe.each(servers)('$name', ({ start, lacks }) => {
  describe.skipIf(lacks !== null)(lacks === null ? 'is installed' : `needs ${lacks}`, () => {
    const first = Dexie.dependencies.indexedDB;
    let server: RunningServer;
    let requests = 0;

    const place: RunPorts['place'] = (settings, _folder, onTrouble) =>
      placeOf(settings, {
        fetch: (address, init) => {
          requests += 1;
          return fetch(address, init);
        },
        now: Date.now,
        patience: usualPatience,
        folder: null,
        onTrouble,
      });

    beforeAll(async () => {
      server = await start();
    });
    afterAll(async () => {
      Dexie.dependencies.indexedDB = first;
      await server?.stop();
    });

    it('carries notes between two profiles that wrote apart, in one request where nothing is new, and reads none', async () => {
      const world = new World();
      const ports: Partial<RunPorts> = { place };
      const [desk, train] = [new Profile(world, 1, ports), new Profile(world, 2, ports)];
      const here = { settings: server.settings, folder: null };
      await desk.in(() => keep(1));
      await desk.create(here);
      await desk.run();
      await train.join(here);
      await train.run();
      await desk.in(() => note('violets at the desk'));
      await train.in(() => note('orchids on the train'));
      for (let round = 0; round < 10; round++) {
        await desk.run();
        await train.run();
      }
      const [ours, theirs] = [await desk.in(passages), await train.in(passages)];
      expect(ours[0]?.note).toContain('violets at the desk');
      expect(ours[0]?.note).toContain('orchids on the train');
      expect(theirs).toEqual(ours);
      requests = 0;
      await desk.run();
      expect(requests).toBe(1);
      expect((await desk.status()).activity).toMatchObject({ is: 'up to date' });
      const kept = textOf(server.folder);
      expect(kept.length).toBeGreaterThan(3_000);
      for (const word of ['violets', 'orchids', 'Sentence number', 'news.example', 'Desk', 'Train'])
        expect(kept.includes(word), word).toBe(false);
    });
  });
});

/** All that the server has written down, its logs too. */
function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}
