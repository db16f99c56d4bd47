// A browser that is killed over and over while notes are written and synced: the whole of Chromium at once, by a signal
// that no process hears of, at moments that are drawn.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { chromiumPath } from '../chromium.ts';
import type { RunningServer } from '../servers/server.ts';
import { BUILD } from './builds.ts';
import { askWorker, standing, vaultDeed } from './synced.ts';

declare const chrome: typeof browser;

const PASSPHRASE = 'orchard violin seven';
/** Milliseconds of writing before a kill: from before the first note is kept until long after its run of sync began. */
const LONGEST = 1_500;
const REST_MS = 120_000;

export interface Killed {
  readonly kills: number;
  /** Notes that were said to be kept. */
  readonly acked: number;
  /** Of those: not there when the browser was started again. */
  readonly lostHere: number;
  /** Of those: not on a second device that joined in the end. */
  readonly lostThere: number;
}

interface Open {
  readonly context: BrowserContext;
  readonly page: Page;
}

async function open(profile: string): Promise<Open> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    chromiumSandbox: false,
    args: [
      `--disable-extensions-except=${BUILD}`,
      `--load-extension=${BUILD}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/manifest.json`);
  return { context, page };
}

async function kill({ context }: Open): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('this browser has no process');
  const closed = new Promise((resolve) => context.once('close', resolve));
  process.kill(main.id, 'SIGKILL');
  await closed;
}

/** Writes one note after another until the browser is gone; each is told as soon as it was said to be kept. */
async function write(page: Page, round: number): Promise<void> {
  await page
    .evaluate(async (round) => {
      const told = globalThis as unknown as { acked(entity: string): Promise<void> };
      void chrome.runtime.sendMessage({ backstory: 'syncNow', body: {} });
      for (let n = 0; ; n++) {
        const entity = `Q${round * 10_000 + n}`;
        const body = { entity, name: 'Actor', kind: 'country', was: '', is: `Note on ${entity}.` };
        const answer = await chrome.runtime.sendMessage({ backstory: 'keepEntityNote', body });
        if (answer?.ok && answer.value.note) await told.acked(entity);
        if (n % 3 === 2) void chrome.runtime.sendMessage({ backstory: 'syncNow', body: {} });
      }
    }, round)
    // The page is gone in the middle of it: that is the point.
    .catch(() => undefined);
}

async function missingOn(page: Page, acked: ReadonlySet<string>): Promise<number> {
  let missing = 0;
  for (const entity of acked) {
    const { note } = (await askWorker(page, 'entityNote', { entity })) as { note: { note: string } | null };
    if (note?.note !== `Note on ${entity}.`) missing += 1;
  }
  return missing;
}

async function atRest(page: Page): Promise<void> {
  for (const until = Date.now() + REST_MS; Date.now() < until; ) {
    await askWorker(page, 'syncNow');
    await pause(300);
    if ((await standing(page)) === 'up to date') return;
  }
  throw new Error(`sync never came to rest: ${await standing(page)}`);
}

/** @param random at least 0, below 1 */
export async function liveThroughKills(
  server: RunningServer,
  kills: number,
  random: () => number,
): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-kills-'));
  const place = { settings: server.settings, folder: null };
  const acked = new Set<string>();
  try {
    let one = await open(join(folder, 'one'));
    await vaultDeed(one.page, 'create', { place, passphrase: PASSPHRASE, deviceName: 'One' });
    await askWorker(one.page, 'syncSetUp');
    await atRest(one.page);
    for (let round = 1; round <= kills; round++) {
      await one.page.exposeFunction('acked', (entity: string) => void acked.add(entity));
      const writing = write(one.page, round);
      await pause(random() * LONGEST);
      await kill(one);
      await writing;
      one = await open(join(folder, 'one'));
    }
    await atRest(one.page);
    const lostHere = await missingOn(one.page, acked);
    await one.context.close();
    const other = await open(join(folder, 'other'));
    const secret = { by: 'passphrase', passphrase: PASSPHRASE } as const;
    await vaultDeed(other.page, 'join', { place, secret, deviceName: 'Other' });
    await askWorker(other.page, 'syncSetUp');
    await atRest(other.page);
    const lostThere = await missingOn(other.page, acked);
    await other.context.close();
    return { kills, acked: acked.size, lostHere, lostThere };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
