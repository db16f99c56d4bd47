// The extension's own code on packs of any size, in a worker of a plain page: the same engine, the same
// IndexedDB, and a worker that can be killed as often as a measurement wants.
import { Dexie } from 'dexie';
import type { Article } from '../../../core/article/article.ts';
import { Knowledge, tell } from '../../../core/knowledge/index.ts';
import { Pack } from '../../../core/knowledge/pack/index.ts';
import type { EntityId } from '../../../core/knowledge/terms.ts';
import { annotate } from '../../../core/matching/index.ts';
import { install, installedPacks, StoredBlocks } from '../../../storage/packs/index.ts';
import { PlainRows } from './plain.ts';

export type Order =
  | { readonly do: 'install'; readonly url: string }
  | { readonly do: 'install plain'; readonly url: string }
  | { readonly do: 'annotate'; readonly article: Article; readonly plain: boolean }
  | { readonly do: 'tell'; readonly about: string; readonly day: string }
  | { readonly do: 'remove' };

const DAY = '2019-12-31';
let opened: Knowledge | undefined;
let plain: PlainRows | undefined;

async function open(): Promise<Knowledge> {
  opened ??= new Knowledge(
    (await installedPacks()).map(({ header, database }) => new Pack(header, new StoredBlocks(database))),
  );
  return opened;
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
    case 'annotate': {
      if (order.plain) plain ??= new PlainRows();
      const index = order.plain && plain ? plain : await open();
      return (await annotate(order.article, index, DAY)).length;
    }
    case 'tell': {
      const question = {
        about: [order.about as EntityId],
        published: { day: order.day },
        among: [],
        limit: { before: 3, since: 5 },
      };
      return (await tell(question, await open(), order.day)).before.length;
    }
    case 'remove':
      opened = undefined;
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
