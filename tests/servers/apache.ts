import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot } from './program.ts';
import { PASSWORD, USER } from './server.ts';
import { webdav } from './webdav.ts';

const MODULES = '/usr/lib/apache2/modules';

export const apache = webdav({
  name: 'Apache (mod_dav)',
  command: 'apache2',
  packages: 'apache2',
  isWhole: existsSync(`${MODULES}/mod_dav_fs.so`),
  overwrites: false,
  folders: ['log', 'lock'],
  prepare(folder, port) {
    writeFileSync(join(folder, 'passwords'), passwordLine());
    const config = join(folder, 'httpd.conf');
    writeFileSync(config, configuration(folder, port));
    return ['-f', config, '-D', 'FOREGROUND'];
  },
});

/** As `htpasswd -s` writes it; nginx reads it too. */
export function passwordLine(): string {
  return `${USER}:{SHA}${createHash('sha1').update(PASSWORD).digest('base64')}\n`;
}

function configuration(folder: string, port: number): string {
  const modules = [
    ...['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic'],
    ...['dav', 'dav_fs', 'dir', 'mime'],
  ];
  return `ServerRoot "${folder}"
Listen 127.0.0.1:${port}
ServerName 127.0.0.1
PidFile "${folder}/log/pid"
ErrorLog "${folder}/log/error"
${isRoot ? 'User www-data\nGroup www-data' : ''}
${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
CustomLog "${folder}/log/access" "%h %u %r %s"
TypesConfig /dev/null
DavLockDB "${folder}/lock/DavLock"
DocumentRoot "${folder}/dav"
<Location "/">
  DAV On
  AuthType Basic
  AuthName notes
  AuthUserFile "${folder}/passwords"
  Require valid-user
</Location>
`;
}
