// The place in the page of what is ours (the card; the keeper's bar and panel): an element behind the body, in the
// top layer, so that nothing of the page can cover it, and in a shadow root behind `all: initial`, so that nothing of
// the page can style it. It is there only while something is open.
import { type ComponentChild, render } from 'preact';
import palette from '../components/palette.css?inline';
import { trueMember } from '../core/text/dom-access.ts';
import { keepKeys } from './card-keys.ts';
import { goRound, rememberFocus } from './focus.ts';
import hostStyle from './host.css?inline';
import { clippers, inSight } from './in-sight.ts';
import { placeBeside } from './placement.ts';
import { adopt } from './style-sheets.ts';

/** What the card, bar or panel stands beside. */
export interface Anchor {
  /** Of the mention, in the window's coordinates. */
  readonly rects: () => readonly DOMRect[];
  /** Which of them the card starts at. */
  readonly part: number;
  readonly within: Element | null;
}

export interface CardHost {
  readonly element: HTMLElement;
  /** Renders the card, opening it if it was not open. */
  show(view: ComponentChild, anchor: Anchor, takeFocus: boolean): void;
  hide(): void;
}

export interface HostOptions {
  /** Of the element. */
  readonly name: string;
  readonly style: string;
  /** A page can look into an open shadow root. */
  readonly mode: ShadowRootMode;
  readonly onEscape: () => void;
  /** The mention has left the screen, or the page. */
  readonly onUnseen: () => void;
}

export function createHost(options: HostOptions, signal: AbortSignal): CardHost {
  const { onEscape, onUnseen } = options;
  const host = document.createElement(options.name);
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow(options);
  for (const style of [hostStyle, palette, options.style]) adopt(root, style);
  const frame = document.createElement('div');
  frame.className = 'frame';
  root.append(frame);

  let anchor: Anchor | null = null;
  let clippedBy: readonly Element[] = [];
  let wished = 0;
  let allowed = Number.POSITIVE_INFINITY;
  let giveBack: (() => void) | null = null;
  let planned = 0;

  const isOpen = () => anchor !== null;

  function putInPlace() {
    if (!anchor) return;
    const rects = anchor.rects();
    if (!inSight(rects, clippedBy)) return onUnseen();
    const { offsetWidth: width, offsetHeight: height } = frame;
    // A card that is held down does not say how tall it would be; what it last was when free still holds.
    wished = height < allowed ? height : Math.max(wished, height);
    const size = { width, height: wished };
    const { x, y, maxHeight } = placeBeside(rects, anchor.part, size, {
      width: trueMember(document, 'documentElement').clientWidth || innerWidth,
      height: innerHeight,
    });
    allowed = maxHeight;
    frame.style.maxHeight = `${maxHeight}px`;
    frame.style.transform = `translate(${x}px, ${y}px)`;
  }

  /** At most once a frame: scrolling sends events faster than the screen shows them. */
  function plan() {
    if (!isOpen() || planned !== 0) return;
    planned = requestAnimationFrame(() => {
      planned = 0;
      putInPlace();
    });
  }
  const resized = new ResizeObserver(plan);

  function open() {
    giveBack = rememberFocus();
    trueMember(document, 'documentElement').append(host);
    host.showPopover();
    resized.observe(frame);
  }

  function show(view: ComponentChild, newAnchor: Anchor, takeFocus: boolean) {
    const wasOpen = isOpen();
    if (anchor !== newAnchor) clippedBy = clippers(newAnchor.within);
    anchor = newAnchor;
    frame.style.maxHeight = '';
    allowed = Number.POSITIVE_INFINITY;
    render(view, frame);
    if (!wasOpen) open();
    if (takeFocus) root.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
    putInPlace();
  }

  function hide() {
    if (!isOpen()) return;
    anchor = null;
    const hadFocus = root.activeElement !== null;
    resized.disconnect();
    cancelAnimationFrame(planned);
    planned = 0;
    render(null, frame);
    host.remove();
    if (hadFocus) giveBack?.();
    giveBack = null;
  }

  window.addEventListener('scroll', plan, { capture: true, passive: true, signal });
  window.addEventListener('resize', plan, { passive: true, signal });
  keepKeys({ host, isOpen, onEscape, onTab: (event) => goRound(event, root) }, signal);
  signal.addEventListener('abort', hide, { once: true });

  return { element: host, show, hide };
}
