import { join } from 'node:path';
import { PASSWORD, USER } from './server.ts';
import { webdav } from './webdav.ts';

export const rclone = webdav({
  name: 'rclone serve webdav',
  command: 'rclone',
  packages: 'rclone',
  isWhole: true,
  overwrites: true,
  folders: [],
  prepare(folder, port) {
    const served = ['serve', 'webdav', join(folder, 'dav'), '--addr', `127.0.0.1:${port}`];
    const cache = ['--vfs-cache-mode', 'writes', '--cache-dir', join(folder, 'cache')];
    const login = ['--user', USER, '--pass', PASSWORD];
    return [...served, '--config', '/dev/null', ...cache, ...login];
  },
});
