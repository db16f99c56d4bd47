// Kept passages as CSS highlights, like the marks (page/marks.ts) and above them: no node of the page is touched.
// A wash of colour alone is lost in print, in forced colours and on eyes that do not tell green from pink, so each
// colour has an underline of its own shape; dashed is what may be it. The wash is thin, so that it suits dark pages
// and light ones: a page's text keeps its own colour on it.
import type { Colour } from '../../core/annotation/kept/index.ts';
import { adopt } from '../style-sheets.ts';
import { HUES } from './hues.ts';

const LINES: Record<Colour, string> = {
  yellow: 'solid 2px',
  green: 'double 3px',
  blue: 'dotted 3px',
  pink: 'wavy 1.5px',
  violet: 'solid 4px',
};

export type PaintState = 'anchored' | 'uncertain';
const COLOURS = Object.entries(HUES) as [Colour, string][];

const nameOf = (colour: Colour, state: PaintState) =>
  `backstory-kept-${colour}${state === 'uncertain' ? '-uncertain' : ''}`;
const POINTED = 'backstory-kept-pointed';

const CSS_TEXT = `${COLOURS.map(
  ([colour, hue]) => `
::highlight(${nameOf(colour, 'anchored')}) {
  background-color: color-mix(in srgb, ${hue} 28%, transparent);
  text-decoration: underline ${LINES[colour]} ${hue};
}
::highlight(${nameOf(colour, 'uncertain')}) { text-decoration: underline dashed 2px ${hue}; }`,
).join('')}
::highlight(${POINTED}) { background-color: color-mix(in srgb, currentColor 14%, transparent); }
@media (forced-colors: active) {
${COLOURS.map(
  ([colour]) => `
::highlight(${nameOf(colour, 'anchored')}) { background-color: Mark; color: MarkText; text-decoration-color: MarkText; }
::highlight(${nameOf(colour, 'uncertain')}) { text-decoration-color: CanvasText; }`,
).join('')}
}
`;

export interface Painted {
  readonly colour: Colour;
  readonly state: PaintState;
  readonly range: StaticRange;
}

export interface Paint {
  /** In the place of all that was painted before. */
  paint(passages: readonly Painted[]): void;
  /** Sets the one that the panel is about apart. */
  point(range: StaticRange | null): void;
  /** Leaves the page as it was. */
  clear(): void;
}

/** Above the marks, which have 0 and 1; what was kept later lies on what was kept before. */
const ABOVE_MARKS = 2;

export function createPaint(): Paint {
  const sheets = new Map<Document | ShadowRoot, () => void>();

  function rootsOf(passages: readonly Painted[]): Set<Document | ShadowRoot> {
    const roots = passages.map(({ range }) => range.startContainer.getRootNode());
    return new Set(roots.filter((root) => root instanceof Document || root instanceof ShadowRoot));
  }

  /** A style of the document does not reach into a shadow root, where a passage may stand too. */
  function style(passages: readonly Painted[]) {
    for (const root of rootsOf(passages)) if (!sheets.has(root)) sheets.set(root, adopt(root, CSS_TEXT));
  }

  function clear() {
    for (const [colour] of COLOURS) {
      for (const state of ['anchored', 'uncertain'] as const) CSS.highlights.delete(nameOf(colour, state));
    }
    CSS.highlights.delete(POINTED);
    for (const take of sheets.values()) take();
    sheets.clear();
  }

  function paint(passages: readonly Painted[]) {
    style(passages);
    for (const [colour] of COLOURS) {
      for (const state of ['anchored', 'uncertain'] as const) {
        const ranges = passages.filter((each) => each.colour === colour && each.state === state);
        const name = nameOf(colour, state);
        if (ranges.length === 0) CSS.highlights.delete(name);
        else {
          const highlight = new Highlight(...ranges.map(({ range }) => range));
          highlight.priority = ABOVE_MARKS;
          CSS.highlights.set(name, highlight);
        }
      }
    }
  }

  function point(range: StaticRange | null) {
    if (!range) {
      CSS.highlights.delete(POINTED);
      return;
    }
    const highlight = new Highlight(range);
    highlight.priority = ABOVE_MARKS + 1;
    CSS.highlights.set(POINTED, highlight);
  }

  return { paint, point, clear };
}
