import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { passwordLine } from './apache.ts';
import { isRoot } from './program.ts';
import { webdav } from './webdav.ts';

const MODULE = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';

export const nginx = webdav({
  name: 'nginx (dav-ext)',
  command: 'nginx',
  packages: 'nginx-light libnginx-mod-http-dav-ext',
  isWhole: existsSync(MODULE),
  overwrites: true,
  folders: ['log', 'body'],
  prepare(folder, port) {
    writeFileSync(join(folder, 'passwords'), passwordLine());
    const config = join(folder, 'nginx.conf');
    const others = ['proxy', 'fastcgi', 'uwsgi', 'scgi'];
    writeFileSync(
      config,
      `load_module ${MODULE};
daemon off;
worker_processes 2;
pid ${folder}/log/pid;
error_log ${folder}/log/error warn;
${isRoot ? 'user www-data;' : ''}
events { worker_connections 256; }
http {
  access_log ${folder}/log/access;
  client_body_temp_path ${folder}/body;
  ${others.map((name) => `${name}_temp_path ${folder}/log/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/dav;
    client_max_body_size 50m;
    location / {
      auth_basic notes;
      auth_basic_user_file ${folder}/passwords;
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS;
      dav_access user:rw group:r all:r;
    }
  }
}
`,
    );
    return ['-e', join(folder, 'log/error'), '-c', config];
  },
});
