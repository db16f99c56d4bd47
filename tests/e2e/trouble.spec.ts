// What the machine may do to us. Each time: no broken page, and words that a person understands.
import { expect, test } from './harness.ts';
import { marks } from './marks.ts';
import { briefStory } from './stories.ts';

test.describe('a worker that does not answer', () => {
  test('is said in the card, and the page goes on', async ({ reader }) => {
    test.setTimeout(60_000);
    const page = await reader.step('a marked story', () => reader.read(briefStory));
    // Busy for 30 s; the call itself must not be waited for. From here on nobody kills it: it hangs.
    void reader
      .inWorker((milliseconds) => {
        const end = Date.now() + milliseconds;
        while (Date.now() < end);
      }, 30_000)
      .catch(() => undefined);
    await page.waitForTimeout(300);
    await page.bringToFront();
    await reader.hover(page, 'Baghdad');
    const dialog = reader.card(page).getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('did not answer', { timeout: 15_000 });
    await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(reader.card(page)).toHaveCount(0);
    expect(await page.evaluate(() => document.querySelectorAll('p').length)).toBeGreaterThan(3);
  });
});

test.describe('a damaged starter pack', () => {
  test.use({ build: 'broken-pack' });

  test('leaves the page unmarked, and the popup says why', async ({ reader }) => {
    const page = await reader.step('a story', () => reader.visit(briefStory));
    const popup = await reader.step('its popup', () => reader.openPopup(page));
    await reader.step('says what is wrong', () =>
      expect(popup.getByText(/damaged|cannot be read|knowledge/i).first()).toBeVisible(),
    );
    expect(await marks(page)).toEqual([]);
  });

  test('is said in the options', async ({ reader }) => {
    const options = await reader.step('the options', async () => {
      const tab = await reader.context.newPage();
      await tab.goto(reader.address('options.html'));
      return tab;
    });
    await expect(options.getByText(/damaged|cannot be read|missing/i).first()).toBeVisible();
  });
});

test.describe('a browser that keeps nothing', () => {
  test.use({ build: 'no-indexeddb' });

  test('marks from memory, and the popup says so', async ({ reader }) => {
    const page = await reader.step('a story', () => reader.read(briefStory));
    const popup = await reader.step('its popup', () => reader.openPopup(page));
    await expect(popup.getByText(/stores nothing/i).first()).toBeVisible();
    await reader.step('the pointer rests on a name', async () => {
      await page.bringToFront();
      await reader.hover(page, 'Baghdad');
    });
    await expect(reader.card(page).getByRole('dialog')).toContainText(/capital/i);
  });

  test('says that a switched-off site cannot be remembered', async ({ reader }) => {
    const page = await reader.step('a story', () => reader.read(briefStory));
    const popup = await reader.step('its popup', () => reader.openPopup(page));
    await reader.step('the site is switched off', () => popup.getByRole('switch').click());
    await expect(popup.getByRole('status').filter({ hasText: /did not let Backstory store/i })).toBeVisible();
  });
});
