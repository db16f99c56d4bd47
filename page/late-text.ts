// Sees that text came late: a paragraph behind "read more", a live report, a page that fills itself. The
// observer only notes the time; all work waits for an idle moment that `rest.ts` chooses. Our own card is
// a child of the root element, outside the observed body, so it never counts.
import { trueMember } from '../core/text/dom-access.ts';
import { changed, dueAt, RESTED, type Rest, seen } from './rest.ts';

/** An idle moment is waited for at most this long. */
const IDLE_WITHIN = 1_000;

const TEXT = { childList: true, characterData: true, subtree: true };
/** "Read more" is often text that was there, hidden. (A class can unhide too, but classes change all the time.) */
const UNHIDES = ['hidden', 'open', 'aria-expanded', 'aria-hidden'];

/** `look` says whether it found new text. It is not called again before it has answered. */
export function watchLateText(look: () => Promise<boolean>, signal: AbortSignal): void {
  let rest: Rest = RESTED;
  let armed = false;
  let body: Element | null = null;

  function arm() {
    const due = dueAt(rest);
    if (armed || due === null || signal.aborted) return;
    armed = true;
    timer = setTimeout(onTime, Math.max(0, due - performance.now()));
  }

  function onTime() {
    const due = dueAt(rest);
    if (due !== null && due > performance.now()) {
      armed = false;
      arm();
    } else idle = requestIdleCallback(() => void onIdle(), { timeout: IDLE_WITHIN });
  }

  async function onIdle() {
    const before = rest;
    rest = { ...rest, since: null };
    const foundNew = await look();
    const after = seen(before, performance.now(), foundNew);
    // What changed during the look is still to be looked at.
    rest = { ...after, since: rest.since, last: rest.last };
    armed = false;
    arm();
  }

  function onChange(records: MutationRecord[]) {
    const now = trueMember(document, 'body');
    if (now !== body) observe(now);
    else if (records.every((record) => record.target === root)) return;
    rest = changed(rest, performance.now());
    arm();
  }

  function observe(newBody: Element | null) {
    body = newBody;
    observer.disconnect();
    // A page that puts another body in the place of this one (Turbo does) is followed.
    observer.observe(root, { childList: true });
    if (body) observer.observe(body, { ...TEXT, attributeFilter: UNHIDES });
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  const root = trueMember(document, 'documentElement');
  const observer = new MutationObserver(onChange);
  observe(trueMember(document, 'body'));
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    },
    { once: true },
  );
}
