// Wiring: three questions, asked at once, and one state that is drawn again as each answer arrives.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ask } from '../../messaging/channel.ts';
import { Options } from './Options.tsx';
import type { OptionsActions, OptionsState } from './state.ts';

const root = document.getElementById('options');
let state: OptionsState = {
  packs: { kind: 'asking' },
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
  show({
    packs: answer.ok ? { kind: 'there', value: answer.value } : { kind: 'failed', code: answer.error.code },
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
