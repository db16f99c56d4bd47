// When somebody has selected something and come to rest: the mouse is up, the keys and the finger are still. The same
// event comes from all three, so that a browser's own handles, a screen reader's selection and "select all" are seen.

/** Milliseconds without a change. A finger that moves a handle rests longer between two moves. */
const REST = { mouse: 250, touch: 600 } as const;
/** A selection that goes without a key or a press of the reader was taken away by the page. */
const JUST_NOW = 700;

export interface SelectionPorts {
  /** Our own element: what is pressed there changes no selection. */
  readonly isOurs: (target: EventTarget | null) => boolean;
  /** Something may be selected, and the reader has come to rest. */
  readonly onRest: (touched: boolean) => void;
  /** Nothing is selected any more. */
  readonly onGone: (by: 'reader' | 'page') => void;
  readonly isSelected: () => boolean;
}

export function watchSelection(
  { isOurs, onRest, onGone, isSelected }: SelectionPorts,
  signal: AbortSignal,
): void {
  const listening = { capture: true, passive: true, signal } as const;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Until a pointer has been seen: the keeper comes with the first selection, and so after the finger that made it.
  let touched = matchMedia('(pointer: coarse)').matches;
  let pressed = false;
  let lastInput = Number.NEGATIVE_INFINITY;

  function plan() {
    clearTimeout(timer);
    if (pressed) return;
    timer = setTimeout(() => onRest(touched), touched ? REST.touch : REST.mouse);
  }

  function onChange() {
    if (isSelected()) plan();
    else {
      clearTimeout(timer);
      onGone(performance.now() - lastInput < JUST_NOW ? 'reader' : 'page');
    }
  }

  function onDown(event: PointerEvent) {
    if (isOurs(event.target)) return;
    lastInput = performance.now();
    touched = event.pointerType === 'touch';
    // A long press that selects never ends in `pointerup`: the browser takes the finger over.
    pressed = !touched;
    clearTimeout(timer);
  }

  function onUp(event: PointerEvent) {
    if (!pressed) return;
    pressed = false;
    lastInput = performance.now();
    if (!isOurs(event.target) && isSelected()) plan();
  }

  window.addEventListener('selectionchange', onChange, listening);
  window.addEventListener('pointerdown', onDown, listening);
  window.addEventListener('pointerup', onUp, listening);
  window.addEventListener('pointercancel', onUp, listening);
  window.addEventListener('keydown', () => (lastInput = performance.now()), listening);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  // The keeper came with a selection that is there already.
  if (isSelected()) plan();
}
