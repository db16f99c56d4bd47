// Everything kept, found again: searched, filtered, changed many at once, and opened where it stands.
import type { Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { LIBRARY, seed } from './keeping-seed.ts';
import type { Reader } from './reader.ts';

async function openLibrary(reader: Reader, query = ''): Promise<Page> {
  const page = await reader.context.newPage();
  await page.goto(reader.address(`library.html${query}`));
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  return page;
}

const list = (page: Page) => page.getByRole('list', { name: 'Passages' });
const found = (page: Page) => list(page).getByRole('article');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search your passages' });

test('an empty library says how to keep something', async ({ reader }) => {
  const page = await reader.step('the library', () => openLibrary(reader));
  await expect(page.getByRole('heading', { name: 'Nothing is kept yet' })).toBeVisible();
  await expect(page.getByText('Select a sentence in an article')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('what was kept is searched, filtered, and found again at the same address', async ({ reader }) => {
  test.setTimeout(90_000);
  await reader.step('three articles with passages', () => seed(reader, LIBRARY));
  const page = await reader.step('the library', () => openLibrary(reader));
  await expect(page.getByText('6 passages in 3 articles')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await reader.step('a name is typed without its sign', () => search(page).fill('erdogan'));
  await expect(found(page)).toHaveCount(1);
  await expect(found(page).locator('mark')).toHaveText('Erdoğan');
  await reader.step('a word in Arabic', () => search(page).fill('الشعبي'));
  await expect(found(page)).toContainText('الحشد');
  await reader.step('a word in Chinese', () => search(page).fill('外长'));
  await expect(found(page).locator('mark')).toHaveText('外长');
  await reader.step('a word of a note', () => search(page).fill('october'));
  await expect(found(page)).toContainText('Erdoğan');
  await reader.step('nothing has it', () => search(page).fill('xylophone'));
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await search(page).fill('');

  await reader.step('a tag and a colour', async () => {
    await page.getByRole('checkbox', { name: 'sources' }).check();
    await expect(found(page)).toHaveCount(2);
    await page.getByRole('checkbox', { name: 'Background' }).check();
  });
  await expect(found(page)).toHaveCount(1);
  await expect(page).toHaveURL(/tag=sources&colour=blue/);
  await reader.step('loaded again', () => page.reload());
  await expect(found(page)).toHaveCount(1);
  await reader.step('and back', () => page.goBack());
  await expect(found(page)).toHaveCount(2);

  const opened = reader.context.waitForEvent('page');
  await reader.step('one is opened', () => found(page).first().getByRole('link').click());
  const article = await opened;
  expect(article.url()).toMatch(/^https:\/\/news\.example\/2019\/12\/(29|31)\//);
});

test('many are tagged at once, thrown away, brought back and deleted for good', async ({ reader }) => {
  test.setTimeout(90_000);
  await reader.step('three articles with passages', () => seed(reader, LIBRARY));
  const page = await reader.step('the library', () => openLibrary(reader, '?q=the'));
  await expect(found(page).first()).toBeVisible();
  const count = await found(page).count();
  expect(count).toBeGreaterThan(1);

  await reader.step('all of them are chosen and tagged', async () => {
    await found(page).first().getByRole('checkbox').click();
    await page.getByRole('button', { name: `Choose all ${count} found` }).click();
    await page.getByLabel('Tag to add').fill('to quote');
    await page.keyboard.press('Enter');
  });
  await expect(page.getByText(`${count} passages tagged “to quote”.`)).toBeVisible();
  await expect(found(page).getByRole('button', { name: 'to quote' })).toHaveCount(count);
  expect(await axeFindings(page)).toEqual([]);
  await reader.step('undone', () => page.getByRole('button', { name: 'Undo' }).click());
  await expect(found(page).getByRole('button', { name: 'to quote' })).toHaveCount(0);

  await reader.step('moved to the bin', () => page.getByRole('button', { name: 'Move to bin' }).click());
  await expect(page.getByText(`${count} passages moved to the bin.`)).toBeVisible();
  await expect(found(page)).toHaveCount(0);
  await reader.step('the bin', async () => {
    await search(page).fill('');
    await page.getByRole('radio', { name: 'In the bin' }).check();
  });
  await expect(found(page)).toHaveCount(count);
  await reader.step('one is brought back', async () => {
    await found(page).first().hover();
    await found(page).first().getByRole('button', { name: 'Bring back' }).click();
  });
  await expect(found(page)).toHaveCount(count - 1);
  await reader.step('the bin is about to be emptied, and is not', async () => {
    await page.getByRole('button', { name: 'Empty the bin…' }).click();
    await page.getByRole('button', { name: 'Leave them in the bin' }).click();
  });
  await expect(found(page)).toHaveCount(count - 1);
  await reader.step('the bin is emptied', async () => {
    await page.getByRole('button', { name: 'Empty the bin…' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
  });
  await expect(page.getByText('The bin is empty.')).toBeVisible();
});

test('the library is walked by keys alone, and hears of what is changed elsewhere', async ({ reader }) => {
  test.setTimeout(90_000);
  await reader.step('three articles with passages', () => seed(reader, LIBRARY));
  const page = await reader.step('the library', () => openLibrary(reader, '?list=flat&order=oldest'));
  await expect(found(page)).toHaveCount(6);
  const other = await reader.step('a second window on it', () => openLibrary(reader));
  await expect(found(other)).toHaveCount(6);
  await page.bringToFront();
  await reader.step('to the second passage, chosen, and the third with it', async () => {
    await page.keyboard.press('/');
    await expect(search(page)).toBeFocused();
    await found(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(found(page).nth(1)).toBeFocused();
    await page.keyboard.press('Shift+ArrowDown');
  });
  await expect(page.getByText('2 passages chosen')).toBeVisible();
  await reader.step('thrown away', () => page.keyboard.press('Delete'));
  await expect(found(page)).toHaveCount(4);
  await expect(found(other)).toHaveCount(4);
  await reader.step('and back', () => page.keyboard.press('Control+z'));
  await expect(found(page)).toHaveCount(6);
  await expect(found(other)).toHaveCount(6);
});

test('somebody’s time line has what happened, what was kept, and a note that is kept as it is written', async ({
  reader,
}) => {
  test.setTimeout(90_000);
  await reader.step('three articles with passages', () => seed(reader, LIBRARY));
  const page = await reader.step('the library', () => openLibrary(reader));
  await reader.step('a name is pressed', () =>
    found(page).filter({ hasText: 'Donald Trump said' }).getByRole('button', { name: 'Iran' }).click(),
  );
  await expect(page.getByRole('heading', { name: 'Iran' })).toBeVisible();
  await expect(page).toHaveURL(/who=Q794/);
  await expect(page.getByText('You kept 3 passages that name them, in 2 articles.')).toBeVisible();
  const line = page.getByRole('list', { name: 'What happened, and what you kept' });
  await expect(line.getByRole('article')).toHaveCount(3);
  await expect(line.getByRole('group').first()).toBeVisible();
  await reader.step('a note is written', async () => {
    await page.getByLabel('Your note on them').fill('Read the memorandum again.');
    await expect(page.getByText('Keeping…')).toHaveCount(0);
  });
  expect(await axeFindings(page)).toEqual([]);
  await reader.step('it is there after a reload', () => page.reload());
  await expect(page.getByLabel('Your note on them')).toHaveValue('Read the memorandum again.');
  await reader.step('back to the passages', () => page.goBack());
  await expect(found(page)).toHaveCount(6);
});

test('a note is written in the library, in Markdown, and found by its words', async ({ reader }) => {
  test.setTimeout(90_000);
  await reader.step('three articles with passages', () => seed(reader, LIBRARY));
  const page = await reader.step('the library', () => openLibrary(reader, '?q=reception'));
  await reader.step('the editor is opened by a key, and a note written', async () => {
    await found(page).first().focus();
    await page.keyboard.press('e');
    await page.getByLabel('Your note', { exact: true }).fill('See *the marble hall* <i>here</i>');
    await expect(page.getByRole('region', { name: 'As it will be read' }).locator('em')).toHaveText(
      'the marble hall',
    );
    await expect(page.getByText('Kept', { exact: true }).last()).toBeVisible();
  });
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(found(page).first()).toBeFocused();
  await reader.step('its words find it', () => search(page).fill('marble'));
  await expect(found(page)).toContainText('reception hall');
});
