// Pages that are strict, broken or out to harm: Backstory works on them, or leaves them as they are.
import { expect, test } from './harness.ts';
import { marks } from './marks.ts';
import { briefStory, story, WHERE, WHO } from './stories.ts';

test('a page that allows nothing is marked, and its card is styled', async ({ reader }) => {
  const page = await reader.step('the story', () =>
    reader.read({
      html: briefStory,
      csp: "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'",
    }),
  );
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Baghdad'));
  const dialog = reader.card(page).getByRole('dialog');
  await expect(dialog).toContainText(/capital/i);
  expect(await dialog.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
    'rgba(0, 0, 0, 0)',
  );
});

test('form fields named like the DOM do not mislead it', async ({ reader }) => {
  const clobbering = `<form id="head"><input name="body"><input name="childNodes"><input name="parentNode"><input name="textContent">
<input name="children"><input name="nodeType"><input name="ownerDocument"></form><img name="documentElement"><img name="querySelector"><img name="createElement"><img name="body"><img name="cookie">`;
  const page = await reader.step('the story', () =>
    reader.visit(story({ paragraphs: [WHO, WHERE], end: clobbering })),
  );
  await reader.step('is marked', () => reader.seesMarks(page));
  await reader.step('the pointer rests on a name', () => reader.hover(page, 'Baghdad'));
  await expect(reader.card(page).getByRole('dialog')).toBeVisible();
});

test('a page that has rewritten the prototypes is marked all the same', async ({ reader }) => {
  const head = `<script>
    for (const prototype of [Array.prototype, String.prototype, Map.prototype, Set.prototype, Promise.prototype, Node.prototype, Element.prototype]) {
      for (const name of ['map', 'filter', 'slice', 'get', 'has', 'then', 'forEach', 'normalize', 'append', 'closest', 'attachShadow']) {
        if (Object.hasOwn(prototype, name)) prototype[name] = () => { throw new Error('hostile ' + name); };
      }
    }
    Object.prototype.backstory = 'polluted';
    Object.prototype.ok = false;
    JSON.parse = () => { throw new Error('hostile parse'); };
  </script>`;
  const page = await reader.step('the story', () => reader.visit(story({ paragraphs: [WHO, WHERE], head })));
  // The test tool's own evaluate rests on those prototypes; the browser's does not.
  const session = await reader.context.newCDPSession(page);
  const count = async () => {
    const expression =
      "CSS.highlights.get('backstory-place').size + CSS.highlights.get('backstory-actor').size";
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
    return typeof result.value === 'number' ? result.value : 0;
  };
  await expect.poll(count, { timeout: 12_000 }).toBeGreaterThan(2);
});

test('markup in a name or a headline stays text', async ({ reader }) => {
  const headline = 'Talks &lt;img src=x onerror=alert(1)&gt; go on';
  const page = await reader.step('the story', () => reader.read(story({ headline, paragraphs: [WHO] })));
  const popup = await reader.step('its popup', () => reader.openPopup(page));
  await expect(popup.getByRole('heading', { level: 1 })).toContainText('<img src=x');
  await expect(popup.locator('img')).toHaveCount(0);
});

test('a document of two megabytes is marked, and can be scrolled meanwhile', async ({ reader }) => {
  test.setTimeout(90_000);
  const paragraphs = Array.from(
    { length: 9_000 },
    (_, n) =>
      `Paragraph ${n}. ${WHO} ${WHERE} Nothing else was said that day, and the rest is silence of the usual kind.`,
  );
  const html = story({ paragraphs });
  expect(html.length).toBeGreaterThan(2_000_000);
  const page = await reader.step('the document', () => reader.visit(html));
  const longest = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = performance.now();
        let gap = 0;
        const frame = () => {
          const now = performance.now();
          gap = Math.max(gap, now - last);
          last = now;
          if (now < 8_000) requestAnimationFrame(frame);
          else resolve(gap);
        };
        requestAnimationFrame(frame);
      }),
  );
  test.info().annotations.push({ type: 'longest frame', description: `${Math.round(longest)} ms` });
  const size = () =>
    page.evaluate(
      () =>
        (CSS.highlights.get('backstory-place')?.size ?? 0) +
        (CSS.highlights.get('backstory-actor')?.size ?? 0),
    );
  await expect.poll(size, { timeout: 45_000 }).toBeGreaterThan(1_000);
  const middle = await page.evaluate(() => document.body.scrollHeight > 10_000);
  expect(middle).toBe(true);
});

test('a name inside code, a field or hidden text is not marked', async ({ reader }) => {
  const hidden =
    '<pre><code>Beirut = 1</code></pre><textarea>Beirut</textarea><p hidden>Beirut</p><p style="display:none">Beirut</p><nav><a href="#">Beirut</a></nav>';
  const page = await reader.step('the story', () => reader.read(story({ paragraphs: [WHO], end: hidden })));
  expect((await marks(page)).map(({ text }) => text)).not.toContain('Beirut');
});
