// What is kept on this page, and where it is: asked of the worker, anchored, painted; and again when text comes late,
// when another window changes something, and when the page goes to another address.
import { Page, similar } from '../../core/annotation/index.ts';
import type { ColourNames, PageLook, Passage, PassageId } from '../../core/annotation/kept/index.ts';
import { FIRST_NAMES } from '../../core/annotation/kept/index.ts';
import type { KeptState } from '../../messaging/keeper-requests.ts';
import type { FoundPage } from '../../messaging/keeping-requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import { isGone, type Placed, placeAll, textIn } from './anchoring.ts';
import type { KeepingWorker } from './keeping-worker.ts';
import { lookOf } from './look.ts';
import type { Paint, Painted } from './paint.ts';
import { bodyOf } from './roots.ts';

export interface Kept {
  readonly placed: readonly Placed[];
  readonly colours: ColourNames;
  readonly undo: boolean;
  readonly redo: boolean;
  readonly bar: boolean;
}

const NOTHING: Kept = { placed: [], colours: FIRST_NAMES, undo: false, redo: false, bar: false };

export interface SessionPorts {
  readonly worker: KeepingWorker;
  readonly paint: Paint;
  /** After each look; the panel may show something that has changed. */
  readonly onChange: () => void;
}

export interface Session {
  kept(): Kept;
  look(): PageLook;
  /** Asks the worker anew; only what it has not looked for yet is looked for. What could not be asked is a code. */
  load(): Promise<ErrorCode | null>;
  /** Looks where they are now; says whether there was anything to look for. */
  lookAgain(): Promise<boolean>;
  find(id: string): Placed | undefined;
  /** In the order of the text. */
  inOrder(): readonly Placed[];
  /** The worker's word on one passage; `placed`: where it is, as far as that is known better than by looking. */
  put(passage: Passage, range?: StaticRange): Promise<void>;
  drop(id: PassageId): void;
  /** The reader says of what was found: it is not; or: ask me another time. */
  setAside(id: PassageId): void;
  askLater(id: PassageId): void;
  /** Whether the reader is to be asked. */
  asks(placed: Placed): boolean;
  states(): KeptState[];
  similarTo(id: PassageId): ReturnType<typeof similar>;
  /** The known address shows another text now: its passages are none of this one's. */
  isApart(): boolean;
  clear(): void;
}

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function before(a: Placed, b: Placed): number {
  if (!a.range || !b.range) return a.range ? -1 : b.range ? 1 : 0;
  const relation = a.range.startContainer.compareDocumentPosition(b.range.startContainer);
  if (relation & Node.DOCUMENT_POSITION_FOLLOWING) return -1;
  if (relation & Node.DOCUMENT_POSITION_PRECEDING) return 1;
  return a.range.startOffset - b.range.startOffset;
}

const without = (placed: readonly Placed[], id: string) => placed.filter(({ passage }) => passage.id !== id);

const anchoring = (signal: AbortSignal) => ({ signal, now: () => performance.now(), pause: nextTurn });

