// What the worker answers our own pages about sync.
import type { Handlers } from '../../messaging/channel.ts';
import { CodedError } from '../../messaging/result.ts';
import type { SyncRequests } from '../../messaging/sync-requests.ts';

/** Nothing was set up, so there is nothing to do. */
const gone = (): never => {
  throw new CodedError('gone', 'sync is not set up');
};

export const syncAnswers: Handlers<SyncRequests> = {
  syncStatus: () => ({ state: 'not set up', left: null }),
  syncNow: gone,
  syncSetUp: gone,
  syncLeave: gone,
  nameDevice: gone,
  answerDeletions: gone,
};
