// A browser that is killed, not closed, a moment after a note was said to be kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD } from './builds.ts';
import { expect, test } from './harness.ts';
import { panel, placeOf, seesKept, select } from './keeping.ts';
import { launch } from './launch.ts';
import { Reader } from './reader.ts';
import { Site } from './site.ts';
import { briefStory } from './stories.ts';
import { ExtensionWorker } from './worker.ts';

const WORDS = 'A clerk came out twice';

async function readerIn(profile: string): Promise<Reader> {
  const { context, extensionId } = await launch({ build: BUILD, profile });
  const site = new Site();
  await site.open(context);
  const worker = await ExtensionWorker.of(context, extensionId);
  return new Reader(context, site, worker, extensionId, 'alive');
}

/** As a power cut does to the browser: no script hears of it, nothing is written after it. */
async function kill(reader: Reader): Promise<void> {
  const browser = reader.context.browser();
  if (!browser) throw new Error('this context has no browser');
  const closed = new Promise((resolve) => reader.context.once('close', resolve));
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.crash').catch(() => undefined);
  await closed;
}

test('a passage and its note that were said to be kept are there after the browser was killed', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'backstory-killed-'));
  try {
    const before = await readerIn(profile);
    const page = await before.read(briefStory);
    await select(page, WORDS);
    await before.command(page, 'keep-passage');
    await seesKept(page, [{ colour: 'yellow', text: WORDS }]);
    await before.command(page, 'keep-passage');
    const frame = await panel(page);
    await expect(frame.getByLabel('Your note')).toBeFocused();
    await page.keyboard.type('Who was this clerk?');
    await expect(frame.locator('.saved')).toHaveText('Kept');
    await kill(before);

    const after = await readerIn(profile);
    const again = await after.read(briefStory);
    await seesKept(again, [{ colour: 'yellow', text: WORDS }]);
    const { x, y, width, height } = await placeOf(again, WORDS);
    await again.mouse.click(x + width / 2, y + height / 2);
    await expect((await panel(again)).getByLabel('Your note')).toHaveValue('Who was this clerk?');
    await after.context.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
