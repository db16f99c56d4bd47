// Which place, if any. A wrong place costs the reader's trust in every mark, a missing one a question; so a
// place is taken on two grounds only: the context that stayed beside it (the more of it, the less of the quote
// need be left), or the very words of a long quote that stood on the page once.
import type { Span } from './page.ts';
import type { Placement } from './placement.ts';

export interface Evidence {
  /** Best first, none overlapping another. */
  readonly places: readonly Placement[];
  /** What stood before and behind stands together now (`seam.ts`). */
  readonly seam: Span | null;
  /** The quote stood there several times, to the letter, and now fewer times. */
  readonly isFewer: boolean;
  /** It stood there once, and does so now at most. */
  readonly isOne: boolean;
  /** Characters of adjoining context that another occurrence had in common with it. */
  readonly rivalShared: number;
  /** The quote stands there as often as it did, to the letter: where the one of the same number begins. */
  readonly numbered: number | null;
}

export type Verdict =
  | { readonly state: 'anchored' | 'uncertain'; readonly place: Placement; readonly why: Why }
  | { readonly state: 'orphan'; readonly place: null; readonly why: Why };

/**
 * - `same`: quote and context are what they were; `context-changed`, `reworded`, `moved`: what changed
 * - `reworded-much`, `without-context`, `several-places`: why it is not sure
 * - `taken-out`: what stood around it stands together now; `not-found`; `unreadable`: no selectors;
 *   `page-changed`: the page changed since it was read, read it again
 */
export type Why =
  | 'same'
  | 'context-changed'
  | 'reworded'
  | 'moved'
  | 'reworded-much'
  | 'without-context'
  | 'several-places'
  | 'taken-out'
  | 'not-found'
  | 'unreadable'
  | 'page-changed';

/** Of the quote that must be left: nearly all without context, some words between two sides that both stayed. */
const LEFT_WITHOUT_CONTEXT = 0.95;
const LEFT_WITH_CONTEXT = 0.15;
/** So much less is still worth a question. */
const DOUBT = 0.2;
/** Context below this is what any two places of a page share by chance. */
const LEAST_CONTEXT = 0.3;
/** A quote worth less (about six words) may stand anywhere, so its context must say more. */
const LONG_QUOTE_BITS = 45;
const MORE_CONTEXT = 0.25;
/** …and reach beyond its own sentence, which a look-alike repeats: this much of all that was kept. */
const WIDE_CONTEXT = 0.65;
/** …or so much, where the very words stood once and stand once. */
const WIDE_FOR_THE_ONE = 0.57;
/** "The very words": all but a form of one. */
const VERY_WORDS = 0.97;
/** Nobody writes so many words (about nine) in the same order twice, and a look-alike has one of them changed. */
const LONG_RUN_BITS = 70;
/** Two places whose scores differ by less are told apart by nothing but what follows. */
const MARGIN = 0.1;
/** Characters of adjoining context, about two words, that one place has and no other had. */
const OWN_CONTEXT = 10;

const needed = ({ context }: Placement) =>
  LEFT_WITHOUT_CONTEXT - (LEFT_WITHOUT_CONTEXT - LEFT_WITH_CONTEXT) * context;

const contextNeeded = ({ bits }: Placement) =>
  LEAST_CONTEXT + MORE_CONTEXT * Math.max(0, 1 - bits / LONG_QUOTE_BITS);

const isAtSeam = ({ span }: Placement, seam: Span | null) =>
  seam !== null && span.start >= seam.start && span.end <= seam.end;

const isVerbatim = ({ quote, whole }: Placement) => quote >= VERY_WORDS && whole;

/** The very words of a long quote that stood on the page once; or of a short one with the words around it. */
function isMoved(place: Placement, { isOne }: Evidence): boolean {
  if (!isVerbatim(place)) return false;
  return (place.bits >= LONG_QUOTE_BITS && isOne) || place.run >= LONG_RUN_BITS;
}

/** One of several has gone, and this one shows no more than what another of them also had around it. */
const mayBeRival = (place: Placement, { isFewer, rivalShared }: Evidence) =>
  isFewer && isVerbatim(place) && place.adjoining <= rivalShared;

/** More unchanged context than any other occurrence ever shared, or the number it had among as many. */
function isToldFrom(other: Placement, place: Placement, { isOne, rivalShared, numbered }: Evidence): boolean {
  if (!isVerbatim(place)) return false;
  if (isOne && !isVerbatim(other)) return true;
  return (
    place.span.start === numbered || place.adjoining >= Math.max(rivalShared, other.adjoining) + OWN_CONTEXT
  );
}

function holds(place: Placement, evidence: Evidence): boolean {
  if (mayBeRival(place, evidence)) return false;
  if (isMoved(place, evidence)) return true;
  if (evidence.seam !== null && !isAtSeam(place, evidence.seam)) return false;
  if (place.quote < needed(place) || place.context < contextNeeded(place)) return false;
  const wide = evidence.isOne && isVerbatim(place) ? WIDE_FOR_THE_ONE : WIDE_CONTEXT;
  return place.bits >= LONG_QUOTE_BITS || place.run >= LONG_RUN_BITS || place.wide >= wide;
}

function whyHeld(place: Placement): Why {
  if (place.quote >= VERY_WORDS) return place.context >= LEAST_CONTEXT ? 'context-changed' : 'moved';
  return 'reworded';
}

const orphan = (why: Why): Verdict => ({ state: 'orphan', place: null, why });

/** The best by score, or the one of the same number where it is as good but for chance. */
function bestOf({ places, numbered }: Evidence): Placement | undefined {
  const [best] = places;
  const same = places.find(({ span }) => span.start === numbered);
  return same && best && isVerbatim(same) && best.score - same.score < MARGIN ? same : best;
}

export function decide(evidence: Evidence): Verdict {
  const { places, seam } = evidence;
  const best = bestOf(evidence);
  if (!best) return orphan(seam === null ? 'not-found' : 'taken-out');
  const rival = places.find(
    (other) =>
      other !== best &&
      best.score - other.score < MARGIN &&
      other.quote > best.quote - DOUBT &&
      !isToldFrom(other, best, evidence),
  );
  if (holds(best, evidence)) {
    if (rival) return { state: 'uncertain', place: best, why: 'several-places' };
    return { state: 'anchored', place: best, why: whyHeld(best) };
  }
  if (seam !== null && !isAtSeam(best, seam)) return orphan('taken-out');
  if (best.quote < needed(best) - DOUBT) return orphan('not-found');
  if (best.context >= LEAST_CONTEXT)
    return { state: 'uncertain', place: best, why: rival ? 'several-places' : 'reworded-much' };
  if (best.bits >= LONG_QUOTE_BITS && !rival)
    return { state: 'uncertain', place: best, why: 'without-context' };
  return orphan(rival ? 'several-places' : 'not-found');
}
