// Ours and the peers, each in its own way of keeping a passage and finding it again.
import { createRequire } from 'node:module';
import approximateSearch from 'approx-string-match';
import { JSDOM } from 'jsdom';
import { anchor, describe, Page } from '../../../core/annotation/index.ts';
import type { Anchorer } from './anchorer.ts';
import { hypothesis } from './hypothesis.ts';

/** What of dom-anchor-text-quote is used; it has no types of its own. */
interface QuoteModule {
  fromRange(root: Element, range: Range): unknown;
  toRange(root: Element, selector: unknown): Range | null;
}
const quote: QuoteModule = createRequire(import.meta.url)('dom-anchor-text-quote');

/** Taken from the surroundings, which on the command line have none. */
const { Node, NodeFilter, StaticRange } = new JSDOM().window;
Object.assign(globalThis, { Node, NodeFilter, StaticRange });

export const ours: Anchorer = {
  name: 'Backstory',
  keep: (root, range) => JSON.parse(JSON.stringify(describe(root, range))),
  find: (root, kept) => {
    const found = anchor(new Page(root), kept);
    return found.state === 'anchored' ? found.range : null;
  },
};

export const peers: readonly Anchorer[] = [
  hypothesis(approximateSearch),
  {
    name: 'dom-anchor-text-quote',
    keep: (root, range) => quote.fromRange(root, range),
    find: (root, kept) => {
      try {
        return quote.toRange(root, kept);
      } catch {
        return null;
      }
    },
  },
];
