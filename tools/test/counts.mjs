// Adding up what the runners report. A skipped test is a promise not kept on this machine, so its reason is
// kept beside its name.

/** @param {any} report of vitest's json reporter */
export function vitestCounts(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failedFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const skipped = tests.filter((test) => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status));
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    // A file that does not even load has no tests to fail, yet something failed.
    failed: tests.filter((test) => test.status === 'failed').length + failedFiles.length,
    skipped: skipped.map((test) => test.fullName),
  };
}

function playwrightTests(suite) {
  const here = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ title: `${spec.title} [${test.projectName}]`, test })),
  );
  return [...here, ...(suite.suites ?? []).flatMap(playwrightTests)];
}

/**
 * So many tests of a whole run may need a second attempt; one more, and all of them count as failed. Among some
 * hundreds that each kill a worker several times, a busy machine makes one come too late now and then, and a
 * run of twenty minutes should not be lost to it; a fault of ours shows in more than one.
 */
const MOST_UNSTEADY = 3;

/** @param {any} report of Playwright's json reporter */
export function playwrightCounts(report) {
  const tests = report.suites.flatMap(playwrightTests);
  const of = (status) => tests.filter(({ test }) => test.status === status);
  const unsteady = of('flaky');
  const tooMany = unsteady.length > MOST_UNSTEADY;
  return {
    passed: of('expected').length + (tooMany ? 0 : unsteady.length),
    failed: of('unexpected').length + (tooMany ? unsteady.length : 0) + report.errors.length,
    unsteady: unsteady.map(({ title, test }) => {
      const first = test.results[0]?.error?.message ?? 'no reason given';
      return `${title}: ${first.split('\n')[0]}`;
    }),
    skipped: of('skipped').map(({ title, test }) => {
      const why = test.annotations.find((annotation) => annotation.type === 'skip')?.description;
      return why ? `${title}: ${why}` : title;
    }),
  };
}
