// The reader's other device: a Chromium with the same extension, in which the same stories are served. Less of a reader
// than Chromium's own tests have (tests/e2e/reader.ts); here it is there to be merged with.
import { rmSync } from 'node:fs';
import type { BrowserContext, Frame, Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import { PANEL } from '../../components/keeping-words.ts';
import { buildFolder } from '../e2e/builds.ts';
import { launch } from '../e2e/launch.ts';
import { type KeptMark, keptHere, placeOfHere } from '../painted.ts';

export class ChromiumDevice {
  readonly #context: BrowserContext;
  readonly #origin: string;
  readonly #folder: string;
  /** By their address. */
  readonly #stories = new Map<string, string>();
  /** The one server that may be asked; null: no network. */
  server: string | null = null;
  readonly leaked: string[] = [];

  private constructor(context: BrowserContext, extensionId: string, folder: string) {
    this.#context = context;
    this.#origin = `chrome-extension://${extensionId}`;
    this.#folder = folder;
  }

  static async start(): Promise<ChromiumDevice> {
    const folder = buildFolder('may-sync');
    const { context, extensionId } = await launch({ build: folder });
    const device = new ChromiumDevice(context, extensionId, folder);
    await context.route(/^(https?|wss?):/, async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      const body = device.#stories.get(url.href);
      if (url.origin === device.server) await route.continue();
      else if (body !== undefined) await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
      else {
        const isOurs = url.hostname === '127.0.0.1' || url.pathname === '/favicon.ico';
        if (!isOurs) device.leaked.push(`${request.method()} ${url.href}`);
        await route.abort('internetdisconnected');
      }
    });
    return device;
  }

  async stop(): Promise<void> {
    await this.#context.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async read(story: string, address: string): Promise<Page> {
    this.#stories.set(address, story);
    const page = await this.#context.newPage();
    await page.goto(address);
    return page;
  }

  async seesKept(page: Page, marks: readonly KeptMark[]): Promise<void> {
    await expect.poll(() => page.evaluate(keptHere)).toEqual(marks);
  }

  /** The note of the passage in which these words stand, in its panel. */
  async note(page: Page, words: string): Promise<Locator> {
    await page.bringToFront();
    const { x, y, width, height } = await page.evaluate(placeOfHere, words);
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(() => this.#panel(page)?.getByLabel(PANEL.note).count() ?? 0).toBe(1);
    const note = this.#panel(page)?.getByLabel(PANEL.note);
    if (!note) throw new Error('there is no panel');
    return note;
  }

  /** What the panel says of what was written. */
  async saved(page: Page): Promise<string | null> {
    return (await this.#panel(page)?.locator('.saved').textContent()) ?? null;
  }

  #panel(page: Page): Frame | undefined {
    return page.frames().find((frame) => frame.url().includes('/panel.html'));
  }

  async settings(): Promise<Page> {
    const options = await this.#context.newPage();
    await options.goto(`${this.#origin}/options.html`);
    return options;
  }
}
