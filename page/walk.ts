// By keyboard from name to name: from the card's mention, else from the caret, else from what is on the
// screen, and around the ends. Each step brings the name into view and opens its card.
import { bringIntoView, onScreen } from './into-view.ts';
import type { Marks } from './marks.ts';
import { type Marked, neighbour } from './mentions.ts';
import type { PositionMap } from './under-pointer.ts';

export interface Ground {
  readonly marked: readonly Marked[];
  readonly marks: Marks;
  readonly map: PositionMap;
}

/** The first mention on the screen, or the last one for a step back; -1 where there is none. */
function onScreenNow({ marked, marks }: Ground, by: 1 | -1): number {
  const seen = (mention: Marked) => onScreen(marks.rectsOf(mention));
  return by === 1 ? marked.findIndex(seen) : marked.findLastIndex(seen);
}

function startAt(ground: Ground, from: Marked | null, by: 1 | -1): number {
  const { marked, map } = ground;
  if (from) return neighbour(marked, { block: from.block, offset: from.start }, by);
  const selection = window.getSelection();
  const caret = selection?.focusNode && map.positionOf(selection.focusNode, selection.focusOffset);
  if (caret) return neighbour(marked, caret, by);
  const index = onScreenNow(ground, by);
  return index === -1 ? neighbour(marked, { block: -1, offset: 0 }, by) : index;
}

/**
 * The mention that a step leads to, brought into view; null where nothing on the page can be seen.
 * `from`: where the walk stands, or null before its first step.
 */
export function step(ground: Ground, from: Marked | null, by: 1 | -1): Marked | null {
  const { marked } = ground;
  if (marked.length === 0) return null;
  const start = startAt(ground, from, by);
  for (let n = 0; n < marked.length; n += 1) {
    const mention = marked[(start + n * by + marked.length * 2) % marked.length];
    if (mention && bring(ground.marks, mention)) return mention;
  }
  return null;
}

/** False where its text is hidden or gone. */
export function bring(marks: Marks, mention: Marked): boolean {
  const rects = marks.rectsOf(mention);
  if (rects.length === 0) return false;
  const inside = marks.rangeOf(mention)?.startContainer.parentElement ?? null;
  if (!onScreen(rects)) bringIntoView(() => marks.rectsOf(mention), inside);
  return true;
}
