import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerRequests } from '../../messaging/channel.ts';
import { answers } from './answers.ts';
import { refreshStarter } from './knowledge.ts';
import { toActiveTab } from './tabs.ts';

// All listeners at once, before anything is awaited: a worker that wakes for an event must find them there.
export default defineBackground(() => {
  answerRequests(answers);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void refreshStarter();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });

  browser.commands.onCommand.addListener((command) => {
    if (command === 'next-name') void toActiveTab('step', { by: 1 });
    if (command === 'previous-name') void toActiveTab('step', { by: -1 });
  });
});
