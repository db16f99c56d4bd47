// The last part of `npm start`: the practice article as a site would serve it, in a browser with the extension.
// With a display it is left open; without one the same is done unseen, told in a table and in three pictures,
// and the exit code says whether marks, card and popup were really there.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { browser } from 'wxt/browser';
import { PageState } from '../messaging/requests.ts';
import { launch } from '../tests/e2e/launch.ts';
import { Reader } from '../tests/e2e/reader.ts';
import { Site } from '../tests/e2e/site.ts';
import { ExtensionWorker } from '../tests/e2e/worker.ts';
import { asShown } from '../tests/fixtures/practice.ts';
import { hasDisplay, servePractice } from './serve-practice.ts';

declare const chrome: typeof browser;

const BUILD = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));
const PICTURES = fileURLToPath(new URL('../.artifacts/', import.meta.url));

function table(state: Extract<PageState, { state: 'read' }>, text: (index: number) => string): void {
  const shown = state.mentions.filter((mention) => mention.shown);
  const rows = shown.map((mention, index) => [
    text(index),
    mention.name,
    mention.entity ?? 'not linked',
    mention.confidence.toFixed(2),
  ]);
  const head = ['marked', 'is', 'id', 'confidence'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

async function unseen(address: string): Promise<boolean> {
  const { context, extensionId } = await launch({ build: BUILD });
  try {
    const worker = await ExtensionWorker.of(context, extensionId);
    const reader = new Reader(context, new Site(), worker, extensionId, 'alive');
    const page = await reader.newTab();
    await page.goto(address);
    const marks = (await reader.seesMarks(page)).map(({ text }) => asShown(text));
    const desk = await reader.desk();
    const answer: unknown = await desk.evaluate(
      (tab) => chrome.tabs.sendMessage(tab, { backstory: 'pageState', body: {} }, { frameId: 0 }),
      reader.tabOf(page),
    );
    const state = PageState.parse((answer as { readonly value: unknown }).value);
    if (state.state !== 'read') throw new Error(`the page is ${state.state}`);
    table(state, (index) => marks[index] ?? '');

    mkdirSync(PICTURES, { recursive: true });
    const picture = (name: string) => `${PICTURES}start-${name}.png`;
    await page.bringToFront();
    // Pictures are of what things come to, not of them on the way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: picture('marks') });

    await reader.hover(page, marks.includes('Donald Trump') ? 'Donald Trump' : (marks[0] ?? ''));
    await reader.card(page).getByRole('dialog').locator('.body > .line').waitFor();
    await page.screenshot({ path: picture('card') });
    await page.keyboard.press('Escape');

    const popup = await reader.openPopup(page);
    await popup.setViewportSize({ width: 420, height: 600 });
    await popup.getByRole('heading', { name: 'What led here' }).waitFor();
    await popup.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await popup.screenshot({ path: picture('popup') });

    console.log(`${marks.length} marks; pictures:`);
    for (const name of ['marks', 'card', 'popup']) console.log(`  ${picture(name)}`);
    return true;
  } finally {
    await context.close();
  }
}

async function seen(address: string): Promise<boolean> {
  const { context } = await launch({ build: BUILD, headless: false });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await page.bringToFront();
  console.log(`the practice article is open at ${address}; close the browser to end`);
  await new Promise<void>((resolve) => context.on('close', () => resolve()));
  return true;
}

const { address, close } = await servePractice();
try {
  process.exitCode = (await (hasDisplay() ? seen(address) : unseen(address))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  close();
}
