// The pointer on a kept passage. At rest it opens the passage's note, later than a name's card would open, since whole
// paragraphs are kept and a reader's pointer often lies on what they read; a press opens it at once, to stay.
import { within } from '../rects.ts';

/** Milliseconds. */
const REST = 600;
/** Pixels of a hand's tremble. */
const STILL = 3;

/** What reacts to a press by itself. */
const REACTS =
  'a[href], area, button, input, select, textarea, label, summary, audio, video, [contenteditable], [role="button"], [role="link"]';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PassagePorts {
  readonly isOurs: (target: EventTarget | null) => boolean;
  /** Something stands here that has a card of its own. */
  readonly isName: (point: Point) => boolean;
  readonly passageAt: (point: Point) => string | null;
  readonly onRest: (id: string) => void;
  readonly onPress: (id: string) => void;
  readonly onPressElsewhere: () => void;
  /** Null: it has left the page. `over`: it is on something of ours. */
  readonly onMove: (point: Point | null, over: boolean) => void;
}

export function watchPassages(ports: PassagePorts, signal: AbortSignal): void {
  const { isOurs, passageAt } = ports;
  const listening = { capture: true, passive: true, signal } as const;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at: Point = { x: -1, y: -1 };
  let downWith = 'mouse';

  function onRest() {
    const id = passageAt(at);
    if (id !== null && !ports.isName(at)) ports.onRest(id);
  }

  function onMove(event: PointerEvent) {
    if (event.pointerType === 'touch') return;
    const point = { x: event.clientX, y: event.clientY };
    const over = isOurs(event.target);
    ports.onMove(point, over);
    if (Math.abs(point.x - at.x) < STILL && Math.abs(point.y - at.y) < STILL) return;
    at = point;
    clearTimeout(timer);
    if (!over && event.buttons === 0) timer = setTimeout(onRest, REST);
  }

  function onDown(event: PointerEvent) {
    clearTimeout(timer);
    downWith = event.pointerType;
    if (!isOurs(event.target)) ports.onPressElsewhere();
  }

  function onClick(event: MouseEvent) {
    if (isOurs(event.target) || event.detail > 1 || event.button !== 0) return;
    if (event.target instanceof Element && Element.prototype.closest.call(event.target, REACTS)) return;
    // The end of a selection is a click too.
    if (!(window.getSelection()?.isCollapsed ?? true)) return;
    const point = { x: event.clientX, y: event.clientY };
    // A finger has no other way to a name's card; a mouse need not press for it.
    if (downWith === 'touch' && ports.isName(point)) return;
    const id = passageAt(point);
    if (id !== null) ports.onPress(id);
  }

  window.addEventListener('pointermove', onMove, listening);
  window.addEventListener('pointerdown', onDown, listening);
  window.addEventListener('click', onClick, listening);
  window.addEventListener('scroll', () => clearTimeout(timer), listening);
  window.addEventListener(
    'pointerout',
    (event) => {
      if (event.relatedTarget !== null) return;
      clearTimeout(timer);
      ports.onMove(null, isOurs(event.target));
    },
    listening,
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** The shortest of those that lie under a point: what was kept inside of something longer can be reached too. */
export function shortestAt<T>(
  passages: readonly T[],
  point: Point,
  measure: (passage: T) => { readonly length: number; readonly rects: readonly DOMRect[] },
): T | null {
  const measured = passages.map((passage) => ({ passage, ...measure(passage) }));
  const under = measured.filter(({ rects }) => within(rects, point, 1));
  return under.toSorted((a, b) => a.length - b.length)[0]?.passage ?? null;
}
