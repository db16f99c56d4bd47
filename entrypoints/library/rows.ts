// What the list shows, row by row: passages, and above those of one article a row that names it.
import type { PageKey, Passage, PassageId } from '../../core/annotation/kept/index.ts';

export type Row =
  | { readonly kind: 'page'; readonly page: PageKey; readonly count: number }
  | { readonly kind: 'passage'; readonly id: PassageId; readonly place: number };

/** @param ids as they were found; where they are grouped, those of one page stand together */
export function rowsOf(
  ids: readonly PassageId[],
  passageOf: (id: string) => Passage | undefined,
  grouped: boolean,
): Row[] {
  const rows: Row[] = [];
  let above: PageKey | null = null;
  let head = -1;
  let place = 0;
  for (const id of ids) {
    const page = passageOf(id)?.page;
    // It has gone since it was found.
    if (page === undefined) continue;
    place += 1;
    if (grouped && page !== above) {
      head = rows.push({ kind: 'page', page, count: 0 }) - 1;
      above = page;
    }
    const heading = rows[head];
    if (heading?.kind === 'page') rows[head] = { ...heading, count: heading.count + 1 };
    rows.push({ kind: 'passage', id, place });
  }
  return rows;
}
