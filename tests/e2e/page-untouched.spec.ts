// Promise 3, "the page stays the page": byte for byte what it is in a browser without Backstory.
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../chromium.ts';
import { hasShared, shared } from '../shared.ts';
import { expect, test } from './harness.ts';
import { marks } from './marks.ts';
import { type ServedPage, SITE } from './site.ts';
import { briefStory, story, WHO } from './stories.ts';

/** The whole document as text: its type, its markup, and shadow roots that a page may have. */
function domSnapshot(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { doctype, documentElement } = document;
    const type = doctype ? `<!doctype ${doctype.name} ${doctype.publicId} ${doctype.systemId}>` : '';
    return type + documentElement.outerHTML;
  });
}

/** The same page in a browser that has never heard of us. */
async function withoutBackstory(served: ServedPage): Promise<string> {
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
    await page.route('**/*', (route) =>
      route.request().url() === `${SITE}/story`
        ? route.fulfill({
            contentType: 'text/html; charset=utf-8',
            body: served.html,
            ...(served.csp !== undefined && { headers: { 'content-security-policy': served.csp } }),
          })
        : route.abort(),
    );
    await page.goto(`${SITE}/story`, { waitUntil: 'load' });
    return await domSnapshot(page);
  } finally {
    await browser.close();
  }
}

// Scripts of the page would change it, each time in another way; without them every difference is ours.
const NO_SCRIPTS = "script-src 'none'";
const framework = `<div id="app" data-hydrate="1"><!-- keep --><span>one</span>two<span></span></div>
<my-widget><template shadowrootmode="open"><p>Iran inside a widget</p></template></my-widget>
<textarea>Iran</textarea><svg width="9" height="9"><title>Iraq</title></svg>`;

const pages: [name: string, html: () => string][] = [
  ['a brief story', () => briefStory],
  ['a story with things that break easily', () => story({ paragraphs: [WHO], end: framework })],
];
const real = ['nytimes-1.html', 'bbc-1.html', 'wapo-1.html'];

async function staysItself(reader: Parameters<Parameters<typeof test>[2]>[0]['reader'], html: string) {
  const served = { html, csp: NO_SCRIPTS };
  const before = await withoutBackstory(served);
  const page = await reader.step('the page is opened', () => reader.read(served));
  expect(await domSnapshot(page), 'with marks painted').toBe(before);
  const [first] = await marks(page);
  await reader.step('a card is opened', () => reader.hover(page, first?.text ?? ''));
  await expect(reader.card(page).getByRole('dialog')).toBeVisible();
  const open = await page.evaluate(() => {
    const rest = document.documentElement.cloneNode(true) as Element;
    rest.querySelector('backstory-card')?.remove();
    return rest.outerHTML;
  });
  expect(before.endsWith(open), 'with the card open, nothing but the card is added').toBe(true);
  await reader.step('and closed', () => page.keyboard.press('Escape'));
  await expect(reader.card(page)).toHaveCount(0);
  expect(await domSnapshot(page), 'after the card has closed').toBe(before);
}

for (const [name, html] of pages) {
  test(`${name} stays byte for byte the same`, async ({ reader }) => {
    await staysItself(reader, html());
  });
}

for (const file of real) {
  test(`the real page ${file} stays byte for byte the same`, async ({ reader }) => {
    test.skip(!hasShared, 'the real pages are not part of the repository');
    reader.site.pagesMayAsk = true;
    await staysItself(reader, shared(`pages/${file}`));
  });
}
