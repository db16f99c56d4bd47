// The pieces of an article that no known name took, as mentions: a name, a kind, nobody behind it.
import type { EntityKind } from '../knowledge/terms.ts';
import { isTitle } from './english.ts';
import type { Facet, Mention } from './mention.ts';
import type { Piece } from './pieces.ts';
import { type Guess, Guesses, guess, textOf } from './unknown.ts';

/** Which of a piece's tokens a shown name has taken. */
export type Taken = (token: number) => boolean;

/** What is left of a piece beside the names that were taken out of it; null where that tells nothing. */
export function nameless(piece: Piece, taken: Taken, guesses: Guesses, isTeam: boolean): Mention | null {
  const rest = withoutTitles(restOf(piece, taken));
  if (rest.from >= rest.to) return null;
  const isWhole = rest.from === piece.from && rest.to === piece.to;
  const made =
    isTeam && isWhole
      ? Guesses.TEAM
      : isWhole
        ? guesses.of(piece)
        : rest.to - rest.from > 1
          ? guess(rest)
          : null;
  return made ? mentionOf(rest, made) : null;
}

type Part = Pick<Piece, 'at' | 'from' | 'to'>;

/** The longest stretch that is free. */
function restOf({ at, from, to }: Piece, taken: Taken): Part {
  let best: Part = { at, from, to: from };
  for (let start = from; start < to; start++) {
    let end = start;
    while (end < to && !taken(end)) end++;
    if (end - start > best.to - best.from) best = { at, from: start, to: end };
    start = end;
  }
  return best;
}

function withoutTitles({ at, from, to }: Part): Part {
  let start = from;
  while (start < to - 1 && (isTitle(at.tokens[start]?.folded ?? '') || at.tokens[start]?.shape === 'lower')) {
    if (at.tokens[start]?.shape === 'lower' && at.tokens[start + 1]?.gap === 'hyphen') break;
    start++;
  }
  return { at, from: start, to };
}

const ACTORS: ReadonlySet<EntityKind> = new Set([
  'person',
  'organisation',
  'company',
  'media',
  'party',
  'armed_force',
  'armed_group',
  'government_body',
  'thing',
]);

function mentionOf(part: Part, { kind, confidence, because, word }: Guess): Mention {
  const facet: Facet = ACTORS.has(kind) ? 'actor' : 'place';
  return {
    block: part.at.block.id,
    start: part.at.tokens[part.from]?.start ?? 0,
    end: part.at.tokens[part.to - 1]?.end ?? 0,
    entity: null,
    name: textOf(part),
    kind,
    facet,
    confidence,
    shown: false,
    reasons: [{ code: 'unknown', because, word }],
    alternatives: [],
  };
}
