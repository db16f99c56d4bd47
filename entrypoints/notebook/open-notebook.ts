// The way to the notebook, from whatever the reader presses: beside the page where the browser has room for that, else
// (Firefox for Android, a panel that the browser refuses) in a tab of its own.
import { browser } from 'wxt/browser';

/** To be called in the very answer to a press: a browser opens nothing beside a page later than that. */
export async function openNotebook(about: number | Promise<number>): Promise<void> {
  // Firefox's, which no list of Chromium's knows; it does not even wait for the number of the tab.
  const sidebar: unknown = Reflect.get(browser, 'sidebarAction');
  const open: unknown = sidebar instanceof Object ? Reflect.get(sidebar, 'open') : undefined;
  if (typeof open === 'function') return open.call(sidebar);
  const tabId = await about;
  try {
    await browser.sidePanel.open({ tabId });
  } catch {
    await browser.tabs.create({ url: `${browser.runtime.getURL('/')}notebook.html?tab=${tabId}` });
  }
}
