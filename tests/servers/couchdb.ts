// CouchDB's protocol, in this process: express-pouchdb, over PouchDB on disk. It brings the Express 4 that it needs.
import { createServer } from 'node:http';
import { join } from 'node:path';
import expressPouchDB from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { freePort, removeFolder, temporaryFolder } from './program.ts';
import type { ServerKind } from './server.ts';

export const couchdb: ServerKind = {
  name: 'CouchDB (express-pouchdb)',
  lacks: null,
  overwrites: false,
  wrongLogin: null,
  async start() {
    const folder = temporaryFolder('couchdb');
    const databases = PouchDB.defaults({ prefix: join(folder, '/') });
    const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log') };
    const server = createServer(expressPouchDB(databases, options));
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return {
      settings: { kind: 'couchdb', address: `http://127.0.0.1:${port}/notes`, user: '', password: '' },
      folder,
      async stop() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        removeFolder(folder);
      },
    };
  },
};
