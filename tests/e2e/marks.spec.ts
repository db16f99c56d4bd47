// The first thing a reader sees: quiet marks under names, on articles and nowhere else.
import { hasShared, shared } from '../shared.ts';
import { expect, test } from './harness.ts';
import { marks } from './marks.ts';
import { briefStory, frontPage, searchPage, shopPage, story, WHERE, WHO } from './stories.ts';

const texts = (all: readonly { text: string }[]) => all.map(({ text }) => text);

test('names on a news page are marked, actors and places apart', async ({ reader }) => {
  const page = await reader.step('the story is opened', () => reader.visit(briefStory));
  const seen = await reader.step('and marked', () => reader.seesMarks(page));
  expect(texts(seen)).toEqual(expect.arrayContaining(['Iran', 'Iraq', 'Baghdad']));
  expect(seen.find(({ text }) => text === 'Baghdad')?.kind).toBe('place');
  expect(seen.find(({ text }) => text.endsWith('Donald Trump'))?.kind).toBe('actor');
});

test('text that comes late is marked too', async ({ reader }) => {
  const page = await reader.step('the story is opened', () => reader.read(story({ paragraphs: [WHO] })));
  await reader.step('another paragraph arrives', () =>
    page.evaluate((text) => {
      const late = document.createElement('p');
      late.textContent = text;
      document.querySelector('article')?.append(late);
    }, WHERE),
  );
  await expect.poll(async () => texts(await marks(page))).toContain('Baghdad');
});

test('a story that replaces another without a page load is read anew', async ({ reader }) => {
  const page = await reader.step('the story is opened', () => reader.read(story({ paragraphs: [WHO] })));
  await reader.step('the site shows another one in its place', () =>
    page.evaluate(
      (html) => {
        history.pushState({}, '', '/another');
        const next = new DOMParser().parseFromString(html, 'text/html');
        document.title = next.title;
        document.head.replaceChildren(...next.head.childNodes);
        document.body.replaceChildren(...next.body.childNodes);
      },
      story({ headline: 'A second story follows the first', paragraphs: [WHERE] }),
    ),
  );
  await expect.poll(async () => texts(await marks(page)), { timeout: 12_000 }).toContain('Baghdad');
  expect(texts(await marks(page))).not.toContain('Donald Trump');
});

for (const [what, html] of [
  ['a front page', frontPage],
  ['a search', searchPage],
  ['a shop', shopPage],
] as const) {
  test(`${what} is left alone`, async ({ reader }) => {
    const page = await reader.step('the page is opened', () => reader.visit(html));
    await page.waitForTimeout(1_500);
    expect(await marks(page)).toEqual([]);
    await reader.step('still nothing after a while', () => reader.seesNoMarks(page));
  });
}

test.describe('real pages', () => {
  test.skip(!hasShared, 'the real pages are not part of the repository');
  const kinds: { file: string; kind: string }[] = hasShared ? JSON.parse(shared('pages/pages.json')) : [];
  const leftAlone = kinds.filter(({ kind }) => kind === 'not-article');

  test('none that is not an article gets a mark', async ({ reader }) => {
    test.setTimeout(120_000);
    reader.site.pagesMayAsk = true;
    for (const { file } of leftAlone) {
      const page = await reader.step(file, () => reader.visit(shared(`pages/${file}`)));
      await page.waitForTimeout(1_000);
      expect(await marks(page), file).toEqual([]);
      await page.close();
    }
  });
});
