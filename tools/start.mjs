// `npm start`: from a fresh clone to a news page with Backstory on it, in one command. Everything that needs
// dependencies or TypeScript happens in tools/open.ts, which runs on the Node of the lockfile.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findFirefox } from './setup/firefox.mjs';
import { artifacts, lastLines, root, run, say } from './setup/run.mjs';
import { setUp } from './setup.mjs';

// `npm start -- --firefox`: the same in Firefox.
const inFirefox = process.argv.includes('--firefox');
const { env, noBrowser } = await setUp();
const firefox = inFirefox ? await findFirefox() : null;
if (firefox && 'problem' in firefox) say(firefox.problem);
if (firefox ? 'problem' in firefox : noBrowser) process.exit(1);
if (firefox && 'path' in firefox) env.FIREFOX_PATH = firefox.path;

for (const [what, command, args] of [
  ['knowledge packs', 'npm', ['run', '-s', 'packs']],
  ['extension', 'wxt', inFirefox ? ['build', '-b', 'firefox', '--mv3'] : ['build']],
]) {
  const started = performance.now();
  const log = join(artifacts, `start-${what.replace(' ', '-')}.log`);
  const code = await run(command, args, { log, env });
  if (code !== 0) {
    say(`${what}: could not be built (${log}):\n${lastLines(log)}`);
    process.exit(1);
  }
  say(`${what}: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

const opened = spawnSync(
  'node',
  [join('tools', inFirefox ? 'open-firefox.ts' : 'open.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    env,
    stdio: 'inherit',
  },
);
process.exitCode = opened.status ?? 1;
