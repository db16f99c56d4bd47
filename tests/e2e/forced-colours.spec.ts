// A browser that takes a page's colours away and puts the reader's own in their place (Windows' contrast themes): what is
// kept is still to be seen and told apart, and nothing becomes unreadable.
import type { Page } from '@playwright/test';
import { BAR } from '../../components/keeping-words.ts';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { bar, panel, seesKept, select } from './keeping.ts';
import { LIBRARY, seed } from './keeping-seed.ts';
import { briefStory } from './stories.ts';

const PART = 'Iran was behind it';

/** How words are drawn that this highlight lies on. */
const drawn = (page: Page, name: string) =>
  page.evaluate((highlight) => {
    const paragraph = document.querySelector('p');
    if (!paragraph) throw new Error('no paragraph');
    const { color, backgroundColor, textDecorationStyle, textDecorationLine } = getComputedStyle(
      paragraph,
      `::highlight(${highlight})`,
    );
    const around = getComputedStyle(document.body).backgroundColor;
    return { color, backgroundColor, textDecorationStyle, textDecorationLine, around };
  }, name);

test('kept passages, the bar and the panel stand out and are readable', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await page.emulateMedia({ forcedColors: 'active' });
  await select(page, PART);
  const tools = bar(page).getByRole('toolbar');
  await expect(tools).toBeVisible();
  const swatches = await tools
    .locator('.swatch i')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor));
  expect(new Set(swatches).size, 'colours that can be told apart').toBe(5);
  expect(await axeFindings(page, 'backstory-bar')).toEqual([]);
  await reader.step('kept with a note', () => bar(page).getByRole('button', { name: BAR.note }).click());
  await seesKept(page, [{ colour: 'yellow', text: PART }]);
  const kept = await drawn(page, 'backstory-kept-yellow');
  expect(kept.color).not.toBe(kept.backgroundColor);
  expect(kept.backgroundColor).not.toBe(kept.around);
  expect(kept).toMatchObject({ textDecorationLine: 'underline', textDecorationStyle: 'solid' });
  const unsure = await drawn(page, 'backstory-kept-yellow-uncertain');
  expect(unsure).toMatchObject({ textDecorationLine: 'underline', textDecorationStyle: 'dashed' });
  const frame = await panel(page);
  await frame.getByLabel('Add a tag').fill('one,');
  await expect(frame.locator('.saved')).toHaveText('Kept');
  expect(await axeFindings(page, frame)).toEqual([]);
});

test('library and notebook are readable, and say which colour and which is chosen', async ({ reader }) => {
  test.setTimeout(60_000);
  const page = await reader.step('articles with passages', () => seed(reader, LIBRARY));
  const library = await reader.step('the library', async () => {
    const own = await reader.context.newPage();
    await own.emulateMedia({ forcedColors: 'active' });
    await own.goto(reader.address('library.html'));
    return own;
  });
  const first = library.getByRole('article').first();
  await reader.step('one is chosen', () => first.getByRole('checkbox').click());
  await expect(first).toHaveCSS('outline-style', 'solid');
  await expect(first.locator('.colour')).not.toBeEmpty();
  expect(await axeFindings(library)).toEqual([]);
  const notebook = await reader.step('the notebook', async () => {
    const own = await reader.context.newPage();
    await own.emulateMedia({ forcedColors: 'active' });
    await own.goto(reader.address(`notebook.html?tab=${reader.tabOf(page)}`));
    return own;
  });
  await expect(notebook.getByRole('article').first()).toBeVisible();
  expect(await axeFindings(notebook)).toEqual([]);
});
