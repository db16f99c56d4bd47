// The main road in Firefox: an article is marked, a name told, a passage kept with a note, and all of it is there again.
import { expect, test } from 'vitest';
import { BAR, NO_PASSAGES, PANEL } from '../../components/keeping-words.ts';
import { sitDown } from './harness.ts';
import { ofTale, tale } from './tales.ts';

const sitting = sitDown();

test('an article is marked, and the pointer at rest on a name opens its card', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('mill'), '/mill'));
  const marks = await reader.seesMarks(page);
  expect(marks).toContainEqual({ kind: 'actor', text: 'Donald Trump' });
  expect(marks).toContainEqual({ kind: 'place', text: 'Baghdad' });
  const card = reader.card(page);
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Baghdad'));
  await card.sees('heading', 'Baghdad');
  await card.reads(/capital/i);
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await card.sees('dialog', '', 0);
  await reader.step('and on another, whose past is told', () => reader.hover(page, 'Iran'));
  await card.sees('heading', 'Iran');
  await card.sees('heading', 'Before this article');
});

test('the popup shows actors, places and what led here, and leads to a name', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('bakery'), '/bakery'));
  const popup = await reader.step('its popup', () => reader.openAbout(page, 'popup'));
  await popup.sees('button', /^Donald Trump/);
  await popup.sees('button', /^Baghdad/);
  await popup.reads('31 December 2019');
  await popup.sees('heading', 'What led here');
  await expect.poll(() => popup.page.$$eval('section li', (items) => items.length)).toBeGreaterThan(2);
  await reader.step('a name is pressed', () => popup.press('button', /^Baghdad/));
  await page.bringToFront();
  await reader.card(page).sees('heading', 'Baghdad');
});

test('a passage is kept with a note and a tag, and they are there when the page is loaded again', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('quarry'), '/quarry'));
  const kept = [{ colour: 'yellow', text: ofTale('quarry') }];
  await reader.step('words are selected', () => reader.selectByMouse(page, ofTale('quarry')));
  await reader.step('and kept with a note', () => reader.bar(page).press('button', BAR.note));
  const panel = await reader.panel(page);
  await reader.step('a note is typed', () => panel.type('textbox', PANEL.note, 'Who says so?'));
  await panel.part('.saved').reads('Kept');
  await reader.step('a tag is added', async () => {
    await panel.type('textbox', /^Add a tag/, 'sources');
    await page.keyboard.press('Enter');
  });
  await panel.sees('button', /Remove tag.*sources|sources/);
  await panel.part('.saved').reads('Kept');
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await reader.seesNoPanel(page);
  await reader.seesKept(page, kept);
  await reader.step('the page is loaded again', () => page.reload());
  await reader.seesKept(page, kept);
  await reader.step('the passage is pressed', () => reader.pressAt(page, 'had been closed'));
  const again = await reader.panel(page);
  await expect.poll(() => again.value('textbox', PANEL.note)).toBe('Who says so?');
  await again.reads('sources');
  await reader.step('its link is copied', () => again.press('button', PANEL.copyLink));
  await again.reads(PANEL.linkCopied);
});

test('a note that is typed while the background dies again and again is kept', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('ferry'), '/ferry'));
  await reader.step('words are selected', () => reader.selectByMouse(page, ofTale('ferry')));
  await reader.step('and kept with a note', () => reader.bar(page).press('button', BAR.note));
  const panel = await reader.panel(page);
  await panel.find('textbox', PANEL.note);
  for (const word of ['One ', 'word ', 'after ', 'the ', 'other.'])
    await reader.step(`“${word}” is typed`, () => page.keyboard.type(word));
  await panel.part('.saved').reads('Kept');
  await reader.step('the page is loaded again', () => page.reload());
  await reader.seesKept(page, [{ colour: 'yellow', text: ofTale('ferry') }]);
  await reader.step('the passage is pressed', () => reader.pressAt(page, 'had been closed'));
  const again = await reader.panel(page);
  await expect.poll(() => again.value('textbox', PANEL.note)).toBe('One word after the other.');
});

test('after the background has died of idleness, a card opens and a passage is kept as ever', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('depot'), '/depot'));
  await reader.untilIdle();
  await reader.hover(page, 'Baghdad');
  await reader.card(page).sees('heading', 'Baghdad');
  await page.keyboard.press('Escape');
  await reader.untilIdle();
  await reader.keep(page, ofTale('depot'));
  await page.reload();
  await reader.seesKept(page, [{ colour: 'yellow', text: ofTale('depot') }]);
});

test('the keys walk from name to name, keep what is selected, and a slip is undone', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('cinema'), '/cinema'));
  await reader.step('the key to the next name', () => reader.shortcut(page, 'N'));
  await reader.card(page).sees('heading', 'Donald Trump');
  await reader.step('and to the one after', () => reader.shortcut(page, 'N'));
  await reader.card(page).sees('heading', 'Iran');
  await page.keyboard.press('Escape');
  await reader.card(page).sees('dialog', '', 0);
  await reader.step('the key that keeps, with nothing selected', () => reader.shortcut(page, 'H'));
  await reader.bar(page).reads(NO_PASSAGES);
  await reader.step('words are selected', () => reader.selectByMouse(page, ofTale('cinema')));
  await reader.step('the same key', () => reader.shortcut(page, 'H'));
  await reader.seesKept(page, [{ colour: 'yellow', text: ofTale('cinema') }]);
  await reader.step('undone', () => reader.bar(page).press('button', BAR.undo));
  await reader.seesKept(page, []);
});
