// Small things that tests of sync share: a vault, devices on a good server, and a run from beginning to end.
import * as Y from 'yjs';
import type { Limits, Report, Step } from '../../../core/sync/engine/round.ts';
import type { Segment } from '../../../core/sync/format/segment.ts';
import { sync } from '../../../core/sync/index.ts';
import { vaultOf } from '../../../core/sync/keys/derive.ts';
import type { Remote } from '../../../core/sync/remote/remote.ts';
import { MemoryStore } from '../../../core/sync/store/memory-store.ts';
import { Random } from '../../../tools/sim/random.ts';

export const vault = await vaultOf('00112233445566778899aabbccddeeff', [new Uint8Array(32).fill(7)]);
export const device = 'd'.repeat(32);

export const emptySegment: Segment = {
  kind: 'batch',
  written: 0,
  previous: null,
  heads: [],
  covers: [],
  replaces: [],
  complaints: [],
  updates: [],
};

export class Profile {
  readonly store: MemoryStore;
  readonly random: Random;
  limits: Limits = { tail: 4, bundled: 2, rows: 10, probes: 8, scrubs: 0, deleted: { share: 0.2, least: 5 } };
  readonly #remote: Remote;

  constructor(remote: Remote, stream: number, store = new MemoryStore()) {
    this.#remote = remote;
    this.random = new Random(1, stream);
    this.store = store;
  }

  /** Adds a line to the document's only text. */
  write(line: string, document = 'page:one'): void {
    const whole = this.document(document);
    whole.on('update', (update: Uint8Array) => this.store.write(document, update));
    whole.getText('n:a').insert(0, line);
  }

  document(name = 'page:one'): Y.Doc {
    const document = new Y.Doc();
    for (const one of this.store.updates) if (one.document === name) Y.applyUpdate(document, one.update);
    return document;
  }

  text(name = 'page:one'): string {
    return this.document(name).getText('n:a').toString();
  }

  begin(remote = this.#remote): AsyncGenerator<Step, Report> {
    const { store, random, limits } = this;
    return sync({ store, remote, vault, random: random.bytes, now: () => 0, limits });
  }

  async sync(remote?: Remote): Promise<Report> {
    const run = this.begin(remote);
    for (;;) {
      const { done, value } = await run.next();
      if (done) return value;
    }
  }

  get id(): string {
    return this.store.state?.device ?? '';
  }
}

export async function rounds(profiles: readonly Profile[], count: number): Promise<void> {
  for (let round = 0; round < count; round++) for (const profile of profiles) await profile.sync();
}
