// `npm test`: sets up, runs every step, also after one has failed, and ends with one line that adds up all
// runners. A step's output stands in .artifacts/<step>.log and is shown only where the step fails.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox } from './setup/firefox.mjs';
import { artifacts, lastLines, run, say } from './setup/run.mjs';
import { setUp } from './setup.mjs';
import { STEPS } from './test/steps.mjs';

/** For one step; the longest takes ten on two cores. */
const MOST_MINUTES = 30;

const NOT_RUN = { passed: 0, failed: 1, skipped: [] };

/** A runner that exits with an error although no test failed has failed all the same. */
function count(step, code) {
  const own = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
  if (!step.counts) return own;
  try {
    const counts = step.counts(JSON.parse(readFileSync(step.report, 'utf8')));
    if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
    return counts;
  } catch {
    return NOT_RUN;
  }
}

async function runStep(step, { env, noBrowser }) {
  if (step.browser && noBrowser) {
    say(`✗ ${step.name}: not run; ${noBrowser}`);
    return NOT_RUN;
  }
  // Looked for only now: `npm test -- unit` needs none, and `npm start` neither.
  const found = step.firefox ? await findFirefox() : null;
  if (found && 'problem' in found) {
    say(`- ${step.name}: skipped; ${found.problem}`);
    return { passed: 0, failed: 0, skipped: [step.name] };
  }
  const log = join(artifacts, `${step.name}.log`);
  if (step.report) rmSync(step.report, { force: true });
  const started = performance.now();
  const code = await run(step.command, step.args, {
    log,
    env: { ...env, ...step.env, ...(found && { FIREFOX_PATH: found.path }) },
    minutes: MOST_MINUTES,
  });
  const counts = count(step, code);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const numbers = step.counts ? `  ${counts.passed} passed, ${counts.failed} failed` : '';
  say(`${counts.failed === 0 ? '✓' : '✗'} ${step.name.padEnd(22)} ${seconds.padStart(6)} s${numbers}`);
  if (counts.failed > 0) say(`${lastLines(log).replace(/^/gm, '    ')}\n    (all of it: ${log})`);
  const note = step.notes?.exec(readFileSync(log, 'utf8'));
  if (note && counts.failed === 0) say(`    ${note[0]} (${log})`);
  for (const skipped of counts.skipped) say(`    skipped: ${skipped}`);
  for (const unsteady of counts.unsteady ?? []) say(`    only at the second attempt: ${unsteady}`);
  return counts;
}

const tools = await setUp();
// `npm test -- unit types` runs only those steps.
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  say(`no such step: ${unknown.join(', ')}; there are ${STEPS.map((step) => step.name).join(', ')}`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of STEPS) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  const counts = await runStep(step, tools);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped.length;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
say(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
