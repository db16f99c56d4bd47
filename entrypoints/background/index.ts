import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { barRequests } from '../../messaging/bar-requests.ts';
import { answerRequests, answerRequestsOf } from '../../messaging/channel.ts';
import { correctionRequests } from '../../messaging/correction-requests.ts';
import { exchangeRequests } from '../../messaging/exchange-requests.ts';
import { keepingRequests } from '../../messaging/keeping-requests.ts';
import { libraryRequests } from '../../messaging/library-requests.ts';
import { lookUpRequests } from '../../messaging/look-up-requests.ts';
import { ownRequests } from '../../messaging/own-requests.ts';
import { packRequests } from '../../messaging/pack-requests.ts';
import { safetyRequests } from '../../messaging/safety-requests.ts';
import { siteRequests } from '../../messaging/site-requests.ts';
import { syncRequests } from '../../messaging/sync-requests.ts';
import { openNotebook } from '../notebook/open-notebook.ts';
import { addByCommand, addByMenu, offerMenu } from './add.ts';
import { answers, siteAnswers } from './answers.ts';
import { barAnswers } from './bar.ts';
import { correctionAnswers } from './corrections.ts';
import { openByMenu } from './doors.ts';
import { exchangeAnswers } from './exchange.ts';
import { keepByCommand, keepByMenu } from './keep.ts';
import { keepingAnswers } from './keeping.ts';
import { refreshStarter } from './knowledge.ts';
import { libraryAnswers } from './library.ts';
import { lookUpAnswers } from './look-up.ts';
import { ownAnswers } from './own.ts';
import { packAnswers } from './packs.ts';
import { safetyAnswers } from './safety.ts';
import { onSnapshotAlarm, snapshotNow } from './snapshots.ts';
import { syncAnswers } from './sync/answers.ts';
import { listenForSync } from './sync/runner.ts';
import { toActiveTab } from './tabs.ts';
import { keepSchedule, onAlarm } from './updates.ts';

// All listeners at once, before anything is awaited: a worker that wakes for an event must find them there.
export default defineBackground(() => {
  answerRequests(answers);
  answerRequestsOf(siteRequests, siteAnswers);
  answerRequestsOf(ownRequests, ownAnswers);
  answerRequestsOf(packRequests, packAnswers);
  answerRequestsOf(lookUpRequests, lookUpAnswers);
  answerRequestsOf(keepingRequests, keepingAnswers);
  answerRequestsOf(libraryRequests, libraryAnswers);
  answerRequestsOf(safetyRequests, safetyAnswers);
  answerRequestsOf(exchangeRequests, exchangeAnswers);
  answerRequestsOf(barRequests, barAnswers);
  answerRequestsOf(correctionRequests, correctionAnswers);
  answerRequestsOf(syncRequests, syncAnswers);
  listenForSync();

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void refreshStarter();
    void offerMenu();
    // Before this version changes anything.
    void snapshotNow();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });

  // Firefox forgets the menus of an extension when it is closed.
  browser.runtime.onStartup.addListener(() => {
    void offerMenu();
    // Alarms may be lost with a crash of the browser.
    void keepSchedule().catch(() => undefined);
    void snapshotNow();
  });
  // Firefox for Android has no menus.
  browser.contextMenus?.onClicked.addListener((click, tab) => {
    void addByMenu(click);
    void keepByMenu(click, tab);
    void openByMenu(click, tab);
  });

  browser.alarms.onAlarm.addListener((alarm) => {
    void onAlarm(alarm);
    void onSnapshotAlarm(alarm);
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'notebook' && tab?.id !== undefined) void openNotebook(tab.id);
    if (command === 'add-name') void addByCommand(tab);
    void keepByCommand(command, tab);
    if (command === 'next-name') void toActiveTab('step', { by: 1 });
    if (command === 'previous-name') void toActiveTab('step', { by: -1 });
  });
});
