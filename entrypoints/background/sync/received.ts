// What came from other devices is shown as a change made here would be: open pages are marked anew, our own pages list anew,
// and a snapshot is due. A first sync brings thousands of documents, so it is said now and then, and once at the end.

import { browser } from 'wxt/browser';
import { PageKey } from '../../../core/annotation/kept/index.ts';
import { CORRECTIONS_CHANGED } from '../../../messaging/correction-requests.ts';
import { OWN_CHANGED } from '../../../messaging/own-requests.ts';
import { say } from '../../../messaging/say.ts';
import { markReceived } from '../../../page/kept-received.ts';
import { addressesOf } from '../../../storage/reader/index.ts';
import { tellOfKept } from '../kept-changed.ts';
import { forgetOwn } from '../own-cache.ts';
import { soonSnapshot } from '../snapshots.ts';
import { markTabsAnew } from '../tabs.ts';

/** Milliseconds. */
const TELL_EVERY = 2_000;
/** Beyond, a list is read anew as a whole. */
const MOST_PAGES = 50;

const PAGE = 'page:';

const received = new Set<string>();
let told = 0;
/** Pages of this run. */
const pages = new Set<PageKey>();

/** Without documents: the run is over. */
export async function tellOfReceived(documents: readonly string[] | null = null): Promise<void> {
  for (const name of documents ?? []) received.add(name);
  for (const page of keysIn(documents ?? [])) pages.add(page);
  if (documents === null && pages.size > 0) {
    const keys = [...pages];
    pages.clear();
    // It costs no passage: the page is painted when its reader asks.
    await painted(keys).catch(() => undefined);
  }
  if (received.size === 0 || (documents && Date.now() - told < TELL_EVERY)) return;
  told = Date.now();
  const names = [...received];
  received.clear();
  if (names.some((name) => /^(?:page|entity):|^settings$/.test(name))) tellOfKept(pagesIn(names));
  if (names.includes('own')) forgetOwn();
  for (const [document, name] of [
    ['own', OWN_CHANGED],
    ['corrections', CORRECTIONS_CHANGED],
  ] as const)
    if (names.includes(document)) say(name);
  // What is known of names, and where Backstory runs.
  if (names.some((name) => name === 'own' || name === 'corrections' || name === 'settings'))
    void markTabsAnew();
  await soonSnapshot();
}

/**
 * On an open page on which nothing was kept nothing listens for it: it is read anew, and hears of it in the answer. One that is
 * no article is not asked about when it is opened, unless it is marked.
 */
async function painted(keys: readonly PageKey[]): Promise<void> {
  void markTabsAnew();
  await markReceived(browser.storage.local, await addressesOf(keys));
}

function keysIn(names: readonly string[]): PageKey[] {
  return names.flatMap((name) =>
    name.startsWith(PAGE) ? (PageKey.safeParse(name.slice(PAGE.length)).data ?? []) : [],
  );
}

/** Null: too many, or something that is on no page. */
function pagesIn(names: readonly string[]): PageKey[] | null {
  const keys = keysIn(names);
  return names.every((name) => name.startsWith(PAGE)) && keys.length <= MOST_PAGES ? keys : null;
}
