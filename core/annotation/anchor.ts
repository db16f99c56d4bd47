// A kept passage and a page → where it is now, whether that is sure, and why. Cheap to costly: the quote with
// its whole context stands there to the letter, which is all that most pages need; else everything is aligned.
import { chainsOf } from './chain.ts';
import { decide, type Why } from './decide.ts';
import { occurrencesOf, sameAsKept } from './occurrences.ts';
import { Page, type Span } from './page.ts';
import { patternOf, type Weighed, weigh } from './pattern.ts';
import { type Placement, place } from './placement.ts';
import { seamOf } from './seam.ts';
import { Selectors } from './selectors.ts';

export type Anchored =
  | {
      readonly state: 'anchored' | 'uncertain';
      /** Live: keep a `StaticRange` of it, each live range costs at every change of the page. */
      readonly range: Range;
      /** 0 to 1. */
      readonly score: number;
      readonly why: Why;
    }
  | { readonly state: 'orphan'; readonly range?: undefined; readonly score: number; readonly why: Why };

/** Places looked at: the right one, and those that it may be mistaken for. */
const MOST_PLACES = 4;
/** Context that stayed on both sides, up to a word. */
const HELD = 0.9;

const orphan = (why: Why, score = 0): Anchored => ({ state: 'orphan', score, why });

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function placesFor(weighed: Weighed, page: Page): Placement[] {
  const found = chainsOf(weighed, page.words, MOST_PLACES)
    .flatMap((chain) => place(weighed, page, chain) ?? [])
    .sort((a, b) => b.score - a.score);
  return found.filter((one, at) => !found.slice(0, at).some((better) => overlap(better.span, one.span)));
}

function anchorIn(page: Page, selectors: Selectors): Anchored {
  const pattern = patternOf(selectors);
  const exact = pattern.text.slice(pattern.start, pattern.end);
  if (exact === '') return orphan('unreadable');
  const occurrences = occurrencesOf(page, exact);
  const same = sameAsKept(pattern, selectors, page, occurrences);
  if (same) {
    const range = page.rangeOf(same);
    return range ? { state: 'anchored', range, score: 1, why: 'same' } : orphan('page-changed');
  }
  const wasCount = selectors.occurrence?.count ?? 1;
  const weighed = weigh(pattern, page.words);
  const found = placesFor(weighed, page);
  // Where the context still stands on both sides nothing was taken out.
  const isHeld = (found[0]?.context ?? 0) >= HELD;
  const verdict = decide({
    places: found,
    seam: isHeld ? null : seamOf(weighed, page),
    isFewer: wasCount > 1 && occurrences.count < wasCount,
    isOne: wasCount <= 1 && occurrences.count <= 1,
    rivalShared: selectors.occurrence?.alike ?? 0,
    numbered:
      wasCount > 1 && occurrences.count === wasCount
        ? (occurrences.places[selectors.occurrence?.index ?? -1] ?? null)
        : null,
  });
  if (verdict.state === 'orphan') return orphan(verdict.why);
  const range = page.rangeOf(verdict.place.span);
  if (!range) return orphan('page-changed');
  return { state: verdict.state, range, score: verdict.place.score, why: verdict.why };
}

/**
 * Where a passage that `describe` kept is now. `root` is a node, or a `Page` that many passages share. Never
 * throws for any `selectors`: what is not readable is an orphan.
 */
export function anchor(root: Node | Page, selectors: unknown): Anchored {
  const parsed = Selectors.safeParse(selectors);
  if (!parsed.success) return orphan('unreadable');
  return anchorIn(root instanceof Page ? root : new Page(root), parsed.data);
}
