// The keeper of one page: what is selected can be kept, what is kept is painted and can be reached. It ends with its
// signal, and an article's part of it (the bar, the names) with the visit's.
import { NO_PASSAGES, wordCannot } from '../../components/keeping-words.ts';
import type { PassageId } from '../../core/annotation/kept/index.ts';
import { answerMessage, type Handlers } from '../../messaging/channel.ts';
import { type KeeperRequests, keeperRequests } from '../../messaging/keeper-requests.ts';
import { bringIntoView, onScreen } from '../into-view.ts';
import type { Keeper } from '../keeper-handle.ts';
import { type LocalStorage, markKeptElsewhere } from '../kept-elsewhere.ts';
import { watchLateText } from '../late-text.ts';
import { rectsOf, within } from '../rects.ts';
import type { Placed } from './anchoring.ts';
import { createBarHost } from './bar-host.tsx';
import { createDeeds, type Deeds } from './deeds.ts';
import type { KeepingWorker } from './keeping-worker.ts';
import type { LastColour } from './last-colour.ts';
import { type Named, namedIn } from './names-within.ts';
import { createNotes } from './notes.ts';
import { createPaint } from './paint.ts';
import { isTextSelected } from './selected.ts';
import { createSession } from './session.ts';
import { shortestAt, watchPassages } from './watch-passages.ts';
import { watchSelection } from './watch-selection.ts';

export interface KeeperOptions {
  readonly signal: AbortSignal;
  readonly worker: KeepingWorker;
  readonly lastColour: LastColour;
  readonly local: LocalStorage;
  /** Of the frame in which notes are typed. */
  readonly frameAddress: string;
  /** False once the extension was updated or removed under the page. */
  readonly isAlive: () => boolean;
  readonly onOpened?: (id: PassageId) => void;
  readonly random: () => number;
  /** Somebody has kept or changed something; returns what ends it. */
  readonly onKeptChanged: (then: () => void) => () => void;
}

/** Milliseconds: a change is told to every page, also to the one that made it. */
const GATHER = 150;

