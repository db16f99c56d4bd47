import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  article,
  cardText,
  clickAt,
  dialog,
  hostOf,
  hover,
  idOf,
  leave,
  markedWords,
  middleOf,
  moveTo,
  pressAt,
  rectsOfWords,
  startOn,
  wait,
} from './page.ts';

afterEach(leave);

const LINKED = 'They say that <a href="#there">Freedonia</a> is a word with a link of the page on it.';
const KLOPSTOKIA = 'the United Provinces of Upper and Lower Klopstokia';

async function read(html: string) {
  const page = startOn(html);
  await page.start().settled();
  return page;
}

describe('the pointer', () => {
  test('that rests on a name opens its card, and not before it has rested', async () => {
    const { worker } = await read(article('Rufus Firefly of Freedonia.'));
    hover('Freedonia');
    await wait(100);
    expect(worker.asked.tell).toEqual([]);
    await expect.poll(cardText).toContain('Known to the test as Freedonia');
    expect(worker.asked.tell).toEqual([idOf('Freedonia')]);
    expect(markedWords('backstory-current')).toEqual(['Freedonia']);
  });

  test('sees a card with a paper of its own, on a page that colours everything', async () => {
    const { worker } = await read(
      article('Freedonia.', '<style>* { background: none !important; opacity: 0.5 !important }</style>'),
    );
    hover('Freedonia');
    await expect.poll(dialog).not.toBeNull();
    const card = dialog();
    const host = hostOf();
    if (!card || !host) throw new Error('there is no card');
    expect(getComputedStyle(card).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
    expect(getComputedStyle(host)).toMatchObject({ opacity: '1', colorScheme: 'light dark' });
    expect(worker.asked.tell).toHaveLength(1);
  });

  test('that rests beside the words opens nothing', async () => {
    const { worker } = await read(article('Freedonia'));
    const [rect] = rectsOfWords('Freedonia');
    const { y } = middleOf(rect);
    moveTo({ x: (rect?.right ?? 0) + 40, y });
    await wait(300);
    expect(worker.asked.tell).toEqual([]);
  });

  test('sees the card without its answer after half a second', async () => {
    const { worker } = await read(article('Freedonia.'));
    worker.ready = new Promise(() => {});
    hover('Freedonia');
    await wait(300);
    expect(hostOf()).toBeNull();
    await expect.poll(() => dialog()?.getAttribute('aria-busy'), { timeout: 1_000 }).toBe('true');
  });

  test('can cross into the card, and closes it by leaving', async () => {
    await read(article('Freedonia.'));
    hover('Freedonia');
    await expect.poll(dialog).not.toBeNull();
    const card = dialog()?.getBoundingClientRect();
    moveTo({ x: innerWidth - 5, y: 5 });
    await wait(100);
    moveTo(middleOf(card));
    await wait(500);
    expect(dialog()).not.toBeNull();
    moveTo({ x: innerWidth - 5, y: 5 });
    await wait(500);
    expect(hostOf()).toBeNull();
  });

  test('does not take the focus from where somebody is writing', async () => {
    await read(article('Freedonia.', '<input id="own">'));
    const input = document.querySelector<HTMLInputElement>('#own');
    input?.focus();
    hover('Freedonia');
    await expect.poll(dialog).not.toBeNull();
    expect(document.activeElement).toBe(input);
  });

  test('never opens a card during a selection', async () => {
    const { worker } = await read(article('Freedonia.'));
    const text = document.querySelectorAll('p')[1]?.firstChild;
    hover('Freedonia');
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, 3);
    await wait(400);
    expect(worker.asked.tell).toEqual([]);
    getSelection()?.removeAllRanges();
  });

  test('leaves a link to the page: a click on it is the page’s own', async () => {
    await read(article(LINKED));
    const clicked = vi.fn((event: Event) => event.defaultPrevented);
    document.querySelector('a')?.addEventListener('click', clicked);
    hover('Freedonia');
    await expect.poll(dialog).not.toBeNull();
    clickAt(middleOf(rectsOfWords('Freedonia')[0]));
    expect(clicked).toHaveReturnedWith(false);
  });

  test('asks for the coastlines only for a place, and once', async () => {
    const { worker } = await read(article('Freedonia and Sylvania. Then Sylvania.'));
    for (const [name, nth] of [
      ['Freedonia', 0],
      ['Sylvania', 0],
      ['Sylvania', 1],
    ] as const) {
      hover(name, nth);
      await expect.poll(() => cardText().includes(`as ${name}`)).toBe(true);
      if (name === 'Freedonia') expect(worker.asked.coastlines).toBe(0);
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    }
    expect(worker.asked.coastlines).toBe(1);
  });
});

