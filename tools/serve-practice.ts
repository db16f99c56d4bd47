// The practice article as a site would serve it, on this machine alone.
import { createServer } from 'node:http';
import { practicePage } from '../tests/fixtures/practice.ts';

export interface Served {
  readonly address: string;
  readonly close: () => void;
}

export async function servePractice(): Promise<Served> {
  const server = createServer((request, response) => {
    const known = request.url === '/practice';
    response.writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(known ? practicePage() : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the local server has no port');
  return {
    address: `http://127.0.0.1:${address.port}/practice`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether a browser's window would be seen by anybody. */
export function hasDisplay(): boolean {
  const { env, platform, argv } = process;
  if (argv.includes('--headless') || env['CI']) return false;
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
