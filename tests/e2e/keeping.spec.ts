// Keeping passages: from the selection to the note that is there again on the next visit.

import { inflateSync } from 'node:zlib';
import type { browser } from 'wxt/browser';
import { BAR, NO_PASSAGES, PANEL, wordCannot } from '../../components/keeping-words.ts';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import {
  bar,
  closedText,
  keptMarks,
  panel,
  placeOf,
  seesKept,
  seesNoPanel,
  select,
  selectByMouse,
} from './keeping.ts';
import { briefStory, frontPage, story, WHO } from './stories.ts';

/** As the extension's worker has it. */
declare const chrome: typeof browser;

/** Whether a PDF draws lines in the green of a kept passage (#3f9c46, as PDF writes it). */
function hasGreen(pdf: Buffer): boolean {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].some((start) => {
    const from = start.index + start[0].length;
    try {
      const drawn = inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1');
      return drawn.includes('.2471 .6118 .2745 RG');
    } catch {
      return false;
    }
  });
}

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
  const open = await panel(page);
  await reader.step('made pink', () => open.getByRole('radio', { name: /pink/ }).check());
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
  await reader.step('the next visit', () => page.reload());
  await seesKept(page, [{ colour: 'yellow', text: 'Short words on Baghdad.' }]);
});

test('overlapping passages are independent, and the shorter one is reached inside of the longer', async ({
  reader,
}) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await select(page, WHO);
  await reader.step('a sentence is kept', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: WHO }]);
  await select(page, PART);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('and a part of it in blue', () =>
    bar(page).getByRole('button', { name: /blue/ }).click(),
  );
  const both = [
    { colour: 'yellow', text: WHO },
    { colour: 'blue', text: PART },
  ];
  await seesKept(page, both);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  const { x, y, width, height } = await placeOf(page, 'was behind');
  await reader.step('the part is pressed', () => page.mouse.click(x + width / 2, y + height / 2));
  const frame = await panel(page);
  await expect(frame.locator('blockquote')).toHaveText(PART);
  await reader.step('and deleted', () => frame.getByRole('button', { name: 'Delete' }).click());
  await seesKept(page, [{ colour: 'yellow', text: WHO }]);
});

test('the pointer at rest opens a note, and closes it by leaving', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await select(page, OTHER);
  await reader.step('kept', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: OTHER }]);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  await page.keyboard.press('Escape');
  const { x, y, width, height } = await placeOf(page, OTHER);
  await reader.step('the pointer rests on it', () =>
    page.mouse.move(x + width / 2, y + height / 2, { steps: 3 }),
  );
  const frame = await panel(page);
  await expect(frame.getByLabel('Your note')).not.toBeFocused();
  await reader.step('and leaves', () => page.mouse.move(900, 700, { steps: 5 }));
  await seesNoPanel(page);
});

test('a passage whose page was edited is asked about, and is sure once the reader said so', async ({
  reader,
}) => {
  const before =
    'The harbour master counted forty ships on Tuesday and refused to say whose they were or why they came.';
  const after =
    'Ships were counted by the harbour master, who refused to say why they came; nobody else had asked.';
  const early = 'Nothing else was said in the town, where the shops had closed early.';
  const page = await reader.step('a story', () =>
    reader.visit(
      story({ paragraphs: [early, before, 'A week later all of it was forgotten again.'] }),
      '/harbour',
    ),
  );
  await select(page, before);
  await reader.step('is kept', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: before }]);
  // Around it all is new as well: where its neighbours still stand, a passage is recognised by them.
  const late = 'In the town the evening went by as any other.';
  reader.site.serve(
    story({ paragraphs: [late, after, 'Then the fog came, and it stayed for good.'] }),
    '/harbour',
  );
  const colours = async () => (await keptMarks(page)).map(({ colour }) => colour);
  await reader.step('and was edited', () => page.reload());
  await expect.poll(colours).toEqual(['yellow-uncertain']);
  const { x, y } = await placeOf(page, 'who refused to say');
  await reader.step('its note is opened', () => page.mouse.click(x + 4, y + 4));
  const frame = await panel(page);
  await expect(frame.getByText('Is this still it?')).toBeVisible();
  await reader.step('yes', () => frame.getByRole('button', { name: 'Yes' }).click());
  await expect.poll(colours).toEqual(['yellow']);
  await expect(frame.getByText('Is this still it?')).toHaveCount(0);
  await reader.step('and at the next visit', () => page.reload());
  await expect.poll(colours).toEqual(['yellow']);
});

