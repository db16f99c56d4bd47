// Whole profiles of a browser beside each other: each has its own databases, and runs sync as the worker does, against places
// in memory.
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { type RunPorts, run } from '../../../entrypoints/background/sync/run.ts';
import { statusNow } from '../../../entrypoints/background/sync/status.ts';
import type { ChosenPlace } from '../../../entrypoints/options/sync/vault-messages.ts';
import type { SyncStatus } from '../../../messaging/sync-requests.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { Random } from '../../../tools/sim/random.ts';
import { at, type World } from './vault-world.ts';

export const home = { settings: at('home'), folder: null };
export const other = { settings: at('other'), folder: null };
export const passphrase = 'orchard violin seven';
export const secret = { by: 'passphrase', passphrase } as const;

export class Profile {
  readonly world: World;
  readonly deeds: ReturnType<World['deeds']>;
  readonly received: string[] = [];
  #ports: RunPorts;
  #databases = new IDBFactory();

  constructor(world: World, stream: number, ports: Partial<RunPorts> = {}) {
    this.world = world;
    // Where the run goes, there the vault is made.
    this.deeds = world.deeds(stream, ports.place ? { place: ports.place } : {});
    this.#ports = {
      place: (settings, _folder, onTrouble) => {
        const place = world.place(settings);
        place.hear = onTrouble;
        return place;
      },
      onLine: () => true,
      savesData: () => false,
      now: () => world.now,
      random: new Random(9, stream).bytes,
      onProgress: () => undefined,
      onReceived: (documents) => this.received.push(...documents),
      isStopped: () => false,
      ...ports,
    };
  }

  /** What is done in here is done with this profile's databases. */
  async in<T>(task: () => Promise<T>): Promise<T> {
    Dexie.dependencies.indexedDB = this.#databases;
    return task();
  }

  create(place: ChosenPlace = home) {
    return this.in(() => this.deeds.create({ place, passphrase, deviceName: 'Desk' }));
  }

  join(place: ChosenPlace = home, by: Parameters<typeof this.deeds.join>[0]['secret'] = secret) {
    return this.in(() => this.deeds.join({ place, secret: by, deviceName: 'Train' }));
  }

  /** A few minutes later. Answers what was asked of the place. */
  async run({
    asked = false,
    ...ports
  }: { readonly asked?: boolean } & Partial<RunPorts> = {}): Promise<string[]> {
    this.world.now += 5 * 60_000;
    const places = [...this.world.places.values()];
    for (const place of places) place.requests.length = 0;
    await this.in(() => run({ ...this.#ports, ...ports }, asked));
    return places.flatMap(({ requests }) => requests);
  }

  async status(): Promise<Extract<SyncStatus, { state: 'set up' }>> {
    const status = await this.in(() => statusNow(null, this.world.now));
    if (status.state !== 'set up') throw new Error(status.state);
    return status;
  }

  async activity(): Promise<string> {
    const { activity } = await this.status();
    if (activity.is === 'needs reader') return activity.what;
    return activity.is === 'waiting' ? `waiting: ${activity.why}` : activity.is;
  }

  state() {
    return this.in(() => new ReaderStore().load());
  }
}

export async function rounds(profiles: readonly Profile[], count: number): Promise<void> {
  for (let round = 0; round < count; round++) for (const profile of profiles) await profile.run();
}
