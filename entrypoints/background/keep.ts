// "Keep this passage" from the page's context menu and from the keyboard: the page's keeper is told, which knows what is
// selected. A tab that was open before the installation has no script of ours yet; the reader's press lets one in.
import { type Browser, browser } from 'wxt/browser';
import { askPageOf } from '../../messaging/channel.ts';
import { keeperRequests } from '../../messaging/keeper-requests.ts';
import type { Ask } from '../../messaging/requests.ts';

export const KEEP_MENU = 'keep-passage';

/** The keeper may have to be loaded first, and the passage is stored before it answers. */
const PATIENCE = 10_000;

type Asked = typeof keeperRequests;

async function tell<K extends keyof Asked & string>(
  tab: number,
  name: K,
  body: Ask<Asked, K>,
): Promise<void> {
  const ask = () => askPageOf(keeperRequests, tab, name, body, { patience: PATIENCE });
  const answer = await ask();
  if (answer.ok || answer.error.code !== 'no-page') return;
  const entered = await browser.scripting
    .executeScript({ target: { tabId: tab }, files: ['/content-scripts/gate.js'] })
    .catch(() => null);
  if (entered) await ask();
}

export async function keepByMenu(
  { menuItemId, frameId = 0 }: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  if (menuItemId !== KEEP_MENU || tab?.id === undefined) return;
  await tell(tab.id, 'keep-selection', { by: 'menu', frame: frameId !== 0 });
}

export async function keepByCommand(command: string, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const [active] = tab ? [tab] : await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (active?.id === undefined) return;
  if (command === 'keep-passage') await tell(active.id, 'keep-selection', { by: 'keys' });
  if (command === 'previous-kept') await tell(active.id, 'keep-step', { by: -1 });
}
