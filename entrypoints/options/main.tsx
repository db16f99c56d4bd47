// Wiring: three questions, asked at once, files that are brought in, and one state that is drawn again as each
// answer arrives.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { addressOf } from '../../core/knowledge/remote/address.ts';
import { barRequests } from '../../messaging/bar-requests.ts';
import { askOf } from '../../messaging/channel.ts';
import { CORRECTIONS_CHANGED, correctionRequests } from '../../messaging/correction-requests.ts';
import { KEPT_CHANGED } from '../../messaging/kept-changed.ts';
import { lookUpRequests } from '../../messaging/look-up-requests.ts';
import { OWN_CHANGED, ownRequests } from '../../messaging/own-requests.ts';
import { packRequests } from '../../messaging/pack-requests.ts';
import { safetyRequests } from '../../messaging/safety-requests.ts';
import { siteRequests } from '../../messaging/site-requests.ts';
import { openEntry } from '../entry/open-entry.ts';
import { barRunner } from './bar-runner.ts';
import { Corrections } from './Corrections.tsx';
import { type CataloguePart, lookInto, OWN_CATALOGUE } from './catalogue-part.ts';
import { correctionsRunner } from './corrections-runner.ts';
import { type ImportJob, importJobs } from './import-job.ts';
import type { Wanted } from './import-messages.ts';
import { importRunner } from './import-runner.ts';
import { Keeping } from './Keeping.tsx';
import { LookUps } from './LookUps.tsx';
import { lookUpsRunner } from './look-ups-runner.ts';
import { Options } from './Options.tsx';
import { OwnKnowledge } from './OwnKnowledge.tsx';
import { giveEverything, giveFile } from './own-file.ts';
import { ownRunner } from './own-runner.ts';
import { Safety } from './Safety.tsx';
import { safetyRunner } from './safety-runner.ts';
import type { OptionsActions, OptionsState } from './state.ts';
import type { SyncPart } from './sync/start.tsx';

/** A second press sooner than this is the second half of a double click, in milliseconds. */
const DOUBLE_CLICK = 400;

/** Milliseconds for what goes through all that was ever kept. */
const SLOW = 120_000;

const root = document.getElementById('options');
let state: OptionsState = {
  packs: { kind: 'asking' },
  imports: [],
  catalogue: { kind: 'closed', address: OWN_CATALOGUE },
  dragging: false,
  removal: null,
  sites: { kind: 'asking' },
  shortcuts: [],
  trouble: null,
};

function show(change: Partial<OptionsState>): void {
  state = { ...state, ...change };
  const ownPart = (
    <>
      <OwnKnowledge state={own.state()} actions={own.actions} />
      <Corrections state={corrections.state()} actions={corrections.actions} />
      <LookUps state={lookUps.state()} actions={lookUps.actions} />
      <Safety state={safety.state()} actions={safety.actions} synced={sync?.summary() != null} />
      {sync?.part()}
      <Keeping state={bar.state()} actions={bar.actions} />
    </>
  );
  const summary = sync?.summary() ?? null;
  if (root) render(<Options state={state} actions={actions} own={ownPart} summary={summary} />, root);
}

const own = ownRunner({
  ask: (name, body) => askOf(ownRequests, name, body),
  show: () => show({}),
  open: (entry) => void openEntry(entry ? { id: entry.id } : { selection: '' }),
  give: giveFile,
  focus: (id) => document.getElementById(id)?.focus(),
});
new BroadcastChannel(OWN_CHANGED).addEventListener('message', () => void own.refresh());

const corrections = correctionsRunner({
  ask: (name, body) => askOf(correctionRequests, name, body),
  show: () => show({}),
  focus: (id) => document.getElementById(id)?.focus(),
});
new BroadcastChannel(CORRECTIONS_CHANGED).addEventListener('message', () => void corrections.refresh());

const bar = barRunner({ ask: (name, body) => askOf(barRequests, name, body), show: () => show({}) });

const safety = safetyRunner({
  ask: (name, body) => askOf(safetyRequests, name, body, { patience: SLOW }),
  show: () => show({}),
  startWorker: () => new Worker(new URL('./safety-worker.ts', import.meta.url), { type: 'module' }),
  give: giveEverything,
  // With this permission the browser leaves alone what is stored, whatever it answers to the second question.
  lasts: async () =>
    (await browser.permissions.contains({ permissions: ['unlimitedStorage'] })) ||
    (await navigator.storage.persisted()),
  askToLast: () => navigator.storage.persist(),
  usage: async () => (await navigator.storage.estimate()).usage ?? null,
  focus: (id) => document.getElementById(id)?.focus(),
});
new BroadcastChannel(KEPT_CHANGED).addEventListener('message', () => void safety.recount());

// Not needed for anything else on the page, so it comes after the rest.
let sync: SyncPart | null = null;
void import('./sync/start.tsx').then(({ startSync }) => {
  sync = startSync(() => show({}));
});

const ofWikidata = { origins: ['https://www.wikidata.org/*'] };
const lookUps = lookUpsRunner({
  ask: (name, body) => askOf(lookUpRequests, name, body),
  show: () => show({}),
  requestLeave: () => browser.permissions.request(ofWikidata),
  hasLeave: () => browser.permissions.contains(ofWikidata),
  returnLeave: () => browser.permissions.remove(ofWikidata),
});

async function learnPacks(): Promise<void> {
  const answer = await askOf(packRequests, 'packs', {});
  if (answer.ok) show({ packs: { kind: 'there', value: answer.value } });
  // A list that was true a moment ago says more than none.
  else if (state.packs.kind === 'there') show({ trouble: answer.error.code });
  else show({ packs: { kind: 'failed', code: answer.error.code } });
}

