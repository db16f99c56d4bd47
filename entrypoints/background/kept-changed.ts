// After each change of what the reader kept: open pages and our own pages hear of it, and a snapshot is due. They hear of
// which pages, where that is known, so that a library of ten thousand passages need not be read anew for one.
import type { PageKey, Passage } from '../../core/annotation/kept/index.ts';
import { KEPT_CHANGED } from '../../messaging/kept-changed.ts';
import type { KeptChange } from '../../messaging/library-requests.ts';
import { say } from '../../messaging/say.ts';
import { soonSnapshot } from './snapshots.ts';
import { tellTabsOfKept } from './tabs.ts';

/**
 * Waits for the change, and lets everybody know.
 *
 * @param pagesOf whose passages it changed; null: they are not known, and anything may have changed
 */
export async function thenTell<T>(
  change: Promise<T>,
  pagesOf: (made: T) => PageKey[] | null = () => null,
): Promise<T> {
  const made = await change;
  tellOfKept(pagesOf(made));
  void soonSnapshot();
  return made;
}

export function tellOfKept(pages: PageKey[] | null = null): void {
  say(KEPT_CHANGED, { pages } satisfies KeptChange);
  void tellTabsOfKept();
}

export function pageOf(passage: Pick<Passage, 'page'> | null): PageKey[] {
  return passage ? [passage.page] : [];
}

export function pagesOf(passages: readonly Pick<Passage, 'page'>[]): PageKey[] {
  return [...new Set(passages.map(({ page }) => page))];
}

export function now(): string {
  return new Date().toISOString();
}
