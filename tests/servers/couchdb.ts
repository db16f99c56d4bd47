// CouchDB's protocol, in this process: express-pouchdb, over PouchDB on disk. It brings the Express 4 that it needs. It
// lets everybody in, so the login is asked for before it, as CouchDB answers.
import { createServer } from 'node:http';
import { join } from 'node:path';
import expressPouchDB from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { freePort, removeFolder, temporaryFolder } from './program.ts';
import { PASSWORD, type ServerKind, USER } from './server.ts';

const LOGIN = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;

export const couchdb: ServerKind = {
  name: 'CouchDB (express-pouchdb)',
  lacks: null,
  overwrites: false,
  wrongLogin: { password: 'another' },
  async start() {
    const folder = temporaryFolder('couchdb');
    const databases = PouchDB.defaults({ prefix: join(folder, '/') });
    const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log') };
    const answer = expressPouchDB(databases, options);
    const server = createServer((request, response) => {
      if (request.headers.authorization === LOGIN) return answer(request, response);
      request.resume();
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end('{"error":"unauthorized","reason":"Name or password is incorrect."}');
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return {
      settings: {
        kind: 'couchdb',
        address: `http://127.0.0.1:${port}/notes`,
        user: USER,
        password: PASSWORD,
      },
      folder,
      async stop() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        removeFolder(folder);
      },
    };
  },
};
