// Every end-to-end test runs twice: with the extension's worker alive, and with it killed before each step,
// since a browser may end it at any moment and a reader must not notice.
import { defineConfig } from '@playwright/test';
import type { WorkerLife } from './tests/e2e/harness.ts';

export default defineConfig<{ workerLife: WorkerLife }>({
  testDir: 'tests/e2e',
  outputDir: '.artifacts/end-to-end',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // Where a whole run decides, once more: `npm test` names every test that needed it, and fails beyond a few.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 40_000,
  expect: { timeout: 8_000 },
  reporter: 'list',
  projects: [
    { name: 'worker alive', use: { workerLife: 'alive' } },
    { name: 'worker killed', use: { workerLife: 'killed' } },
  ],
});
