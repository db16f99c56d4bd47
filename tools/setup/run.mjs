// Starting other programs: one place that knows where their output goes, so that a step is one line on the
// screen when it works and its last lines when it does not. Plain JavaScript without dependencies, since it
// runs on Node 20 before anything is installed.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** Everything that a run leaves behind for people: logs, reports, screenshots. */
export const artifacts = join(root, '.artifacts');

/** The environment of every child: Node from the lockfile comes before the machine's. */
export function childEnvironment(extra = {}) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path, FORCE_COLOR: '0', NO_COLOR: '1', ...extra };
}

/**
 * Runs a program to its end; what it prints goes to a file.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ log: string, env?: NodeJS.ProcessEnv, append?: boolean, minutes?: number }} options
 *   `log`: path of the file; `minutes`: after which it is ended, with all that it started
 * @returns {Promise<number>} its exit code; 124 where it was ended, 127 where it could not be started
 */
export function run(command, args, { log, env = childEnvironment(), append = false, minutes = 30 }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log, { flags: append ? 'a' : 'w' });
  return new Promise((resolve) => {
    // Windows finds npm and the programs in node_modules/.bin only through its shell.
    const windows = process.platform === 'win32';
    // A group of its own, so that a test in an endless loop can be ended with its runner.
    const child = spawn(command, args, { cwd: root, env, shell: windows, detached: !windows });
    const end = (signal) => {
      if (windows || child.pid === undefined) child.kill();
      else process.kill(-child.pid, signal);
    };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      file.write(`\nended after ${minutes} minutes without a result\n`);
      end('SIGKILL');
    }, minutes * 60_000);
    // The terminal's Ctrl+C reaches only our own group.
    const interrupted = () => {
      end('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    const settle = () => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
    };
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
    child.on('error', (error) => {
      settle();
      file.end(`${error.message}\n`, () => resolve(127));
    });
    child.on('close', (code) => {
      settle();
      file.end(() => resolve(late ? 124 : (code ?? 1)));
    });
  });
}

/** The last lines of a log, without npm's warnings, which are about the machine and not about us. */
export function lastLines(log, count = 80) {
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => !/^npm warn/i.test(line));
  return lines.slice(-count).join('\n').trimEnd();
}

/** One short line to whoever started us. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}
