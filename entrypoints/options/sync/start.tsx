// Everything about sync on the options page, loaded after the page is there: most readers come for something else.
import { browser } from 'wxt/browser';
import { askOf } from '../../../messaging/channel.ts';
import { KEPT_CHANGED } from '../../../messaging/kept-changed.ts';
import { SYNC_CHANGED, syncRequests } from '../../../messaging/sync-requests.ts';
import { qrPicture } from './qr.ts';
import { Sync } from './Sync.tsx';
import { wordShort } from './status-words.ts';
import { suggestedName } from './suggested-name.ts';
import { syncRunner } from './sync-runner.ts';
import { doWithVault, startVaultWorker } from './vault.ts';

/** Not in every browser, and not in the types of all. */
const picker: unknown = Reflect.get(window, 'showDirectoryPicker');

async function pickFolder(): Promise<FileSystemDirectoryHandle> {
  const picked: unknown =
    typeof picker === 'function' ? await picker.call(window, { id: 'backstory', mode: 'readwrite' }) : null;
  if (!(picked instanceof FileSystemDirectoryHandle)) throw new Error('this browser has no folders');
  return picked;
}

async function requestFolder(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const request: unknown = Reflect.get(folder, 'requestPermission');
  return typeof request === 'function' && (await request.call(folder, { mode: 'readwrite' })) === 'granted';
}

export interface SyncPart {
  readonly part: () => preact.JSX.Element;
  /** For the top of the page; null where nothing is set up. */
  readonly summary: () => string | null;
}

export function startSync(show: () => void): SyncPart {
  const runner = syncRunner({
    ask: (name, body) => askOf(syncRequests, name, body),
    show,
    deed: (deed, ask, options) => doWithVault(startVaultWorker, deed, ask, options),
    requestAccess: (pattern) => browser.permissions.request({ origins: [pattern] }),
    pickFolder,
    requestFolder,
    picture: qrPicture,
    copy: (text) => navigator.clipboard.writeText(text),
    print: () => print(),
    focus: (id) => document.getElementById(id)?.focus(),
  });
  new BroadcastChannel(SYNC_CHANGED).addEventListener('message', () => void runner.refresh());
  new BroadcastChannel(KEPT_CHANGED).addEventListener('message', () => void runner.refresh());
  // A broadcast may have been missed while the tab slept.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void runner.refresh();
  });
  void runner.refresh();
  return {
    part: () => (
      <Sync
        state={runner.state()}
        actions={runner.actions}
        now={Date.now()}
        suggested={suggestedName(navigator.userAgent)}
        hasFolders={typeof picker === 'function'}
      />
    ),
    summary: () => {
      const { status } = runner.state();
      return status.kind === 'there' && status.value.state === 'set up'
        ? wordShort(status.value, Date.now())
        : null;
    },
  };
}
