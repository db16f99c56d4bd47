// A real web server with packs on it, on this machine: what it was asked for, and how it answers, a test decides.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class PackServer {
  readonly #files = new Map<string, Buffer | string>();
  readonly #server = createServer((request, response) => this.#answer(request, response));
  /** Paths, in the order in which they were asked for. */
  readonly asked: string[] = [];
  /** Sends so many bytes of a pack, then breaks the connection off. */
  breaksOffAfter: number | null = null;

  static async start(): Promise<PackServer> {
    const server = new PackServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Its address. */
  put(path: string, content: Buffer | string): string {
    this.#files.set(path, content);
    return this.origin + path;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    this.asked.push(path);
    const content = this.#files.get(path);
    response.setHeader('access-control-allow-origin', '*');
    response.writeHead(content === undefined ? 404 : 200, { 'cache-control': 'no-cache' });
    if (this.breaksOffAfter !== null && content !== undefined)
      response.write(content.slice(0, this.breaksOffAfter), () => response.destroy());
    else response.end(content);
  }
}