export function createSession({ worker, paint, onChange }: SessionPorts, signal: AbortSignal): Session {
  let kept = NOTHING;
  let look = lookOf(document);
  /** Those of `kept`, and those of pages that may be this one. */
  let candidates: readonly Placed[] = [];
  let foundPages: readonly FoundPage[] = [];
  let life = new AbortController();
  const aside = new Set<string>();
  const later = new Set<string>();
  const told = new Set<string>();

  function draw() {
    const painted = kept.placed.flatMap(({ passage, state, range }): Painted[] =>
      range && state !== 'orphan' && !aside.has(passage.id) ? [{ colour: passage.colour, state, range }] : [],
    );
    paint.paint(painted);
    onChange();
  }

  /** Null: something newer has taken over. */
  async function place(passages: readonly Passage[]): Promise<Placed[] | null> {
    life.abort();
    life = new AbortController();
    const own = AbortSignal.any([signal, life.signal]);
    if (passages.length === 0) return [];
    const placed = await placeAll(passages, anchoring(own));
    return own.aborted ? null : placed;
  }

  /** Those whose place is known are where they were. */
  async function placeNew(passages: readonly Passage[]): Promise<Placed[] | null> {
    const known = (passage: Passage) => {
      const placed = candidates.find((one) => one.passage.id === passage.id);
      return placed?.passage.confirmed.length === passage.confirmed.length ? placed : undefined;
    };
    const added = await place(passages.filter((passage) => !known(passage)));
    if (!added) return null;
    return passages.flatMap((passage) => {
      const placed = known(passage) ?? added.find((one) => one.passage.id === passage.id);
      return placed ? [{ ...placed, passage }] : [];
    });
  }

  /** A page that was found by its link or its title counts once one of its passages is here. */
  function believed(placed: readonly Placed[]): Placed[] {
    const isHere = ({ passages }: FoundPage) =>
      placed.some(
        ({ passage, state }) => state === 'anchored' && passages.some(({ id }) => id === passage.id),
      );
    const pages = foundPages.filter((found) => found.by === 'address' || isHere(found));
    for (const { page, by } of pages) {
      if (by === 'address' || told.has(page.key)) continue;
      told.add(page.key);
      void worker('samePage', { look, page: page.key });
    }
    const strange = new Set(
      foundPages
        .filter((found) => !pages.includes(found))
        .flatMap(({ passages }) => passages.map(({ id }) => id)),
    );
    return placed.filter(({ passage }) => !strange.has(passage.id));
  }

  function settle(placed: readonly Placed[]) {
    candidates = placed;
    kept = { ...kept, placed: believed(placed) };
    draw();
  }

  async function load(): Promise<ErrorCode | null> {
    look = lookOf(document);
    const answer = await worker('keptHere', { look }, { signal });
    if (!answer.ok) return answer.error.code;
    const { pages, ...rest } = answer.value;
    foundPages = pages;
    const placed = await placeNew(pages.flatMap(({ passages }) => passages));
    if (!placed) return null;
    const { colours, undo, redo, bar } = rest;
    kept = { ...kept, colours, undo, redo, bar };
    settle(placed);
    return null;
  }

  async function lookAgain(): Promise<boolean> {
    if (!candidates.some((one) => one.state !== 'anchored' || isGone(one))) return false;
    const again = await place(candidates.map(({ passage }) => passage));
    if (!again) return false;
    settle(again);
    return true;
  }

  function replace(one: Placed) {
    kept = { ...kept, placed: [...without(kept.placed, one.passage.id), one], undo: true };
    candidates = [...without(candidates, one.passage.id), one];
    draw();
  }

  function find(id: string): Placed | undefined {
    return kept.placed.find(({ passage }) => passage.id === id);
  }

  async function put(passage: Passage, range?: StaticRange) {
    const known = find(passage.id);
    if (range) return replace({ passage, state: 'anchored', range, text: textIn(range) });
    if (known && known.passage.confirmed.length === passage.confirmed.length)
      return replace({ ...known, passage });
    const [placed] = await placeAll([passage], anchoring(signal));
    if (placed) replace(placed);
  }

  const stateOf = ({ passage, state }: Placed) => (aside.has(passage.id) ? 'aside' : state);
  const inOrder = () => kept.placed.filter(({ range }) => range !== null).toSorted(before);

  return {
    kept: () => kept,
    look: () => look,
    load,
    lookAgain,
    find,
    inOrder: () => inOrder().filter(({ passage }) => !aside.has(passage.id)),
    put,
    drop: (id) => {
      kept = { ...kept, placed: without(kept.placed, id), undo: true };
      candidates = without(candidates, id);
      draw();
    },
    setAside: (id) => {
      aside.add(id);
      draw();
    },
    askLater: (id) => {
      later.add(id);
      draw();
    },
    asks: ({ passage, state }) => state === 'uncertain' && !later.has(passage.id) && !aside.has(passage.id),
    states: () => {
      const order = inOrder().map(({ passage }) => passage.id);
      return kept.placed.map((placed) => {
        const at = order.indexOf(placed.passage.id);
        return { id: placed.passage.id, state: stateOf(placed), order: at === -1 ? null : at };
      });
    },
    similarTo: (id) => {
      const selectors = find(id)?.passage.selectors;
      return selectors ? similar(new Page(bodyOf(document)), selectors) : [];
    },
    isApart: () => {
      const here = foundPages.find(({ by }) => by === 'address');
      const isLost = ({ id }: Passage) => find(id)?.state === 'orphan';
      return (
        here !== undefined &&
        here.passages.length > 0 &&
        here.passages.every(isLost) &&
        here.page.title !== look.title
      );
    },
    clear: () => {
      life.abort();
      kept = NOTHING;
      candidates = [];
      foundPages = [];
      aside.clear();
      later.clear();
      paint.clear();
    },
  };
}
