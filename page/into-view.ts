// Brings a few words into the middle of the screen. `scrollIntoView` knows only elements, and the element
// around a name may be an article. At once rather than smoothly: a walk goes from name to name as fast as
// a key repeats, and nobody who asked for less motion is given any.
import { boxesAround } from './in-sight.ts';

type Measure = () => readonly DOMRect[];

function middleOf(rects: readonly DOMRect[]): number | null {
  const first = rects[0];
  return first ? (first.top + first.bottom) / 2 : null;
}

function scrolls(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight + 1) return false;
  return /auto|scroll|overlay/.test(getComputedStyle(element).overflowY);
}

/** Whether all of it is on the screen, not hidden by an edge. */
export function onScreen(rects: readonly DOMRect[]): boolean {
  return (
    rects.length > 0 &&
    rects.every(
      (rect) => rect.top >= 0 && rect.bottom <= innerHeight && rect.left < innerWidth && rect.right > 0,
    )
  );
}

/** Scrolls every box around `inside` so that what `measure` measures comes to its middle, then the window. */
export function bringIntoView(measure: Measure, inside: Element | null): void {
  for (const box of boxesAround(inside).filter(scrolls)) {
    const middle = middleOf(measure());
    const { top, height } = box.getBoundingClientRect();
    if (middle !== null) box.scrollBy({ top: middle - (top + height / 2), behavior: 'instant' });
  }
  const middle = middleOf(measure());
  if (middle !== null) window.scrollBy({ top: middle - innerHeight / 2, behavior: 'instant' });
}
