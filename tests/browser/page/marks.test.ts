import { afterEach, describe, expect, test, vi } from 'vitest';
import { article, hostOf, hover, leave, markedWords, startOn, wait } from './page.ts';

afterEach(leave);

const names = () => [...CSS.highlights.keys()].filter((name) => name.startsWith('backstory'));

describe('marks', () => {
  test('actors and places are marked apart, across the page’s own elements', async () => {
    const { start } = startOn(article('Ru<b>fus Fire</b>fly of Freedonia went to Sylvania.'));
    await start().settled();
    expect(markedWords('backstory-actor')).toEqual(['Rufus Firefly', 'Freedonia']);
    expect(markedWords('backstory-place')).toEqual(['Sylvania']);
  });

  test('leave every byte of the page as it was, painted, with a card, and after it', async () => {
    const { start, ask } = startOn(article('Rufus Firefly of <a href="#x">Freedonia</a> went to Sylvania.'));
    const before = document.documentElement.outerHTML;
    await start().settled();
    expect(document.documentElement.outerHTML).toBe(before);
    hover('Freedonia');
    await expect.poll(hostOf).not.toBeNull();
    const host = hostOf();
    host?.remove();
    expect(document.documentElement.outerHTML).toBe(before);
    if (host) document.documentElement.append(host);
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(document.documentElement.outerHTML).toBe(before);
    await ask('step', { by: 1 });
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('are gone, style sheet and all, when the extension is', async () => {
    const sheets = document.adoptedStyleSheets.length;
    const { start, life } = startOn(article('Freedonia and Sylvania.'));
    await start().settled();
    expect(names()).not.toEqual([]);
    expect(document.adoptedStyleSheets).toHaveLength(sheets + 1);
    life.abort();
    expect(names()).toEqual([]);
    expect(document.adoptedStyleSheets).toHaveLength(sheets);
  });

  test('leave the page’s own adopted style sheets alone', async () => {
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets = [own];
    const { start, life } = startOn(article('Freedonia.'));
    await start().settled();
    const late = new CSSStyleSheet();
    document.adoptedStyleSheets.push(late);
    life.abort();
    expect([...document.adoptedStyleSheets]).toEqual([own, late]);
    document.adoptedStyleSheets = [];
  });

  test('work where the page’s forms are named like parts of the document', async () => {
    // Not `body` and `documentElement`, which the test's own machinery cannot do without.
    const named = ['adoptedStyleSheets', 'caretPositionFromPoint', 'activeElement', 'scrollingElement'];
    const forms = named.map((name) => `<form name="${name}"><input name="parentElement"></form>`).join('');
    const { start, ask } = startOn(article('Rufus Firefly of Freedonia.') + forms);
    expect(document.activeElement).toBeInstanceOf(HTMLFormElement);
    await start().settled();
    expect(markedWords('backstory-actor')).toEqual(['Rufus Firefly', 'Freedonia']);
    hover('Freedonia');
    await expect.poll(hostOf).not.toBeNull();
    await ask('step', { by: 1 });
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(hostOf()).toBeNull();
  });

  test('four thousand of them are painted, and the last one opens its card', async () => {
    const paragraphs = Array.from({ length: 400 }, () => 'Freedonia and Sylvania, '.repeat(5));
    const { start } = startOn(article(...paragraphs, 'Rufus Firefly.'));
    await start().settled();
    expect(markedWords('backstory-actor').length + markedWords('backstory-place').length).toBe(4_001);
    scrollTo(0, document.documentElement.scrollHeight);
    await wait(50);
    hover('Rufus Firefly');
    await expect.poll(hostOf).not.toBeNull();
  });
});

describe('late text', () => {
  test('is read and marked once it has come, without another look at what was there', async () => {
    const { start, worker } = startOn(article('Freedonia.'));
    await start().settled();
    document
      .querySelector('article')
      ?.insertAdjacentHTML('beforeend', '<p>And now Sylvania too has something to say about it.</p>');
    await expect.poll(() => markedWords('backstory-place'), { timeout: 4_000 }).toEqual(['Sylvania']);
    expect(worker.asked.annotate).toHaveLength(2);
  });

  test('that the page only replaced by the same text is marked again, without asking', async () => {
    const { start, worker } = startOn(article('Freedonia.'));
    await start().settled();
    for (const paragraph of document.querySelectorAll('p'))
      paragraph.replaceChildren(paragraph.textContent ?? '');
    await expect.poll(() => markedWords('backstory-actor'), { timeout: 4_000 }).toEqual(['Freedonia']);
    expect(worker.asked.annotate).toHaveLength(1);
  });

  test('is not looked for because of our own card', async () => {
    const { start, worker } = startOn(article('Freedonia.'));
    await start().settled();
    const idle = vi.spyOn(window, 'requestIdleCallback');
    hover('Freedonia');
    await expect.poll(hostOf).not.toBeNull();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await wait(1_000);
    expect(idle).not.toHaveBeenCalled();
    expect(worker.asked.annotate).toHaveLength(1);
    idle.mockRestore();
  });
});

describe('the state that the popup is told', () => {
  test('goes from reading to read', async () => {
    const { start, ask } = startOn(article('Freedonia.'));
    const reader = start();
    expect(await ask('pageState', {})).toMatchObject({ state: 'reading' });
    await reader.settled();
    expect(await ask('pageState', {})).toMatchObject({ state: 'read', mentions: [{ name: 'Freedonia' }] });
  });

  test('is failed, with the code and without marks, when the worker cannot answer', async () => {
    const { start, worker } = startOn(article('Freedonia.'));
    worker.fails = () => 'no-knowledge';
    expect(await start().settled()).toMatchObject({ state: 'failed', code: 'no-knowledge' });
    expect(names()).toEqual([]);
    expect(worker.asked.annotate).toHaveLength(1);
  });

  test('is read after all when the worker answers the second time; it is not asked a third', async () => {
    const { start, worker } = startOn(article('Freedonia.'));
    worker.fails = () => (worker.asked.annotate.length === 1 ? 'no-answer' : null);
    expect(await start().settled()).toMatchObject({ state: 'read' });
    expect(worker.asked.annotate).toHaveLength(2);
  });

  test('is failed when the worker is silent twice', async () => {
    const { start, worker } = startOn(article('Freedonia.'));
    worker.fails = () => 'no-answer';
    expect(await start().settled()).toMatchObject({ state: 'failed', code: 'no-answer' });
    expect(worker.asked.annotate).toHaveLength(2);
  });

  test('a newer reading drops the late answer of an older one', async () => {
    const { start, worker } = startOn(article('Freedonia.'));
    const { promise, resolve } = Promise.withResolvers<void>();
    worker.ready = promise;
    const reader = start();
    const older = reader.settled();
    reader.leave();
    resolve();
    await older;
    expect(names()).toEqual([]);
  });

  test('switching the site off clears the marks, switching it on brings them back', async () => {
    const site = location.host;
    const { start, ask } = startOn(article('Freedonia.'));
    await start().settled();
    await ask('siteSwitched', { site: 'elsewhere.example', on: false });
    expect(names()).not.toEqual([]);
    await ask('siteSwitched', { site, on: false });
    expect(names()).toEqual([]);
    expect(await ask('pageState', {})).toMatchObject({ state: 'site-off' });
    await ask('siteSwitched', { site, on: true });
    await expect.poll(names).not.toEqual([]);
  });
});
