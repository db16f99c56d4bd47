// The popup: this page at a glance, and the switch that leaves a site alone.
import { expect, test } from './harness.ts';
import { marks } from './marks.ts';
import { briefStory, frontPage, story, WHO } from './stories.ts';

test('the popup shows the actors, the places and the events of the page', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await reader.step('has everything at a glance', async () => {
    await expect(popup.getByRole('button', { name: /^Donald Trump/ })).toBeVisible();
    await expect(popup.getByRole('button', { name: /^Baghdad/ })).toBeVisible();
    await expect(popup.getByText('31 December 2019').first()).toBeVisible();
  });
  const road = popup.locator('section', { has: popup.getByRole('heading', { name: 'What led here' }) });
  await expect(road.getByRole('listitem').first()).toBeVisible();
});

test('a name in the popup leads to the name on the page', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await reader.step('a name is chosen', () =>
    popup
      .getByRole('button', { name: /^Baghdad/ })
      .first()
      .click(),
  );
  await page.bringToFront();
  await reader.step('the page shows its card', () =>
    expect(reader.card(page).getByRole('heading', { name: 'Baghdad' })).toBeVisible(),
  );
});

test('a site that is switched off loses its marks, and has them back when it is on', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await reader.step('the site is switched off, and no mark is left', async () => {
    await popup.getByRole('switch').click();
    await reader.seesNoMarks(page);
  });

  const another = await reader.step('another story there is not marked', () =>
    reader.visit(briefStory, '/another'),
  );
  await another.waitForTimeout(1_200);
  expect(await marks(another)).toEqual([]);

  await reader.step('the site is switched on, and the marks are back on both', async () => {
    await popup.getByRole('switch').click();
    await reader.seesMarks(page);
    await reader.seesMarks(another);
  });
});

test('the switch outlives a restart of the page', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await reader.step('the site is switched off', async () => {
    await popup.getByRole('switch').click();
    await expect(popup.getByText(/Switched off/)).toBeVisible();
  });
  await reader.step('the page is loaded again', () => page.reload());
  await page.waitForTimeout(1_200);
  expect(await marks(page)).toEqual([]);
});

test('a page that is no article is read when the reader asks for it', async ({ reader }) => {
  const page = await reader.step('a front page', () => reader.visit(frontPage));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await reader.step('asks', () => popup.getByRole('button', { name: 'Read this page anyway' }).click());
  await reader.step('the page is marked', () => reader.seesMarks(page));
});

test('the popup says that a page gives no date', async ({ reader }) => {
  const page = await reader.step('an undated story', () =>
    reader.read(
      story({ published: null, paragraphs: [WHO], head: '<meta property="og:type" content="article">' }),
    ),
  );
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await expect(popup.getByText(/gives no date/).first()).toBeVisible();
});

test("the browser's own popup shows the page it was opened on", async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await page.bringToFront();
  await reader.step('the button in the toolbar', () =>
    reader.inWorker(async () => {
      await (
        globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }
      ).chrome.action.openPopup();
    }, null),
  );
  await expect
    .poll(() => reader.worker.inTruePopup('document.body.innerText'), { timeout: 10_000 })
    .toMatch(/Donald Trump[\s\S]*Baghdad/);
});

test('the popup leads to the notebook beside the page and to the library, by keys too', async ({
  reader,
}) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  const notebook = popup.getByRole('button', { name: 'Notebook' });
  await expect(notebook).toBeVisible();
  await reader.step('the notebook, by a key', async () => {
    await notebook.focus();
    await popup.keyboard.press('Enter');
  });
  await expect.poll(() => reader.worker.pages()).toContain('/notebook.html');
  const inTabs = reader.context.pages().filter((tab) => tab.url().includes('/notebook.html'));
  expect(inTabs, 'beside the page, not in a tab of its own').toEqual([]);
  await popup.bringToFront();
  const opened = reader.context.waitForEvent('page');
  await reader.step('the library', () => popup.getByRole('link', { name: 'Library' }).press('Enter'));
  await expect((await opened).getByRole('heading', { name: 'Library' })).toBeVisible();
});