/** What is imported or removed here, the background worker must hear of; then the list is told anew. */
async function usePacks(): Promise<void> {
  const answer = await askOf(packRequests, 'packsChanged', {});
  if (!answer.ok) show({ trouble: answer.error.code });
  await learnPacks();
}

const imports = importRunner({
  startWorker: () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }),
  dispatch: (action) => show({ imports: importJobs(state.imports, action) }),
  onInstalled: () => void usePacks(),
});

const fetchIt = (address: string, init: RequestInit) => fetch(address, init);

/** A typed address is shown as it is understood; one that is not gets its refusal from the import itself. */
function fetchFrom(address: string): void {
  const understood = URL.canParse(address.trim()) ? new URL(address.trim()).href : address;
  imports.fetch({ from: 'address', address: understood }, understood);
}

async function showCatalogue(address: string): Promise<void> {
  show({ catalogue: { kind: 'asking', address } });
  show({ catalogue: await lookInto(address, fetchIt) });
}

function fetchOffered(id: string): void {
  const { catalogue } = state;
  if (catalogue.kind !== 'there') return;
  const title = catalogue.value.packs.find((pack) => pack.id === id)?.title ?? id;
  imports.fetch({ from: 'catalogue', address: catalogue.address, id }, title);
}

function lookAgain(id: string): void {
  const pack =
    state.packs.kind === 'there' ? state.packs.value.packs.find((one) => one.id === id) : undefined;
  if (!pack?.origin) return;
  const { from, address } = pack.origin;
  imports.fetch({ from, address, id } satisfies Wanted, pack.title);
}

async function schedule(...[id, every]: Parameters<OptionsActions['onSchedule']>): Promise<void> {
  const answer = await askOf(packRequests, 'schedulePack', { id, every });
  show({ trouble: answer.ok ? null : answer.error.code });
  await learnPacks();
}

/** Asks the browser, which asks the reader. */
async function allow(failed: ImportJob | CataloguePart): Promise<void> {
  const address = 'address' in failed ? failed.address : (failed.wanted?.address ?? '');
  const { origin } = new URL(addressOf(address));
  if (!(await browser.permissions.request({ origins: [`${origin}/*`] }))) return;
  if ('address' in failed) return showCatalogue(address);
  show({ imports: importJobs(state.imports, { kind: 'dismiss', id: failed.id }) });
  if (failed.wanted) imports.fetch(failed.wanted, failed.name);
}

let removalAskedAt = 0;

async function remove(pack: string): Promise<void> {
  if (state.removal?.pack !== pack) {
    removalAskedAt = performance.now();
    return show({ removal: { pack, step: 'asked' } });
  }
  if (performance.now() - removalAskedAt < DOUBLE_CLICK) return;
  show({ removal: { pack, step: 'removing' } });
  const answer = await askOf(packRequests, 'removePack', { id: pack });
  await learnPacks();
  show({ removal: null, trouble: answer.ok ? null : answer.error.code });
  // The button that had the focus has gone with its pack.
  if (answer.ok) document.getElementById('packs')?.focus();
}

/** Files may be let go anywhere: beside the frame, the browser would leave this page and show them. */
function takeDroppedFiles(): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (!state.dragging) show({ dragging: true });
  });
  addEventListener('dragleave', (event) => {
    // Nothing is entered instead: the pointer has left the window.
    if (event.relatedTarget === null) show({ dragging: false });
  });
  addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    show({ dragging: false });
    imports.add([...(event.dataTransfer?.files ?? [])]);
  });
}

async function learnSites(): Promise<void> {
  const answer = await askOf(siteRequests, 'sitesOff', {});
  show({
    sites: answer.ok
      ? { kind: 'there', value: answer.value.sites }
      : { kind: 'failed', code: answer.error.code },
  });
}

async function learnShortcuts(): Promise<void> {
  const commands = await browser.commands.getAll();
  const shortcuts = commands.flatMap(({ name, description, shortcut }) =>
    // The browser's own entry for the toolbar button has a name, and in Chromium no description.
    name === '_execute_action' || name === '_execute_browser_action'
      ? [{ what: 'Open this page at a glance', keys: shortcut ?? '' }]
      : description
        ? [{ what: description, keys: shortcut ?? '' }]
        : [],
  );
  show({ shortcuts });
}

function start(): void {
  show({ packs: { kind: 'asking' }, sites: { kind: 'asking' }, trouble: null });
  void learnPacks();
  void own.refresh();
  void corrections.refresh();
  void safety.refresh();
  void lookUps.refresh();
  void bar.refresh();
  void learnSites();
  void learnShortcuts();
}

const actions: OptionsActions = {
  onRetry: start,
  onFiles: imports.add,
  onCancel: imports.cancel,
  onDismiss: (id) => show({ imports: importJobs(state.imports, { kind: 'dismiss', id }) }),
  onAddress: fetchFrom,
  onCatalogue: (address) => void showCatalogue(address),
  onOffer: fetchOffered,
  onLookAgain: lookAgain,
  onSchedule: (pack, every) => void schedule(pack, every),
  onAllow: (failed) => void allow(failed),
  onRemove: (pack) => void remove(pack),
  onKeep: () => show({ removal: null }),
  onSwitchOn: async (site) => {
    const answer = await askOf(siteRequests, 'switchSite', { site, on: true });
    if (!answer.ok) return show({ trouble: answer.error.code });
    show({ trouble: null });
    await learnSites();
  },
  onChangeShortcuts: () => {
    // Firefox has a call for it; Chromium an address that only an extension or a person may open.
    const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
    if (typeof open === 'function') void open.call(browser.commands);
    else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  },
};

start();
takeDroppedFiles();
// What a page that was closed in the middle of an import has left.
imports.tidy();
