// The one script that runs on every page (page/gate.ts says what it does). The reader is a bundle of its
// own, loaded from an address that the bundler must not see, or it would be built into this one.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { judge } from '../core/article/judge.ts';
import { keepGate } from '../page/gate.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  // A second gate in the same page (put in by the popup, or after an update) ends the first by an event; the
  // page is not told by a message as well.
  noScriptStartedPostMessage: true,
  main(ctx) {
    // Any path, also one that WXT's own list does not have yet.
    const runtime: { getURL(path: string): string } = browser.runtime;
    const gate = keepGate(
      {
        isArticle: () => judge(document).article,
        load: () => import(/* @vite-ignore */ browser.runtime.getURL('/reader.js')),
        loadKeeper: () => import(/* @vite-ignore */ runtime.getURL('/keeper.js')),
        local: browser.storage.local,
        runtime: browser.runtime,
      },
      ctx.signal,
    );
    ctx.addEventListener(window, 'wxt:locationchange', () => gate.moved());
    // Asking is what makes WXT notice that the extension has gone.
    ctx.addEventListener(window, 'focus', () => ctx.isInvalid);
    ctx.addEventListener(window, 'pageshow', () => ctx.isInvalid);
  },
});
