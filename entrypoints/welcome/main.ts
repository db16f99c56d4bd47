// The practice article is read like any news page, by the same reader, and passages are kept on it by the same keeper. No
// content script runs on the extension's own pages, so the page starts the one and answers for the other itself.
import { browser } from 'wxt/browser';
import { isForKeeper, keeperBy } from '../../page/keeper-handle.ts';
import { startReader } from '../../page/start.ts';

/** By its path: the address that `getURL` gives to pages is a stranger's to the policy on our own. */
const KEEPER: string = '/keeper.js';
const keeper = keeperBy(() => import(/* @vite-ignore */ KEEPER), new AbortController().signal);

browser.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: unknown) => void) => {
  if (sender.id !== browser.runtime.id || !isForKeeper(message)) return undefined;
  // What cannot be loaded is told by whoever asked, who waits in vain.
  void keeper().then(async (there) => respond(await there.answer(message)));
  return true;
});

void startReader({ force: true, keeper });
