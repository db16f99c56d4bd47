// Killing the extension's worker as the browser does when it is idle. Waiting for that does not work, since
// the attached test tool keeps a worker alive; closing its target does.
import type { Browser, BrowserContext, CDPSession } from '@playwright/test';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

export class ExtensionWorker {
  readonly #session: CDPSession;
  readonly #origin: string;
  /** How often a running worker was killed: a test that meant to and never did proves nothing. */
  kills = 0;

  private constructor(session: CDPSession, origin: string) {
    this.#session = session;
    this.#origin = origin;
  }

  static async of(context: BrowserContext, extensionId: string): Promise<ExtensionWorker> {
    const browser: Browser | null = context.browser();
    if (!browser) throw new Error('this context has no browser to ask for its targets');
    return new ExtensionWorker(await browser.newBrowserCDPSession(), `chrome-extension://${extensionId}/`);
  }

  async #all(): Promise<Target[]> {
    const { targetInfos } = await this.#session.send('Target.getTargets', { filter: [{}] });
    return targetInfos.filter(({ url }) => url.startsWith(this.#origin));
  }

  async #targets(): Promise<Target[]> {
    return (await this.#all()).filter(({ type }) => type === 'service_worker');
  }

  /** Pages of the extension, also those that no test tool shows as one: the popup, the side panel. */
  async pages(): Promise<string[]> {
    return (await this.#all()).filter(({ type }) => type === 'page').map(({ url }) => new URL(url).pathname);
  }

  /** Returns once that run of it is gone (a page may have woken the next by then); nothing where it sleeps already. */
  async kill(): Promise<void> {
    const running = await this.#targets();
    for (const { targetId } of running) {
      // One that is busy goes only when it comes to rest, and on a loaded machine that takes its time.
      const patience = Date.now() + 25_000;
      for (;;) {
        // It may go by itself in between.
        await this.#session.send('Target.closeTarget', { targetId }).catch(() => undefined);
        if (!(await this.#targets()).some((target) => target.targetId === targetId)) break;
        if (Date.now() > patience) throw new Error('the worker could not be killed');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      this.kills += 1;
    }
  }

  /** Runs code in the browser's own popup, which no test tool shows as a page. */
  async inTruePopup(expression: string): Promise<unknown> {
    const { targetInfos } = await this.#session.send('Target.getTargets', { filter: [{}] });
    const popup = targetInfos.find(({ url }) => url.startsWith(`${this.#origin}popup.html`));
    if (!popup) return undefined;
    const { sessionId } = await this.#session.send('Target.attachToTarget', {
      targetId: popup.targetId,
      flatten: false,
    });
    const answer = new Promise<unknown>((resolve) => {
      const onMessage = (event: { readonly sessionId: string; readonly message: string }) => {
        if (event.sessionId !== sessionId) return;
        this.#session.off('Target.receivedMessageFromTarget', onMessage);
        resolve(JSON.parse(event.message).result?.result?.value);
      };
      this.#session.on('Target.receivedMessageFromTarget', onMessage);
    });
    const message = JSON.stringify({
      id: 1,
      method: 'Runtime.evaluate',
      params: { expression, returnByValue: true },
    });
    await this.#session.send('Target.sendMessageToTarget', { sessionId, message });
    const value = await answer;
    await this.#session.send('Target.detachFromTarget', { sessionId });
    return value;
  }
}
