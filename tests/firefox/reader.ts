// A reader at this Firefox, in the same words as Chromium's (tests/e2e/reader.ts). Before each step the background is
// ended, as the browser may do at any moment.
import type { Browser, Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { ServedPage } from '../e2e/site.ts';
import { type KeptMark, keptHere, type Mark, marksHere, middleOfMarkHere, placeOfHere } from '../painted.ts';
import { EXTENSION } from './extension.ts';
import type { Parent } from './parent.ts';
import { Screen } from './screen.ts';
import type { Web } from './web.ts';

export class Reader {
  readonly browser: Browser;
  readonly parent: Parent;
  readonly web: Web;
  /** What pages of ours, or pages with a script of ours in them, have thrown. */
  readonly thrown: string[] = [];
  /** How often a running background was ended, or had ended: a test that meant to and never did proves nothing. */
  kills = 0;

  constructor(browser: Browser, parent: Parent, web: Web) {
    this.browser = browser;
    this.parent = parent;
    this.web = web;
  }

  /** One thing that a reader does or sees, with the background just ended. */
  async step<T>(name: string, act: () => Promise<T>): Promise<T> {
    if (await this.parent.endBackground()) this.kills += 1;
    try {
      return await act();
    } catch (error) {
      if (error instanceof Error) error.message = `${name}: ${error.message}`;
      throw error;
    }
  }

  /** Until the background has ended by itself, as Firefox ends one that has nothing to do. */
  async untilIdle(): Promise<void> {
    await expect.poll(() => this.parent.background(), { timeout: 30_000 }).toBe('stopped');
    this.kills += 1;
  }

  async newTab(): Promise<Page> {
    const page = await this.browser.newPage();
    page.on('pageerror', (error) => this.thrown.push(String(error)));
    return page;
  }

  /** Opens a story in a tab of its own and waits until it is marked. */
  async read(story: ServedPage | string, path: string): Promise<Page> {
    const page = await this.newTab();
    await page.goto(this.web.serve(story, path), { waitUntil: 'load' });
    await this.seesMarks(page);
    return page;
  }

  async seesMarks(page: Page): Promise<Mark[]> {
    const seen = expect.poll(() => page.evaluate(marksHere), {
      message: 'marks on the page',
      timeout: 25_000,
    });
    await seen.not.toEqual([]);
    return page.evaluate(marksHere);
  }

  async sees(page: Page, marks: readonly Mark[]): Promise<void> {
    await expect.poll(() => page.evaluate(marksHere)).toEqual(marks);
  }

  async seesKept(page: Page, marks: readonly KeptMark[]): Promise<void> {
    const order = (all: readonly KeptMark[]) => all.map(({ colour, text }) => `${colour}: ${text}`).sort();
    await expect.poll(async () => order(await page.evaluate(keptHere))).toEqual(order(marks));
  }

  /** Rests the pointer on a mark, coming from where none is. */
  async hover(page: Page, text: string): Promise<void> {
    await page.bringToFront();
    const middle = await page.evaluate(middleOfMarkHere, [text, 0] as const);
    if (!middle) throw new Error(`no mark «${text}» on the page`);
    await page.mouse.move(2, 2);
    await page.mouse.move(middle.x - 2, middle.y, { steps: 3 });
    await page.mouse.move(middle.x, middle.y);
  }

  /** From the first letter to the last, which stand on one line. */
  async selectByMouse(page: Page, words: string): Promise<void> {
    await page.bringToFront();
    const { left, right, top, bottom } = await page.evaluate(placeOfHere, words);
    const y = (top + bottom) / 2;
    await page.mouse.move(left + 1, y);
    await page.mouse.down();
    await page.mouse.move((left + right) / 2, y, { steps: 3 });
    await page.mouse.move(right, y, { steps: 3 });
    await page.mouse.up();
  }

  async pressAt(page: Page, words: string): Promise<void> {
    await page.bringToFront();
    const { x, y, width, height } = await page.evaluate(placeOfHere, words);
    await page.mouse.click(x + width / 2, y + height / 2);
  }

  /** A keyboard shortcut of the extension, as the browser's own key does it: keys of a test go to pages only. */
  async shortcut(page: Page, key: string): Promise<void> {
    await page.bringToFront();
    const done = await this.parent.run(
      `const key = document.querySelector('keyset[id^=ext-keyset-id-backstory] key[key="' + given + '"]');
       key?.doCommand();
       return key !== null;`,
      key,
    );
    if (done !== true) throw new Error(`no shortcut has the key ${key}`);
  }

  /** An item of ours in the context menu on these words. */
  async pressMenu(page: Page, words: string, id: string): Promise<void> {
    await page.bringToFront();
    const { x, y, width, height } = await page.evaluate(placeOfHere, words);
    await page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
    await expect.poll(() => this.parent.pressMenu(id), { message: `${id} in the context menu` }).toBe(true);
  }

  /** Keeps these words, which stand on one line, in that colour. */
  async keep(page: Page, words: string, colour = 'yellow'): Promise<void> {
    await this.selectByMouse(page, words);
    await this.bar(page).press('button', new RegExp(colour));
    await expect.poll(() => page.evaluate(keptHere)).toContainEqual({ colour, text: words });
  }

  card(page: Page): Screen {
    return new Screen(page, { within: 'backstory-card' });
  }

  bar(page: Page): Screen {
    return new Screen(page, { within: 'backstory-bar' });
  }

  /** The panel's frame, once it shows something. Its shadow root is closed; the browser knows its frames all the same. */
  async panel(page: Page): Promise<Screen> {
    const found: Frame[] = [];
    await expect
      .poll(
        async () => {
          for (const frame of page.frames().slice(1)) {
            const shows = () =>
              location.pathname === '/panel.html' && document.querySelector('main') !== null;
            if (await frame.evaluate(shows).catch(() => false)) found.push(frame);
          }
          return found.length;
        },
        { message: 'the panel' },
      )
      .toBeGreaterThan(0);
    const frame = found.at(-1);
    if (!frame) throw new Error('there is no panel');
    return new Screen(page, { frame });
  }

  async seesNoPanel(page: Page): Promise<void> {
    await expect.poll(() => page.frames().length, { message: 'frames of the page' }).toBe(1);
  }

  /** A page of the extension's own, as a tab. */
  async open(path: string): Promise<Screen> {
    const page = await this.newTab();
    await this.parent.navigate(page, `${EXTENSION.origin}/${path}`);
    await expect
      .poll(() => page.evaluate(() => location.href).catch(() => ''), { message: path })
      .toBe(`${EXTENSION.origin}/${path}`);
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
    return new Screen(page);
  }

  /** One that is about the page in another tab. */
  async openAbout(page: Page, surface: 'popup' | 'notebook'): Promise<Screen> {
    const tab = await this.parent.tabOf(page.url());
    return this.open(`${surface}.html?tab=${tab}`);
  }

  /** Loads a page of ours again: the browser tells nobody when it is done. */
  async reload({ page }: Screen): Promise<void> {
    const url = await page.evaluate(() => {
      Reflect.set(window, 'before', true);
      return location.href;
    });
    await this.parent.navigate(page, 'about:blank');
    await expect.poll(() => page.evaluate(() => location.href).catch(() => '')).toBe('about:blank');
    await this.parent.navigate(page, url);
    await expect.poll(() => page.evaluate(() => location.href).catch(() => '')).toBe(url);
  }
}
