// Whether what is installed is what the lockfile says. npm keeps a copy of the lockfile of what it installed
// (`node_modules/.package-lock.json`, written last); comparing the two takes 10 ms, while `npm ci` always
// takes half a minute and empties node_modules first.
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, childEnvironment, root, run, say } from './run.mjs';

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

function upToDate() {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    // An optional package of another platform is rightly absent.
    const there = installed[path];
    return there ? there.version === version : optional === true;
  });
}

function isLink() {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

// The browser is looked for afterwards: a system's Chromium is as good as a download of 170 MB.
const ENVIRONMENT = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
// `npm test --silent` hands its silence down, and what is wrong could not be told.
const QUIETLY = ['--no-audit', '--no-fund', '--loglevel=warn'];

/** @returns {Promise<string | null>} null when all is there, else what went wrong */
export async function installDependencies() {
  if (upToDate()) return null;
  // npm would empty the folder behind the link, on which another clone may be at work.
  if (isLink()) return 'dependencies: node_modules is a link and out of date; run npm ci where it leads to';
  say('dependencies: installing them, about a minute');
  const log = join(artifacts, 'npm-install.log');
  const env = childEnvironment(ENVIRONMENT);
  const code = await run('npm', ['ci', ...QUIETLY], { log, env });
  if (code === 0) return null;
  return `dependencies: npm could not install them (${log}):\n${firstErrors(log)}`;
}

/** npm says what is wrong first, and then how it is used. */
function firstErrors(log) {
  const errors = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /^npm error .*\S/.test(line));
  return errors.slice(0, 12).join('\n');
}
