// A browser that syncs, driven past the forms: deeds with a vault are done by the worker that the options page uses, and
// requests are those that it makes. From any page of the extension's own origin, `reader.desk()` for one.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import type { Deed, DeedAnswer, DeedAsk } from '../../entrypoints/options/sync/vault-messages.ts';
import type { SyncStatus } from '../../messaging/sync-requests.ts';
import type { RunningServer } from '../servers/server.ts';
import { BUILD } from './builds.ts';
import type { Site } from './site.ts';

/** As the extension's own pages have it. */
declare const chrome: typeof browser;

/** Makes, joins, moves or changes a vault; throws what it was refused with. A key from a passphrase takes seconds. */
export async function vaultDeed<D extends Deed>(
  page: Page,
  deed: D,
  ask: DeedAsk<D>,
): Promise<DeedAnswer<D>> {
  const file = readdirSync(join(BUILD, 'assets')).find((name) => name.startsWith('vault-worker-'));
  if (!file) throw new Error('the build has no worker for vaults');
  const news = await page.evaluate(
    ([path, deed, ask]) =>
      new Promise<{ kind: string; answer?: unknown; refused?: unknown }>((resolve) => {
        const worker = new Worker(path, { type: 'module' });
        worker.onmessage = ({ data }) => {
          if (data.kind !== 'done' && data.kind !== 'refused') return;
          worker.terminate();
          resolve(data);
        };
        worker.onerror = ({ message }) => resolve({ kind: 'broken', refused: message });
        worker.postMessage({ deed, ask });
      }),
    [`/assets/${file}`, deed, ask] as const,
  );
  if (news.kind !== 'done') throw new Error(`${deed}: ${JSON.stringify(news.refused)}`);
  return news.answer as DeedAnswer<D>;
}

/** What a page of ours asks the background worker. */
export async function askWorker(page: Page, backstory: string, body: object = {}): Promise<unknown> {
  const result = await page.evaluate(([backstory, body]) => chrome.runtime.sendMessage({ backstory, body }), [
    backstory,
    body,
  ] as const);
  if (!result?.ok) throw new Error(`${backstory}: ${JSON.stringify(result)}`);
  return result.value;
}

/** How sync stands: `up to date`, `running`, `waiting: offline`, `needs reader: password`, … */
export async function standing(page: Page): Promise<string> {
  const status = (await askWorker(page, 'syncStatus')) as SyncStatus;
  if (status.state !== 'set up') return status.state;
  const { activity } = status;
  if (activity.is === 'waiting') return `waiting: ${activity.why}`;
  return activity.is === 'needs reader' ? `needs reader: ${activity.what}` : activity.is;
}

/** Requests to this server are what the reader of this test wants; or there is no network. */
export function network(site: Site, { settings }: RunningServer, is: 'there' | 'gone'): void {
  const { origin } = new URL(settings.address);
  if (is === 'there') site.wanted.add(origin);
  else site.wanted.delete(origin);
  site.servers.set(origin, () => 'offline');
}