export function startKeeper(options: KeeperOptions): Omit<Keeper, 'choose'> {
  const { worker, lastColour } = options;
  const end = new AbortController();
  const signal = AbortSignal.any([options.signal, end.signal]);
  const paint = createPaint();
  let named: () => readonly Named[] = () => [];
  let attended = false;
  let walkedTo: PassageId | null = null;
  let loaded: Promise<unknown> | null = null;

  const onChange = () => {
    notes?.refresh();
    // It was switched off elsewhere while it stood here.
    if (!session.kept().bar && bar.showing() === 'bar') bar.hide();
    // At once: the worker may die before it can tell the page of its own change.
    if (session.kept().placed.length > 0) markPage();
  };
  const session = createSession({ worker, paint, onChange }, signal);
  const bar = createBarHost(() => {}, signal);
  const notes = createNotes({ ...options, session, paint, bar, deeds: () => deeds }, signal);
  const deeds: Deeds = createDeeds({
    session,
    worker,
    bar,
    lastColour,
    named: () => named(),
    openNote: (placed, focus) => notes.open(placed, focus, true),
    random: options.random,
  });
  const isOurs = (target: EventTarget | null) => target === bar.element || target === notes.panel.element;

  function passageAt(point: { x: number; y: number }): string | null {
    const found = shortestAt(session.inOrder(), point, ({ range, passage }) => ({
      length: passage.quote.length,
      rects: range ? rectsOf(range) : [],
    }));
    return found?.passage.id ?? null;
  }

  /** Only marks have cards: names that are shown and linked. */
  function isName(point: { x: number; y: number }): boolean {
    const caret = document.caretPositionFromPoint(point.x, point.y);
    if (!caret) return false;
    return named().some(
      ({ mention, range }) =>
        mention.shown &&
        mention.entity !== null &&
        range !== null &&
        (range.startContainer === caret.offsetNode || range.endContainer === caret.offsetNode) &&
        within(rectsOf(range), point, 2),
    );
  }

  function openById(id: string, stays: boolean) {
    const placed = session.find(id);
    if (placed) notes.open(placed, stays ? 'first' : null, stays);
  }

  /** What is kept here, asked for once. */
  async function ready(): Promise<void> {
    loaded ??= session.load().then((code) => {
      // Asked again when it is next needed; the page itself is left alone.
      if (code) loaded = null;
      if (code === 'extension-gone') end.abort();
      if (!code) markPage();
    });
    await loaded;
  }

  /** What is no article is asked about only where this says so. */
  function markPage() {
    if (!attended) void markKeptElsewhere(options.local, session.kept().placed.length > 0);
  }

  function loadAnew() {
    loaded = null;
    void ready();
  }

  function bring({ range }: Placed): boolean {
    if (!range || rectsOf(range).length === 0) return false;
    if (!onScreen(rectsOf(range).slice(0, 1)))
      bringIntoView(() => rectsOf(range), range.startContainer.parentElement);
    return true;
  }

  function show(placed: Placed): boolean {
    if (!bring(placed)) return false;
    walkedTo = placed.passage.id;
    notes.open(placed, 'first', true);
    return true;
  }

  function step(by: 1 | -1) {
    const order = session.inOrder();
    if (order.length === 0) return deeds.say(NO_PASSAGES);
    const from = notes.about() ?? walkedTo;
    const at = order.findIndex(({ passage }) => passage.id === from);
    const first = by === 1 ? order.findIndex(({ range }) => range && onScreen(rectsOf(range))) : -1;
    const start = at === -1 ? Math.max(first, 0) : at + by;
    for (let n = 0; n < order.length; n += 1) {
      const placed = order[(start + n * by + order.length * 2) % order.length];
      if (placed && show(placed)) return;
    }
  }

  const handlers: Handlers<KeeperRequests> = {
    'keep-selection': async ({ frame = false }) => {
      await ready();
      // The same keys without a selection walk: Chromium lets an extension suggest four commands, and this is the fourth.
      if (frame) deeds.say(wordCannot('frame'));
      else if (!(await deeds.keepSelection())) step(1);
      return {};
    },
    'keep-step': async ({ by }) => {
      await ready();
      step(by);
      return {};
    },
    'keep-show': async ({ id }) => {
      await ready();
      const placed = session.find(id);
      return { found: placed !== undefined && show(placed) };
    },
    'keep-states': async () => {
      await ready();
      return { states: session.states() };
    },
    'keep-similar': async ({ id }) => {
      await ready();
      return { places: session.similarTo(id).map(({ text, score }) => ({ text, score })) };
    },
    'keep-confirm': async ({ id, place }) => {
      await ready();
      const range = place === null ? session.find(id)?.range : session.similarTo(id)[place]?.range;
      return { confirmed: range ? await notes.confirm(id, range) : false };
    },
  };

  watchPassages(
    {
      isOurs,
      isName,
      passageAt,
      onRest: (id) => {
        if (!notes.panel.isOpen() && bar.showing() !== 'bar') openById(id, false);
      },
      onPress: (id) => openById(id, true),
      onPressElsewhere: () => notes.panel.close(),
      onMove: (point, over) => notes.panel.pointerAt(point, over),
    },
    signal,
  );
  watchLateText(() => session.lookAgain(), signal);
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const unhear = options.onKeptChanged(() => {
    clearTimeout(gathering);
    gathering = setTimeout(loadAnew, GATHER);
  });
  // WXT tells content scripts of an address that changes in place.
  window.addEventListener(
    'wxt:locationchange',
    () => {
      session.clear();
      notes.panel.close();
      bar.hide();
      loadAnew();
    },
    { signal },
  );
  window.addEventListener('pagehide', () => notes.flush(), { signal });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(gathering);
      unhear();
      session.clear();
    },
    { once: true },
  );

  return {
    attend: (names, visit) => {
      attended = true;
      named = () => namedIn(names());
      void ready().then(() => {
        if (visit.aborted || signal.aborted) return;
        const own = AbortSignal.any([visit, signal]);
        watchSelection(
          {
            isOurs,
            isSelected: isTextSelected,
            onRest: (touched) => void deeds.offer(touched),
            // A bar stays where the page took the words away under it: what was selected is still held, and can be told.
            onGone: (by) => by === 'reader' && bar.showing() === 'bar' && bar.hide(),
          },
          own,
        );
      });
      visit.addEventListener('abort', () => {
        bar.hide();
        notes.panel.close();
        session.clear();
        loaded = null;
        named = () => [];
        attended = false;
      });
    },
    note: ({ id, name, kind }, beside) => void notes.openActor({ entity: id, text: name, kind }, beside),
    answer: (message) => answerMessage(keeperRequests, handlers, message),
  };
}
