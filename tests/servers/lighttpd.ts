import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, programPath, removeFolder, start, temporaryFolder } from './program.ts';
import { PASSWORD, type ServerKind, USER } from './server.ts';

const program = programPath('lighttpd');

export const lighttpd: ServerKind = {
  name: 'lighttpd (mod_webdav)',
  lacks: program && existsSync('/usr/lib/lighttpd/mod_webdav.so') ? null : 'lighttpd lighttpd-mod-webdav',
  overwrites: false,
  wrongLogin: { password: 'another' },
  async start() {
    if (!program) throw new Error('lighttpd is not installed');
    const folder = temporaryFolder('lighttpd', 'dav', 'log', 'upload');
    const port = await freePort();
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
    const running = await start(program, ['-D', '-f', config], port);
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
