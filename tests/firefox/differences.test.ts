// What Firefox does otherwise than Chromium, and what a reader must not notice of it.
import { expect, test } from 'vitest';
import { BAR } from '../../components/keeping-words.ts';
import { EXTENSION } from './extension.ts';
import { sitDown } from './harness.ts';
import { ofTale, tale } from './tales.ts';

const sitting = sitDown();

/** What the browser paints of the first element with this selector in our shadow root. */
const styleOf = ([host, selector]: readonly [string, string]) => {
  const element = document.querySelector(host)?.shadowRoot?.querySelector(selector);
  if (!element) return null;
  const { backgroundColor, borderTopLeftRadius, fontSize } = getComputedStyle(element);
  return { backgroundColor, borderTopLeftRadius, fontSize };
};

test('on a page that allows no styles, marks, card and bar look as they do elsewhere', async () => {
  const { reader } = sitting;
  const looks: unknown[] = [];
  for (const [path, csp] of [
    ['/open', null],
    ['/strict', "style-src 'none'; script-src 'none'; frame-src 'none'"],
  ] as const) {
    const html = tale('foundry');
    const served = csp === null ? { html } : { html, csp };
    const page = await reader.step(`a story at ${path}`, () => reader.read(served, path));
    await reader.step('the pointer rests on a name', () => reader.hover(page, 'Baghdad'));
    await reader.card(page).sees('heading', 'Baghdad');
    const card = await page.evaluate(styleOf, ['backstory-card', '[role=dialog]'] as const);
    await page.keyboard.press('Escape');
    await reader.card(page).sees('dialog', '', 0);
    await reader.step('words are selected', () => reader.selectByMouse(page, ofTale('foundry')));
    await reader.bar(page).sees('button', BAR.note);
    const bar = await page.evaluate(styleOf, ['backstory-bar', '[role=toolbar]'] as const);
    const mark = await page.evaluate(
      () => getComputedStyle(document.body, '::highlight(backstory-place)').textDecorationLine,
    );
    looks.push({ card, bar, mark });
  }
  expect(looks[1]).toEqual(looks[0]);
  expect(looks[0]).toMatchObject({
    card: { backgroundColor: expect.not.stringContaining('rgba(0, 0, 0, 0)') },
    bar: { backgroundColor: expect.not.stringContaining('rgba(0, 0, 0, 0)') },
    mark: 'underline',
  });
});

/** A page of the extension may look into its others. */
const textInSidebar = () => {
  const { extension } = Reflect.get(globalThis, 'browser') as typeof import('wxt/browser').browser;
  const [sidebar] = extension.getViews({ type: 'sidebar' as 'tab' });
  return sidebar ? (Reflect.get(sidebar, 'document') as Document).body.innerText : '';
};

test('a shortcut of the reader’s own opens the notebook in the sidebar, about the page beside it', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('granary'), '/granary'));
  await reader.step('a passage is kept', () => reader.keep(page, ofTale('granary')));
  const options = await reader.open('options.html');
  await options.page.evaluate(async () => {
    const { commands } = Reflect.get(globalThis, 'browser') as typeof import('wxt/browser').browser;
    // Firefox's, which no list of Chromium's knows.
    const update: unknown = Reflect.get(commands, 'update');
    if (typeof update === 'function') await update({ name: 'notebook', shortcut: 'Alt+Shift+Y' });
  });
  await reader.step('the shortcut', () => reader.shortcut(page, 'Y'));
  await expect.poll(() => reader.parent.sidebar()).toBe(`${EXTENSION.origin}/notebook.html`);
  await expect.poll(() => options.page.evaluate(textInSidebar)).toContain(ofTale('granary'));
  await reader.parent.run('SidebarController.hide()');
});

test('the context menus are there after the background has died, and after Backstory was off and on', async () => {
  const { reader } = sitting;
  const four = ['add-name', 'keep-passage', 'library', 'notebook'];
  const menus = async () => (await reader.parent.menus()).sort();
  await reader.step('the menus', () => expect.poll(menus).toEqual(four));
  await reader.step('off and on', () => reader.parent.offAndOn());
  await expect.poll(menus).toEqual(four);
  const page = await reader.step('a story', () => reader.read(tale('armoury'), '/armoury'));
  await reader.selectByMouse(page, ofTale('armoury'));
  await reader.step('“keep this passage”', () => reader.pressMenu(page, 'had been closed', 'keep-passage'));
  await reader.seesKept(page, [{ colour: 'yellow', text: ofTale('armoury') }]);
});

test('storage that lasts is granted without a question', async () => {
  const { reader } = sitting;
  const options = await reader.step('the settings', () => reader.open('options.html'));
  expect(await options.page.evaluate(() => navigator.storage.persist())).toBe(true);
  expect(await options.page.evaluate(() => navigator.storage.persisted())).toBe(true);
});
