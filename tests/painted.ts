// What is painted on a page, and where words stand in it: functions that run inside of the page, in whichever browser,
// so each is whole in itself. Highlights are no elements; a page's own registry knows them.

export type MarkKind = 'actor' | 'place';
export interface Mark {
  readonly kind: MarkKind;
  readonly text: string;
}

export interface KeptMark {
  readonly colour: string;
  readonly text: string;
}

/** All marks, in reading order. */
export function marksHere(): Mark[] {
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
}

/** Brings the nth mark with this text into view; its middle, in the viewport's pixels. */
export function middleOfMarkHere([wanted, index]: readonly [string, number]): {
  x: number;
  y: number;
} | null {
  const ranges = ['actor', 'place'].flatMap((kind) => [...(CSS.highlights.get(`backstory-${kind}`) ?? [])]);
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
}

/** Everything painted as kept, in no order; what lies on nodes that have left the page is not to be seen. */
export function keptHere(): KeptMark[] {
  return [...CSS.highlights.entries()]
    .filter(([name]) => /^backstory-kept-(?!pointed)/.test(name))
    .flatMap(([name, highlight]) =>
      [...highlight].flatMap((range) => {
        if (!range.startContainer.isConnected || !range.endContainer.isConnected) return [];
        const copy = document.createRange();
        copy.setStart(range.startContainer, range.startOffset);
        copy.setEnd(range.endContainer, range.endOffset);
        return [{ colour: name.replace('backstory-kept-', ''), text: copy.toString().replace(/\s+/g, ' ') }];
      }),
    );
}

/** Where words stand, in the window's pixels. */
export function placeOfHere(wanted: string): DOMRect {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').indexOf(wanted);
    if (at === -1) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    return range.getBoundingClientRect().toJSON();
  }
  throw new Error(`the page does not say ${wanted}`);
}
