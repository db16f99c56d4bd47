import { join } from 'node:path';
import { freePort, programPath, removeFolder, start, temporaryFolder } from './program.ts';
import { PASSWORD, type ServerKind, USER } from './server.ts';

const program = programPath('rclone');

export const rclone: ServerKind = {
  name: 'rclone serve webdav',
  lacks: program ? null : 'rclone',
  overwrites: true,
  wrongLogin: { password: 'another' },
  async start() {
    if (!program) throw new Error('rclone is not installed');
    const folder = temporaryFolder('rclone', 'dav');
    const port = await freePort();
    const args = [
      'serve',
      'webdav',
      join(folder, 'dav'),
      '--addr',
      `127.0.0.1:${port}`,
      '--config',
      '/dev/null',
    ];
    const cache = ['--vfs-cache-mode', 'writes', '--cache-dir', join(folder, 'cache')];
    const login = ['--user', USER, '--pass', PASSWORD];
    const running = await start(program, [...args, ...cache, ...login], port);
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
