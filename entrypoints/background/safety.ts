// What the worker answers the options page about snapshots and the end of everything.
import { browser } from 'wxt/browser';
import type { Handlers } from '../../messaging/channel.ts';
import { CORRECTIONS_CHANGED } from '../../messaging/correction-requests.ts';
import { OWN_CHANGED } from '../../messaging/own-requests.ts';
import type { SafetyRequests } from '../../messaging/safety-requests.ts';
import { say } from '../../messaging/say.ts';
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
import { alone, sayChanged, schedule, syncSoon } from './sync/runner.ts';
import { markTabsAnew } from './tabs.ts';

export const safetyAnswers: Handlers<SafetyRequests> = {
  kept: () => countKept(),

  snapshots: async () => {
    const { snapshots, bytes } = await listSnapshots();
    return { snapshots: snapshots.map(({ documents: _, ...listed }) => listed), bytes };
  },

  takeSnapshot: async () => ({ taken: (await takeSnapshot('asked', now())) !== null }),

  snapshotPreview: async ({ id }) => toldOf(await previewSnapshot(id)),

  restoreSnapshot: async ({ id, changed }, _sender, request) => {
    const done = await thenTell(restoreSnapshot(id, { changed, now: now() }, request));
    ownChanged();
    return { done };
  },

  undoBrought: async (_ask, _sender, id) => {
    const changed = await thenTell(undoLast('undo', now(), id));
    ownChanged();
    return { changed };
  },

  deleteSnapshots: async () => {
    await deleteSnapshots();
    return {};
  },

  deleteEverything: async () => {
    await noSnapshot();
    // A run of sync that goes on would write into what is being deleted.
    await alone(deleteEverything);
    await schedule();
    // The colour that was last used, words that were selected to be added, drafts.
    await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
    tellOfKept();
    ownChanged();
    sayChanged();
    return {};
  },

  broughtIn: async () => {
    await thenTell(Promise.resolve());
    // It was written by a worker of the options page, whose changes are not heard here.
    void syncSoon().catch(() => undefined);
    ownChanged();
    return {};
  },
};

/** Entries of the reader's own, and what they said of names, may have come or gone as well. */
function ownChanged(): void {
  forgetOwn();
  say(OWN_CHANGED);
  say(CORRECTIONS_CHANGED);
  void markTabsAnew();
}
