// The web as this Firefox knows it: every request of the browser goes through this proxy on loopback, which serves one
// made-up news site and refuses the rest, and writes it down. Also what the browser asks of its own machine.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { ServedPage } from '../e2e/site.ts';

/** Without TLS, where a page may do less than with it: Chromium's tests have a site with it. */
const SITE = 'http://news.example';

/** What Firefox asks of its maker by itself, with or without an extension; none of it is let through. */
const OF_FIREFOX =
  /^([\w-]+\.)*(mozilla\.(com|org|net)|firefox\.com|mozaws\.net|dummy\.test|detectportal\.firefox\.com)$/;

export class Web {
  readonly #pages = new Map<string, ServedPage>();
  readonly #server = createServer((asked, reply) => this.#answer(asked, reply));
  /** Requests that nobody asked for. */
  readonly leaked: string[] = [];
  /** Servers that the reader of this test means to be asked, by their origin. */
  readonly wanted = new Set<string>();
  /** One of them that cannot be reached now, as if there were no network. */
  away: string | null = null;

  /** The proxy's port. */
  async open(): Promise<number> {
    this.#server.on('connect', (asked, socket) => {
      this.#note('CONNECT', `https://${asked.url}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    return address.port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Serves a page; its address. */
  serve(page: ServedPage | string, path: string): string {
    this.#pages.set(path, typeof page === 'string' ? { html: page } : page);
    return SITE + path;
  }

  #answer(asked: IncomingMessage, reply: ServerResponse): void {
    const url = new URL(asked.url ?? '', 'http://no-address.example');
    if (url.origin === this.away) {
      reply.destroy();
      return;
    }
    if (this.wanted.has(url.origin)) {
      passOn(url, asked, reply);
      return;
    }
    const page = url.origin === SITE ? this.#pages.get(url.pathname) : undefined;
    if (page && asked.method === 'GET') {
      const policy = page.csp === undefined ? {} : { 'content-security-policy': page.csp };
      reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy });
      reply.end(page.html);
      return;
    }
    // The browser asks for an icon by itself.
    if (url.pathname !== '/favicon.ico') this.#note(asked.method ?? '', url.href);
    reply.writeHead(403).end();
  }

  #note(method: string, url: string): void {
    if (!OF_FIREFOX.test(new URL(url).hostname)) this.leaked.push(`${method} ${url}`);
  }
}

function passOn(url: URL, asked: IncomingMessage, reply: ServerResponse): void {
  const { method, headers } = asked;
  const onward = request(url, { ...(method !== undefined && { method }), headers }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  onward.on('error', () => reply.destroy());
  asked.pipe(onward);
}
