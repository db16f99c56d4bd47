// A finger on a narrow screen. The long press that selects is the browser's own, which no test tool can do: here the
// finger goes down, the words are selected, and the browser takes the finger over, as it does.
import type { Frame, Locator, Page } from '@playwright/test';
import { BAR, PANEL } from '../../components/keeping-words.ts';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { bar, panel, placeOf, seesKept, seesNoPanel, select } from './keeping.ts';
import type { Reader } from './reader.ts';
import { briefStory } from './stories.ts';

const PART = 'A clerk came out twice';
/** Pixels: as large as a fingertip. */
const FINGER = 44;
/** Pixels below the last line that the browser's own handles take. */
const HANDLES = 30;

test.use({ touch: true });

async function pressLong(reader: Reader, page: Page, words: string): Promise<void> {
  const { x, y, width, height } = await placeOf(page, words);
  const session = await reader.context.newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x: x + width / 2, y: y + height / 2 }],
  });
  await page.waitForTimeout(400);
  await select(page, words);
  await session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  await session.detach();
}

/** Which of them a fingertip would miss; a word within a sentence may be as small as the sentence. */
function tooSmall(place: Locator | Frame): Promise<string[]> {
  return place.locator('button, label:not(.unseen), textarea, input[type="text"]').evaluateAll(
    (all, least) =>
      all
        .filter((each) => !each.matches('.inline'))
        .map((each) => ({ each, box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
        .map(({ each, box }) => `${each.outerHTML.slice(0, 80)}: ${box.width} by ${box.height}`),
    FINGER,
  );
}

test('a finger keeps words: the bar leaves the handles free, everything is large enough and in the window', async ({
  reader,
}) => {
  test.setTimeout(90_000);
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('a long press on some words', () => pressLong(reader, page, PART));
  const tools = bar(page).getByRole('toolbar');
  await expect(tools).toBeVisible();
  const [line, box] = [await placeOf(page, PART), await tools.boundingBox()];
  expect(box?.y).toBeGreaterThanOrEqual(line.bottom + HANDLES);
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  // One row: a second one would cover as much again of what is read.
  expect(box?.height).toBeLessThan(2 * FINGER);
  expect(await tooSmall(tools)).toEqual([]);

  await reader.step('a colour is tapped', () => bar(page).getByRole('button', { name: /pink/ }).tap());
  await seesKept(page, [{ colour: 'pink', text: PART }]);
  await expect(bar(page)).toContainText('Kept');
  expect(await tooSmall(bar(page))).toEqual([]);
  await reader.step('and its note', () => bar(page).getByRole('button', { name: BAR.addNote }).tap());
  const frame = await panel(page);
  await frame.getByLabel(PANEL.note).fill('With one thumb.');
  await frame.getByLabel(PANEL.tagsPlaceholder).fill('bus, train,');
  await expect(frame.locator('.saved')).toHaveText('Kept');
  expect(await tooSmall(frame)).toEqual([]);
  const inner = await frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth, window: innerWidth };
  });
  expect(inner.scrollWidth).toBe(inner.clientWidth);
  expect(inner.window).toBeLessThanOrEqual(344);
  expect(await axeFindings(page, frame)).toEqual([]);
  const { x = 0, y = 0 } = (await frame.getByRole('button', { name: PANEL.close }).boundingBox()) ?? {};
  // Nobody waits for the tap: it is never answered where the frame has gone before it could.
  await reader.step('it is closed', async () => {
    void page.touchscreen.tap(x + FINGER / 2, y + FINGER / 2).catch(() => undefined);
  });
  await seesNoPanel(page);
});

test('a tap on a kept passage opens its note, and a tap beside it closes it', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('a long press on some words', () => pressLong(reader, page, PART));
  await reader.step('which are kept', () => bar(page).getByRole('button', { name: /blue/ }).tap());
  await seesKept(page, [{ colour: 'blue', text: PART }]);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  const { x, y, width, height } = await placeOf(page, PART);
  await reader.step('they are tapped', () => page.touchscreen.tap(x + width / 2, y + height / 2));
  await expect((await panel(page)).locator('blockquote')).toHaveText(PART);
  await reader.step('and the page beside them', () => page.touchscreen.tap(x + 20, 20));
  await seesNoPanel(page);
});
