// The main road in Firefox: an article is marked, a name told, a passage kept with a note, and all of it is there again.
import { expect, test } from 'vitest';
import { BAR } from '../../components/keeping-words.ts';
import { briefStory } from '../e2e/stories.ts';
import { sitDown } from './harness.ts';

const sitting = sitDown();
const PART = 'Iran was behind it';

test('an article is marked, and the pointer at rest on a name opens its card', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(briefStory, '/card'));
  const marks = await reader.seesMarks(page);
  expect(marks).toContainEqual({ kind: 'actor', text: 'Donald Trump' });
  expect(marks).toContainEqual({ kind: 'place', text: 'Baghdad' });
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Baghdad'));
  await reader.card(page).sees('heading', 'Baghdad');
  await reader.card(page).reads(/capital/i);
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await reader.card(page).sees('dialog', '', 0);
});

test('the popup shows actors, places and what led here, and leads to a name', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(briefStory, '/popup'));
  const popup = await reader.step('its popup', () => reader.openAbout(page, 'popup'));
  await popup.sees('button', /^Donald Trump/);
  await popup.sees('button', /^Baghdad/);
  await popup.reads('31 December 2019');
  await popup.sees('heading', 'What led here');
  await expect.poll(() => popup.page.$$eval('section li', (items) => items.length)).toBeGreaterThan(0);
  await reader.step('a name is pressed', () => popup.press('button', /^Baghdad/));
  await page.bringToFront();
  await reader.card(page).sees('heading', 'Baghdad');
});

test('a passage is kept with a note, and both are there when the page is loaded again', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(briefStory, '/note'));
  await reader.step('words are selected', () => reader.selectByMouse(page, PART));
  await reader.step('and kept with a note', () => reader.bar(page).press('button', BAR.note));
  const panel = await reader.panel(page);
  await reader.step('a note is typed', () => panel.type('textbox', 'Your note', 'Who says so?'));
  await panel.part('.saved').reads('Kept');
  await reader.step('a tag is added', async () => {
    await panel.type('textbox', /^Add a tag/, 'sources');
    await page.keyboard.press('Enter');
  });
  await panel.reads('sources');
  await panel.part('.saved').reads('Kept');
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await reader.seesNoPanel(page);
  await reader.seesKept(page, [{ colour: 'yellow', text: PART }]);
  await reader.step('the page is loaded again', () => page.reload());
  await reader.seesKept(page, [{ colour: 'yellow', text: PART }]);
  await reader.step('the passage is pressed', () => reader.pressAt(page, 'was behind'));
  const again = await reader.panel(page);
  await expect.poll(() => again.value('textbox', 'Your note')).toBe('Who says so?');
  await again.reads('sources');
});
