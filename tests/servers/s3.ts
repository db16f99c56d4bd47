// S3's protocol, in this process, over plain files.
import S3rver from 's3rver';
import { freePort, removeFolder, temporaryFolder } from './program.ts';
import type { ServerKind } from './server.ts';

export const s3: ServerKind = {
  name: 'S3 (s3rver)',
  lacks: null,
  overwrites: true,
  // It does not calculate signatures of version 4.
  wrongLogin: { user: 'another' },
  async start() {
    const folder = temporaryFolder('s3');
    const port = await freePort();
    const server = new S3rver({ address: '127.0.0.1', port, silent: true, directory: folder });
    await server.run();
    return {
      settings: {
        kind: 's3',
        address: `http://127.0.0.1:${port}`,
        bucket: 'notes',
        region: 'us-east-1',
        prefix: 'backstory/',
        user: 'S3RVER',
        password: 'S3RVER',
      },
      folder,
      async stop() {
        await server.close();
        removeFolder(folder);
      },
    };
  },
};
