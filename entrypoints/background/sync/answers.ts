// What the worker answers our own pages about sync.
import { asSegmentName } from '../../../core/sync/format/name.ts';
import { placeName } from '../../../core/sync/remote/settings.ts';
import type { Handlers } from '../../../messaging/channel.ts';
import type { SyncRequests } from '../../../messaging/sync-requests.ts';
import { nameDevice } from '../../../storage/reader/device-names.ts';
import { codeSeen, leave, readAnswers, readSetUp, writeAnswers } from '../../../storage/sync/index.ts';
import { alone, runningNow, sayChanged, schedule, syncAsked } from './runner.ts';
import { statusNow } from './status.ts';

export const syncAnswers: Handlers<SyncRequests> = {
  syncStatus: () => statusNow(runningNow(), Date.now()),

  // Not waited for: a first run takes its time, and tells how far it is.
  syncNow: async () => {
    await syncAsked();
    return {};
  },

  syncSetUp: async () => {
    await schedule();
    await syncAsked();
    return {};
  },

  syncLeave: async () => {
    const stored = await readSetUp();
    const left = stored.is === 'there' ? placeName(stored.setUp.settings) : null;
    await alone(() => leave(left));
    await schedule();
    sayChanged();
    return {};
  },

  syncCodeSeen: async () => {
    // Not `alone`, which would end the first run: what both change of the row is changed in one transaction each.
    await codeSeen();
    sayChanged();
    return {};
  },

  nameDevice: async ({ device, name }) => {
    await nameDevice(device, name);
    sayChanged();
    return {};
  },

  answerDeletions: async ({ remove, segments }) => {
    const shown = segments.flatMap((name) => asSegmentName(name) ?? []);
    await writeAnswers([...(await readAnswers()), { segments: shown, says: remove ? 'take' : 'keep' }]);
    await syncAsked();
    return {};
  },
};
