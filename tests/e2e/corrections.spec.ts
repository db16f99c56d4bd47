// “Not this one”: a name is corrected where it stands, at once on all its marks, and from then on.
import type { BrowserContext, Page } from '@playwright/test';
import { CHOOSER } from '../../components/correction-words.ts';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { type Mark, marks } from './marks.ts';
import type { Reader } from './reader.ts';
import { story } from './stories.ts';

const TALKS = story({
  paragraphs: ['Tehran denied it on Monday, and Tehran’s envoys said that Iraq had been told.'],
});
const IRAQ: Mark = { kind: 'actor', text: 'Iraq' };
const GOVERNMENT: Mark = { kind: 'actor', text: 'Tehran' };
const CITY: Mark = { kind: 'place', text: 'Tehran' };

const sees = (page: Page, expected: readonly Mark[]) =>
  expect.poll(() => marks(page), { timeout: 12_000 }).toEqual(expected);

const notThis = (reader: Reader, page: Page) =>
  reader.card(page).getByRole('button', { name: 'Not this one' });

async function saysNotThis(reader: Reader, page: Page, name: string): Promise<void> {
  await reader.step(`the pointer rests on ${name}`, () => reader.hover(page, name));
  await reader.step('“not this one”', () => notThis(reader, page).click());
  await expect(reader.card(page).getByRole('dialog', { name: `Not this “${name}”?` })).toBeFocused();
}

const press = (reader: Reader, page: Page, name: string | RegExp) =>
  reader.step(`press ${name}`, () => reader.card(page).getByRole('button', { name }).click());

async function serveElsewhere(context: BrowserContext): Promise<string> {
  await context.route('https://other.example/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: TALKS }),
  );
  return 'https://other.example/story';
}

test('another is chosen: all marks of the page follow, other tabs too; another site is left alone', async ({
  reader,
}) => {
  const elsewhere = await serveElsewhere(reader.context);
  const [other, second] = await reader.step('the story on another site, and twice on this one', async () => {
    const tabs = [await reader.newTab(), await reader.newTab()] as const;
    await tabs[0].goto(elsewhere);
    await tabs[1].goto(reader.site.serve(TALKS));
    return tabs;
  });
  const page = await reader.step('the story', () => reader.read(TALKS));
  await sees(page, [GOVERNMENT, GOVERNMENT, IRAQ]);
  await saysNotThis(reader, page, 'Tehran');
  await expect(reader.card(page)).toContainText(
    'Not chosen. For Iran: “denied” beside it asks for somebody who acts',
  );
  await press(reader, page, /^Tehran city/);
  await expect(reader.card(page)).toContainText('“Tehran” means Tehran on news.example.');
  await sees(page, [CITY, CITY, IRAQ]);
  await sees(second, [CITY, CITY, IRAQ]);
  await sees(other, [GOVERNMENT, GOVERNMENT, IRAQ]);
  await reader.step('the page is loaded again', () => page.reload());
  await sees(page, [CITY, CITY, IRAQ]);
  await reader.step('the pointer rests on it', () => reader.hover(page, 'Tehran'));
  await reader.step('why it was linked', () => reader.card(page).getByText('Why this was linked').click());
  await expect(reader.card(page)).toContainText('You said so');
});

test('undo in the card brings all marks back', async ({ reader }) => {
  const page = await reader.step('the story', () => reader.read(TALKS));
  await saysNotThis(reader, page, 'Tehran');
  await press(reader, page, /^Tehran city/);
  await sees(page, [CITY, CITY, IRAQ]);
  await press(reader, page, CHOOSER.undo);
  await expect(reader.card(page)).toContainText(CHOOSER.undone);
  await sees(page, [GOVERNMENT, GOVERNMENT, IRAQ]);
  await reader.step('the page is loaded again', () => page.reload());
  await sees(page, [GOVERNMENT, GOVERNMENT, IRAQ]);
});

test('none of these: the name is marked no more, and adding it to one’s own knowledge is offered', async ({
  reader,
}) => {
  const page = await reader.step('the story', () => reader.read(TALKS));
  await saysNotThis(reader, page, 'Tehran');
  await press(reader, page, CHOOSER.other);
  await sees(page, [IRAQ]);
  const [form] = await Promise.all([
    reader.context.waitForEvent('page', (opened) => opened.url().includes('entry.html')),
    press(reader, page, CHOOSER.add('Tehran')),
  ]);
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('Tehran');
  await form.close();
});

