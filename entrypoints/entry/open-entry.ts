// Opens the page on which a reader adds or changes an entry. What it is about is handed over in the extension's
// session storage, which lies in memory: an address with the name in it would stay in the browser's history.
import { browser } from 'wxt/browser';
import type { EntityId } from '../../core/knowledge/terms.ts';

/** What is to be added, or the entry that is to be changed. */
export type Task = { readonly selection: string } | { readonly id: EntityId };

/** What stands before the keys of the tasks. */
export const TASK = 'entry:';
/** Beside the article, not over it. */
const SIZE = { width: 480, height: 780 };
/** More than any name; the page takes out of it what may be one. */
const MOST_SELECTED = 2_000;

export async function openEntry(task: Task): Promise<void> {
  const token = crypto.randomUUID();
  await browser.storage.session.set({ [TASK + token]: task });
  const url = `${browser.runtime.getURL('/')}entry.html?task=${token}`;
  // Firefox for Android has no windows.
  if (browser.windows) await browser.windows.create({ url, type: 'popup', ...SIZE });
  else await browser.tabs.create({ url });
}

/** What is selected in a tab; empty where nothing is, and where the browser lets no extension look. */
export async function selectionIn(tab: number | undefined): Promise<string> {
  if (tab === undefined) return '';
  const found = await browser.scripting
    .executeScript({ target: { tabId: tab }, func: () => getSelection()?.toString() })
    .catch(() => []);
  const selected: unknown = found[0]?.result;
  return typeof selected === 'string' ? selected.slice(0, MOST_SELECTED) : '';
}
