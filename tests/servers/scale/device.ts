// One device of a reader with very many highlights, as it runs in the browser: the reader's database on the browser's
// IndexedDB, and the engine, the encryption and the remote as they ship. What is measured is told to run.ts.
import { PassageId, whereabouts } from '../../../core/annotation/kept/index.ts';
import { Selectors } from '../../../core/annotation/selectors.ts';
import { sync, usualLimits } from '../../../core/sync/index.ts';
import { vaultOf } from '../../../core/sync/keys/derive.ts';
import { placeOf, type RemoteSettings, usualPatience } from '../../../core/sync/remote/index.ts';
import { allPassages, changeMany, countKept, importOn } from '../../../storage/reader/index.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { shelf } from '../../bench/library/shelf.ts';

export interface Ran {
  readonly stopped: string | null;
  readonly sent: number;
  readonly received: number;
  readonly requests: number;
  readonly megabytes: number;
  readonly seconds: number;
}

export interface Bench {
  /** As an import of a file does it. Answers how many there are. */
  fill(count: number): Promise<number>;
  /** Writes on in the notes of these, each page an edit of its own. */
  annotate(numbers: readonly number[], word: string): Promise<number>;
  sync(settings: RemoteSettings): Promise<Ran>;
  kept(): Promise<{ readonly passages: number; readonly notes: number }>;
}

const NOW = '2026-11-22T10:00:00.000Z';
/** Every device knows the same keys: how they are shared is measured elsewhere. */
const vault = vaultOf('00112233445566778899aabbccddeeff', [new Uint8Array(32).fill(7)]);

async function fill(count: number): Promise<number> {
  const { pages, passages } = shelf(count);
  const byPage = Map.groupBy(passages, ({ page }) => page);
  for (const { key, title, published } of pages) {
    const url = `https://${key}`;
    const page = { key, url, title, published, language: 'en', made: NOW, aliases: [] };
    const incoming = (byPage.get(key) ?? []).map(
      ({ at: _, revived: __, page: ___, deleted: ____, ...one }) => ({
        ...one,
        deleted: null,
        confirmed: [],
        selectors: Selectors.parse({ version: 1, quote: { type: 'TextQuoteSelector', exact: one.quote } }),
      }),
    );
    if (whereabouts(url, { canonical: null, title }))
      await importOn(page, incoming, { batch: 'all', now: NOW });
  }
  return (await countKept()).passages;
}

async function everyPassage() {
  const all = [];
  for (let after = null, rest = 1; rest > 0; ) {
    const some = await allPassages(after, 1_000);
    all.push(...some.passages);
    after = some.passages.at(-1)?.id ?? null;
    rest = some.rest;
  }
  return all;
}

async function annotate(numbers: readonly number[], word: string): Promise<number> {
  const ids = numbers.map((n) => PassageId.parse(`passage-${String(n).padStart(6, '0')}`));
  const action = { batch: word, did: 'changed', now: NOW } as const;
  const changed = await changeMany(
    ids,
    ({ note }) => ({ was: { note }, is: { note: `${note} ${word}` } }),
    action,
  );
  return changed.length;
}

async function kept() {
  const all = await everyPassage();
  return { passages: all.length, notes: all.reduce((sum, { note }) => sum + note.length, 0) };
}

async function run(settings: RemoteSettings): Promise<Ran> {
  const began = performance.now();
  let requests = 0;
  let bytes = 0;
  const place = placeOf(settings, {
    async fetch(address, init) {
      requests += 1;
      const response = await fetch(address, init);
      bytes += Number(response.headers.get('content-length') ?? 0);
      if (init.body instanceof Uint8Array) bytes += init.body.length;
      return response;
    },
    now: () => Date.now(),
    patience: usualPatience,
    folder: null,
    onTrouble: () => undefined,
  });
  const steps = sync({
    store: new ReaderStore(),
    remote: place,
    vault: await vault,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: () => Date.now(),
    limits: usualLimits,
  });
  for (;;) {
    const { done, value } = await steps.next();
    if (!done) continue;
    const { stopped, sent, received } = value;
    const seconds = (performance.now() - began) / 1_000;
    return { stopped, sent, received, requests, megabytes: bytes / 1e6, seconds };
  }
}

const bench: Bench = { fill, annotate, kept, sync: run };
Object.assign(globalThis, { bench });
