// The web as the tests' browser knows it: one made-up news site, and everything else refused and written
// down. That a page names a place must never make anything leave the browser.
import type { BrowserContext, Request } from '@playwright/test';

export const SITE = 'https://news.example';

export interface ServedPage {
  readonly html: string;
  /** As a real site would send it. */
  readonly csp?: string;
}

export class Site {
  readonly #pages = new Map<string, ServedPage>();
  /** Requests that nobody asked for: who sent them, and where to. */
  readonly leaked: string[] = [];
  /** A page that is not ours (tests/shared.ts) asks for its own pictures and scripts; only those are let go. */
  pagesMayAsk = false;

  async open(context: BrowserContext): Promise<void> {
    await context.route(/^(https?|wss?|ftp):/, async (route) => {
      const request = route.request();
      const url = new URL(request.url());
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
