// Which of the pages with something kept on them a page may be. Surely one that was kept at its address; perhaps one at
// the address that it calls its own, or with its title on the same site: there a passage must anchor first.
import { isSameSite, type Whereabouts } from '../../core/annotation/kept/index.ts';
import type { PageRow, ReaderDatabase } from './database.ts';

export interface Found {
  readonly row: PageRow;
  readonly by: 'address' | 'link' | 'title';
}

/** An address that shows another text each day gathers pages; the likeliest are looked at. */
const MOST_FOUND = 8;

/** The likeliest first. */
export async function findPages({ pages }: ReaderDatabase, at: Whereabouts): Promise<Found[]> {
  const found = new Map<string, Found>();
  const add = (rows: readonly PageRow[], by: Found['by']) => {
    for (const row of rows) if (!found.has(row.key)) found.set(row.key, { row, by });
  };
  const known = async (keys: readonly string[]) => [
    ...(await pages.where('key').anyOf(keys).toArray()),
    ...(await pages.where('aliases').anyOf(keys).toArray()),
  ];
  add((await known(at.keys)).sort(likelier(at)), 'address');
  if (at.link !== null) add(await known([at.link]), 'link');
  if (at.title !== '') {
    const titled = await pages.where('titleKey').equals(at.title).toArray();
    add(
      titled.filter(({ site }) => isSameSite(site, at.site)),
      'title',
    );
  }
  return [...found.values()].slice(0, MOST_FOUND);
}

/** The same title before another, then its own key before a further address, then the newest. */
function likelier({ title, key }: Whereabouts) {
  const rank = (row: PageRow) => Number(row.titleKey === title && title !== '') * 2 + Number(row.key === key);
  return (a: PageRow, b: PageRow) => rank(b) - rank(a) || (a.changed < b.changed ? 1 : -1);
}
