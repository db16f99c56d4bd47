// What is taken along, and what a format makes of it. The clock comes in as an argument, so that the same passages give
// the same files.
import type { ColourNames, EntityNote, KeptPage, Moment, Passage } from '../kept/index.ts';

export interface Taken {
  readonly pages: readonly KeptPage[];
  readonly passages: readonly Passage[];
  /** On actors and places; formats that know only passages leave them out. */
  readonly notes: readonly EntityNote[];
}

export interface WriteOptions {
  readonly now: Moment;
  readonly colours: ColourNames;
  /** Names in Markdown as `[[links]]`. */
  readonly links: boolean;
  /** For Markdown: how a page is written (template.ts). */
  readonly template: string;
}

export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

export interface TakenPage {
  readonly page: KeptPage;
  readonly passages: readonly Passage[];
}

/** Pages in the order of their titles, each with its passages in the order of reading. */
export function byPage({ pages, passages }: Pick<Taken, 'pages' | 'passages'>): TakenPage[] {
  const of = Map.groupBy(passages, ({ page }) => page);
  return pages
    .flatMap((page) => {
      const some = of.get(page.key);
      return some ? [{ page, passages: [...some].sort(asRead) }] : [];
    })
    .sort((a, b) => compare(a.page.title, b.page.title) || compare(a.page.key, b.page.key));
}

function asRead(a: Passage, b: Passage): number {
  const [x, y] = [a, b].map(({ selectors }) => selectors.position?.start ?? Number.MAX_SAFE_INTEGER);
  return (x ?? 0) - (y ?? 0) || compare(a.made, b.made) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** `news.example` of `https://www.news.example/2019/…`; empty where the address has no host. */
export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
