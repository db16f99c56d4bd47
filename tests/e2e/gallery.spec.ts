// Pictures of what a reader sees, in light and dark, for whoever reviews a change: .artifacts/gallery. The one
// in the README is among them; `npm run gallery` brings it up to date.
import type { Page } from '@playwright/test';
import { practicePage } from '../fixtures/practice.ts';
import { expect, test } from './harness.ts';
import { bar, panel, seesNoPanel, select } from './keeping.ts';
import { LIBRARY, seed } from './keeping-seed.ts';

const picture = (name: string) => ({
  path: `.artifacts/gallery/${name}.png`,
  animations: 'disabled' as const,
});

for (const scheme of ['light', 'dark'] as const) {
  test(`pictures of all surfaces, ${scheme}`, async ({ reader }) => {
    const drawn = async (page: Page, name: string) => {
      await page.emulateMedia({ colorScheme: scheme });
      const { path } = picture(`${name}-${scheme}`);
      const bytes = await page.screenshot(picture(`${name}-${scheme}`));
      expect(bytes.length, path).toBeGreaterThan(5_000);
    };
    const page = await reader.step('a marked article', async () => {
      const opened = await reader.newTab();
      await opened.emulateMedia({ colorScheme: scheme });
      await opened.goto(reader.site.serve(practicePage(), '/2019/12/31/siege'));
      await reader.seesMarks(opened);
      return opened;
    });
    await page.setViewportSize({ width: 900, height: 720 });
    for (const name of ['Donald Trump', 'Kata’ib Hezbollah', 'Kirkuk'] as const) {
      await reader.step(`the card of ${name}`, async () => {
        await reader.hover(page, name);
        await expect(reader.card(page).locator('.body > .line')).toBeVisible();
        await drawn(page, `card-${name.split(' ').at(-1)?.toLowerCase()}`);
        await page.keyboard.press('Escape');
        await expect(reader.card(page)).toHaveCount(0);
      });
    }
    await reader.step('a passage is selected', async () => {
      const kept = await page.evaluate(() => {
        const long = [...document.querySelectorAll('p')].find(
          ({ textContent }) => (textContent ?? '').length > 200,
        );
        long?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return (long?.firstChild?.textContent ?? '').slice(0, 60);
      });
      await select(page, kept);
      await expect(bar(page).getByRole('toolbar')).toBeVisible();
      await drawn(page, 'keep-bar');
      await bar(page).getByRole('button', { name: /green/ }).click();
      await expect(bar(page)).toContainText('Kept');
      await drawn(page, 'keep-said');
      await reader.command(page, 'keep-passage');
      const frame = await panel(page);
      await frame.getByLabel('Your note').fill('Compare with what the ministry said the day before.');
      await frame.getByLabel('Add a tag').fill('militias, ministry,');
      await expect(frame.locator('.saved')).toHaveText('Kept');
      await drawn(page, 'keep-panel');
      await frame.getByLabel('Your note').press('Escape');
      await seesNoPanel(page);
      await page.evaluate(() => window.getSelection()?.removeAllRanges());
      await drawn(page, 'keep-painted');
    });
    await reader.step('not this one', async () => {
      await reader.hover(page, 'Tehran');
      await reader.card(page).getByRole('button', { name: 'Not this one' }).click();
      await expect(reader.card(page).getByRole('dialog', { name: 'Not this “Tehran”?' })).toBeVisible();
      await drawn(page, 'chooser');
      await page.keyboard.press('Escape');
      await expect(reader.card(page)).toHaveCount(0);
    });
    await reader.step('the popup', async () => {
      const popup = await reader.openPopup(page);
      await popup.setViewportSize({ width: 380, height: 600 });
      await expect(popup.getByRole('heading', { name: 'What led here' })).toBeVisible();
      await expect(popup.locator('[aria-busy="true"]')).toHaveCount(0);
      await drawn(popup, 'popup');
      await popup.setViewportSize({ width: 380, height: 2400 });
      await drawn(popup, 'popup-all');
    });
    for (const name of ['options', 'welcome'] as const) {
      await reader.step(name, async () => {
        const own = await reader.context.newPage();
        await own.goto(reader.address(`${name}.html`));
        await expect(own.getByRole('heading').first()).toBeVisible();
        await drawn(own, name);
      });
    }
  });

  test(`pictures of the library and the notebook, ${scheme}`, async ({ reader }) => {
    test.setTimeout(90_000);
    const page = await reader.step('articles with passages', () => seed(reader, LIBRARY.toReversed()));
    const drawn = async (own: Page, name: string) => {
      await own.emulateMedia({ colorScheme: scheme });
      const bytes = await own.screenshot(picture(`${name}-${scheme}`));
      expect(bytes.length, name).toBeGreaterThan(5_000);
    };
    for (const [name, query] of [
      ['library', ''],
      ['library-search', '?q=the&list=flat'],
      ['library-actor', '?who=Q794'],
    ] as const) {
      await reader.step(name, async () => {
        const own = await reader.context.newPage();
        await own.goto(reader.address(`library.html${query}`));
        await expect(own.getByRole('article').first()).toBeVisible();
        await expect(own.locator('[aria-busy="true"]')).toHaveCount(0);
        await drawn(own, name);
        if (name !== 'library') return;
        await own.setViewportSize({ width: 400, height: 800 });
        await own.reload();
        await expect(own.getByRole('article').first()).toBeVisible();
        await drawn(own, 'library-narrow');
      });
    }
    await reader.step('the notebook', async () => {
      const own = await reader.context.newPage();
      await own.setViewportSize({ width: 380, height: 760 });
      await own.goto(reader.address(`notebook.html?tab=${reader.tabOf(page)}`));
      await own.getByRole('button', { name: 'Edit' }).first().click();
      await drawn(own, 'notebook');
    });
  });
}
