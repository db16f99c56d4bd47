// Where a mention stands on the screen. A StaticRange cannot be measured and a live Range makes every
// change of the page dearer as long as it lives, so one Range is lent to each measuring and sent home.

let borrowed: Range | undefined;

/** Client rects of the range's text, in CSS pixels; empty where its nodes are gone, hidden or shorter now. */
export function rectsOf(range: StaticRange): readonly DOMRect[] {
  borrowed ??= new Range();
  try {
    borrowed.setStart(range.startContainer, range.startOffset);
    borrowed.setEnd(range.endContainer, range.endOffset);
    return [...borrowed.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  } catch {
    return [];
  } finally {
    borrowed.setStart(document, 0);
    borrowed.collapse(true);
  }
}

/** Whether a point lies in one of the rects, or at most `margin` pixels beside it. */
export function within(
  rects: readonly DOMRect[],
  { x, y }: { x: number; y: number },
  margin: number,
): boolean {
  return rects.some(
    (rect) =>
      x >= rect.left - margin &&
      x <= rect.right + margin &&
      y >= rect.top - margin &&
      y <= rect.bottom + margin,
  );
}