describe('a finger', () => {
  const finger = { pointerType: 'touch' };

  test('opens the card by a tap, and closes it by a tap elsewhere', async () => {
    await read(article('Freedonia.'));
    const at = middleOf(rectsOfWords('Freedonia')[0]);
    pressAt(at, finger);
    clickAt(at, finger);
    await expect.poll(dialog).not.toBeNull();
    pressAt({ x: innerWidth - 5, y: 5 }, finger);
    expect(hostOf()).toBeNull();
  });

  test('that taps a name in a link follows the link', async () => {
    const { worker } = await read(article(LINKED));
    expect(markedWords('backstory-actor')).toEqual(['Freedonia']);
    const at = middleOf(rectsOfWords('Freedonia')[0]);
    pressAt(at, finger);
    clickAt(at, finger);
    await wait(300);
    expect(worker.asked.tell).toEqual([]);
  });
});

describe('the card never covers its own line', () => {
  const corners = [
    ['top left', 'top: 4px; left: 4px'],
    ['top right', 'top: 4px; right: 4px'],
    ['bottom left', 'bottom: 4px; left: 4px'],
    ['bottom right', 'bottom: 4px; right: 4px'],
    ['middle', 'top: 45%; left: 40%'],
  ];

  function overlap(words: string): boolean {
    const card = dialog()?.getBoundingClientRect();
    if (!card) throw new Error('there is no card');
    expect(card.left).toBeGreaterThanOrEqual(0);
    expect(card.right).toBeLessThanOrEqual(innerWidth);
    expect(card.top).toBeGreaterThanOrEqual(0);
    expect(card.bottom).toBeLessThanOrEqual(innerHeight);
    return rectsOfWords(words).some((rect) => card.top < rect.bottom && card.bottom > rect.top);
  }

  const settle = () => wait(250);

  test.each(corners)('in the %s corner', async (_corner, style) => {
    const fixed = `<div style="position: fixed; ${style}"><p>Sylvania has a place with a map and so a tall card.</p></div>`;
    await read(`<article><h1>Trouble at the border</h1>${fixed}</article>`);
    hover('Sylvania');
    await expect.poll(cardText).toContain('Known to the test');
    await settle();
    expect(overlap('Sylvania')).toBe(false);
  });

  test.each(['first', 'last'])('nor the other line of a broken name, from its %s part', async (part) => {
    await read(article(`<span style="display: block; width: 260px">So said ${KLOPSTOKIA}.</span>`));
    const rects = rectsOfWords(KLOPSTOKIA);
    expect(rects.length).toBeGreaterThan(1);
    moveTo(middleOf(part === 'first' ? rects[0] : rects.at(-1)));
    await expect.poll(cardText).toContain('Known to the test');
    await settle();
    expect(overlap(KLOPSTOKIA)).toBe(false);
  });

  test('while the page scrolls under it, and closes when the name has left the screen', async () => {
    await read(
      article(
        ...Array.from({ length: 30 }, () => 'Some plain words.'),
        'Sylvania.',
        ...Array.from({ length: 60 }, () => 'More plain words.'),
      ),
    );
    document.querySelectorAll('p')[31]?.scrollIntoView({ block: 'center' });
    await wait(100);
    hover('Sylvania');
    await expect.poll(cardText).toContain('Known to the test');
    scrollBy({ top: 60, behavior: 'instant' });
    await settle();
    expect(overlap('Sylvania')).toBe(false);
    scrollTo({ top: 0, behavior: 'instant' });
    await expect.poll(hostOf).toBeNull();
  });
});

