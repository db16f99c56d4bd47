// Finding a Firefox to try the main road in, and installing one where that takes no more than a package. Unlike
// Chromium, without which nothing can be tried at all, its absence is a step skipped and said.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, childEnvironment, run, say } from './run.mjs';

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox-esr/firefox-esr',
  '/usr/bin/firefox',
  '/usr/lib/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Ubuntu's `firefox` is a script that asks for snap, so each is started once. */
function starts(path) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function find() {
  const candidates = [process.env.FIREFOX_PATH, ...PLACES];
  return candidates.find((path) => path && existsSync(path) && starts(path)) ?? null;
}

async function install() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('firefox: installing it (apt-get install firefox-esr)');
  const log = join(artifacts, 'firefox-install.log');
  const env = childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
  await run('apt-get', ['update'], { log, env });
  const packages = ['install', '-y', '--no-install-recommends', 'firefox-esr'];
  await run('apt-get', packages, { log, env, append: true });
  return find();
}

/** @returns {Promise<{ path: string } | { problem: string }>} */
export async function findFirefox() {
  const path = find() ?? (await install());
  if (path) return { path };
  return {
    problem: 'no Firefox found and none could be installed; install one, or set FIREFOX_PATH to it',
  };
}
