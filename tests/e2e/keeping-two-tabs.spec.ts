// One article in two tabs, and one note written in both: nobody's words are lost, and both show the same in the end.
import type { Frame, Page } from '@playwright/test';
import { PANEL } from '../../components/keeping-words.ts';
import { expect, test } from './harness.ts';
import { panel, seesKept, select } from './keeping.ts';
import type { Reader } from './reader.ts';
import { briefStory } from './stories.ts';

const PART = 'Iran was behind it';
const KEPT = [{ colour: 'yellow', text: PART }];

async function openNote(reader: Reader, page: Page): Promise<Frame> {
  await reader.command(page, 'keep-passage');
  const frame = await panel(page);
  await expect(frame.getByLabel(PANEL.note)).toBeVisible();
  return frame;
}

/** A letter at a time, as a hand does, at the beginning or the end of what is there. */
async function type(frame: Frame, words: string, at: 'Home' | 'End'): Promise<void> {
  const note = frame.getByLabel(PANEL.note);
  await note.press(`Control+${at}`);
  await note.pressSequentially(words, { delay: 60 });
}

test('a note that is written in two tabs at once has the words of both, in both', async ({ reader }) => {
  test.setTimeout(60_000);
  const first = await reader.step('a story', () => reader.read(briefStory));
  await select(first, PART);
  await reader.step('some words are kept', () => reader.command(first, 'keep-passage'));
  await seesKept(first, KEPT);
  const second = await reader.step('the same story in a second tab', () => reader.read(briefStory));
  await seesKept(second, KEPT);
  await first.evaluate(() => window.getSelection()?.removeAllRanges());
  const one = await reader.step('its note in the first', () => openNote(reader, first));
  const other = await reader.step('and in the second', () => openNote(reader, second));
  await reader.step('words in the first', () => one.getByLabel(PANEL.note).fill('Denied it.'));
  await expect(one.locator('.saved')).toHaveText('Kept');
  await expect(other.getByLabel(PANEL.note)).toHaveValue('Denied it.');

  await reader.step('both write at once', () =>
    Promise.all([type(one, 'On Tuesday: ', 'Home'), type(other, ' Nobody asked who.', 'End')]),
  );
  const merged = 'On Tuesday: Denied it. Nobody asked who.';
  for (const frame of [one, other]) {
    await expect(frame.getByLabel(PANEL.note)).toHaveValue(merged);
    await expect(frame.locator('.saved')).toHaveText('Kept');
  }
  await reader.step('the next visit', () => second.reload());
  await seesKept(second, KEPT);
  const later = await reader.step('its note', () => openNote(reader, second));
  await expect(later.getByLabel(PANEL.note)).toHaveValue(merged);
});

test('a passage that is deleted in one tab leaves the other, with the words that were written in it kept', async ({
  reader,
}) => {
  test.setTimeout(60_000);
  const first = await reader.step('a story', () => reader.read(briefStory));
  await select(first, PART);
  await reader.step('some words are kept', () => reader.command(first, 'keep-passage'));
  await seesKept(first, KEPT);
  const second = await reader.step('the same story in a second tab', () => reader.read(briefStory));
  await seesKept(second, KEPT);
  await first.evaluate(() => window.getSelection()?.removeAllRanges());
  const one = await reader.step('its note in the first', () => openNote(reader, first));
  const other = await reader.step('and in the second', () => openNote(reader, second));
  await reader.step('words in the second', () => other.getByLabel(PANEL.note).fill('Written here.'));
  await expect(one.getByLabel(PANEL.note)).toHaveValue('Written here.');
  await reader.step('deleted in the first', () => one.getByRole('button', { name: PANEL.delete }).click());
  await seesKept(first, []);
  await seesKept(second, []);
  await reader.step('brought back there', () => one.locator('.deleted').getByRole('button').click());
  await seesKept(first, KEPT);
  await seesKept(second, KEPT);
  await expect(one.getByLabel(PANEL.note)).toHaveValue('Written here.');
});
