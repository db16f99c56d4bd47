// The ways from the toolbar's button to our own pages: its context menu.
import { type Browser, browser } from 'wxt/browser';
import { openNotebook } from '../notebook/open-notebook.ts';

const LIBRARY = 'library';
const NOTEBOOK = 'notebook';

/** Firefox before MV3 calls the button something else. */
const CONTEXTS = [import.meta.env.MANIFEST_VERSION === 2 ? 'browser_action' : 'action'] as const;

/** After all menus were taken away. */
export function offerDoors(): void {
  browser.contextMenus.create({ id: LIBRARY, title: 'Open your library', contexts: [...CONTEXTS] });
  browser.contextMenus.create({
    id: NOTEBOOK,
    title: 'Open the notebook beside the page',
    contexts: [...CONTEXTS],
  });
}

export async function openByMenu(
  { menuItemId }: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  if (menuItemId === NOTEBOOK && tab?.id !== undefined) await openNotebook(tab.id);
  if (menuItemId === LIBRARY) await openLibrary();
}

/** The one that is open already, if there is one. */
async function openLibrary(): Promise<void> {
  const url = `${browser.runtime.getURL('/')}library.html`;
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { active: true });
    await browser.windows?.update(open.windowId, { focused: true });
  }
}
