// One page or frame as a reader sees it, and their hands on it. Everything is waited for: a thing is there when it is.
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { findHere, ROLES, type Role, textHere } from './in-page.ts';

/** Brought into view, and waited for until it stands still: what loads above it moves it from under the pointer. */
async function listen(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const place = () => JSON.stringify(element.getBoundingClientRect());
  for (let before = ''; before !== place(); await frame()) before = place();
  Reflect.set(element, 'pressed', false);
  element.addEventListener('click', () => Reflect.set(element, 'pressed', true), {
    capture: true,
    once: true,
  });
}

const wasPressed = (element: Element): boolean => Reflect.get(element, 'pressed') === true;

export class Screen {
  readonly page: Page;
  readonly #frame: Page | Frame;
  readonly #within: string | null;

  constructor(
    page: Page,
    { frame = page, within = null }: { frame?: Page | Frame; within?: string | null } = {},
  ) {
    this.page = page;
    this.#frame = frame;
    this.#within = within;
  }

  /** The same, of one part of it alone. */
  part(within: string): Screen {
    return new Screen(this.page, { frame: this.#frame, within });
  }

  async text(): Promise<string> {
    return this.#frame.evaluate(textHere, this.#within);
  }

  async reads(words: string | RegExp): Promise<void> {
    const wanted = typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
    await expect.poll(() => this.text()).toEqual(wanted);
  }

  async readsNot(words: string): Promise<void> {
    await expect.poll(() => this.text()).not.toContain(words);
  }

  async count(role: Role, name: string | RegExp = ''): Promise<number> {
    const all = await this.#frame.evaluateHandle(findHere, this.#wanted(role, name));
    return all.evaluate(({ length }) => length);
  }

  async sees(role: Role, name: string | RegExp = '', times?: number): Promise<void> {
    const found = expect.poll(() => this.count(role, name), { message: `${role} ${name}` });
    if (times === undefined) await found.toBeGreaterThan(0);
    else await found.toBe(times);
  }

  async find(role: Role, name: string | RegExp = '', nth = 0): Promise<ElementHandle<Element>> {
    let found: ElementHandle<Element> | null = null;
    await expect
      .poll(
        async () => {
          const all = await this.#frame.evaluateHandle(findHere, this.#wanted(role, name));
          const one = await all.evaluateHandle((elements, at) => elements[at] ?? null, nth);
          found = one.asElement() as ElementHandle<Element> | null;
          return found !== null;
        },
        { message: `${role} ${name}` },
      )
      .toBe(true);
    if (!found) throw new Error(`no ${role} ${name}`);
    return found;
  }

  /** With the pointer, in the middle of it. */
  async press(role: Role, name: string | RegExp = '', nth = 0): Promise<void> {
    await this.page.bringToFront();
    await expect
      .poll(
        async () => {
          const element = await this.find(role, name, nth);
          await element.evaluate(listen);
          await element.click();
          // Where it went away with the press, it was pressed.
          return element.evaluate(wasPressed).catch(() => true);
        },
        { message: `pressed: ${role} ${name}` },
      )
      .toBe(true);
  }

  /** Focused, emptied, and typed into by keys. */
  async type(role: Role, name: string | RegExp, words: string): Promise<void> {
    await this.page.bringToFront();
    const element = await this.find(role, name);
    await element.evaluate((field) => {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      field.focus();
      field.select();
    });
    await this.page.keyboard.type(words);
  }

  /** Focused, with the caret behind the last letter. */
  async toEnd(role: Role, name: string | RegExp): Promise<void> {
    await this.page.bringToFront();
    const element = await this.find(role, name);
    await element.evaluate((field) => {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    });
  }

  async value(role: Role, name: string | RegExp): Promise<string> {
    const element = await this.find(role, name);
    return element.evaluate((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    );
  }

  #wanted(role: Role, name: string | RegExp) {
    // A text is the whole name; a pattern may be any part of it.
    const exact = (text: string) => (text === '' ? '' : `^${RegExp.escape(text)}$`);
    return {
      selector: ROLES[role],
      name: typeof name === 'string' ? exact(name) : name.source,
      within: this.#within,
    };
  }
}
