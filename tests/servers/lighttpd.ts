import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, USER } from './server.ts';
import { webdav } from './webdav.ts';

export const lighttpd = webdav({
  name: 'lighttpd (mod_webdav)',
  command: 'lighttpd',
  packages: 'lighttpd lighttpd-mod-webdav',
  isWhole: existsSync('/usr/lib/lighttpd/mod_webdav.so'),
  overwrites: false,
  folders: ['log', 'upload'],
  prepare(folder, port) {
    writeFileSync(join(folder, 'passwords'), `${USER}:${PASSWORD}\n`);
    const config = join(folder, 'lighttpd.conf');
    writeFileSync(
      config,
      `server.modules = ("mod_auth", "mod_authn_file", "mod_webdav", "mod_accesslog")
server.document-root = "${folder}/dav"
server.bind = "127.0.0.1"
server.port = ${port}
server.errorlog = "${folder}/log/error"
accesslog.filename = "${folder}/log/access"
server.upload-dirs = ("${folder}/upload")
mimetype.assign = ("" => "application/octet-stream")
webdav.activate = "enable"
auth.backend = "plain"
auth.backend.plain.userfile = "${folder}/passwords"
auth.require = ("/" => ("method" => "basic", "realm" => "notes", "require" => "valid-user"))
`,
    );
    return ['-D', '-f', config];
  },
});
