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

/** @param {any} report of Playwright's json reporter */
export function playwrightCounts(report) {
  const tests = report.suites.flatMap(playwrightTests);
  const of = (status) => tests.filter(({ test }) => test.status === status);
  return {
    passed: of('expected').length,
    // A test that passes at the second attempt is a test that failed.
    failed: of('unexpected').length + of('flaky').length + report.errors.length,
    skipped: of('skipped').map(({ title, test }) => {
      const why = test.annotations.find((annotation) => annotation.type === 'skip')?.description;
      return why ? `${title}: ${why}` : title;
    }),
  };
}
