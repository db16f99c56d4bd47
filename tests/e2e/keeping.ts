// A reader who keeps passages: what they select, what they see painted, and the panel in which they write, which is a
// frame of the extension's own.
import { expect, type Frame, type Page } from '@playwright/test';
import { type KeptMark, keptHere, placeOfHere } from '../painted.ts';

/** Everything painted as kept, in no order; what lies on nodes that have left the page is not to be seen. */
export const keptMarks = (page: Page): Promise<KeptMark[]> => page.evaluate(keptHere);

export async function seesKept(page: Page, marks: readonly KeptMark[]): Promise<void> {
  const order = (all: readonly KeptMark[]) => all.map(({ colour, text }) => `${colour}: ${text}`).sort();
  await expect.poll(async () => order(await keptMarks(page)), { timeout: 12_000 }).toEqual(order(marks));
}

/** Where words stand, in the window's pixels. */
export const placeOf = (page: Page, words: string): Promise<DOMRect> => page.evaluate(placeOfHere, words);

/** With the mouse, as a reader does: from the first letter to the last, which stand on one line. */
export async function selectByMouse(page: Page, words: string): Promise<void> {
  const { left, right, top, bottom } = await placeOf(page, words);
  const y = (top + bottom) / 2;
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, y, { steps: 3 });
  await page.mouse.move(right, y, { steps: 3 });
  await page.mouse.up();
}

/** As the keyboard, "select all" or a screen reader does. */
export async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at !== -1) {
        window.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }
    throw new Error(`the page does not say ${wanted}`);
  }, words);
}

export const bar = (page: Page) => page.locator('backstory-bar');

/** The panel's frame, once it shows something. */
export async function panel(page: Page): Promise<Frame> {
  let found: Frame | undefined;
  await expect
    .poll(
      () => {
        found = page.frames().find((frame) => /^chrome-extension:.*\/panel\.html/.test(frame.url()));
        return found?.locator('main').count() ?? 0;
      },
      { message: 'the panel', timeout: 12_000 },
    )
    .toBe(1);
  if (!found) throw new Error('there is no panel');
  return found;
}

export async function seesNoPanel(page: Page): Promise<void> {
  await expect
    .poll(() => page.frames().filter((frame) => frame.url().includes('/panel.html')).length)
    .toBe(0);
}

/** All text below our panel, whose shadow root is closed: as the browser's own tools see it. */
export async function closedText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const texts: string[] = [];
  type Seen = typeof root;
  const walk = (node: Seen, ours: boolean) => {
    const inside = ours || node.localName === 'backstory-panel';
    if (inside && node.nodeType === 3) texts.push(node.nodeValue);
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child, inside);
  };
  walk(root, false);
  return texts.join(' ');
}
