// The hover card: who or what is this, on the day the article appeared.
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { briefStory, story, WHO } from './stories.ts';

const dialog = (page: Page) => page.locator('backstory-card').getByRole('dialog');

test('the pointer at rest opens a card, and Escape closes it', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Baghdad'));
  await reader.step('a card tells what it is', async () => {
    await expect(dialog(page).getByRole('heading', { name: 'Baghdad' })).toBeVisible();
    await expect(dialog(page)).toContainText(/capital/i);
  });
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await expect(reader.card(page)).toHaveCount(0);
});

test('a pointer that only passes by opens nothing', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('the pointer crosses a name', async () => {
    await reader.hover(page, 'Baghdad');
    await page.mouse.move(2, 2);
  });
  await page.waitForTimeout(900);
  await expect(reader.card(page)).toHaveCount(0);
});

test('a card stays while the pointer goes into it, and closes after it has left', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Iraq'));
  await expect(dialog(page)).toBeVisible();
  await reader.step('it goes into the card', async () => {
    const box = await dialog(page).boundingBox();
    if (!box) throw new Error('the card has no box');
    await page.mouse.move(box.x + box.width / 2, box.y + 20, { steps: 5 });
    await page.waitForTimeout(700);
    await expect(dialog(page)).toBeVisible();
  });
  await reader.step('it leaves', () => page.mouse.move(2, 2));
  await expect(reader.card(page)).toHaveCount(0);
});

test('the card does not cover the line it is about', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Baghdad'));
  await expect(dialog(page)).toContainText(/capital/i);
  const pointed = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('backstory-place') ?? [])].filter(
      ({ startContainer, startOffset, endOffset }) =>
        startContainer.textContent?.slice(startOffset, endOffset) === 'Baghdad',
    );
    if (!range) throw new Error('no mark');
    const copy = document.createRange();
    copy.setStart(range.startContainer, range.startOffset);
    copy.setEnd(range.endContainer, range.endOffset);
    return copy.getBoundingClientRect().toJSON() as { top: number; bottom: number };
  });
  const box = await dialog(page).boundingBox();
  if (!box) throw new Error('the card has no box');
  expect(box.y >= pointed.bottom - 1 || box.y + box.height <= pointed.top + 1).toBe(true);
});

test('the keyboard walks from name to name and reads the card', async ({ reader }) => {
  const page = await reader.step('a marked story with a link in it', () =>
    reader.read(story({ paragraphs: [WHO, '<a href="#more" id="more">More on this</a>'] })),
  );
  await page.locator('#more').focus();
  await reader.step('to the next name', () => reader.command(page, 'next-name'));
  await expect(dialog(page)).toBeVisible();
  const first = await dialog(page).getByRole('heading').first().textContent();
  await reader.step('and to the one after', () => reader.command(page, 'next-name'));
  await expect(dialog(page).getByRole('heading').first()).not.toHaveText(first ?? '');
  await reader.step('and back', () => reader.command(page, 'previous-name'));
  await expect(dialog(page).getByRole('heading').first()).toHaveText(first ?? '');
  await reader.step('the card has the focus', () => expect(dialog(page)).toBeFocused());
  await reader.step('Escape gives it back', () => page.keyboard.press('Escape'));
  await expect(reader.card(page)).toHaveCount(0);
  await expect(page.locator('#more')).toBeFocused();
});

test('the role is the one held on the day of the article', async ({ reader }) => {
  const page = await reader.step('a story of 2019', () => reader.read(briefStory));
  await reader.step('the pointer rests on him', () => reader.hover(page, 'Donald Trump'));
  await reader.step('he is president', async () => {
    await expect(dialog(page)).toContainText('On 31 December 2019:');
    await expect(dialog(page).locator('.role')).toContainText('President of the United States');
  });

  const earlier = await reader.step('a story of 2014', () =>
    reader.read(
      story({ published: '2014-03-01', paragraphs: ['Donald Trump had opened a hotel in Baghdad.'] }),
      '/early',
    ),
  );
  await reader.step('the pointer rests on him', () => reader.hover(earlier, 'Donald Trump'));
  await expect(dialog(earlier).getByRole('heading', { name: 'Donald Trump' })).toBeVisible();
  await expect(dialog(earlier).locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(dialog(earlier).locator('.role')).toHaveCount(0);
});

test('what happened later is folded away', async ({ reader }) => {
  const page = await reader.step('a story of 2019', () => reader.read(briefStory));
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Iran'));
  await reader.step('before stands open, since is folded', async () => {
    await expect(dialog(page)).toContainText('Before this article');
    await expect(dialog(page).locator('details', { hasText: 'Since then' })).not.toHaveAttribute('open');
  });
  await expect(dialog(page).locator('ol.events').first().getByRole('listitem').first()).toBeVisible();
});

test('a page without a date is told as of today, and says so', async ({ reader }) => {
  const page = await reader.step('an undated story', () =>
    reader.read(
      story({ published: null, paragraphs: [WHO], head: '<meta property="og:type" content="article">' }),
    ),
  );
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Iran'));
  await expect(dialog(page)).toContainText('gives no date');
});
