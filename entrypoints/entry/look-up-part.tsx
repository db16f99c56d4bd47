// Wiring of the look-up: the browser's network, its switch, and the workers. Requests are made from here, a page of the
// extension's own, and never from one that the reader reads.
import { browser } from 'wxt/browser';
import { dayAt } from '../../core/knowledge/dates.ts';
import { languagesOf } from '../../core/knowledge/lookup/languages.ts';
import { askOf } from '../../messaging/channel.ts';
import { lookUpRequests } from '../../messaging/look-up-requests.ts';
import { ownRequests } from '../../messaging/own-requests.ts';
import { LookUp } from './LookUp.tsx';
import { remoteLookUp } from './look-up-remote.ts';
import { type LookUpPorts, lookUpRunner } from './look-up-runner.ts';
import type { Subject } from './state.ts';

/** What the entry page draws below the name. */
export function lookUpPart(
  page: Pick<LookUpPorts, 'open' | 'reopen' | 'join'> & { readonly draw: () => void },
) {
  const { actions, state, refresh } = lookUpRunner({
    ...page,
    wikidata: remoteLookUp({
      startWorker: () => new Worker(new URL('./look-up-worker.ts', import.meta.url), { type: 'module' }),
      agent: `Backstory/${browser.runtime.getManifest().version} (browser extension)`,
      languages: languagesOf(navigator.languages),
    }),
    today: () => dayAt(new Date()),
    isOn,
    ask: (name, body) => askOf(lookUpRequests, name, body),
    askOwn: (name, body) => askOf(ownRequests, name, body),
    show: page.draw,
    settings: () => void browser.runtime.openOptionsPage(),
  });
  void refresh();
  // The reader comes back from the settings.
  addEventListener('focus', () => void refresh());
  return (name: string, subject: Subject) => (
    <LookUp name={name} isNew={subject.is === 'new'} state={state()} actions={actions} />
  );
}

/** A reader may take back the browser's leave in the browser's own settings, too. */
async function isOn(): Promise<boolean> {
  const answer = await askOf(lookUpRequests, 'lookUp', {});
  if (!answer.ok || !answer.value.on) return false;
  return browser.permissions.contains({ origins: ['https://www.wikidata.org/*'] });
}
