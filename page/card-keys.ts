// Keys that are meant for the card stay in the card: a site's shortcuts (j, k, /, Escape) must not fire
// while somebody reads or, later, writes in it. Stopping them on the way up is not enough, since many sites
// listen on the way down; so they are stopped at the window and sent on inside. What the browser itself
// does with a key (following a link, typing) is untouched by that.

const TYPES = ['keydown', 'keypress', 'keyup'] as const;

export interface CardKeys {
  readonly host: Element;
  readonly isOpen: () => boolean;
  readonly onEscape: () => void;
  readonly onTab: (event: KeyboardEvent) => void;
}

export function keepKeys({ host, isOpen, onEscape, onTab }: CardKeys, signal: AbortSignal): void {
  function onKey(event: KeyboardEvent) {
    if (!isOpen()) return;
    const inside = event.target === host;
    if (event.type === 'keydown' && event.key === 'Escape' && !event.isComposing) {
      // One Escape closes one thing: the page's own dialog stays for the next.
      event.preventDefault();
      event.stopImmediatePropagation();
      onEscape();
      return;
    }
    if (!inside) return;
    event.stopImmediatePropagation();
    const [target] = event.composedPath();
    if (event.type === 'keydown' && event.key === 'Tab') onTab(event);
    else if (target && !target.dispatchEvent(copyOf(event))) event.preventDefault();
  }
  for (const type of TYPES) window.addEventListener(type, onKey, { capture: true, signal });
}

function copyOf(event: KeyboardEvent): KeyboardEvent {
  const { key, code, location, repeat, ctrlKey, shiftKey, altKey, metaKey } = event;
  const init = { key, code, location, repeat, ctrlKey, shiftKey, altKey, metaKey };
  // Not composed: it ends at the shadow root.
  return new KeyboardEvent(event.type, { ...init, bubbles: true, cancelable: true });
}
