// One Firefox for each file of tests, since it takes seconds to start; each test has stories at addresses of its own.
// After each, without being asked, it is checked that nothing left the browser, that no script of ours complained, and
// that the background really was ended.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { launch } from './launch.ts';
import { Parent } from './parent.ts';
import { Reader } from './reader.ts';
import { Web } from './web.ts';

const CLOSE_WELCOME = `
  const tab = gBrowser.tabs.find((one) => one.linkedBrowser.currentURI.spec.endsWith('/welcome.html'));
  if (tab) gBrowser.removeTab(tab);
  return Boolean(tab);`;

export interface Sitting {
  /** Only within a test. */
  readonly reader: Reader;
  /** Where files are saved that the reader takes along. */
  readonly downloads: string;
}

/** To be called at the top of a file of tests. */
export function sitDown(): Sitting {
  const downloads = mkdtempSync(join(tmpdir(), 'backstory-downloads-'));
  const web = new Web();
  let reader: Reader | undefined;

  beforeAll(async () => {
    const browser = await launch({ proxyPort: await web.open(), downloads });
    reader = new Reader(browser, await Parent.of(browser), web);
    // The practice article, which opens after an installation, would be read and marked beside every test.
    const { parent } = reader;
    await vi.waitUntil(() => parent.run(CLOSE_WELCOME), { timeout: 30_000, interval: 50 });
  });

  beforeEach(() => {
    if (reader) reader.kills = 0;
  });

  afterEach(async () => {
    if (!reader) return;
    const complaints = await reader.parent.complaints();
    const thrown = reader.thrown.splice(0);
    const leaked = web.leaked.splice(0);
    // One page is left open, without which the browser would end.
    for (const page of (await reader.browser.pages()).slice(1)) await page.close();
    expect(leaked, 'requests that left the browser').toEqual([]);
    expect([...thrown, ...complaints], 'errors in the console').toEqual([]);
    expect(reader.kills, 'times that the background was ended').toBeGreaterThan(0);
  });

  afterAll(async () => {
    await reader?.browser.close();
    await web.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  return {
    get reader() {
      if (!reader) throw new Error('Firefox has not started');
      return reader;
    },
    downloads,
  };
}
