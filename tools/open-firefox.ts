// The last part of `npm start -- --firefox`: the practice article in a Firefox with the extension. With a display it is
// left open; without one it says what was marked and takes a picture.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from '../tests/firefox/launch.ts';
import { marksHere } from '../tests/painted.ts';
import { hasDisplay, servePractice } from './serve-practice.ts';

const PICTURES = fileURLToPath(new URL('../.artifacts/', import.meta.url));

const { address, close } = await servePractice();
try {
  const isSeen = hasDisplay();
  const browser = await launch({ headless: !isSeen });
  const page = await browser.newPage();
  await page.goto(address);
  await page.bringToFront();
  if (isSeen) {
    console.log(`the practice article is open at ${address}; close the browser to end`);
    await new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  } else {
    await page.waitForFunction(() => CSS.highlights.has('backstory-actor'));
    const marks = await page.evaluate(marksHere);
    mkdirSync(PICTURES, { recursive: true });
    const path = `${PICTURES}start-firefox.png` as const;
    await page.screenshot({ path });
    console.log(`${marks.length} marks, from ${marks[0]?.text} to ${marks.at(-1)?.text}; a picture: ${path}`);
    await browser.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  close();
}
