// Loaded by the gate with the first words that are selected in an article, and where something is kept.
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerPageOf } from '../messaging/channel.ts';
import { keptPageRequests } from '../messaging/keeping-requests.ts';
import { channelCorrecting, choose } from '../page/correcting/choose.tsx';
import { offerKeeper } from '../page/keeper-handle.ts';
import { startKeeper } from '../page/keeping/keeper.ts';
import { channelKeeping } from '../page/keeping/keeping-worker.ts';
import { storedColour } from '../page/keeping/last-colour.ts';

// Any path, also one that WXT's own list does not have yet.
const runtime: { getURL(path: string): string } = browser.runtime;

export default defineUnlistedScript(() =>
  offerKeeper(({ signal }) => ({
    choose: (element, choosing) => choose(element, choosing, channelCorrecting),
    ...startKeeper({
      signal,
      worker: channelKeeping,
      lastColour: storedColour,
      local: browser.storage.local,
      frameAddress: runtime.getURL('/panel.html'),
      isAlive: () => browser.runtime?.id !== undefined,
      // No answer is waited for: most often no notebook is open.
      onOpened: (id) =>
        void browser.runtime.sendMessage({ backstory: 'kept-shown', body: { id } }).catch(() => undefined),
      random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
      onKeptChanged: (then) =>
        answerPageOf(keptPageRequests, {
          keptChanged: () => {
            then();
            return {};
          },
        }),
    }),
  })),
);
