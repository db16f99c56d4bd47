// From the worker to pages.
import { browser } from 'wxt/browser';
import { askPage, askPageOf } from '../../messaging/channel.ts';
import { keptPageRequests } from '../../messaging/keeping-requests.ts';
import type { Ask, PageRequests } from '../../messaging/requests.ts';

/** A page that is being torn down answers never; nobody waits for it. */
const PATIENCE = 2_000;

export async function toActiveTab<K extends keyof PageRequests & string>(
  name: K,
  body: Ask<PageRequests, K>,
): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await askPage(tab.id, name, body, { patience: PATIENCE });
}

export async function toAllTabs<K extends keyof PageRequests & string>(
  name: K,
  body: Ask<PageRequests, K>,
): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) => id !== undefined && askPage(id, name, body, { patience: PATIENCE })),
  );
}

/** What is known has changed: the pages in sight are marked anew at once, the others one after another. */
export async function markTabsAnew(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const mark = ({ id }: (typeof tabs)[number]) =>
    id === undefined ? undefined : askPage(id, 'knowledgeChanged', {}, { patience: PATIENCE });
  await Promise.all(tabs.filter(({ active }) => active).map(mark));
  for (const tab of tabs) if (!tab.active) await mark(tab);
}

/** Something was kept or changed: pages that show passages ask anew. What it was is not said to those that do not have it. */
export async function tellTabsOfKept(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(
      ({ id }) =>
        id !== undefined && askPageOf(keptPageRequests, id, 'keptChanged', {}, { patience: PATIENCE }),
    ),
  );
}
