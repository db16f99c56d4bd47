// The same long article in the browser that readers have, and the product's own way of placing and painting.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CDPSession, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { chromiumPath } from '../../chromium.ts';
import { ours, peers } from './anchorers.ts';
import type { BenchPage } from './chromium-page.ts';
import type { Text } from './passages.ts';
import { longArticle } from './speed.ts';

const ALONE = 40;
const WARM_UP = 5;

export interface Measured {
  readonly language: string;
  /** Milliseconds of the page's thread for each passage, one list for each anchorer. */
  readonly alone: readonly (readonly number[])[];
  /** All passages with one anchorer after another. */
  readonly together: readonly number[];
  readonly placed: number;
  readonly painted: number;
  readonly found: number;
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-anchoring-'));
  await build({
    root: fileURLToPath(new URL('../../../', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      lib: {
        entry: 'tests/bench/anchoring/chromium-page.ts',
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'page.js',
      },
    },
  });
  const script = readFileSync(join(folder, 'page.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return script;
}

/** What the page's thread spent, in milliseconds: what else runs on the machine does not count. */
async function spentIn(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const time = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
  };
  const begun = await time();
  await work();
  return (await time()) - begun;
}

async function measure(page: Page, language: string, html: string, kept: unknown[][]): Promise<Measured> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const bench = await page.evaluateHandle(
    ([source, all]) => Reflect.get(globalThis, 'benchPage')(source, all) as BenchPage,
    [html, kept] as const,
  );
  const nothing = await spentIn(session, () => bench.evaluate(() => undefined));
  const alone: number[][] = [];
  const together: number[] = [];
  for (const anchorer of kept.keys()) {
    const times: number[] = [];
    for (let passage = 0; passage < ALONE + WARM_UP; passage++)
      times.push(
        Math.max(
          0,
          (await spentIn(session, () =>
            bench.evaluate((here, at) => here.alone(...at), [anchorer, passage] as const),
          )) - nothing,
        ),
      );
    alone.push(times.slice(WARM_UP));
    together.push(await spentIn(session, () => bench.evaluate((here, at) => here.together(at), anchorer)));
  }
  let found = 0;
  const placed = await spentIn(session, async () => {
    found = await bench.evaluate((here) => here.place());
  });
  const painted = await spentIn(session, () => bench.evaluate((here) => here.paint()));
  return { language, alone, together, placed, painted, found };
}

/** Those of `anchorers.ts`, ours first. */
export async function measureInChromium(
  texts: readonly Text[],
  languages: readonly string[],
): Promise<Measured[]> {
  const script = await bundle();
  const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false });
  try {
    const measured: Measured[] = [];
    for (const language of languages) {
      const { root, kept } = longArticle(texts, language, [ours, ...peers]);
      const page = await browser.newPage();
      await page.setContent('<!doctype html><title>bench</title><body></body>');
      await page.addScriptTag({ content: script });
      measured.push(await measure(page, language, root.outerHTML, JSON.parse(JSON.stringify(kept))));
      await page.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}
