// Before and after: a tab that was there first, and an update under an open page.
import { BUILD } from './builds.ts';
import { expect, test } from './harness.ts';
import { launch } from './launch.ts';
import { marks } from './marks.ts';
import { briefStory } from './stories.ts';

test.describe('a tab that was open before the installation', () => {
  test.use({ build: 'let-in' });

  test('has no marks, and works from the popup', async ({ reader }) => {
    const page = await reader.step('a story', () => reader.visit(briefStory));
    await page.waitForTimeout(1_000);
    expect(await marks(page)).toEqual([]);
    const popup = await reader.step('its popup', () => reader.openPopup(page));
    await reader.step('puts the marks there', () => reader.seesMarks(page));
    await expect(popup.getByRole('button', { name: /^Baghdad/ })).toBeVisible();
  });
});

test('an update under an open page takes the old marks away and leaves the page whole', async ({
  reader,
}) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await reader.step('the extension is updated', () => reader.update());
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await reader.seesNoMarks(page);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('the practice article opens by itself after the installation', async () => {
  const { context, welcomed } = await launch({ build: BUILD });
  await context.close();
  expect(welcomed).toBe(true);
});
