// What `npm test` says in its last line must not be kinder than what happened.
import { expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript, since it runs before anything is installed
import { playwrightCounts } from '../../../tools/test/counts.mjs';

const spec = (title: string, status: string, error?: string) => ({
  title,
  tests: [
    {
      projectName: 'worker killed',
      status,
      annotations: [],
      results: [error === undefined ? {} : { error: { message: error } }],
    },
  ],
});

const report = (...specs: readonly ReturnType<typeof spec>[]) => ({ suites: [{ specs }], errors: [] });

const slow = (number: number) => spec(`slow ${number}`, 'flaky', 'too late\nat line 3');

it('names a test that passed only at the second attempt, and why it failed at the first', () => {
  const counts = playwrightCounts(report(spec('one', 'expected'), slow(1)));
  expect(counts).toMatchObject({ passed: 2, failed: 0, unsteady: ['slow 1 [worker killed]: too late'] });
});

it('counts all of them as failed when there are more than a busy machine explains', () => {
  expect(playwrightCounts(report(slow(1), slow(2), slow(3)))).toMatchObject({ passed: 3, failed: 0 });
  expect(playwrightCounts(report(slow(1), slow(2), slow(3), slow(4)))).toMatchObject({
    passed: 0,
    failed: 4,
  });
});

it('counts a test that failed twice, and a run that could not begin', () => {
  expect(playwrightCounts(report(spec('one', 'unexpected')))).toMatchObject({ passed: 0, failed: 1 });
  expect(playwrightCounts({ suites: [], errors: [{}] })).toMatchObject({ passed: 0, failed: 1 });
});
