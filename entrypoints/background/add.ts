// "Add to my knowledge" from the page's context menu and from the keyboard.
import { type Browser, browser } from 'wxt/browser';
import { openEntry, selectionIn } from '../entry/open-entry.ts';
import { offerDoors } from './doors.ts';
import { KEEP_MENU } from './keep.ts';

const MENU = 'add-name';

/** Made anew: an update may have changed its words, and a menu that is made twice is an error. */
export async function offerMenu(): Promise<void> {
  // Firefox for Android has no menus.
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: KEEP_MENU, title: 'Keep this passage', contexts: ['selection'] });
  browser.contextMenus.create({ id: MENU, title: 'Add “%s” to my knowledge…', contexts: ['selection'] });
  offerDoors();
}

export async function addByMenu({
  menuItemId,
  selectionText,
}: Browser.contextMenus.OnClickData): Promise<void> {
  if (menuItemId === MENU) await openEntry({ selection: selectionText ?? '' });
}

/** The keys that the reader pressed let us look at the page's selection, and at nothing else. */
export async function addByCommand(tab: Browser.tabs.Tab | undefined): Promise<void> {
  await openEntry({ selection: await selectionIn(tab?.id) });
}
