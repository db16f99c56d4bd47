// Finding a browser that loads an unpacked extension, and installing one where there is none.
// Google Chrome is not looked for: since 137 the branded builds ignore --load-extension; Chromium does not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, childEnvironment, root, run, say } from './run.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Playwright's own Chromium, if it was ever downloaded. */
async function ofPlaywright() {
  try {
    const entry = join(root, 'node_modules', 'playwright-core', 'index.mjs');
    const { chromium } = await import(entry);
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

async function find() {
  const candidates = [process.env.CHROME_PATH, ...PLACES, await ofPlaywright()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** Ubuntu's `chromium` is an empty package that asks for snap, and a download may lack system libraries. */
function starts(path) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** A page cannot be shown by a server without a browser's libraries, so each way is tried, then tested. */
async function install() {
  const log = join(artifacts, 'browser.log');
  const asRoot = process.getuid?.() === 0;
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    say('browser: installing Chromium (apt-get install chromium)');
    const env = childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
    await run('apt-get', ['update'], { log, env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      log,
      env,
      append: true,
    });
    const path = await find();
    if (path && starts(path)) return path;
  }
  say('browser: downloading Chromium (npx playwright install chromium)');
  const withLibraries = asRoot && process.platform === 'linux' ? ['--with-deps'] : [];
  await run('playwright', ['install', ...withLibraries, 'chromium'], { log, append: true });
  const path = await ofPlaywright();
  return path && existsSync(path) && starts(path) ? path : null;
}

/** @returns {Promise<{ path: string } | { problem: string }>} */
export async function findBrowser() {
  const path = (await find()) ?? (await install());
  if (path) return { path };
  return {
    problem: 'browser: none found and none could be installed; install Chromium, or set CHROME_PATH to one',
  };
}
