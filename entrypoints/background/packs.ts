// What the worker answers about packs.
import type { Handlers } from '../../messaging/channel.ts';
import type { PackRequests } from '../../messaging/pack-requests.ts';
import { CodedError } from '../../messaging/result.ts';
import { unreadablePacks } from '../../storage/packs/index.ts';
import { removePack, reopen, STARTER, withKnowledge } from './knowledge.ts';
import { markTabsAnew } from './tabs.ts';
import { keepSchedule, schedule } from './updates.ts';

export const packAnswers: Handlers<PackRequests> = {
  packs: () =>
    withKnowledge(async ({ packs, notices }) => ({
      packs: [...packs],
      notices: [...notices],
      // Where nothing is stored, nothing unreadable is.
      unreadable: (await unreadablePacks().catch(() => [])).filter(({ id }) => id !== STARTER),
    })),

  packsChanged: async () => {
    await reopen();
    void markTabsAnew();
    return {};
  },

  removePack: async ({ id }) => {
    await removePack(id);
    void markTabsAnew();
    // Nothing may be left to look for.
    await keepSchedule();
    return {};
  },

  schedulePack: async ({ id, every }) => {
    await schedule(id, every).catch((error: unknown) => {
      throw new CodedError('not-stored', error);
    });
    await reopen();
    return {};
  },
};
