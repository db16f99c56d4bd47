// Wiring: the tab, its page, the worker, and one state that is drawn again whenever a part of it arrives.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { dayAt } from '../../core/knowledge/dates.ts';
import { ask, askOf, askPage } from '../../messaging/channel.ts';
import { siteOf } from '../../messaging/site.ts';
import { siteRequests } from '../../messaging/site-requests.ts';
import { openEntry, selectionIn, type Task } from '../entry/open-entry.ts';
import { openNotebook } from '../notebook/open-notebook.ts';
import { findPage, type PageAccess } from './find-page.ts';
import { glance } from './glance.ts';
import { Popup } from './Popup.tsx';
import type { Content, PageRead, PopupActions, PopupState } from './state.ts';

/** How many of the page's entities the road is about; the others only decide which events are telling. */
const ABOUT = 24;
const AMONG = 300;
const LIMIT = { before: 20, since: 20 };
/** Reading a page of two megabytes takes seconds. */
const READ_PATIENCE = 30_000;

const root = document.getElementById('popup');
let state: PopupState = { content: { kind: 'starting' }, site: null, trouble: null };

function show(change: Partial<PopupState>): void {
  state = { ...state, ...change };
  if (root) render(<Popup state={state} actions={actions} />, root);
}

/** `?tab=7` makes the popup an ordinary page about that tab; else it is about the tab it was opened on. */
const asked = Number(new URLSearchParams(location.search).get('tab'));
const tabId = asked > 0 ? Promise.resolve(asked) : activeTab();

async function activeTab(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}

async function start(name: 'pageState' | 'readPage' = 'pageState'): Promise<void> {
  show({ content: { kind: 'starting' }, trouble: null });
  const tab = await tabId;
  const found = await findPage(accessTo(tab), name);
  const address = await browser.tabs.get(tab).catch(() => undefined);
  const site = ('site' in found ? found.site : undefined) ?? siteOf(address?.url);
  if (site) void learnSite(site, found.state !== 'site-off');
  if (found.state === 'read') await tellPage(found);
  else if (found.state === 'failed') fail(found.code, 'readPage');
  else if (found.state === 'unreached') fail(found.code, name);
  else if (found.state !== 'reading') show({ content: { kind: found.state } });
}

function fail(code: string, again: 'pageState' | 'readPage'): void {
  show({ content: { kind: 'failed', code, again } });
}

function accessTo(tab: number): PageAccess {
  return {
    ask: (name) => askPage(tab, name, {}, name === 'readPage' ? { patience: READ_PATIENCE } : {}),
    enter: () =>
      browser.scripting.executeScript({ target: { tabId: tab }, files: ['/content-scripts/gate.js'] }).then(
        () => true,
        () => false,
      ),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

async function learnSite(name: string, assumed: boolean): Promise<void> {
  const answer = await askOf(siteRequests, 'site', { site: name });
  show({ site: { name, on: answer.ok ? answer.value.on : assumed } });
}

async function tellPage(page: PageRead): Promise<void> {
  const change = (part: Partial<Extract<Content, { kind: 'page' }>>) => {
    const content = state.content.kind === 'page' && state.content.page === page ? state.content : fresh;
    show({ content: { ...content, ...part } });
  };
  const fresh = {
    kind: 'page',
    page,
    told: { kind: 'asking' },
    coastlines: null,
    today: dayAt(new Date()),
  } as const satisfies Content;
  change({ told: { kind: 'asking' } });
  const { among } = glance(page.mentions);
  if (among.length === 0) return;
  void ask('coastlines', {}).then((answer) => answer.ok && change({ coastlines: answer.value.path }));
  const about = among.slice(0, ABOUT).map(({ id }) => id);
  const body = { about, published: page.published, among: among.slice(0, AMONG), limit: LIMIT };
  const answer = await ask('tell', body);
  change({
    told: answer.ok ? { kind: 'told', backstory: answer.value } : { kind: 'failed', code: answer.error.code },
  });
}

async function leaveFor(task: Task): Promise<void> {
  await openEntry(task);
  if (!(asked > 0)) window.close();
}

const actions: PopupActions = {
  onReadAnyway: () => void start('readPage'),
  onRetry: () => void start(state.content.kind === 'failed' ? state.content.again : 'pageState'),
  onRetryTold: () => {
    if (state.content.kind === 'page') void tellPage(state.content.page);
  },
  onSwitchSite: async (on) => {
    if (!state.site) return;
    const site = state.site.name;
    const answer = await askOf(siteRequests, 'switchSite', { site, on });
    if (!answer.ok) return show({ trouble: answer.error.code });
    show({ site: { name: site, on: answer.value.on }, trouble: null });
    if (answer.value.on) await start();
    else show({ content: { kind: 'site-off' } });
  },
  onShow: async (entity) => {
    const answer = await askPage(await tabId, 'show', { entity });
    if (!answer.ok) show({ trouble: answer.error.code });
    else if (!(asked > 0)) window.close();
  },
  onAdd: async () => leaveFor({ selection: await selectionIn(await tabId) }),
  onEdit: (entity) => leaveFor({ id: entity }),
  onOther: (name) => leaveFor({ selection: name }),
  onNotebook: () => void openNotebook(tabId).then(() => asked > 0 || window.close()),
  onSettings: () => void browser.runtime.openOptionsPage(),
};

void start();
