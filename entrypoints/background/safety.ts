// What the worker answers the options page about snapshots and the end of everything.
import { browser } from 'wxt/browser';
import type { Handlers } from '../../messaging/channel.ts';
import { OWN_CHANGED } from '../../messaging/own-requests.ts';
import type { SafetyRequests } from '../../messaging/safety-requests.ts';
import { countKept, undoLast } from '../../storage/reader/index.ts';
import {
  deleteEverything,
  deleteSnapshots,
  listSnapshots,
  previewSnapshot,
  restoreSnapshot,
  takeSnapshot,
  toldOf,
} from '../../storage/snapshots/index.ts';
import { now, tellOfKept, thenTell } from './kept-changed.ts';
import { forgetOwn } from './own-cache.ts';
import { noSnapshot } from './snapshots.ts';
import { markTabsAnew } from './tabs.ts';

export const safetyAnswers: Handlers<SafetyRequests> = {
  kept: () => countKept(),

  snapshots: async () => {
    const { snapshots, bytes } = await listSnapshots();
    return { snapshots: snapshots.map(({ documents: _, ...listed }) => listed), bytes };
  },

  takeSnapshot: async () => ({ taken: (await takeSnapshot('asked', now())) !== null }),

  snapshotPreview: async ({ id }) => toldOf(await previewSnapshot(id)),

  restoreSnapshot: async ({ id, changed }) => {
    const done = await thenTell(restoreSnapshot(id, { changed, now: now() }));
    ownChanged();
    return { done };
  },

  takeBack: async () => {
    const changed = await thenTell(undoLast('undo', now()));
    ownChanged();
    return { changed };
  },

  deleteSnapshots: async () => {
    await deleteSnapshots();
    return {};
  },

  deleteEverything: async () => {
    await noSnapshot();
    await deleteEverything();
    // Words that were selected to be added, and are not yet.
    await browser.storage.session.clear();
    tellOfKept();
    ownChanged();
    return {};
  },

  broughtIn: async () => {
    await thenTell(Promise.resolve());
    ownChanged();
    return {};
  },
};

/** Entries of the reader's own may have come or gone as well. */
function ownChanged(): void {
  forgetOwn();
  const channel = new BroadcastChannel(OWN_CHANGED);
  channel.postMessage(null);
  channel.close();
  void markTabsAnew();
}
