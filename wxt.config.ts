import { existsSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const chromium = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

export default defineConfig({
  // A reader of a file sees where each name comes from.
  imports: false,
  outDir: '.output',
  vite: () => ({
    plugins: [preact()],
    build: {
      target: 'es2024',
      // Browsers that know light-dark(): without this it is rewritten to follow the system alone.
      cssTarget: ['chrome123', 'firefox140'],
      modulePreload: { polyfill: false },
    },
  }),
  // `npm run dev`: Chromium, since branded Chrome no longer loads extensions from the command line; without a
  // display the build is watched all the same. Root has no sandbox to offer.
  webExt: {
    disabled: process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'],
    binaries: { ...(existsSync(chromium) && { chrome: chromium }) },
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  manifest: ({ browser }) => ({
    name: 'Backstory',
    description: 'The story behind the names in the news, on your own machine.',
    // `unlimitedStorage`: notes are not cleared when the disk is nearly full. Chromium grants it in no other way.
    permissions: [
      ...['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // The notebook, beside the page. Firefox would open it by itself after the installation.
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: 'notebook.html',
            default_title: 'Backstory: notebook',
            open_at_install: false,
          },
        }
      : { side_panel: { default_path: 'notebook.html' } }),
    // Asked for one by one: for a look-up, and for a pack from a server that lets no other site read it. Chromium 156 lets
    // our pages read such a server all the same, since the content script runs there; Firefox does not.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    web_accessible_resources: [
      {
        resources: ['reader.js', 'keeper.js', 'panel.html'],
        matches: ['http://*/*', 'https://*/*'],
        // A fresh address each session: a page cannot find out that Backstory is installed.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    commands: {
      'next-name': {
        description: 'Go to the next marked name',
        suggested_key: { default: 'Alt+Shift+N' },
      },
      'previous-name': {
        description: 'Go to the previous marked name',
        suggested_key: { default: 'Alt+Shift+P' },
      },
      // Chromium lets an extension suggest four keys; this one is the reader's to choose.
      notebook: { description: 'Open the notebook beside the page' },
      'add-name': {
        description: 'Add the selected name to your own knowledge',
        suggested_key: { default: 'Alt+Shift+K' },
      },
      // Chromium lets an extension suggest four keys, so this one does two things (docs/decisions).
      'keep-passage': {
        description: 'Keep the selected passage; with nothing selected, go to the next kept one',
        suggested_key: { default: 'Alt+Shift+H' },
      },
      'previous-kept': { description: 'Go to the previous kept passage' },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'backstory@backstory.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
