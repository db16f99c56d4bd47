// The quiet underlines. They are CSS custom highlights: painted over the text by the browser, with no node,
// attribute or class of the page touched. Made of StaticRanges, since 4,000 live ranges made a page's own
// changes sixty times slower and 4,000 static ones did not. The colour is the text's own, thinned, so that
// it suits any page: `light-dark()` would follow the page's `color-scheme`, which most dark pages do not set.
import type { Marked } from './mentions.ts';
import { rectsOf } from './rects.ts';
import { adopt } from './style-sheets.ts';

const NAMES = {
  actor: 'backstory-actor',
  place: 'backstory-place',
  current: 'backstory-current',
} as const;

const CSS_TEXT = `
::highlight(${NAMES.actor}) {
  text-decoration: underline solid 1px color-mix(in srgb, currentColor 50%, transparent);
  text-underline-offset: 0.22em;
}
::highlight(${NAMES.place}) {
  text-decoration: underline dotted 1.5px color-mix(in srgb, currentColor 65%, transparent);
  text-underline-offset: 0.22em;
}
::highlight(${NAMES.current}) {
  text-decoration: underline solid 2px currentColor;
  text-underline-offset: 0.22em;
}
@media (forced-colors: active) {
  ::highlight(${NAMES.actor}), ::highlight(${NAMES.place}) { text-decoration-color: CanvasText; }
  ::highlight(${NAMES.current}) { text-decoration-color: Highlight; }
}
`;

/** Where the words of a block stand in the page: the part of a TextMap that painting needs. */
export interface RangeMap {
  rangeOf(block: number, start: number, end: number): StaticRange | null;
}

export interface Marks {
  /** Marks these mentions in the place of all earlier ones. Those whose text has vanished are left out. */
  paint(marked: readonly Marked[], map: RangeMap): void;
  /** Sets the mention that the card is about apart from the others. */
  point(mention: Marked | null): void;
  rangeOf(mention: Marked): StaticRange | undefined;
  /** Where a mention is on the screen; empty where it cannot be seen. */
  rectsOf(mention: Marked): readonly DOMRect[];
  /** Whether text under a mark has been taken out of the page. */
  broken(): boolean;
  /** Leaves the page as it was. */
  clear(): void;
}

export function createMarks(): Marks {
  let ranges = new Map<Marked, StaticRange>();
  let takeSheet: (() => void) | null = null;

  function clear() {
    for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
    takeSheet?.();
    takeSheet = null;
    ranges = new Map();
  }

  function paint(marked: readonly Marked[], map: RangeMap) {
    const groups = { actor: new Highlight(), place: new Highlight() };
    ranges = new Map();
    for (const mention of marked) {
      const range = map.rangeOf(mention.block, mention.start, mention.end);
      if (!range) continue;
      ranges.set(mention, range);
      groups[mention.facet].add(range);
    }
    takeSheet ??= adopt(document, CSS_TEXT);
    CSS.highlights.set(NAMES.actor, groups.actor);
    CSS.highlights.set(NAMES.place, groups.place);
    CSS.highlights.delete(NAMES.current);
  }

  function point(mention: Marked | null) {
    const range = mention && ranges.get(mention);
    if (!range) {
      CSS.highlights.delete(NAMES.current);
      return;
    }
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set(NAMES.current, highlight);
  }

  const measure = (mention: Marked) => {
    const range = ranges.get(mention);
    return range ? rectsOf(range) : [];
  };
  const broken = () => [...ranges.values()].some((range) => !range.startContainer.isConnected);

  return { paint, point, rangeOf: (mention) => ranges.get(mention), rectsOf: measure, broken, clear };
}
