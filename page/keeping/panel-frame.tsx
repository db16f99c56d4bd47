// The panel's frame. A page hears every key that is pressed in it, in our shadow roots too, so a note is typed in a
// frame of the extension's own origin (docs/decisions). The shadow root around it is closed: a page can neither find the
// frame (one in a shadow root is not among `window.frames`) nor read its address, and its number with it.
import { createRef } from 'preact';
import { PANEL } from '../../components/keeping-words.ts';
import { FromPanel } from './from-panel.ts';
import type { Greeting, ToPanel } from './panel-messages.ts';

export interface FramePorts {
  /** Of the extension's own origin, without a fragment. */
  readonly address: string;
  readonly onMessage: (message: FromPanel) => void;
  /** It has not come: the page forbids frames, or the extension is gone. */
  readonly onSilence: () => void;
}

export interface PanelFrame {
  /** To be rendered where the frame is to stand. */
  view(height: number): preact.JSX.Element;
  send(message: ToPanel): void;
  focus(): void;
  end(): void;
}

/** Milliseconds; a cold process of the extension takes a few hundred. */
const PATIENCE = 6_000;

export function createPanelFrame({ address, onMessage, onSilence }: FramePorts): PanelFrame {
  const number = unguessable();
  const { port1: port, port2: theirs } = new MessageChannel();
  const element = createRef<HTMLIFrameElement>();
  let isReady = false;
  let waiting: ToPanel | null = null;
  const timer = setTimeout(onSilence, PATIENCE);

  port.onmessage = ({ data }) => {
    const message = FromPanel.safeParse(data);
    if (!message.success) return;
    if (message.data.do === 'ready') {
      clearTimeout(timer);
      isReady = true;
      if (waiting) port.postMessage(waiting);
      waiting = null;
    }
    onMessage(message.data);
  };

  /** To whichever origin it has: on a page in a sandbox it has none. Nobody else can have put anything there. */
  function greet() {
    const greeting: Greeting = { backstoryPanel: number };
    element.current?.contentWindow?.postMessage(greeting, '*', [theirs]);
  }

  /** Without `credentialless` a page that isolates itself (COEP) lets no frame in; this one stores nothing anyway. */
  const attributes = { credentialless: true, allow: 'clipboard-write', src: `${address}#${number}` };

  return {
    view: (height) => (
      <iframe
        ref={element}
        title={PANEL.title}
        {...attributes}
        style={{ height: `${height}px` }}
        onLoad={greet}
      />
    ),
    send: (message) => {
      if (isReady) port.postMessage(message);
      // A later state does not take back the wish for the focus.
      else waiting = { ...message, focus: message.focus ?? waiting?.focus ?? null };
    },
    focus: () => {
      // A frame that had it before it was filled has lost it, and does not know.
      if (isReady) element.current?.focus({ preventScroll: true });
    },
    end: () => {
      clearTimeout(timer);
      port.close();
    },
  };
}

/** `crypto.randomUUID` is missing where the page came without TLS, to our scripts too. */
function unguessable(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
