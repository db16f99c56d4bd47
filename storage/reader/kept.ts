// What may stand on a page of all that was kept.
import type { KeptPage, PageKey, Passage, Whereabouts } from '../../core/annotation/kept/index.ts';
import type { PageRow, PassageRow, ReaderDatabase } from './database.ts';
import { type Found, findPages } from './find-page.ts';
import { nextOf } from './history.ts';
import { pageDocument, withKept } from './kept-rows.ts';

export interface FoundPassages {
  readonly page: KeptPage;
  readonly by: Found['by'];
  /** Without those in the bin. */
  readonly passages: readonly Passage[];
}

export interface Here {
  readonly pages: readonly FoundPassages[];
  readonly undo: boolean;
  readonly redo: boolean;
}

/** All that may stand on a page. */
export function keptAt(at: Whereabouts): Promise<Here> {
  return withKept(async (database) => {
    const found = await findPages(database, at);
    const pages = await Promise.all(
      found.map(async ({ row, by }) => ({
        page: pageOf(row),
        by,
        passages: await keptOn(database, row.key),
      })),
    );
    const documents = surely(found).map(({ row }) => pageDocument(row.key));
    return {
      pages: pages.filter(({ by, passages }) => by === 'address' || passages.length > 0),
      undo: (await nextOf(database, documents, 'undo')) !== null,
      redo: (await nextOf(database, documents, 'redo')) !== null,
    };
  });
}

/** How many passages may stand on a page: cheap, since it is asked for every article. */
export function countAt(at: Whereabouts): Promise<number> {
  return withKept(async (database) => {
    const found = await findPages(database, at);
    return found.reduce((sum, { row }) => sum + row.kept, 0);
  });
}

export const surely = (found: readonly Found[]) => found.filter(({ by }) => by === 'address');

async function keptOn({ passages }: ReaderDatabase, key: string): Promise<Passage[]> {
  const rows = await passages.where('page').equals(key).toArray();
  return inOrder(rows.filter(({ deleted }) => deleted === null).map(passageOf));
}

export function inOrder(passages: Passage[]): Passage[] {
  return passages.sort((a, b) => (a.made === b.made ? (a.id < b.id ? -1 : 1) : a.made < b.made ? -1 : 1));
}

export function passageOf({ entities: _, ...passage }: PassageRow): Passage {
  return passage;
}

function pageOf({ key, url, title, published, language, made, aliases }: PageRow): KeptPage {
  return { key, url, title, published, language, made, aliases: aliases as PageKey[] };
}
