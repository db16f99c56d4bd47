// The frame in which a note is typed. It knows nothing by itself and asks nobody: the keeper of the page around it,
// which has found it by a number that the page cannot see, says what to show and hears what is written.
import { render } from 'preact';
import type { FromPanel } from '../../page/keeping/from-panel.ts';
import { type Focus, isGreeting, type PanelShown, type ToPanel } from '../../page/keeping/panel-messages.ts';
import { Panel, type Written } from './Panel.tsx';
import { putFocus } from './put-focus.ts';

const root = document.getElementById('panel');
const number = location.hash.slice(1);
let port: MessagePort | null = null;
let shown: PanelShown | null = null;
let written: Written = { colour: 'yellow', note: '', tags: [] };
/** How often something was written: what the keeper says of an earlier state does not put it back. */
let writes = 0;
let wished = 0;

function send(message: FromPanel): void {
  port?.postMessage(message);
}

function write(change: Partial<Written>): void {
  if (!shown) return;
  written = { ...written, ...change };
  writes += 1;
  send({
    do: 'write',
    subject: shown.subject,
    count: writes,
    draft: { ...written, tags: [...written.tags] },
  });
  draw();
}

function draw(): void {
  if (!root || !shown) return;
  render(
    <Panel
      shown={shown}
      written={written}
      onWrite={write}
      onDo={(what) => send({ do: what })}
      onActor={(entity) => send({ do: 'actor', entity })}
    />,
    root,
  );
}

function focus(wish: Focus | null): void {
  if (!wish || wish.count === wished) return;
  wished = wish.count;
  putFocus(wish.to);
}

function onSaid({ shown: said, focus: wish }: ToPanel): void {
  const isOther = said.subject !== shown?.subject;
  if (isOther) writes = said.seen;
  if (isOther || said.seen === writes) written = { colour: said.colour, note: said.note, tags: said.tags };
  shown = said;
  draw();
  focus(wish);
}

/** Whoever else finds this frame does not know the number. */
function onGreeting(event: MessageEvent): void {
  const [given] = event.ports;
  if (port || !given || !isGreeting(event.data, number)) return;
  port = given;
  port.onmessage = ({ data }) => onSaid(data);
  send({ do: 'ready' });
}

window.addEventListener('message', onGreeting);
window.addEventListener('focusin', () => send({ do: 'stay' }));
window.addEventListener('pointerdown', () => send({ do: 'stay' }));
if (root) new ResizeObserver(() => send({ do: 'height', pixels: root.scrollHeight })).observe(root);
