// The practice article has the traps of real news: what an editor wants marked is marked, in order, and no more.
import { PANEL } from '../../components/keeping-words.ts';
import { asShown, practicePage } from '../fixtures/practice.ts';
import { practiceGold } from '../fixtures/practice-gold.ts';
import { expect, test } from './harness.ts';
import { bar, panel, seesKept, seesNoPanel, select } from './keeping.ts';

test('the practice article is marked as its answer key says', async ({ reader }) => {
  const page = await reader.step('the article', () => reader.visit(practicePage()));
  const seen = await reader.step('and marked', () => reader.seesMarks(page));
  expect(seen.map(({ text }) => asShown(text))).toEqual(practiceGold.map(([text]) => text));
});

test('passages are kept on the practice article itself, which is a page like any other', async ({
  reader,
}) => {
  test.setTimeout(90_000);
  const words = 'The first smoke rose before noon.';
  const kept = [{ colour: 'green', text: words }];
  const page = await reader.step('the practice article, as it opens after the installation', async () => {
    const tab = await reader.newTab();
    await tab.goto(reader.address('welcome.html'));
    await reader.seesMarks(tab);
    return tab;
  });
  await select(page, words);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('a sentence is kept', () => bar(page).getByRole('button', { name: /green/ }).click());
  await seesKept(page, kept);
  await expect(bar(page)).toContainText('Kept: Agree (green).');
  await reader.step('the keys open its note', () => reader.command(page, 'keep-passage'));
  const frame = await panel(page);
  await expect(frame.getByLabel(PANEL.note)).toBeFocused();
  await reader.step('which is written', () => page.keyboard.type('So that is how it works.'));
  await expect(frame.locator('.saved')).toHaveText('Kept');
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await seesNoPanel(page);

  const notebook = await reader.step('its notebook', async () => {
    const tab = await reader.context.newPage();
    await tab.goto(reader.address(`notebook.html?tab=${reader.tabOf(page)}`));
    return tab;
  });
  await expect(notebook.getByRole('article')).toContainText('So that is how it works.');
  await reader.step('it is made pink there', async () => {
    await notebook.getByRole('button', { name: 'Edit' }).click();
    await notebook.getByRole('radio', { name: 'Doubtful' }).check();
  });
  await seesKept(page, [{ colour: 'pink', text: words }]);
  await reader.step('the article is loaded again', () => page.reload());
  await seesKept(page, [{ colour: 'pink', text: words }]);

  const library = await reader.step('the library', async () => {
    const tab = await reader.context.newPage();
    await tab.goto(reader.address('library.html'));
    return tab;
  });
  await expect(library.getByText('1 passage in 1 article')).toBeVisible();
  const opened = reader.context.waitForEvent('page');
  await reader.step('leads back to it', () =>
    library.getByRole('article').getByRole('link', { name: words }).click(),
  );
  const back = await opened;
  expect(back.url()).toContain(reader.address('welcome.html#'));
  await seesKept(back, [{ colour: 'pink', text: words }]);
});