describe('the keyboard', () => {
  test('walks from name to name, round the end and back, with the focus in the card', async () => {
    const { ask } = await read(article('Rufus Firefly of Freedonia.', 'Sylvania.'));
    const seen: (string | undefined)[] = [];
    for (const by of [1, 1, 1, 1, -1] as const) {
      await ask('step', { by });
      seen.push(dialog()?.querySelector('h2')?.textContent ?? undefined);
      expect(hostOf()?.shadowRoot?.activeElement).toBe(dialog());
    }
    expect(seen).toEqual(['Rufus Firefly', 'Freedonia', 'Sylvania', 'Rufus Firefly', 'Sylvania']);
  });

  test('begins at the caret', async () => {
    const { ask } = await read(article('Rufus Firefly.', 'Here is the caret.', 'Sylvania.'));
    getSelection()?.collapse(document.querySelectorAll('p')[2]?.firstChild ?? null, 5);
    await ask('step', { by: 1 });
    expect(cardText()).toContain('Sylvania');
    getSelection()?.removeAllRanges();
  });

  test('brings a name from far below into view', async () => {
    const { ask } = await read(article(...Array.from({ length: 80 }, () => 'Plain words.'), 'Sylvania.'));
    await ask('step', { by: 1 });
    const [rect] = rectsOfWords('Sylvania');
    expect(rect?.top).toBeGreaterThan(0);
    expect(rect?.bottom).toBeLessThan(innerHeight);
    await wait(200);
    expect(dialog()).not.toBeNull();
  });

  test('Escape closes the card and gives back focus, selection and scroll position', async () => {
    const { ask } = await read(
      article('Freedonia.', 'Select some of these words.', '<button id="own">Own</button>'),
    );
    const button = document.querySelector<HTMLElement>('#own');
    const words = document.querySelectorAll('p')[2]?.firstChild;
    if (!button || !words) throw new Error('the page is not as it should be');
    button.focus();
    getSelection()?.setBaseAndExtent(words, 2, words, 9);
    await ask('step', { by: -1 });
    const scrolled = scrollY;
    expect(document.activeElement).toBe(hostOf());
    await userEvent.keyboard('{Escape}');
    expect(hostOf()).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(getSelection()?.toString()).toBe('lect so');
    expect(scrollY).toBe(scrolled);
    getSelection()?.removeAllRanges();
  });

  test('keys pressed in the card do not reach the page’s shortcuts, however it listens', async () => {
    const { ask } = await read(article('Freedonia.'));
    const shortcut = vi.fn();
    document.addEventListener('keydown', shortcut);
    document.addEventListener('keydown', shortcut, true);
    await ask('step', { by: 1 });
    await userEvent.keyboard('j');
    expect(shortcut).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('j');
    expect(shortcut).toHaveBeenCalledTimes(2);
    document.removeEventListener('keydown', shortcut);
    document.removeEventListener('keydown', shortcut, true);
  });

  test('Tab stays in the card, and Enter works there', async () => {
    const { ask } = await read(article('Freedonia.', '<button>Own</button>'));
    await ask('step', { by: 1 });
    await expect.poll(cardText).toContain('Known to the test');
    for (let tabs = 0; tabs < 8; tabs += 1) {
      await userEvent.keyboard('{Tab}');
      expect(document.activeElement).toBe(hostOf());
    }
    hostOf()?.shadowRoot?.querySelector<HTMLElement>('button.close')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(hostOf()).toBeNull();
  });

  test('the popup’s choice is shown on the page', async () => {
    const { ask } = await read(article('Freedonia.', 'Sylvania, Sylvania.'));
    await ask('show', { entity: idOf('Sylvania') });
    expect(cardText()).toContain('Sylvania');
    expect(markedWords('backstory-current')).toEqual(['Sylvania']);
  });
});

describe('an extension that was updated under the page', () => {
  test('says so in the card, and takes its marks with it when that is closed', async () => {
    const { worker } = await read(article('Freedonia.'));
    worker.fails = () => 'extension-gone';
    hover('Freedonia');
    await expect.poll(dialog).not.toBeNull();
    expect(CSS.highlights.has('backstory-actor')).toBe(true);
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(hostOf()).toBeNull();
    expect(CSS.highlights.has('backstory-actor')).toBe(false);
  });
});
