// The extension's own code on packs of any size, in a worker of a plain page: the same engine, the same
// IndexedDB, and a worker that can be killed as often as a measurement wants.
import { Dexie } from 'dexie';
import type { Article } from '../../../core/article/article.ts';
import { Knowledge, tell } from '../../../core/knowledge/index.ts';
import { BlockCache, Pack } from '../../../core/knowledge/pack/index.ts';
import type { EntityId } from '../../../core/knowledge/terms.ts';
import { annotate } from '../../../core/matching/index.ts';
import { install, installedPacks, StoredBlocks } from '../../../storage/packs/index.ts';
import { PlainRows } from './plain.ts';

/** `blocks uncached`: every block is read from the disk's store each time, so that only the packs' sizes differ. */
export type Design = 'blocks' | 'blocks uncached' | 'plain rows';

export type Order =
  | { readonly do: 'install'; readonly url: string }
  | { readonly do: 'install plain'; readonly url: string }
  | { readonly do: 'annotate'; readonly article: Article; readonly design: Design }
  | { readonly do: 'tell'; readonly about: string; readonly day: string }
  | { readonly do: 'remove' };

const DAY = '2019-12-31';
let opened: Knowledge | undefined;
let uncached: Knowledge | undefined;
let plain: PlainRows | undefined;

async function open(cache?: BlockCache): Promise<Knowledge> {
  const installed = await installedPacks();
  return new Knowledge(
    installed.map(({ header, database }) => new Pack(header, new StoredBlocks(database), cache)),
  );
}

async function indexOf(design: Design) {
  switch (design) {
    case 'blocks':
      opened ??= await open();
      return opened;
    case 'blocks uncached':
      uncached ??= await open(new BlockCache(0));
      return uncached;
    case 'plain rows':
      plain ??= new PlainRows();
      return plain;
  }
}

async function bodyOf(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { body } = await fetch(url);
  if (!body) throw new Error(`nothing at ${url}`);
  return body;
}

async function follow(order: Order): Promise<number> {
  switch (order.do) {
    case 'install':
      return (await install(await bodyOf(order.url))).bytes;
    case 'install plain':
      plain = new PlainRows();
      return plain.install(await bodyOf(order.url));
    case 'annotate':
      return (await annotate(order.article, await indexOf(order.design), DAY)).length;
    case 'tell': {
      const question = {
        about: [order.about as EntityId],
        published: { day: order.day },
        among: [],
        limit: { before: 3, since: 5 },
      };
      opened ??= await open();
      return (await tell(question, opened, order.day)).before.length;
    }
    case 'remove':
      opened = undefined;
      uncached = undefined;
      plain = undefined;
      for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
      return 0;
  }
}

self.onmessage = async ({ data }: MessageEvent<Order>) => {
  const begun = performance.now();
  try {
    const result = await follow(data);
    self.postMessage({ milliseconds: performance.now() - begun, result });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
