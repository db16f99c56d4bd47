// What the reader was doing before the card took the focus, and the way back to it.
import { trueMember } from '../core/text/dom-access.ts';

/** The element that has the focus, through open shadow roots; null where it is the page as a whole. */
function focused(): HTMLElement | null {
  let element = trueMember(document, 'activeElement');
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== trueMember(document, 'body') ? element : null;
}

/** Notes focus and selection; the result puts them back, without scrolling. */
export function rememberFocus(): () => void {
  const element = focused();
  const selection = window.getSelection();
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = selection ?? {};
  return () => {
    if (element?.isConnected) element.focus({ preventScroll: true });
    if (!selection || !anchorNode?.isConnected || !focusNode?.isConnected) return;
    const unchanged =
      selection.anchorNode === anchorNode &&
      selection.anchorOffset === anchorOffset &&
      selection.focusNode === focusNode &&
      selection.focusOffset === focusOffset;
    if (!unchanged) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  };
}

const STOPS =
  'a[href], button:not([disabled]), input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Tab goes round within the card: behind it there is only the end of the page's markup. Escape leaves. */
export function goRound(event: KeyboardEvent, root: ShadowRoot): void {
  const stops = [...root.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());
  const first = stops[0];
  const last = stops.at(-1);
  const active = root.activeElement;
  const wrapsTo = event.shiftKey
    ? (active === first || !stops.some((stop) => stop === active)) && last
    : active === last && first;
  if (!wrapsTo) return;
  event.preventDefault();
  wrapsTo.focus();
}
