// A reader at the browser: what they can do (open a story, rest the pointer on a name, open the popup) and
// what they see (marks, the card). Scenarios are written in these words.
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { type Mark, marks, middleOfMark } from './marks.ts';
import type { ServedPage, Site } from './site.ts';
import type { ExtensionWorker } from './worker.ts';

/** As the extension's own pages and its worker have it. */
declare const chrome: typeof browser;

export type WorkerLife = 'alive' | 'killed';

export class Reader {
  readonly context: BrowserContext;
  readonly site: Site;
  readonly worker: ExtensionWorker;
  readonly extensionId: string;
  readonly #life: WorkerLife;
  readonly #tabs = new WeakMap<Page, number>();
  #desk: Page | undefined;
  #opened = 0;

  constructor(
    context: BrowserContext,
    site: Site,
    worker: ExtensionWorker,
    extensionId: string,
    life: WorkerLife,
  ) {
    this.context = context;
    this.site = site;
    this.worker = worker;
    this.extensionId = extensionId;
    this.#life = life;
  }

  /** One thing that a reader does or sees. In the second project the worker has just died before it. */
  step<T>(name: string, act: () => Promise<T>): Promise<T> {
    return test.step(name, async () => {
      if (this.#life === 'killed') await this.worker.kill();
      return act();
    });
  }

  /** An address of the extension's own origin. */
  address(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** A bare page of the extension's origin, from which its APIs can be called while the worker sleeps. */
  async desk(): Promise<Page> {
    if (!this.#desk) {
      this.#desk = await this.context.newPage();
      await this.#desk.goto(this.address('manifest.json'));
    }
    return this.#desk;
  }

  /** A new tab, whose number the popup needs. */
  async newTab(): Promise<Page> {
    const desk = await this.desk();
    this.#opened += 1;
    const address = `about:blank#tab-${this.#opened}`;
    const [page, id] = await Promise.all([
      this.context.waitForEvent('page', (opened) => opened.url() === address),
      desk.evaluate(async (url) => (await chrome.tabs.create({ url })).id, address),
    ]);
    if (id === undefined) throw new Error('the new tab has no number');
    this.#tabs.set(page, id);
    return page;
  }

  tabOf(page: Page): number {
    const id = this.#tabs.get(page);
    if (id === undefined) throw new Error('this page was not opened by newTab');
    return id;
  }

  /** Opens a story in a tab of its own, without waiting for marks. */
  async visit(story: ServedPage | string, path = '/story'): Promise<Page> {
    const address = this.site.serve(story, path);
    const page = await this.newTab();
    await page.goto(address, { waitUntil: 'load' });
    return page;
  }

  /** Opens a story and waits until it is marked. */
  async read(story: ServedPage | string, path = '/story'): Promise<Page> {
    const page = await this.visit(story, path);
    await this.seesMarks(page);
    return page;
  }

  /** Waits until the page is marked, and the marks have come to rest; what they are. */
  async seesMarks(page: Page): Promise<Mark[]> {
    await expect.poll(() => marks(page), { message: 'marks on the page', timeout: 12_000 }).not.toEqual([]);
    return marks(page);
  }

  async seesNoMarks(page: Page): Promise<void> {
    await expect.poll(() => marks(page), { message: 'no marks on the page' }).toEqual([]);
  }

  /** Rests the pointer on the nth mark with this text, coming from where no mark is. */
  async hover(page: Page, text: string, nth = 0): Promise<void> {
    const { x, y } = await middleOfMark(page, text, nth);
    await page.mouse.move(2, 2);
    await page.mouse.move(x - 2, y, { steps: 3 });
    await page.mouse.move(x, y);
  }

  card(page: Page): Locator {
    return page.locator('backstory-card');
  }

  /** The popup as an ordinary tab, showing this page. */
  async openPopup(page: Page): Promise<Page> {
    const popup = await this.context.newPage();
    await popup.goto(this.address(`popup.html?tab=${this.tabOf(page)}`));
    return popup;
  }

  /** A keyboard shortcut of the extension: key presses of a test do not reach the browser's own. */
  async command(page: Page, name: string): Promise<void> {
    await page.bringToFront();
    await this.inWorker((command) => {
      // `dispatch` is how Chromium's own bindings call listeners; no type knows it.
      const event: unknown = chrome.commands.onCommand;
      (event as { dispatch(name: string): void }).dispatch(command);
    }, name);
  }

  /** The extension is loaded anew, as after an update; its pages close, and its scripts in pages lose it. */
  async update(): Promise<void> {
    const desk = await this.desk();
    // The page that asks for it goes with the rest, and with it the answer.
    await desk.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await desk.close().catch(() => undefined);
    this.#desk = undefined;
  }

  /** Runs code in the real worker, waking it where it sleeps. */
  async inWorker<A, T>(code: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
    const desk = await this.desk();
    // Any message wakes it, also one that nobody answers.
    await desk.evaluate(() => chrome.runtime.sendMessage({ wake: true }).catch(() => undefined));
    const own = this.address('');
    const worker = this.context.serviceWorkers().find((each) => each.url().startsWith(own));
    if (!worker) throw new Error('the extension has no worker');
    return (worker.evaluate as (code: unknown, argument: A) => Promise<T>)(code, argument);
  }
}
