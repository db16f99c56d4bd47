// A device with its databases, and places in memory, for tests of what the options page does with a vault. Argon2id is
// replaced: what is tested here is not how slow it is.
import { Dexie } from 'dexie';
import type { Bytes } from '../../../core/sync/format/bytes.ts';
import type { Argon2id } from '../../../core/sync/keys/argon2.ts';
import type { Place, RemoteSettings, Trouble } from '../../../core/sync/remote/index.ts';
import { MemoryRemote } from '../../../core/sync/remote/memory-remote.ts';
import { WHY } from '../../../core/sync/remote/trouble.ts';
import { vaultDeeds } from '../../../entrypoints/options/sync/vault-deeds.ts';
import type { VaultMeans } from '../../../entrypoints/options/sync/vault-means.ts';
import { Random } from '../../../tools/sim/random.ts';

/** One that can be away. */
export class MemoryPlace extends MemoryRemote implements Place {
  trouble: Trouble | null = null;
  requests: string[] = [];
  hear: (trouble: Trouble) => void = () => undefined;

  async setUp() {
    return this.#away() ?? ({ ok: true } as const);
  }
  async isThere() {
    return false;
  }
  override async list() {
    this.requests.push('list');
    return this.#away() ?? (await super.list());
  }
  override async get(name: string) {
    this.requests.push(`get ${name}`);
    return this.#away() ?? (await super.get(name));
  }
  override async putNew(name: string, file: Bytes) {
    this.requests.push(`put ${name}`);
    return this.#away() ?? (await super.putNew(name, file));
  }

  #away() {
    if (!this.trouble) return null;
    this.hear(this.trouble);
    return { ok: false, why: WHY[this.trouble.what], trouble: this.trouble } as const;
  }
}

const quick: Argon2id = async (password, salt) => {
  const both = new Uint8Array([...password, ...salt]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', both));
};

export const at = (name: string): RemoteSettings => ({
  kind: 'webdav',
  address: `https://dav.example/${name}/`,
  user: 'alice',
  password: 'swordfish for the server',
});

export class World {
  readonly places = new Map<string, MemoryPlace>();
  now = Date.UTC(2026, 10, 23, 10);

  place(settings: RemoteSettings): MemoryPlace {
    const key = settings.kind === 'folder' ? settings.name : settings.address;
    const place = this.places.get(key) ?? new MemoryPlace();
    this.places.set(key, place);
    return place;
  }

  deeds(stream: number, more: Partial<VaultMeans> = {}) {
    return vaultDeeds({
      place: (settings, _folder, onTrouble) => {
        const place = this.place(settings);
        place.hear = onTrouble;
        return place;
      },
      argon2id: quick,
      random: new Random(7, stream).bytes,
      now: () => this.now,
      pause: async () => undefined,
      alone: (task) => task(),
      onProgress: () => undefined,
      onDecided: () => undefined,
      ...more,
    });
  }
}

/** What one device has is put aside, and another's is put in its place: a browser's profile each. */
export async function forgetProfile(): Promise<void> {
  for (const name of ['backstory-reader', 'backstory-sync', 'backstory-snapshots']) await Dexie.delete(name);
}
