// The page's own events, as events of the card. Nothing here asks the page where anything is: the card's
// mention was measured when it was put in place, and those rects are compared with the pointer.
import type { CardEvent, Over, Point } from './card-state.ts';
import type { Marked } from './mentions.ts';
import { within } from './rects.ts';

/** Pixels around the letters in which the pointer still counts as on the mention. */
const MARGIN = 4;

export interface PointerPorts {
  readonly host: Element;
  /** Rects of the open card's mention, and of the one just asked about, as last measured. */
  readonly markRects: () => readonly DOMRect[];
  readonly askedRects: () => readonly DOMRect[];
  readonly look: (point: Point) => Marked | null;
  readonly send: (event: CardEvent) => void;
  readonly onSelected: () => void;
}

/** What reacts to a tap by itself: a card there would be in the way. */
const REACTS =
  'a[href], area, button, input, select, textarea, label, summary, audio, video, [contenteditable], [role="button"], [role="link"]';

export function watchPointer(
  { host, markRects, askedRects, look, send, onSelected }: PointerPorts,
  signal: AbortSignal,
): void {
  const listening = { capture: true, passive: true, signal } as const;
  let downWith = 'mouse';

  function overWhat(event: MouseEvent): Over {
    if (event.target === host) return 'card';
    const point = { x: event.clientX, y: event.clientY };
    if (within(markRects(), point, MARGIN)) return 'mark';
    return within(askedRects(), point, MARGIN) ? 'asked' : 'page';
  }

  function onMove(event: PointerEvent) {
    // A moving finger scrolls.
    if (event.pointerType === 'touch') return;
    const point = { x: event.clientX, y: event.clientY };
    send({ type: 'moved', point, over: overWhat(event), pressed: event.buttons !== 0 });
  }

  function onDown(event: PointerEvent) {
    downWith = event.pointerType;
    send({ type: 'pressed', over: overWhat(event) });
  }

  function onOut(event: PointerEvent) {
    if (event.relatedTarget === null && event.pointerType !== 'touch') send({ type: 'left' });
  }

  function onClick(event: MouseEvent) {
    if (downWith !== 'touch' || event.target === host) return;
    if (event.target instanceof Element && Element.prototype.closest.call(event.target, REACTS)) return;
    const mention = look({ x: event.clientX, y: event.clientY });
    if (mention) send({ type: 'tapped', mention });
  }

  function onSelection() {
    if (window.getSelection()?.isCollapsed ?? true) return;
    send({ type: 'interrupted' });
    onSelected();
  }

  window.addEventListener('pointermove', onMove, listening);
  window.addEventListener('pointerdown', onDown, listening);
  window.addEventListener('pointerout', onOut, listening);
  window.addEventListener('click', onClick, listening);
  window.addEventListener('scroll', () => send({ type: 'interrupted' }), listening);
  window.addEventListener('blur', () => send({ type: 'interrupted' }), { signal });
  // It bubbles nowhere: `selectionchange` is sent to the document itself, and captured on the way there.
  window.addEventListener('selectionchange', onSelection, listening);
}
