// Keeping passages: from the selection to the note that is there again on the next visit.
import { BAR, NO_PASSAGES, wordCannot } from '../../components/keeping-words.ts';
import { expect, test } from './harness.ts';
import { bar, keptMarks, panel, placeOf, seesKept, seesNoPanel, select, selectByMouse } from './keeping.ts';
import { briefStory, frontPage, story, WHO } from './stories.ts';

const PART = 'Iran was behind it';
const OTHER = 'A clerk came out twice';

test('what is selected with the mouse is kept in a colour, and is there on the next visit', async ({
  reader,
}) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('some words are selected', () => selectByMouse(page, PART));
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('and kept in green', () => bar(page).getByRole('button', { name: /green/ }).click());
  await expect(bar(page)).toContainText('Kept: Agree (green).');
  await seesKept(page, [{ colour: 'green', text: PART }]);
  await reader.step('the page is loaded again', () => page.reload());
  await seesKept(page, [{ colour: 'green', text: PART }]);
});

test('a note is typed beside the passage, kept as it is typed, and there again', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('some words are selected', () => selectByMouse(page, PART));
  await reader.step('and kept with a note', () => bar(page).getByRole('button', { name: BAR.note }).click());
  const frame = await panel(page);
  await expect(frame.getByLabel('Your note')).toBeFocused();
  await reader.step('a note is typed', () => page.keyboard.type('Who says so?'));
  await expect(frame.locator('.saved')).toHaveText('Kept');
  await reader.step('a tag is added', async () => {
    await frame.getByLabel('Add a tag').fill('sources');
    await page.keyboard.press('Enter');
  });
  await expect(frame.locator('.saved')).toHaveText('Kept');
  await expect(frame.locator('.names')).toContainText('Iran');
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await seesNoPanel(page);
  await reader.step('the page is loaded again', () => page.reload());
  await seesKept(page, [{ colour: 'yellow', text: PART }]);
  const { x, y, width, height } = await placeOf(page, 'was behind');
  await reader.step('the passage is pressed', () => page.mouse.click(x + width / 2, y + height / 2));
  const again = await panel(page);
  await expect(again.getByLabel('Your note')).toHaveValue('Who says so?');
  await expect(again.getByRole('list', { name: 'Tags' })).toContainText('sources');
});

test('the page hears nothing of what is typed', async ({ reader }) => {
  const spy = `<script>
    window.heard = [];
    for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'compositionend', 'message', 'copy'])
      window.addEventListener(type, (event) => heard.push([type, event.key ?? event.data ?? '']), true);
  </script>`;
  const page = await reader.step('a story that listens', () =>
    reader.read(story({ paragraphs: [WHO], head: spy })),
  );
  await reader.step('some words are selected', () => selectByMouse(page, PART));
  await reader.step('and kept with a note', () => bar(page).getByRole('button', { name: BAR.note }).click());
  const frame = await panel(page);
  await reader.step('a note is typed', () => page.keyboard.type('secret'));
  await expect(frame.getByLabel('Your note')).toHaveValue('secret');
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  const seen = await page.evaluate(() => ({
    frames: window.length,
    root: document.querySelector('backstory-panel')?.shadowRoot ?? null,
    entries: performance.getEntries().filter(({ name }) => name.includes('panel')).length,
  }));
  expect(seen).toEqual({ frames: 0, root: null, entries: 0 });
});

test('the keys keep what is selected, open its note when pressed again, and walk when nothing is', async ({
  reader,
}) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('the keys, with nothing selected', () => reader.command(page, 'keep-passage'));
  await expect(bar(page)).toContainText(NO_PASSAGES);
  await select(page, OTHER);
  await reader.step('the keys', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: OTHER }]);
  await reader.step('the keys again', () => reader.command(page, 'keep-passage'));
  const frame = await panel(page);
  await expect(frame.getByLabel('Your note')).toBeFocused();
  await page.keyboard.press('Escape');
  await seesNoPanel(page);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  await reader.step('the keys, with nothing selected', () => reader.command(page, 'keep-passage'));
  await expect((await panel(page)).locator('blockquote')).toHaveText(OTHER);
});

test('a slip is undone at once, and after the page was closed', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await select(page, OTHER);
  await reader.step('kept', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: OTHER }]);
  await reader.step('undone', () => bar(page).getByRole('button', { name: BAR.undo }).click());
  await seesKept(page, []);
  await select(page, PART);
  await reader.step('another is kept', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: PART }]);
  await reader.step('and opened', () => reader.command(page, 'keep-passage'));
  await reader.step('made pink', async () => {
    await (await panel(page)).getByRole('radio', { name: /pink/ }).check();
  });
  await seesKept(page, [{ colour: 'pink', text: PART }]);
  await expect((await panel(page)).locator('.saved')).toHaveText('Kept');
  await page.close();
  const later = await reader.step('later', () => reader.read(briefStory));
  await seesKept(later, [{ colour: 'pink', text: PART }]);
  await reader.step('its note is opened', () => reader.command(later, 'keep-passage'));
  const frame = await panel(later);
  await reader.step('undone', () => frame.getByRole('button', { name: 'Undo' }).click());
  await seesKept(later, [{ colour: 'yellow', text: PART }]);
  await reader.step('redone', () => frame.getByRole('button', { name: 'Redo' }).click());
  await seesKept(later, [{ colour: 'pink', text: PART }]);
  await reader.step('deleted', () => frame.getByRole('button', { name: 'Delete' }).click());
  await seesKept(later, []);
  await reader.step('brought back', () => frame.locator('.deleted').getByRole('button').click());
  await seesKept(later, [{ colour: 'pink', text: PART }]);
});

test('text in a form field or a frame is not kept, and the reader is told', async ({ reader }) => {
  const end = `<textarea id="field">words in a field</textarea><iframe srcdoc="<p>words in a frame</p>"></iframe>`;
  const page = await reader.step('a story with a field and a frame', () =>
    reader.read(story({ paragraphs: [WHO], end })),
  );
  await page.evaluate(() => document.querySelector('textarea')?.select());
  await reader.step('the keys, in the field', () => reader.command(page, 'keep-passage'));
  await expect(bar(page)).toContainText(wordCannot('field'));
  await page.evaluate(() => {
    const inner = document.querySelector('iframe');
    inner?.contentWindow?.focus();
    inner?.contentDocument?.getSelection()?.selectAllChildren(inner.contentDocument.body);
  });
  await reader.step('the keys, in the frame', () => reader.command(page, 'keep-passage'));
  await expect(bar(page)).toContainText(wordCannot('frame'));
  expect(await keptMarks(page)).toEqual([]);
});

test('a page where nothing is kept or selected loads nothing of it', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('the pointer is moved about', () => reader.hover(page, 'Baghdad'));
  await expect(reader.card(page).getByRole('dialog')).toBeVisible();
  const scripts = async () => {
    const session = await reader.context.newCDPSession(page);
    const found: string[] = [];
    session.on('Debugger.scriptParsed', ({ url }) => found.push(url));
    await session.send('Debugger.enable');
    await session.detach();
    return found.filter((url) => url.startsWith('chrome-extension:')).map((url) => new URL(url).pathname);
  };
  expect(await scripts()).not.toContain('/keeper.js');
  expect(await scripts()).toContain('/reader.js');
  await select(page, OTHER);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  expect(await scripts()).toContain('/keeper.js');
});

test('a passage can be kept on a page that is no article', async ({ reader }) => {
  const page = await reader.step('a front page', () => reader.visit(frontPage, '/'));
  await select(page, 'Short words on Baghdad.');
  await reader.step('the keys', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: 'Short words on Baghdad.' }]);
});
