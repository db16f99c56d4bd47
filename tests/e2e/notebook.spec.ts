// The notebook beside a page: its passages in reading order, notes written in place, the page and the notebook leading to
// each other, and what the page no longer has.
import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { LIBRARY, seed } from './keeping-seed.ts';
import type { Reader } from './reader.ts';
import { briefStory, story } from './stories.ts';

/** As an ordinary page about that tab: no test tool shows a side panel. */
async function openNotebook(reader: Reader, page: Page): Promise<Page> {
  const notebook = await reader.context.newPage();
  await notebook.setViewportSize({ width: 380, height: 760 });
  await notebook.goto(reader.address(`notebook.html?tab=${reader.tabOf(page)}`));
  return notebook;
}

const entries = (notebook: Page) => notebook.getByRole('article');

test('a page with nothing kept says how to keep something', async ({ reader }) => {
  const page = await reader.step('a story', () => reader.read(briefStory));
  const notebook = await reader.step('its notebook', () => openNotebook(reader, page));
  await expect(notebook.getByRole('heading', { name: 'Nothing is kept on this page yet' })).toBeVisible();
  expect(await axeFindings(notebook)).toEqual([]);
});

test('passages stand in reading order, lead to the page, and their notes are kept as they are written', async ({
  reader,
}) => {
  test.setTimeout(90_000);
  const page = await reader.step('a story with passages', () => seed(reader, LIBRARY.slice(0, 1)));
  const notebook = await reader.step('its notebook', () => openNotebook(reader, page));
  await expect(entries(notebook)).toHaveCount(2);
  await expect(entries(notebook).first()).toContainText('Erdoğan');
  await expect(entries(notebook).first().locator('strong')).toHaveText('opposite');
  expect(await axeFindings(notebook)).toEqual([]);

  await reader.step('a note is written', async () => {
    await entries(notebook).nth(1).getByRole('button', { name: 'Add a note' }).click();
    await notebook
      .getByLabel('Your note', { exact: true })
      .fill('Who <b>else</b> said [so](javascript:alert)?');
    await expect(notebook.getByText('Kept', { exact: true })).toBeVisible();
  });
  expect(await axeFindings(notebook)).toEqual([]);
  await notebook.getByRole('button', { name: 'Done' }).click();
  await reader.step('it is there after a reload, as the letters it was written in', () => notebook.reload());
  await expect(entries(notebook).nth(1)).toContainText('Who <b>else</b> said [so](javascript:alert)?');
  await expect(entries(notebook).nth(1).getByRole('link')).toHaveCount(0);

  await reader.step('a passage is pressed, and the page shows it', () =>
    entries(notebook).nth(1).getByRole('button', { name: 'Donald Trump said' }).click(),
  );
  await expect(page.locator('backstory-panel')).toHaveCount(1);
  await expect(entries(notebook).nth(1)).toHaveAttribute('aria-current', 'true');

  await reader.step('one is deleted, and brought back', async () => {
    await entries(notebook).first().getByRole('button', { name: 'Delete' }).click();
    await expect(entries(notebook)).toHaveCount(1);
    await expect(notebook.getByRole('button', { name: 'Undo' })).toBeFocused();
    await notebook.keyboard.press('Enter');
  });
  await expect(entries(notebook)).toHaveCount(2);
});

test('what the page no longer has stands apart, with what looks similar', async ({ reader }) => {
  test.setTimeout(90_000);
  const [raid] = LIBRARY;
  if (!raid) throw new Error('no story');
  const page = await reader.step('a story with passages', () => seed(reader, [raid]));
  await reader.step('the article is written anew, and opened again', async () => {
    const said = 'Donald Trump told reporters on his plane that the leaders of Iran were surely behind it.';
    reader.site.serve(story({ headline: raid.title, published: raid.day, paragraphs: [said] }), raid.path);
    await page.reload();
  });
  const notebook = await reader.step('its notebook', () => openNotebook(reader, page));
  const gone = notebook.getByRole('list', { name: 'No longer found' }).getByRole('article');
  const unsure = notebook.getByRole('list', { name: 'Not sure' }).getByRole('article');
  await expect(gone).toHaveCount(1);
  await expect(gone).toContainText('launchers in the valley');
  await expect(unsure).toHaveCount(1);
  expect(await axeFindings(notebook)).toEqual([]);
  await reader.step('the page is right about one', () =>
    unsure.getByRole('button', { name: 'Yes, this is it' }).click(),
  );
  await expect(notebook.getByText('Kept as it stands now.')).toBeVisible();
  await expect(notebook.getByRole('list', { name: 'On this page' }).getByRole('article')).toHaveCount(1);
  await reader.step('what looks similar to the other', () =>
    gone.getByRole('button', { name: 'What looks similar?' }).click(),
  );
  await expect(notebook.getByText('Nothing on this page looks like it.')).toBeVisible();
  await reader.step('it is let go', () => gone.getByRole('button', { name: 'Let it go' }).click());
  await expect(gone).toHaveCount(0);
});

test('a page that no extension may read is said to be one', async ({ reader }) => {
  const page = await reader.step('an empty tab', () => reader.newTab());
  const notebook = await reader.step('its notebook', () => openNotebook(reader, page));
  await expect(notebook.getByText('Nothing can be kept on this page')).toBeVisible();
});
