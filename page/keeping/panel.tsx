// The panel beside a kept passage: a frame for the note, and, where the frame cannot be (the extension was updated
// under the page, the page lets none in), words and what had been typed. A pointer at rest opens it for as long as it
// rests; a press, a key or a word typed make it stay.

import { BAR, COPY_NOTE, FRAME_FAILED, UNSAVED } from '../../components/keeping-words.ts';
import { wordKeptError } from '../../components/kept-words.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import { type CardHost, createHost } from '../card-host.tsx';
import { rectsOf, within } from '../rects.ts';
import type { FromPanel } from './from-panel.ts';
import panelStyle from './panel.css?inline';
import { createPanelFrame, type PanelFrame } from './panel-frame.tsx';
import type { Focus, PanelShown } from './panel-messages.ts';

/** Milliseconds in which the pointer may cross from the passage into the panel. */
const GRACE = 300;
/** Pixels, until the frame has said how tall it is. */
const FIRST_HEIGHT = 260;
/** Pixels around the passage's letters. */
const MARGIN = 4;
/** Milliseconds between two looks at whether the extension is still there, while the panel is open. */
const LOOKS = 1_000;

export interface PanelPorts {
  readonly frameAddress: string;
  readonly onMessage: (message: FromPanel) => void;
  /** It is closed; what is to be kept is kept now. */
  readonly onClosed: () => void;
  readonly copy: (text: string) => Promise<boolean>;
  /** False once the extension was updated or removed under the page: the frame is dead then, and nobody says so. */
  readonly isAlive: () => boolean;
  /** What is written and not kept; empty where all is. */
  readonly unsaved: () => string;
}

export interface Panel {
  readonly element: HTMLElement;
  /** `stays`: opened on purpose. */
  open(range: StaticRange, shown: PanelShown, focus: Focus['to'] | null, stays: boolean): void;
  update(shown: PanelShown): void;
  /** What the frame can no longer say. */
  fail(code: ErrorCode | 'no-frame', written: string): void;
  close(): void;
  isOpen(): boolean;
  pointerAt(point: { x: number; y: number } | null, over: boolean): void;
  stay(): void;
}

export function createPanel(ports: PanelPorts, signal: AbortSignal): Panel {
  let frame: PanelFrame | null = null;
  let range: StaticRange | null = null;
  let anchor = { rects: (): readonly DOMRect[] => [], part: 0, within: null as Element | null };
  let height = FIRST_HEIGHT;
  let stays = false;
  let wishes = 0;
  let wantsFocus = false;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setInterval> | undefined;
  let trouble: { code: ErrorCode | 'no-frame'; written: string } | null = null;
  let last: PanelShown | null = null;

  /** It outlives the keeper while it holds words that are nowhere else. */
  const life = new AbortController();
  const host: CardHost = createHost(
    { name: 'backstory-panel', style: panelStyle, mode: 'closed', onEscape: close, onUnseen: leave },
    life.signal,
  );
  signal.addEventListener('abort', onEnd, { once: true });

  function onEnd() {
    const written = ports.unsaved();
    // Whoever hears of it first, this or the look every second: it is told.
    if (range && (written !== '' || !ports.isAlive())) fail('extension-gone', written);
    else {
      close();
      life.abort();
    }
  }

  /** Scrolled out of sight; words that are nowhere else wait for it to come back. */
  function leave() {
    if (!trouble?.written) close();
  }

  function look() {
    if (range && !trouble && !ports.isAlive()) fail('extension-gone', ports.unsaved());
  }

  function draw(takeFocus: boolean) {
    if (!range) return;
    host.show(
      <section class="panel" role="dialog" aria-label={last?.quote.slice(0, 80)} tabIndex={-1}>
        {trouble ? <Stranded {...trouble} copy={ports.copy} onClose={close} /> : frame?.view(height)}
      </section>,
      anchor,
      takeFocus,
    );
  }

  function close() {
    if (!range) return;
    clearTimeout(leaving);
    clearInterval(looking);
    range = null;
    host.hide();
    frame?.end();
    frame = null;
    trouble = null;
    stays = false;
    ports.onClosed();
    if (signal.aborted) life.abort();
  }

  function onMessage(message: FromPanel) {
    if (message.do === 'ready') {
      if (wantsFocus) frame?.focus();
    } else if (message.do === 'height') {
      height = Math.ceil(message.pixels);
      draw(false);
    } else if (message.do === 'stay') stays = true;
    else if (message.do === 'close') close();
    else ports.onMessage(message);
  }

  function begin() {
    height = FIRST_HEIGHT;
    frame = createPanelFrame({
      address: ports.frameAddress,
      onMessage,
      onSilence: () => fail('no-frame', ''),
    });
  }

  function fail(code: ErrorCode | 'no-frame', written: string) {
    trouble = { code, written };
    stays = true;
    draw(false);
  }

  function open(at: StaticRange, shown: PanelShown, focus: Focus['to'] | null, willStay: boolean) {
    clearTimeout(leaving);
    const isOther = at !== range;
    range = at;
    last = shown;
    stays = (stays && !isOther) || willStay;
    if (isOther) {
      const passage = at;
      anchor = {
        rects: () => rectsOf(passage),
        part: 0,
        within: at.startContainer.parentElement,
      };
    }
    if (!frame) begin();
    clearInterval(looking);
    looking = setInterval(look, LOOKS);
    wishes += 1;
    frame?.send({ shown, focus: focus && { to: focus, count: wishes } });
    wantsFocus = focus !== null;
    draw(wantsFocus);
    if (focus) frame?.focus();
  }

  return {
    element: host.element,
    open,
    update: (shown) => {
      last = shown;
      frame?.send({ shown, focus: null });
    },
    fail,
    close,
    isOpen: () => range !== null,
    stay: () => {
      stays = true;
    },
    pointerAt: (point, over) => {
      if (!range || stays) return;
      const isNear = over || (point !== null && within(rectsOf(range), point, MARGIN));
      if (isNear) {
        clearTimeout(leaving);
        leaving = undefined;
      } else
        leaving ??= setTimeout(() => {
          leaving = undefined;
          if (!stays) close();
        }, GRACE);
    },
  };
}

interface StrandedProps {
  readonly code: ErrorCode | 'no-frame';
  readonly written: string;
  readonly copy: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

function wordsOf(code: ErrorCode, written: string): string[] {
  const { what, kept, todo } = wordKeptError(code);
  // Not everything is kept where some words are not.
  return written === '' ? [what, kept, todo] : [what, todo];
}

function Stranded({ code, written, copy, onClose }: StrandedProps) {
  const words = code === 'no-frame' ? [FRAME_FAILED] : wordsOf(code, written);
  return (
    <div class="trouble">
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {written !== '' && (
        <>
          <p>{UNSAVED}</p>
          {/* Read only: nothing is typed within the page. */}
          <textarea readOnly dir="auto" aria-label={UNSAVED} value={written} />
          <button type="button" class="button" onClick={() => void copy(written)}>
            {COPY_NOTE}
          </button>{' '}
        </>
      )}
      <button type="button" class="button" onClick={onClose}>
        {BAR.close}
      </button>
    </div>
  );
}
