// The colour last used, for the keyboard and the menu, which ask for none. A convenience of this device, not something
// that the reader made, so it lies in the extension's local storage and follows nobody anywhere.
import { browser } from 'wxt/browser';
import { Colour } from '../../core/annotation/kept/index.ts';

const KEY = 'last-colour';
const FIRST: Colour = 'yellow';

export interface LastColour {
  get(): Promise<Colour>;
  set(colour: Colour): void;
}

export const storedColour: LastColour = {
  get: async () => {
    try {
      const colour = Colour.safeParse((await browser.storage.local.get(KEY))[KEY]);
      return colour.success ? colour.data : FIRST;
    } catch {
      return FIRST;
    }
  },
  set: (colour) => {
    browser.storage.local.set({ [KEY]: colour }).catch(() => {});
  },
};
