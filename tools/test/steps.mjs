// Everything that `npm test` runs, in order: what later steps need is built first. A step without `counts`
// is one test of its own: it passes or fails.
import { join } from 'node:path';
import { artifacts } from '../setup/run.mjs';
import { playwrightCounts, vitestCounts } from './counts.mjs';

const report = (name) => join(artifacts, `${name}.json`);
const unit = report('unit');
const servers = report('servers');
const browser = report('browser');
const firefox = report('firefox');
const endToEnd = report('end-to-end');

const vitest = (project, file) => [
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${file}`,
];

/**
 * @typedef {{ passed: number, failed: number, skipped: string[], unsteady?: string[] }} Counts
 * @typedef {{ name: string, command: string, args: string[], report?: string, browser?: boolean,
 *   firefox?: boolean, env?: Record<string, string>, counts?: (report: unknown) => Counts, notes?: RegExp }} Step
 * `browser`: cannot run without one. `firefox`: skipped where there is none. `notes`: lines of the log that are worth a look although the step passed.
 */

/** @type {readonly Step[]} */
export const STEPS = [
  { name: 'packs', command: 'npm', args: ['run', '-s', 'packs'] },
  { name: 'build-chrome', command: 'wxt', args: ['build'] },
  { name: 'build-firefox', command: 'wxt', args: ['build', '-b', 'firefox', '--mv3'] },
  { name: 'format-and-lint', command: 'biome', args: ['ci', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'dead-code', command: 'knip', args: [] },
  { name: 'import-directions', command: 'node', args: ['tools/import-directions.ts'] },
  { name: 'unit', command: 'vitest', args: vitest('unit', unit), report: unit, counts: vitestCounts },
  {
    name: 'servers',
    command: 'vitest',
    args: vitest('servers', servers),
    report: servers,
    counts: vitestCounts,
  },
  {
    name: 'browser',
    command: 'vitest',
    args: vitest('browser', browser),
    report: browser,
    counts: vitestCounts,
    browser: true,
  },
  {
    name: 'firefox',
    command: 'vitest',
    args: vitest('firefox', firefox),
    report: firefox,
    counts: vitestCounts,
    firefox: true,
  },
  { name: 'sync-simulation', command: 'node', args: ['tools/sim.ts', '--seeds', '200'] },
  { name: 'packs-check', command: 'npm', args: ['run', '-s', 'packs:check'] },
  {
    name: 'end-to-end',
    command: 'playwright',
    args: ['test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: endToEnd },
    report: endToEnd,
    counts: playwrightCounts,
    browser: true,
  },
  { name: 'sizes', command: 'node', args: ['tools/sizes.ts'] },
  {
    name: 'web-ext-lint-chrome',
    command: 'node',
    args: ['tools/lint-build.ts', 'chrome-mv3'],
    notes: /^warnings: [1-9]/m,
  },
  {
    name: 'web-ext-lint-firefox',
    command: 'node',
    args: ['tools/lint-build.ts', 'firefox-mv3'],
    notes: /^warnings: [1-9]/m,
  },
];
