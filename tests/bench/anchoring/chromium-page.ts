// Runs in a page of Chromium: finds passages that were kept elsewhere, one alone, all together, and as the product does,
// with its pauses and its paint. Its caller takes the time of the page's thread.
import approximateSearch from 'approx-string-match';
import { toRange } from 'dom-anchor-text-quote';
import { anchor, Page } from '../../../core/annotation/index.ts';
import type { Passage } from '../../../core/annotation/kept/index.ts';
import { placeAll } from '../../../page/keeping/anchoring.ts';
import { createPaint, type Painted } from '../../../page/keeping/paint.ts';
import { hypothesis } from './hypothesis.ts';

type Find = (root: Element, kept: unknown) => unknown;
const finders: readonly Find[] = [
  (root, kept) => anchor(root, kept),
  hypothesis(approximateSearch).find,
  (root, kept) => {
    try {
      return toRange(root, kept);
    } catch {
      return null;
    }
  },
];

const frame = () => new Promise((done) => requestAnimationFrame(done));
const pause = () => new Promise<void>((done) => setTimeout(done));

export interface BenchPage {
  alone(anchorer: number, passage: number): void;
  together(anchorer: number): void;
  /** As the product does; how many it is sure of. */
  place(): Promise<number>;
  /** To the next frame. */
  paint(): Promise<void>;
}

function benchPage(html: string, kept: readonly (readonly unknown[])[]): BenchPage {
  document.body.innerHTML = html;
  const root = document.body;
  // What placing reads of a passage.
  const passages = (kept[0] ?? []).map((selectors) => ({ selectors, confirmed: [] }) as unknown as Passage);
  let painted: Painted[] = [];
  return {
    alone: (anchorer, passage) => void finders[anchorer]?.(root, kept[anchorer]?.[passage]),
    together: (anchorer) => {
      const page = new Page(root);
      for (const selectors of kept[anchorer] ?? []) {
        if (anchorer === 0) anchor(page, selectors);
        else finders[anchorer]?.(root, selectors);
      }
    },
    place: async () => {
      const { signal } = new AbortController();
      const placed = await placeAll(passages, { signal, now: () => performance.now(), pause });
      painted = placed.flatMap(({ range, state }) =>
        range && state === 'anchored' ? [{ range, state, colour: 'yellow' as const }] : [],
      );
      return painted.length;
    },
    paint: async () => {
      createPaint().paint(painted);
      await frame();
    },
  };
}

Object.assign(globalThis, { benchPage });
