// Every end-to-end test gets a browser of its own with the extension in it, and a reader. After each test,
// without being asked, it is checked that nothing left the browser and that the worker really was killed.
import { rmSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { BUILD, type BuildName, buildFolder } from './builds.ts';
import { launch } from './launch.ts';
import { Reader, type WorkerLife } from './reader.ts';
import { Site } from './site.ts';
import { ExtensionWorker } from './worker.ts';

export type { WorkerLife } from './reader.ts';
export { expect };

interface Options {
  workerLife: WorkerLife;
  /** `test.use({ build: 'broken-pack' })`: the extension with one thing wrong. */
  build: BuildName;
  /** `test.use({ touch: true })`: a finger, on a narrow screen. */
  touch: boolean;
  /** `test.use({ mayLeak: true })`: only for the test that shows that a leak would be seen. */
  mayLeak: boolean;
}

export const test = base.extend<Options & { reader: Reader }>({
  workerLife: ['alive', { option: true }],
  build: ['whole', { option: true }],
  touch: [false, { option: true }],
  mayLeak: [false, { option: true }],
  reader: async ({ workerLife, build, touch, mayLeak }, use) => {
    const folder = buildFolder(build);
    const { context, extensionId } = await launch({ build: folder, touch });
    try {
      const site = new Site();
      await site.open(context);
      const worker = await ExtensionWorker.of(context, extensionId);
      const reader = new Reader(context, site, worker, extensionId, workerLife);
      await reader.desk();
      await use(reader);
      if (!mayLeak) expect(site.leaked, 'requests that left the browser').toEqual([]);
      if (workerLife === 'killed')
        expect(worker.kills, 'times that the worker was killed').toBeGreaterThan(0);
    } finally {
      await context.close();
      if (folder !== BUILD) rmSync(folder, { recursive: true, force: true });
    }
  },
});
