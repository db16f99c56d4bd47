// Where the bar stands, and how long: beside the selection while there is one; what is said after a deed stays a while,
// there or at the foot of the window.
import { type CardHost, createHost } from '../card-host.tsx';
import { rectsOf } from '../rects.ts';
import { Bar, type BarProps, type Deed, Said } from './Bar.tsx';
import barStyle from './bar.css?inline';

/** Milliseconds: long enough to read and to reach for "Undo". Trouble stays until it is put away. */
const SAID_FOR = 7_000;
/** Pixels under a touched selection that the browser's own handles take. */
const HANDLES = 34;

export interface Beside {
  readonly range: StaticRange;
  readonly touched: boolean;
}

export interface BarHost {
  readonly element: HTMLElement;
  offer(beside: Beside, bar: BarProps): void;
  /** `lasting`: until something else is shown or it is put away. */
  say(lines: readonly string[], deeds: readonly Deed[], beside: Beside | null, lasting?: boolean): void;
  hide(): void;
  showing(): 'bar' | 'said' | null;
}

/** The line at which a selection ends; the bar stands below it, and above where there is no room. */
function lineOf({ range, touched }: Beside): readonly DOMRect[] {
  const seen = rectsOf(range).filter(({ bottom, top }) => bottom > 0 && top < innerHeight);
  const last = seen.at(-1);
  if (!last) return [];
  return [touched ? new DOMRect(last.x, last.y - HANDLES, last.width, last.height + 2 * HANDLES) : last];
}

/** A line at the foot of the window, for what has no place on the page. */
function foot(): readonly DOMRect[] {
  return [new DOMRect(Math.max(8, innerWidth / 2 - 180), innerHeight - 12, 1, 1)];
}

export function createBarHost(onEscape: () => void, signal: AbortSignal): BarHost {
  let shown: 'bar' | 'said' | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const host: CardHost = createHost(
    { name: 'backstory-bar', style: barStyle, mode: 'open', onEscape: put, onUnseen: hide },
    signal,
  );

  // A press must not take the selection away, nor the focus from where the reader is.
  host.element.addEventListener('mousedown', (event) => event.preventDefault(), { signal });

  function put() {
    hide();
    onEscape();
  }

  function hide() {
    clearTimeout(timer);
    shown = null;
    host.hide();
  }

  function anchorAt(beside: Beside | null) {
    const rects = beside && lineOf(beside).length > 0 ? () => lineOf(beside) : foot;
    const inside = beside?.range.endContainer.parentElement ?? null;
    return { rects, part: 0, within: rects === foot ? null : inside };
  }

  function offer(beside: Beside, bar: BarProps) {
    clearTimeout(timer);
    shown = 'bar';
    host.show(<Bar {...bar} />, anchorAt(beside), false);
  }

  function say(lines: readonly string[], deeds: readonly Deed[], beside: Beside | null, lasting = false) {
    clearTimeout(timer);
    shown = 'said';
    host.show(<Said lines={lines} deeds={deeds} />, anchorAt(beside), false);
    if (!lasting) timer = setTimeout(hide, SAID_FOR);
  }

  return { element: host.element, offer, say, hide, showing: () => shown };
}