test('never on this site, on one’s own keys; it holds on every site where that was said', async ({
  reader,
}) => {
  const elsewhere = await serveElsewhere(reader.context);
  const page = await reader.step('the story', () => reader.read(TALKS));
  await reader.step('the keys walk to the first name', () => reader.command(page, 'next-name'));
  await expect(reader.card(page).getByRole('dialog')).toBeFocused();
  await expect(notThis(reader, page)).toBeVisible();
  await reader.step('Tab to “not this one”, and Enter', async () => {
    await page.keyboard.press('Shift+Tab');
    await expect(notThis(reader, page)).toBeFocused();
    await page.keyboard.press('Enter');
  });
  await expect(reader.card(page).getByRole('dialog', { name: 'Not this “Tehran”?' })).toBeFocused();
  await reader.step('the last choice, and Enter', async () => {
    await page.keyboard.press('Shift+Tab');
    await expect(reader.card(page).getByRole('checkbox')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
  });
  await expect(reader.card(page)).toContainText('“Tehran” is never marked on news.example.');
  await sees(page, [IRAQ]);
  await reader.step('Escape closes it', () => page.keyboard.press('Escape'));
  await expect(reader.card(page)).toHaveCount(0);

  const other = await reader.step('the story on another site', async () => {
    const tab = await reader.newTab();
    await tab.goto(elsewhere);
    return tab;
  });
  await sees(other, [GOVERNMENT, GOVERNMENT, IRAQ]);
  await saysNotThis(reader, other, 'Iraq');
  await reader.step('on every site', () => reader.card(other).getByRole('checkbox').check());
  await press(reader, other, CHOOSER.other);
  await sees(other, [GOVERNMENT, GOVERNMENT]);
  await reader.step('and so on the first', () => page.bringToFront());
  await reader.seesNoMarks(page);
});

test('the settings say what each correction does, and undo it; an open page follows', async ({ reader }) => {
  const page = await reader.step('the story', () => reader.read(TALKS));
  const options = await reader.step('the settings', async () => {
    const tab = await reader.context.newPage();
    await tab.goto(reader.address('options.html'));
    return tab;
  });
  const section = options.getByRole('region', { name: 'Your corrections' });
  await expect(section).toContainText('None. Where a card is about somebody else');
  await page.bringToFront();
  for (const name of ['Tehran', 'Iraq']) {
    await saysNotThis(reader, page, name);
    await press(reader, page, /^Never mark/);
    await expect(reader.card(page).getByRole('button', { name: CHOOSER.undo })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(reader.card(page)).toHaveCount(0);
  }
  await reader.seesNoMarks(page);
  await options.bringToFront();
  await expect(section.getByRole('listitem')).toHaveCount(2);
  expect(await axeFindings(options)).toEqual([]);
  await reader.step('one is undone', () =>
    section.getByRole('button', { name: 'Undo “Iraq” is never marked on news.example.' }).click(),
  );
  await expect(section.getByRole('button', { name: 'Put it back' })).toBeFocused();
  await sees(page, [IRAQ]);
  await reader.step('and put back', () => section.getByRole('button', { name: 'Put it back' }).click());
  await expect(section.getByRole('listitem')).toHaveCount(2);
  await reader.step('all are to be undone', () => section.getByRole('button', { name: 'Undo all…' }).click());
  await expect(section.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await reader.step('yes, all', () =>
    section.getByRole('button', { name: 'Undo all 2 corrections' }).click(),
  );
  await expect(section).toContainText('2 corrections are undone.');
  await sees(page, [GOVERNMENT, GOVERNMENT, IRAQ]);
});

test('axe finds nothing wrong in the chooser, before and after', async ({ reader }) => {
  const page = await reader.step('the story', () => reader.read(TALKS));
  await saysNotThis(reader, page, 'Tehran');
  expect(await axeFindings(page, 'backstory-card')).toEqual([]);
  await press(reader, page, CHOOSER.other);
  await expect(reader.card(page).getByRole('button', { name: CHOOSER.undo })).toBeVisible();
  expect(await axeFindings(page, 'backstory-card')).toEqual([]);
});

test('after an update, “not this one” says to reload the page, and nothing is lost', async ({ reader }) => {
  const page = await reader.step('the story', () => reader.read(TALKS));
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Tehran'));
  await expect(notThis(reader, page)).toBeVisible();
  await reader.update();
  await notThis(reader, page).click();
  await expect(reader.card(page)).toContainText('Reload the page to go on');
});
