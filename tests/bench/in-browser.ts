// What a reader waits for: the article goes to the worker, the mentions come back.
import { fileURLToPath } from 'node:url';
import type { browser } from 'wxt/browser';
import type { Article } from '../../core/article/article.ts';
import { launch } from '../e2e/launch.ts';
import { ExtensionWorker } from '../e2e/worker.ts';
import { median } from './matchers.ts';

declare const chrome: typeof browser;

const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const WARM = 30;
const KILLED = 12;

export interface Waits {
  /** Milliseconds, medians. */
  readonly warm: number;
  readonly killed: number;
  /** From the installation's end to the first answer: the pack is unpacked and stored meanwhile. */
  readonly first: number;
  readonly mentions: number;
  readonly browser: string;
}

export async function annotateInBrowser(article: Article): Promise<Waits> {
  const { context, extensionId } = await launch({ build: BUILD });
  try {
    const worker = await ExtensionWorker.of(context, extensionId);
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    const ask = () =>
      page.evaluate(async (article) => {
        const begun = performance.now();
        const answer = (await chrome.runtime.sendMessage({ backstory: 'annotate', body: { article } })) as {
          ok: boolean;
          value: { mentions: unknown[] };
        };
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        return { milliseconds: performance.now() - begun, mentions: answer.value.mentions.length };
      }, article);
    const { milliseconds: first, mentions } = await ask();
    const warm: number[] = [];
    for (let n = 0; n < WARM; n++) warm.push((await ask()).milliseconds);
    const killed: number[] = [];
    for (let n = 0; n < KILLED; n++) {
      await worker.kill();
      killed.push((await ask()).milliseconds);
    }
    if (worker.kills < KILLED) throw new Error('the worker was not killed each time');
    return {
      first,
      warm: median(warm),
      killed: median(killed),
      mentions,
      browser: context.browser()?.version() ?? '',
    };
  } finally {
    await context.close();
  }
}