test('a passage is painted once its text has come, and not on other words that take its place', async ({
  reader,
}) => {
  const late = `<script>
    addEventListener('load', () => setTimeout(() => {
      const paragraph = document.createElement('p');
      paragraph.id = 'late';
      paragraph.textContent = 'The ferry came after all, four hours behind its time.';
      document.querySelector('article').append(paragraph);
    }, 1200));
  </script>`;
  const page = await reader.step('a story', () => reader.visit(story({ paragraphs: [WHO], end: late })));
  await page.waitForSelector('#late');
  await select(page, 'four hours behind its time');
  await reader.step('is kept', () => reader.command(page, 'keep-passage'));
  const kept = [{ colour: 'yellow', text: 'four hours behind its time' }];
  await seesKept(page, kept);
  await reader.step('the next visit', () => page.reload());
  await seesKept(page, kept);
  await reader.step('the page puts other words there', () =>
    page.evaluate(() => {
      const text = document.querySelector('#late')?.firstChild;
      if (text) text.textContent = 'Nobody knows what became of the ferry in the end, or cared.';
    }),
  );
  await seesKept(page, []);
});

test('nothing stands beside a selection in a field, on a site switched off, or with the bar switched off', async ({
  reader,
}) => {
  const end = '<textarea>words in a field</textarea><p contenteditable>words that are edited</p>';
  const page = await reader.step('a story', () => reader.read(story({ paragraphs: [WHO], end })));
  await select(page, OTHER);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  const rest = () => page.waitForTimeout(900);
  await page.evaluate(() => document.querySelector('textarea')?.select());
  await rest();
  await expect(bar(page)).toHaveCount(0);
  await page.locator('[contenteditable]').dblclick();
  await rest();
  await expect(bar(page)).toHaveCount(0);
  const options = await reader.step('the settings', async () => {
    const tab = await reader.context.newPage();
    await tab.goto(reader.address('options.html'));
    return tab;
  });
  await page.bringToFront();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await select(page, 'By noon the square had filled');
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('the bar is switched off', () =>
    options.getByRole('checkbox', { name: /Show a small bar/ }).uncheck(),
  );
  await page.bringToFront();
  // The one that stands there goes, and no other comes.
  await expect(bar(page)).toHaveCount(0);
  await select(page, OTHER);
  await rest();
  await expect(bar(page)).toHaveCount(0);
  await reader.step('the keys still keep', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: OTHER }]);
});

test('a note on an actor is written from a passage that names it, and stands in its next card', async ({
  reader,
}) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await select(page, PART);
  await reader.step('kept', () => reader.command(page, 'keep-passage'));
  await seesKept(page, [{ colour: 'yellow', text: PART }]);
  await reader.step('its note is opened', () => reader.command(page, 'keep-passage'));
  const frame = await panel(page);
  await reader.step('Iran is pressed', () =>
    frame.getByRole('button', { name: 'Iran', exact: true }).click(),
  );
  await expect(frame.getByRole('heading', { name: 'Iran' })).toBeVisible();
  await reader.step('a note is written', () => frame.getByLabel('Your note').fill('Denied it the next day.'));
  await expect(frame.locator('.saved')).toHaveText('Kept');
  await reader.step('back to the passage', () => frame.getByRole('button', { name: 'Back' }).click());
  await expect(frame.getByLabel('Your note')).toHaveValue('');
  await frame.getByLabel('Your note').press('Escape');
  await seesNoPanel(page);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  await reader.step('another visit', () => page.reload());
  await reader.seesMarks(page);
  await reader.step('the pointer rests on Iran', () => reader.hover(page, 'Iran'));
  await expect(reader.card(page).getByRole('dialog')).toContainText('Denied it the next day.');
});

