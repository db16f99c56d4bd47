// What the programs that serve a folder by WebDAV have in common: a login, a folder that is not there yet, and an end.
import { freePort, programPath, removeFolder, start, temporaryFolder } from './program.ts';
import { PASSWORD, type ServerKind, USER } from './server.ts';

interface Program {
  readonly name: string;
  /** As it is called on a command line. */
  readonly command: string;
  /** What to install, where it is not there. */
  readonly packages: string;
  /** Whether everything else is there that it needs. */
  readonly isWhole: boolean;
  readonly overwrites: boolean;
  /** Beside `dav`, which it serves, and which it may write in. */
  readonly folders: readonly string[];
  /** Writes its configuration into the folder, and gives its arguments. */
  prepare(folder: string, port: number): readonly string[];
}

export function webdav({
  name,
  command,
  packages,
  isWhole,
  overwrites,
  folders,
  prepare,
}: Program): ServerKind {
  const path = programPath(command);
  return {
    name,
    lacks: path && isWhole ? null : packages,
    overwrites,
    wrongLogin: { password: 'another' },
    async start() {
      if (!path) throw new Error(`${command} is not installed`);
      const folder = temporaryFolder(command, 'dav', ...folders);
      const port = await freePort();
      const running = await start(path, prepare(folder, port), port);
      return {
        settings: {
          kind: 'webdav',
          address: `http://127.0.0.1:${port}/my notes/`,
          user: USER,
          password: PASSWORD,
        },
        folder,
        async stop() {
          await running.stop();
          removeFolder(folder);
        },
      };
    },
  };
}
