// axe over everything that is ours, in light and dark.
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { briefStory, frontPage } from './stories.ts';

test('axe finds nothing in the card', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('a card', () => reader.command(page, 'next-name'));
  await expect(reader.card(page).getByRole('dialog')).toContainText(/Why|Before|On 31/);
  expect(await axeFindings(page, 'backstory-card')).toEqual([]);
});

test('axe finds nothing in the popup', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await expect(popup.getByRole('heading', { name: 'What led here' })).toBeVisible();
  await expect(popup.locator('[aria-busy="true"]')).toHaveCount(0);
  expect(await axeFindings(popup)).toEqual([]);
});

test('axe finds nothing in the popup of a page that is no article', async ({ reader }) => {
  const page = await reader.step('a front page', () => reader.visit(frontPage));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await expect(popup.getByRole('button', { name: 'Read this page anyway' })).toBeVisible();
  expect(await axeFindings(popup)).toEqual([]);
});

for (const name of ['options', 'welcome', 'entry']) {
  test(`axe finds nothing in the ${name} page`, async ({ reader }) => {
    const page = await reader.step(`the ${name} page`, async () => {
      const tab = await reader.context.newPage();
      await tab.goto(reader.address(`${name}.html`));
      return tab;
    });
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await axeFindings(page)).toEqual([]);
  });
}
