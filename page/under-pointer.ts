// From a point on the screen to the mention under it. `caretPositionFromPoint` is 2,000 times faster than
// `highlightsFromPoint` among 20,000 marks, but it answers with the nearest letter, also from the empty
// space beside a line: only then is the one mention measured, and nothing else is.
import { trueMember } from '../core/text/dom-access.ts';
import { type Marked, type Position, touching } from './mentions.ts';
import { within } from './rects.ts';

/** Pixels beside the letters that still count: an underline and an unsteady hand. */
const MARGIN = 2;

export interface PositionMap {
  positionOf(node: Node, offset: number): Position | null;
}

export function mentionAt(
  point: { readonly x: number; readonly y: number },
  marked: readonly Marked[],
  map: PositionMap,
  rectsOf: (mention: Marked) => readonly DOMRect[],
): Marked | null {
  const caret = trueMember(document, 'caretPositionFromPoint').call(document, point.x, point.y);
  const position = caret && map.positionOf(caret.offsetNode, caret.offset);
  if (!position) return null;
  return touching(marked, position).find((mention) => within(rectsOf(mention), point, MARGIN)) ?? null;
}
