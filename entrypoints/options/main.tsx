// Wiring: three questions, asked at once, files that are brought in, and one state that is drawn again as each
// answer arrives.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ask } from '../../messaging/channel.ts';
import { importJobs } from './import-job.ts';
import { importRunner } from './import-runner.ts';
import { Options } from './Options.tsx';
import type { OptionsActions, OptionsState } from './state.ts';

/** A second press sooner than this is the second half of a double click, in milliseconds. */
const DOUBLE_CLICK = 400;

const root = document.getElementById('options');
let state: OptionsState = {
  packs: { kind: 'asking' },
  imports: [],
  dragging: false,
  removal: null,
  sites: { kind: 'asking' },
  shortcuts: [],
  trouble: null,
};

function show(change: Partial<OptionsState>): void {
  state = { ...state, ...change };
  if (root) render(<Options state={state} actions={actions} />, root);
}

async function learnPacks(): Promise<void> {
  const answer = await ask('packs', {});
  if (answer.ok) show({ packs: { kind: 'there', value: answer.value } });
  // A list that was true a moment ago says more than none.
  else if (state.packs.kind === 'there') show({ trouble: answer.error.code });
  else show({ packs: { kind: 'failed', code: answer.error.code } });
}

/** What is imported or removed here, the background worker must hear of; then the list is told anew. */
async function usePacks(): Promise<void> {
  const answer = await ask('packsChanged', {});
  if (!answer.ok) show({ trouble: answer.error.code });
  await learnPacks();
}

const imports = importRunner({
  startWorker: () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }),
  dispatch: (action) => show({ imports: importJobs(state.imports, action) }),
  onInstalled: () => void usePacks(),
});

let removalAskedAt = 0;

async function remove(pack: string): Promise<void> {
  if (state.removal?.pack !== pack) {
    removalAskedAt = performance.now();
    return show({ removal: { pack, step: 'asked' } });
  }
  if (performance.now() - removalAskedAt < DOUBLE_CLICK) return;
  show({ removal: { pack, step: 'removing' } });
  const answer = await ask('removePack', { id: pack });
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
  const answer = await ask('sitesOff', {});
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
  void learnSites();
  void learnShortcuts();
}

const actions: OptionsActions = {
  onRetry: start,
  onFiles: imports.add,
  onCancel: imports.cancel,
  onDismiss: (id) => show({ imports: importJobs(state.imports, { kind: 'dismiss', id }) }),
  onRemove: (pack) => void remove(pack),
  onKeep: () => show({ removal: null }),
  onSwitchOn: async (site) => {
    const answer = await ask('switchSite', { site, on: true });
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
