// What the reader sees on the page: the painted highlights. They are no elements, so a test asks the page's
// own registry, which all worlds of a page share.
import type { Page } from '@playwright/test';
import { type Mark, marksHere, middleOfMarkHere } from '../painted.ts';

export type { Mark } from '../painted.ts';

/** All marks, in reading order. */
export const marks = (page: Page): Promise<Mark[]> => page.evaluate(marksHere);

/** Brings the nth mark with this text into view; its middle, in the viewport's pixels. */
export async function middleOfMark(page: Page, text: string, nth = 0): Promise<{ x: number; y: number }> {
  const middle = await page.evaluate(middleOfMarkHere, [text, nth] as const);
  if (!middle) throw new Error(`no mark «${text}» (${nth}) on the page`);
  return middle;
}