test('a note on an actor is written from its card', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('the pointer rests on Baghdad', () => reader.hover(page, 'Baghdad'));
  const card = reader.card(page).getByRole('dialog');
  await reader.step('a note is asked for', () => card.getByRole('button', { name: 'Write a note' }).click());
  const frame = await panel(page);
  await expect(frame.getByRole('heading', { name: 'Baghdad' })).toBeVisible();
  await expect(frame.getByLabel('Your note')).toBeFocused();
  await expect(frame.getByRole('button', { name: PANEL.back })).toHaveCount(0);
  await reader.step('and written', () => page.keyboard.type('Talks were here.'));
  await expect(frame.locator('.saved')).toHaveText('Kept');
  const opened = reader.context.waitForEvent('page');
  await reader.step('it leads to all that was kept of it', () =>
    frame.getByRole('link', { name: PANEL.met }).click(),
  );
  const library = await opened;
  await expect(library.getByRole('heading', { name: 'Baghdad' })).toBeVisible();
  await expect(library.getByLabel('Your note on them')).toHaveValue('Talks were here.');
  await library.close();
  await page.bringToFront();
  await frame.getByLabel(PANEL.note).focus();
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await seesNoPanel(page);
  await reader.step('the card again', () => reader.hover(page, 'Baghdad'));
  await expect(card).toContainText('Talks were here.');
});

test('a page is printed with its highlights, also where the browser leaves backgrounds out', async ({
  reader,
}) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await select(page, OTHER);
  const printed = async () => hasGreen(await page.pdf({ printBackground: false }));
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  expect(await printed()).toBe(false);
  await reader.step('kept in green', () => bar(page).getByRole('button', { name: /green/ }).click());
  await seesKept(page, [{ colour: 'green', text: OTHER }]);
  await expect.poll(printed).toBe(true);
});

test('the context menu keeps', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await select(page, OTHER);
  await reader.step('“Keep this passage”', () =>
    reader.inWorker(
      async ({ tab, text }) => {
        const event: unknown = chrome.contextMenus.onClicked;
        const click = {
          menuItemId: 'keep-passage',
          selectionText: text,
          editable: false,
          pageUrl: '',
          frameId: 0,
        };
        (event as { dispatch(click: unknown, tab: unknown): void }).dispatch(click, { id: tab });
      },
      { tab: reader.tabOf(page), text: OTHER },
    ),
  );
  await seesKept(page, [{ colour: 'yellow', text: OTHER }]);
});

test('an update of the extension under an open note is told', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('some words are selected', () => selectByMouse(page, PART));
  await reader.step('and kept with a note', () => bar(page).getByRole('button', { name: BAR.note }).click());
  const frame = await panel(page);
  await page.keyboard.type('First words.');
  await expect(frame.locator('.saved')).toHaveText('Kept');
  await reader.step('the extension is updated', () => reader.update());
  await expect.poll(() => closedText(page)).toContain('Backstory was updated while this page was open.');
  expect(await closedText(page)).toContain('Everything you chose is kept.');
});

test.describe('where nothing can be stored', () => {
  test.use({ build: 'no-indexeddb' });
  test('a passage is not said to be kept, and its text can be copied', async ({ reader }) => {
    const page = await reader.step('a story', () => reader.read(briefStory));
    await select(page, OTHER);
    await reader.step('the keys', () => reader.command(page, 'keep-passage'));
    await expect(bar(page)).toContainText('does not let Backstory open its database');
    await expect(bar(page).getByRole('button', { name: BAR.copy })).toBeVisible();
    await expect(bar(page).getByRole('button', { name: BAR.again })).toBeVisible();
    expect(await keptMarks(page)).toEqual([]);
  });
});

test('axe finds nothing in the bar, in what is said, or in the panel', async ({ reader }) => {
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await reader.step('some words are selected', () => selectByMouse(page, PART));
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  expect(await axeFindings(page, 'backstory-bar')).toEqual([]);
  await reader.step('kept', () => bar(page).getByRole('button', { name: /pink/ }).click());
  await expect(bar(page).getByRole('status')).toBeVisible();
  expect(await axeFindings(page, 'backstory-bar')).toEqual([]);
  await reader.step('the note is opened', () => bar(page).getByRole('button', { name: BAR.addNote }).click());
  const frame = await panel(page);
  await frame.getByLabel('Add a tag').fill('one,');
  await expect(frame.locator('.saved')).toHaveText('Kept');
  expect(await axeFindings(page, frame)).toEqual([]);
});
