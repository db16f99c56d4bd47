// The web as the tests' browser knows it: one made-up news site, and everything else refused and written
// down. That a page names a place must never make anything leave the browser.
import type { BrowserContext, Request, Route } from '@playwright/test';

export const SITE = 'https://news.example';

export interface ServedPage {
  readonly html: string;
  /** As a real site would send it. */
  readonly csp?: string;
}

/** How a server that a test stands in for answers: not at all, as if there were no network, or with this. */
export type Reply =
  | 'never'
  | 'offline'
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly json: unknown };

export class Site {
  readonly #pages = new Map<string, ServedPage>();
  /** Requests that nobody asked for: who sent them, and where to. */
  readonly leaked: string[] = [];
  /** A page that is not ours (tests/shared.ts) asks for its own pictures and scripts; only those are let go. */
  pagesMayAsk = false;
  /** Servers that the reader of this test means to be asked. */
  readonly wanted = new Set<string>();
  /** Servers that are stood in for, by their origin. */
  readonly servers = new Map<string, (address: URL, request: Request) => Reply>();

  async open(context: BrowserContext): Promise<void> {
    await context.route(/^(https?|wss?|ftp):/, async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      if (this.wanted.has(url.origin)) return route.continue();
      const server = this.servers.get(url.origin);
      if (server) return answer(route, server(url, request));
      const page = url.origin === SITE ? this.#pages.get(url.pathname) : undefined;
      if (page && request.isNavigationRequest()) {
        await route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: page.html,
          ...(page.csp !== undefined && { headers: { 'content-security-policy': page.csp } }),
        });
        return;
      }
      // The browser asks for an icon by itself.
      if (url.pathname !== '/favicon.ico') this.#note(request);
      await route.abort();
    });
  }

  /** Serves a page; its address. */
  serve(page: ServedPage | string, path = '/story'): string {
    this.#pages.set(path, typeof page === 'string' ? { html: page } : page);
    return SITE + path;
  }

  #note(request: Request): void {
    const worker = request.serviceWorker();
    if (worker === null && this.pagesMayAsk) return;
    const sender = worker ? 'the worker' : request.frame().url();
    this.leaked.push(`${sender} asked ${request.method()} ${request.url()}`);
  }
}

async function answer(route: Route, reply: Reply): Promise<void> {
  // Left open: whoever asked is still waiting when the test ends, or has given up.
  if (reply === 'never') return;
  if (reply === 'offline') return route.abort('internetdisconnected');
  const { status = 200, headers = {}, json } = reply;
  // As that server lets any page read it, and its refusals.
  const readable = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };
  await route.fulfill({ status, headers: { ...readable, ...headers }, json }).catch(() => undefined);
}
