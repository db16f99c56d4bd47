// Where the card goes: below or above its mention, never on it. Own code, pure: Floating UI does more than
// this card ever needs and was an eighth of the reader's 40 kB, and its `inline` frees only the part of a
// broken name under the pointer and lays the card on the rest. Here the whole height of the name stays free.

/** Pixels between the line and the card: small enough to cross, large enough for the underline. */
const GAP = 6;
/** Pixels that stay free at the edge of the window. */
const EDGE = 8;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  /** Of the card's left upper corner, in the window's coordinates. */
  readonly x: number;
  readonly y: number;
  readonly maxHeight: number;
}

/** The part of a broken mention under the pointer; the first, where there is no pointer. */
export function partAt(parts: readonly Box[], point: { x: number; y: number } | null): number {
  if (!point) return 0;
  const index = parts.findIndex(
    ({ left, right, bottom }) => point.y <= bottom && point.x <= right && point.x >= left,
  );
  return Math.max(0, index);
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** Whether the two share more than an edge. */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/**
 * Below the mention where the card fits or where there is more room than above; never taller than its side.
 * `at`: the part that it starts at; `card`: the size that it would like to have.
 */
export function placeBeside(parts: readonly Box[], at: number, card: Size, view: Size): Place {
  const top = Math.min(...parts.map((part) => part.top));
  const bottom = Math.max(...parts.map((part) => part.bottom));
  const below = view.height - EDGE - GAP - bottom;
  const above = top - GAP - EDGE;
  const isBelow = card.height <= below || below >= above;
  const maxHeight = Math.max(0, Math.floor(isBelow ? below : above));
  const start = parts[at]?.left ?? 0;
  return {
    x: Math.round(clamp(start, EDGE, Math.max(EDGE, view.width - EDGE - card.width))),
    y: Math.round(isBelow ? bottom + GAP : top - GAP - Math.min(card.height, maxHeight)),
    maxHeight,
  };
}
