// What the reader sees on the page: the painted highlights. They are no elements, so a test asks the page's
// own registry, which all worlds of a page share.
import type { Page } from '@playwright/test';

export type MarkKind = 'actor' | 'place';
export interface Mark {
  readonly kind: MarkKind;
  readonly text: string;
}

/** All marks, in reading order. */
export function marks(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const live = (range: AbstractRange) => {
      const copy = document.createRange();
      copy.setStart(range.startContainer, range.startOffset);
      copy.setEnd(range.endContainer, range.endOffset);
      return copy;
    };
    return (['actor', 'place'] as const)
      .flatMap((kind) =>
        [...(CSS.highlights.get(`backstory-${kind}`) ?? [])].map((range) => ({ kind, range: live(range) })),
      )
      .sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
      .map(({ kind, range }) => ({ kind, text: range.toString() }));
  });
}

/** Brings the nth mark with this text into view; its middle, in the viewport's pixels. */
export async function middleOfMark(page: Page, text: string, nth = 0): Promise<{ x: number; y: number }> {
  const middle = await page.evaluate(
    ([wanted, index]) => {
      const ranges = ['actor', 'place'].flatMap((kind) => [
        ...(CSS.highlights.get(`backstory-${kind}`) ?? []),
      ]);
      const copies = ranges.map((range) => {
        const copy = document.createRange();
        copy.setStart(range.startContainer, range.startOffset);
        copy.setEnd(range.endContainer, range.endOffset);
        return copy;
      });
      const mark = copies
        .filter((range) => range.toString() === wanted)
        .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))[index];
      if (!mark) return null;
      mark.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = mark.getClientRects()[0];
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
    [text, nth] as const,
  );
  if (!middle) throw new Error(`no mark «${text}» (${nth}) on the page`);
  return middle;
}
