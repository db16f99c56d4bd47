import { describe, expect, it } from 'vitest';
import {
  accessNeeded,
  type Found,
  foundInWords,
  inWords,
  KEPT,
  type Place,
  probe,
  RemoteSettings,
} from '../../../../core/sync/remote/index.ts';
import { MemoryRemote } from '../../../../core/sync/remote/memory-remote.ts';
import { Random } from '../../../../tools/sim/random.ts';
import { couchdbSettings, s3Settings, serverThat, webdavSettings } from './web.ts';

const means = () => ({ random: new Random(2).bytes, pause: async () => undefined });

class Server extends MemoryRemote implements Place {
  async setUp() {
    return { ok: true } as const;
  }

  async isThere() {
    return true;
  }
}

/** A good server, but for what is given. */
function serverWith(bad: (server: Server) => Partial<Place>): [Server, Place] {
  const server = new Server();
  const good: Place = {
    setUp: () => server.setUp(),
    isThere: () => server.isThere(),
    list: () => server.list(),
    get: (name) => server.get(name),
    putNew: (name, file) => server.putNew(name, file),
    remove: (name) => server.remove(name),
  };
  return [server, { ...good, ...bad(server) }];
}

const cases: [Found, boolean, (server: Server) => Partial<Place>][] = [
  ['never overwrites', true, () => ({})],
  [
    'overwrites silently',
    true,
    (server) => ({
      async putNew(name, file) {
        server.files.set(name, file);
        return { ok: true, existed: false };
      },
    }),
  ],
  [
    'listing is late',
    true,
    (server) => {
      let asked = 0;
      return { list: async () => (++asked < 4 ? { ok: true, names: [] } : server.list()) };
    },
  ],
  [
    'reading is late',
    true,
    (server) => {
      let asked = 0;
      return { get: async (name) => (++asked < 3 ? { ok: true, file: null } : server.get(name)) };
    },
  ],
  ['cannot remove', true, () => ({ remove: async () => ({ ok: true }) })],
  ['spoils files', false, () => ({ get: async () => ({ ok: true, file: new Uint8Array(1024) }) })],
  ['stores nothing', false, () => ({ putNew: async () => ({ ok: true, existed: false }) })],
];

describe('a probe', () => {
  it.each(cases)('finds that a server %s', async (found, works, bad) => {
    const [, place] = serverWith(bad);
    const probed = await probe(place, means());
    expect(probed.found).toContain(found);
    expect(probed.works).toBe(works);
    expect(foundInWords(found).toDo).not.toBe('');
  });

  it('finds nothing wrong with a good server, leaves nothing there, and touches nothing that is there', async () => {
    const [server, place] = serverWith(() => ({}));
    server.files.set('mine', new Uint8Array(3));
    expect(await probe(place, means())).toEqual({ works: true, found: ['never overwrites'], trouble: null });
    expect([...server.files.keys()]).toEqual(['mine']);
  });

  it('says what stopped it, and tidies up all the same', async () => {
    const trouble = { what: 'full', status: 507 } as const;
    let lists = 0;
    const [server, place] = serverWith((one) => ({
      list: async () => (++lists === 1 ? one.list() : { ok: false, why: 'full', trouble }),
    }));
    expect(await probe(place, means())).toEqual({ works: false, found: [], trouble });
    expect(server.files.size).toBe(0);
  });
});

describe('a server that cannot be reached', () => {
  it.each([
    ['is there, and the browser does not let us ask it', 'no access', async () => new Response()],
    ['is away', 'unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('%s', async (_what, what, toAnybody) => {
    const server = serverThat(
      ({ init }) =>
        init.mode === 'no-cors' ? toAnybody() : Promise.reject(new TypeError('Failed to fetch')),
      webdavSettings,
    );
    expect(await probe(server.place, means())).toMatchObject({ works: false, trouble: { what } });
    const knock = server.asked.find(({ init }) => init.mode === 'no-cors');
    expect(knock?.address).toBe('https://cloud.example');
    expect(knock?.headers.has('authorization')).toBe(false);
  });
});

describe('words', () => {
  it('say what happened, how long the server wants to be left alone, what was kept, and what to do', () => {
    const { happened, toDo } = inWords({ what: 'too many requests', status: 429, wait: 90_000 });
    expect(happened).toBe(
      'The server is busy and asks to be left alone for a while (HTTP 429). It asks for 90 seconds.',
    );
    expect(toDo).not.toBe('');
    expect(inWords({ what: 'too many requests', wait: 600_000 }).happened).toContain('10 minutes');
    expect(KEPT).toContain('safe on this device');
  });
});

describe('settings', () => {
  it('are taken as they should be', () => {
    for (const settings of [webdavSettings, couchdbSettings, s3Settings, { kind: 'folder', name: 'Notes' }])
      expect(RemoteSettings.parse(settings)).toEqual(settings);
    expect(
      RemoteSettings.safeParse({ ...webdavSettings, address: 'http://127.0.0.1:8080/notes' }).success,
    ).toBe(true);
  });

  it.each([
    ['in the clear', { address: 'http://cloud.example/notes/' }],
    ['with a password in it', { address: 'https://alice:secret@cloud.example/notes/' }],
    ['with a query', { address: 'https://cloud.example/notes/?token=secret' }],
    ['that is none', { address: 'cloud.example/notes' }],
    ['of a file', { address: 'file:///home/alice/notes/' }],
    ['of a program', { address: 'javascript:alert(1)' }],
  ])('refuse an address %s', (_what, changed) => {
    expect(RemoteSettings.safeParse({ ...webdavSettings, ...changed }).success).toBe(false);
  });

  it('refuse a name that would end the header, and a bucket, region or folder that would end the address', () => {
    expect(RemoteSettings.safeParse({ ...webdavSettings, user: 'a:b' }).success).toBe(false);
    expect(RemoteSettings.safeParse({ ...webdavSettings, password: 'a\r\nb' }).success).toBe(false);
    expect(RemoteSettings.safeParse({ ...couchdbSettings, address: 'https://couch.example/' }).success).toBe(
      false,
    );
    for (const changed of [
      { bucket: '../x' },
      { region: 'a/b' },
      { prefix: 'a' },
      { prefix: '../' },
      { user: 'ü' },
    ])
      expect(RemoteSettings.safeParse({ ...s3Settings, ...changed }).success).toBe(false);
  });

  it('name the one server that access is asked for', () => {
    expect(accessNeeded(webdavSettings)).toBe('https://cloud.example/*');
    expect(accessNeeded({ kind: 'folder', name: 'Notes' })).toBeNull();
  });
});
