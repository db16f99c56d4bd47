// The marked mentions in reading order, so that a position in the text is found by halving: a long
// page has thousands of marks, and the pointer asks many times a minute.
import type { EntityId } from '../core/knowledge/terms.ts';
import type { Mention } from '../core/matching/mention.ts';

/** A mention that the page is marked with: shown, and linked, since a card is about an entity. */
export type Marked = Mention & { readonly shown: true; readonly entity: EntityId };

/** A place in the article: a block's id, and UTF-16 units into its text. */
export interface Position {
  readonly block: number;
  readonly offset: number;
}

function compare(a: Position, b: Position): number {
  return a.block - b.block || a.offset - b.offset;
}

const startOf = (mention: Mention): Position => ({ block: mention.block, offset: mention.start });
const endOf = (mention: Mention): Position => ({ block: mention.block, offset: mention.end });

function isMarked(mention: Mention): mention is Marked {
  return mention.shown && mention.entity !== null;
}

/** In reading order. */
export function markedOf(mentions: readonly Mention[]): readonly Marked[] {
  return mentions.filter(isMarked).sort((a, b) => compare(startOf(a), startOf(b)));
}

/** How many of them satisfy `early`, which holds for a first part of the list and for no later one. */
function countEarly(marked: readonly Marked[], early: (mention: Marked) => boolean): number {
  let low = 0;
  let high = marked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mention = marked[middle];
    if (mention && early(mention)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The mentions that a caret position touches: two where one ends and the next begins, since a caret
 * stands between letters and does not say on which side the pointer was.
 */
export function touching(marked: readonly Marked[], position: Position): readonly Marked[] {
  const found: Marked[] = [];
  for (let at = countEarly(marked, (mention) => compare(endOf(mention), position) < 0); ; at += 1) {
    const mention = marked[at];
    if (!mention || compare(startOf(mention), position) > 0) return found;
    found.push(mention);
  }
}

/** The next (`by` 1) or previous (−1) mention from a position, around the ends of the article. */
export function neighbour(marked: readonly Marked[], from: Position, by: 1 | -1): number {
  const index =
    by === 1
      ? countEarly(marked, (mention) => compare(startOf(mention), from) <= 0)
      : countEarly(marked, (mention) => compare(startOf(mention), from) < 0) - 1;
  return (index + marked.length) % marked.length;
}

/** The same words of the same block, also when a later reading made another object of them. */
export function sameMention(a: Marked, b: Marked): boolean {
  return a.block === b.block && a.start === b.start && a.end === b.end && a.entity === b.entity;
}
