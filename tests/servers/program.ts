// A server program on loopback: with its own configuration, in a temporary folder of its own, on a port that was free;
// ended, and its folder removed, when a test has done with it. Programs that drop root need a folder that others may
// enter.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Whole path, or null where it is not installed. System programs may lie outside of a user's PATH. */
export function programPath(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export const isRoot = process.getuid?.() === 0;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A temporary folder in which these folders belong to the user that a server started by root becomes. */
export function temporaryFolder(name: string, ...served: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), `backstory-${name}-`));
  chmodSync(folder, 0o755);
  for (const one of served) {
    mkdirSync(join(folder, one));
    if (isRoot) chownSync(join(folder, one), ...wwwData());
  }
  return folder;
}

function wwwData(): [number, number] {
  const line = /^www-data:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return [Number(line?.[1] ?? 0), Number(line?.[2] ?? 0)];
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export interface Running {
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Ended with this process at the latest. Resolves when the port answers; throws with what the program said where it does not. */
export async function start(path: string, args: readonly string[], port: number): Promise<Running> {
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
    });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let waited = 0; !(await answers(port)); waited += 50) {
    if (child.exitCode !== null || waited > PATIENCE_MS) {
      child.kill();
      throw new Error(`${path} does not run: ${said}`);
    }
    await pause(50);
  }
  return { stop: () => stopped(child, ended) };
}

async function stopped(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
