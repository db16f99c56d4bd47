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

/** Of the quote that must be left: nearly all without context, a third between two sides that both stayed. */
const LEFT_WITHOUT_CONTEXT = 0.95;
const LEFT_WITH_CONTEXT = 0.3;
/** So much less is still worth a question. */
const DOUBT = 0.2;
/** Context below this is what any two places of a page share by chance. */
const LEAST_CONTEXT = 0.3;
/** A quote worth less (about six words) may stand anywhere, so its context must say more. */
const LONG_QUOTE_BITS = 45;
const MORE_CONTEXT = 0.25;
/** …and reach beyond its own sentence, which a look-alike repeats: this much of all that was kept. */
const WIDE_CONTEXT = 0.65;
/** "The very words": all but a form of one. */
const VERY_WORDS = 0.97;
/** Nobody writes so many words (about nine) in the same order twice, and a look-alike has one of them changed. */
const LONG_RUN_BITS = 70;
/** Two places whose scores differ by less are told apart by nothing. */
const MARGIN = 0.1;

const needed = ({ context }: Placement) =>
  LEFT_WITHOUT_CONTEXT - (LEFT_WITHOUT_CONTEXT - LEFT_WITH_CONTEXT) * context;

const contextNeeded = ({ bits }: Placement) =>
  LEAST_CONTEXT + MORE_CONTEXT * Math.max(0, 1 - bits / LONG_QUOTE_BITS);

const isAtSeam = ({ span }: Placement, seam: Span | null) =>
  seam !== null && span.start >= seam.start && span.end <= seam.end;

/** The very words of a long quote that stood on the page once; or of a short one with the words around it. */
function isMoved(place: Placement, { isOne }: Evidence): boolean {
  if (place.quote < VERY_WORDS || !place.whole) return false;
  return (place.bits >= LONG_QUOTE_BITS && isOne) || place.run >= LONG_RUN_BITS;
}

/** One of several has gone, and this one shows no more than what another of them also had around it. */
const mayBeRival = (place: Placement, { isFewer, rivalShared }: Evidence) =>
  isFewer && place.quote >= VERY_WORDS && place.whole && place.adjoining <= rivalShared;

function holds(place: Placement, evidence: Evidence): boolean {
  if (mayBeRival(place, evidence)) return false;
  if (isMoved(place, evidence)) return true;
  if (evidence.seam !== null && !isAtSeam(place, evidence.seam)) return false;
  if (place.quote < needed(place) || place.context < contextNeeded(place)) return false;
  return place.bits >= LONG_QUOTE_BITS || place.run >= LONG_RUN_BITS || place.wide >= WIDE_CONTEXT;
}

function whyHeld(place: Placement): Why {
  if (place.quote >= VERY_WORDS) return place.context >= LEAST_CONTEXT ? 'context-changed' : 'moved';
  return 'reworded';
}

const orphan = (why: Why): Verdict => ({ state: 'orphan', place: null, why });

export function decide(evidence: Evidence): Verdict {
  const { places, seam } = evidence;
  const [best, ...others] = places;
  if (!best) return orphan(seam === null ? 'not-found' : 'taken-out');
  const rival = others.find((other) => best.score - other.score < MARGIN && other.quote > best.quote - DOUBT);
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
