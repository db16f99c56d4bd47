// A page that does not hold still while something is kept on it: what was meant is kept, or the reader hears that it is not.
import type { Page } from '@playwright/test';
import { BAR, wordCannot } from '../../components/keeping-words.ts';
import { expect, test } from './harness.ts';
import { bar, keptMarks, panel, seesKept, select, selectByMouse } from './keeping.ts';
import { briefStory, story, WHO } from './stories.ts';

const PART = 'Iran was behind it';
const KEPT = [{ colour: 'green', text: PART }];

const green = (page: Page) => bar(page).getByRole('button', { name: /green/ });

/** As a framework does that draws its page anew: the same words in other nodes. */
const drawAnew = (page: Page) =>
  page.evaluate(() => {
    for (const paragraph of document.querySelectorAll('p')) paragraph.innerHTML = String(paragraph.innerHTML);
  });

test('words that the page draws anew between selecting and keeping are kept', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('some words are selected', () => selectByMouse(page, PART));
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('the page draws them anew', () => drawAnew(page));
  await reader.step('and they are kept', () => green(page).click());
  await seesKept(page, KEPT);
  await expect(bar(page)).toContainText('Kept: Agree (green).');
  await reader.step('the next visit', () => page.reload());
  await seesKept(page, KEPT);
});

test('words that the page draws anew between keeping and painting are painted', async ({ reader }) => {
  const restless = `<script>
    addEventListener('click', () => setTimeout(() => {
      for (const paragraph of document.querySelectorAll('p')) paragraph.innerHTML = String(paragraph.innerHTML);
    }), true);
  </script>`;
  const page = await reader.step('a story that is drawn anew with every press', () =>
    reader.read(story({ paragraphs: [WHO], head: restless })),
  );
  await select(page, PART);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('some words are kept', () => green(page).click());
  await seesKept(page, KEPT);
});

test('words that the page writes over while they are kept are kept, and nothing else is painted', async ({
  reader,
}) => {
  const end = `<script>
    addEventListener('click', () => setTimeout(() => {
      document.querySelector('p').firstChild.data = 'The editors have taken this part of the story out, and say no more.';
    }), true);
  </script>`;
  const page = await reader.step('a story that is written over with a press', () =>
    reader.read(story({ paragraphs: [WHO], end })),
  );
  await select(page, PART);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('some words are kept', () => green(page).click());
  await expect(bar(page)).toContainText('Kept: Agree (green).');
  expect(await keptMarks(page)).toEqual([]);
  await reader.step('the next visit', () => page.reload());
  await seesKept(page, KEPT);
});

test('a site that goes on while words are kept has them where they were', async ({ reader }) => {
  const end = `<script>
    addEventListener('click', () => setTimeout(() => {
      history.pushState({}, '', '/elsewhere');
      document.title = 'Elsewhere';
      document.querySelector('h1').textContent = 'Elsewhere';
      document.querySelector('p').textContent = 'The ferry came after all, and Iran had nothing to do with it.';
    }), { capture: true, once: true });
  </script>`;
  const page = await reader.step('a story that goes elsewhere with a press', () =>
    reader.read(story({ paragraphs: [WHO], end }), '/here'),
  );
  await select(page, PART);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('some words are kept', () => green(page).click());
  await expect(bar(page)).toContainText('Kept: Agree (green).');
  expect(await keptMarks(page)).toEqual([]);
  await reader.step('and found where they were', () => page.goto('https://news.example/here'));
  await seesKept(page, KEPT);
});

test('words that the page takes away between selecting and keeping are not kept, and can be copied', async ({
  reader,
}) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('some words are selected', () => selectByMouse(page, PART));
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('the page puts others there', () =>
    page.evaluate(() => {
      const paragraph = document.querySelector('p');
      if (paragraph) paragraph.textContent = 'This part of the story has been withdrawn by the editors.';
    }),
  );
  await reader.step('and they are to be kept', () => green(page).click());
  await expect(bar(page)).toContainText(wordCannot('gone'));
  await expect(bar(page).getByRole('button', { name: BAR.copy })).toBeVisible();
  expect(await keptMarks(page)).toEqual([]);
});

test('a site that changes its article in place keeps the passages of each apart', async ({ reader }) => {
  test.setTimeout(60_000);
  const other = 'The ferry came after all, four hours behind its time, and Iran was behind it no more.';
  const page = await reader.step('a marked story', () => reader.read(briefStory, '/first'));
  await select(page, PART);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('some words are kept', () => green(page).click());
  await seesKept(page, KEPT);
  const go = (path: string, first: string, title: string) =>
    page.evaluate(
      ([to, words, called]) => {
        history.pushState({}, '', to);
        document.title = called;
        const headline = document.querySelector('h1');
        if (headline) headline.textContent = called;
        const paragraph = document.querySelector('p');
        if (paragraph) paragraph.textContent = words;
      },
      [path, first, title] as const,
    );
  await select(page, 'Iraq had been told');
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('the site goes to another article', () => go('/second', other, 'The ferry'));
  await expect(bar(page)).toHaveCount(0);
  await seesKept(page, []);
  await select(page, 'four hours behind its time');
  await reader.step('words of that are kept', () => reader.command(page, 'keep-passage'));
  const second = [{ colour: 'green', text: 'four hours behind its time' }];
  await seesKept(page, second);
  await reader.step('back to the first', () => go('/first', WHO, 'Talks that nobody can see'));
  await seesKept(page, KEPT);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  await reader.step('its note', () => reader.command(page, 'keep-passage'));
  await expect((await panel(page)).locator('blockquote')).toHaveText(PART);
  await reader.step('and to the second again', () => go('/second', other, 'The ferry'));
  await seesKept(page, second);
});
