// Where the kept passages are on the page as it is now. Of this visit only: what the reader confirms is kept, what we
// think is not. Many passages on a long page take a moment, so the browser gets its turn between them.
import { anchor, Page } from '../../core/annotation/index.ts';
import type { Passage } from '../../core/annotation/kept/index.ts';
import { bodyOf, shadowRoots } from './roots.ts';

export interface Placed {
  readonly passage: Passage;
  readonly state: 'anchored' | 'uncertain' | 'orphan';
  /** Null: it is not on the page. */
  readonly range: StaticRange | null;
  /** Of the page, where it was found. */
  readonly text: string;
}

/** Milliseconds at a stretch. */
const STRETCH = 12;

const WORTH = { anchored: 2, uncertain: 1, orphan: 0 } as const;

function still({ startContainer, startOffset, endContainer, endOffset }: Range): StaticRange {
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

function placeIn(page: Page, passage: Passage): Placed {
  let best: Placed = { passage, state: 'orphan', range: null, text: '' };
  // What the reader confirmed last is the nearest to what the page says now.
  for (const selectors of [...passage.confirmed.toReversed(), passage.selectors]) {
    const { state, range } = anchor(page, selectors);
    if (range && WORTH[state] > WORTH[best.state])
      best = { passage, state, range: still(range), text: range.toString() };
    if (state === 'anchored') break;
  }
  return best;
}

export interface Anchoring {
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Gives the browser its turn. */
  readonly pause: () => Promise<void>;
}

/** In the given order. Once `signal` is aborted the answer is of no use. */
export async function placeAll(
  passages: readonly Passage[],
  { signal, now, pause }: Anchoring,
): Promise<Placed[]> {
  const pages = [new Page(bodyOf(document))];
  let others: Page[] | null = null;
  const placed: Placed[] = [];
  let since = now();
  for (const passage of passages) {
    if (now() - since > STRETCH) {
      await pause();
      if (signal.aborted) return placed;
      since = now();
    }
    let best = pages[0] ? placeIn(pages[0], passage) : null;
    if (best?.state !== 'anchored') {
      // Only a page that has lost one is searched for shadow roots.
      others ??= shadowRoots().map((root) => new Page(root));
      for (const page of others) {
        const there = placeIn(page, passage);
        if (!best || WORTH[there.state] > WORTH[best.state]) best = there;
      }
    }
    if (best) placed.push(best);
  }
  return placed;
}

/** The text of a range as it is now; empty where its nodes are gone or shorter. */
export function textIn({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  if (!startContainer.isConnected || !endContainer.isConnected) return '';
  try {
    const range = new Range();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  } catch {
    return '';
  }
}

/** Whether the page says something else there since it was placed: a highlight must not slide onto other words. */
export function isGone({ range, text }: Placed): boolean {
  return range !== null && textIn(range) !== text;
}
