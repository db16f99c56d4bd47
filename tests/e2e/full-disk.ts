// A disk without room, for the extension's origin alone. Only a build that is granted no more than the usual share
// (`limited-storage`) can meet it.
import type { Page } from '@playwright/test';
import type { Reader } from './reader.ts';

/** Bytes: less than the packs take already, so not one more letter goes in. */
const NOTHING_LEFT = 1_000;
/** Milliseconds. While a database is open, Chromium goes by what it last knew of the free space. */
const UNTIL_KNOWN = 4_000;

/** Returns what makes room again. Any page of this browser will do. */
export async function fillDisk(reader: Reader, page: Page): Promise<() => Promise<void>> {
  const session = await reader.context.newCDPSession(page);
  const origin = reader.address('').slice(0, -1);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: NOTHING_LEFT });
  await reader.worker.kill();
  let kills: number;
  do {
    kills = reader.worker.kills;
    await page.waitForTimeout(UNTIL_KNOWN);
    // A page that asked meanwhile has woken it, and opened the database again.
    await reader.worker.kill();
  } while (reader.worker.kills > kills);
  return async () => {
    await session.send('Storage.overrideQuotaForOrigin', { origin });
  };
}
