// `npm run bench:sync -- [--passages N]`
// How long the first sync takes between two Chromiums on a WebDAV server of this machine, and what an idle poll asks. Its last
// line is JSON.
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { SyncStatus } from '../../../messaging/sync-requests.ts';
import { BUILD } from '../../e2e/builds.ts';
import { launch } from '../../e2e/launch.ts';
import { askWorker, standing, vaultDeed } from '../../e2e/synced.ts';
import { apache } from '../../servers/apache.ts';
import { type KeptRow, keptRows } from './kept.ts';

const { values } = parseArgs({ options: { passages: { type: 'string', default: '10000' } } });
const EACH = 20;
const PATIENCE_MS = 300_000;

const rows = keptRows(Math.ceil(Number(values.passages) / EACH), EACH);
const server = await apache.start();
const place = { settings: server.settings, folder: null };
const passphrase = 'orchard violin seven';

const desk = await profile();
await askWorker(desk.page, 'kept');
await seeded(desk.page, rows);
await vaultDeed(desk.page, 'create', { place, passphrase, deviceName: 'Desk' });
const sent = await timed(desk.page);

const train = await profile();
const secret = { by: 'passphrase', passphrase } as const;
await vaultDeed(train.page, 'join', { place, secret, deviceName: 'Train' });
const received = await timed(train.page);
const status = (await askWorker(train.page, 'syncStatus')) as Extract<SyncStatus, { state: 'set up' }>;

await Promise.all([desk.context.close(), train.context.close()]);
await server.stop();
const told = {
  passages: status.kept.passages,
  files: status.onServer?.files,
  megabytes: Math.round((status.onServer?.bytes ?? 0) / 1e5) / 10,
  sentInSeconds: sent,
  firstSyncInSeconds: received,
};
process.stdout.write(`${JSON.stringify(told)}\n`);
if (status.kept.passages !== rows.length) process.exitCode = 1;

async function profile() {
  const { context, extensionId } = await launch({ build: BUILD });
  const page = await context.newPage();
  // A bare page of the extension: the options page would ask how it stands all the while.
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return { context, page };
}

/** Seconds until everything is where it should be. */
async function timed(page: Page): Promise<number> {
  const began = Date.now();
  await askWorker(page, 'syncSetUp');
  while ((await standing(page)) !== 'up to date') {
    if (Date.now() - began > PATIENCE_MS) throw new Error(`not done: ${await standing(page)}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return Math.round((Date.now() - began) / 100) / 10;
}

/** Past the requests by which one passage after another is kept; what is derived is derived anew when it is next asked for. */
async function seeded(page: Page, kept: readonly KeptRow[]): Promise<void> {
  await page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('backstory-reader');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const within = open.result.transaction(['updates', 'outbox', 'derived'], 'readwrite');
          within.objectStore('derived').clear();
          for (const { document, update } of rows) {
            const bytes = Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0));
            const added = within.objectStore('updates').add({ document, update: bytes });
            added.onsuccess = () => within.objectStore('outbox').add({ update: added.result });
          }
          within.onerror = () => reject(within.error);
          within.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    kept,
  );
}
