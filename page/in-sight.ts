// Whether a mention can be seen: inside the window, and inside every box around it that cuts off what it
// does not show (a scrolling column, a folded paragraph).
import { type Box, meet } from './placement.ts';

function parentOf(element: Element): Element | null {
  const parent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get?.call(element);
  return parent instanceof Element ? parent : null;
}

/** Everything around `inside`, from within outwards, without body and root, whose overflow is the window's. */
export function boxesAround(inside: Element | null): Element[] {
  const boxes: Element[] = [];
  for (let box = inside; box && box.localName !== 'body' && box.localName !== 'html'; box = parentOf(box)) {
    boxes.push(box);
  }
  return boxes;
}

/** The boxes around `inside` that cut off. */
export function clippers(inside: Element | null): Element[] {
  return boxesAround(inside).filter((box) => {
    const { overflowX, overflowY, display } = getComputedStyle(box);
    return !display.startsWith('inline') && (overflowX !== 'visible' || overflowY !== 'visible');
  });
}

export function inSight(parts: readonly Box[], clippedBy: readonly Element[]): boolean {
  const window = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const bounds = [window, ...clippedBy.map((box) => box.getBoundingClientRect())];
  return parts.some((part) => bounds.every((bound) => meet(part, bound)));
}
