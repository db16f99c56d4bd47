// One visit to one article, from the reading of its text to the last mark: a new address, a new reading on
// request or an ended extension ends it, and with its signal end all its marks, listeners and questions.
import { EntityId } from '../core/knowledge/terms.ts';
import { weigh } from '../core/matching/weigh.ts';
import { type CardLife, runCard } from './card-life.ts';
import type { Point } from './card-state.ts';
import { showCards } from './card-view.tsx';
import type { Keeper } from './keeper-handle.ts';
import { watchLateText } from './late-text.ts';
import { createMarks } from './marks.ts';
import { type Marked, markedOf } from './mentions.ts';
import type { PageWorker } from './page-worker.ts';
import { watchPointer } from './pointer.ts';
import { annotated, type Reading, readText, sameText } from './read-page.ts';
import { createTeller } from './teller.ts';
import { mentionAt } from './under-pointer.ts';
import { bring, type Ground, step } from './walk.ts';

export type Read = Extract<Reading, { state: 'read' }>;

export interface Visit {
  /** What the worker knows has changed. */
  markAnew(): Promise<unknown>;
  step(by: 1 | -1): void;
  /** To the first mention of an entity. */
  show(entity: EntityId): void;
}

export interface VisitPorts {
  readonly read: Read;
  readonly force: boolean;
  readonly worker: PageWorker;
  readonly keeper: (() => Promise<Keeper>) | undefined;
  /** A later reading has taken the place of the first. */
  readonly onRead: (read: Read) => void;
  /** The extension was updated or removed under this page. */
  readonly onGone: () => void;
}

/** The page has been read: marks it, and answers the pointer and the keyboard until `signal` is aborted. */
export function beginVisit(ports: VisitPorts, signal: AbortSignal): Visit {
  const { worker, force } = ports;
  const marks = createMarks();
  let read = ports.read;
  let marked: readonly Marked[] = [];
  let walkedTo: Marked | null = null;
  let lateRead: AbortController | null = null;
  /** The marks are of an earlier state of the worker's knowledge. */
  let stale = false;

  let pointedAt: Point | null = null;
  let askedRects: readonly DOMRect[] = [];

  function look(point: Point): Marked | null {
    const mention = mentionAt(point, marked, read.text.map, marks.rectsOf);
    pointedAt = point;
    askedRects = mention ? marks.rectsOf(mention) : [];
    return mention;
  }
  const ground = (): Ground => ({ marked, marks, map: read.text.map });

  const teller = createTeller({
    worker,
    signal,
    question: () => ({
      published: read.text.article.published,
      among: weigh(read.mentions),
    }),
  });
  const view = showCards(
    {
      marks,
      coastlines: teller.coastlines,
      send: (event) => card.send(event),
      onOther: (id) => {
        const other = EntityId.safeParse(id);
        if (other.success) card.send({ type: 'other', about: other.data });
      },
      onNote:
        ports.keeper &&
        ((about) => {
          const state = card.state();
          const range = state.at === 'open' && marks.rangeOf(state.card.mention);
          if (!range) return;
          card.send({ type: 'closed' });
          bringKeeper();
          void ports.keeper?.().then((keeper) => keeper.note(about, range));
        }),
      pointedAt: () => pointedAt,
      keeper: ports.keeper,
      onGone: ports.onGone,
    },
    signal,
  );
  const card: CardLife = runCard({ look, tell: teller.tell, show: view.show }, signal);
  watchPointer(
    { ...view, askedRects: () => askedRects, look, send: card.send, onSelected: () => bringKeeper() },
    signal,
  );

  function paint(newRead: Read) {
    read = newRead;
    marked = markedOf(read.mentions);
    marks.paint(marked, read.text.map);
    // Also what was kept on another device while this page was open.
    if (read.kept) bringKeeper();
  }

  /** Says whether there was new text. A reading that failed leaves the marks that are there, and right. */
  async function lookAgain(): Promise<boolean> {
    lateRead?.abort();
    const life = new AbortController();
    lateRead = life;
    const text = readText(force);
    if (!stale && sameText(text, read.text)) {
      if (marks.broken()) paint({ ...read, text });
      return false;
    }
    const again = await annotated(text, worker, AbortSignal.any([signal, life.signal]));
    if (signal.aborted || life.signal.aborted) return true;
    if (again.state !== 'read') {
      if (again.state === 'failed' && again.code === 'extension-gone') ports.onGone();
      return true;
    }
    stale = false;
    paint(again);
    ports.onRead(again);
    return true;
  }

  function walkTo(mention: Marked | null) {
    walkedTo = mention;
    if (mention) card.send({ type: 'walked', mention });
  }

  /** Where the walk stands: at the card's mention, or at the last one walked to while it is in sight. */
  function standing(): Marked | null {
    const state = card.state();
    if (state.at === 'open') return state.card.mention;
    return walkedTo && marks.rectsOf(walkedTo).some(({ top, bottom }) => bottom > 0 && top < innerHeight)
      ? walkedTo
      : null;
  }

  /** For its names; it comes once. */
  let bringKeeper = () => {
    bringKeeper = () => {};
    // What cannot be loaded is told when somebody asks for it.
    void ports
      .keeper?.()
      .then((keeper) => keeper.attend(() => read, signal))
      .catch(() => {});
  };

  paint(read);
  watchLateText(lookAgain, signal);
  signal.addEventListener('abort', () => marks.clear(), { once: true });

  return {
    markAnew: () => {
      stale = true;
      return lookAgain();
    },
    step: (by) => walkTo(step(ground(), standing(), by)),
    show: (entity) => {
      const mention = marked.find((one) => one.entity === entity && bring(marks, one));
      walkTo(mention ?? null);
    },
  };
}
