// “Zelensky”, and no first name anywhere: a headline, a short report, a caption. Everybody knows who is meant where one bearer
// of a name is in the news every day; for all others a surname alone is anybody's (docs/decisions/0017).
import type { Entity } from '../knowledge/entity.ts';
import { isSurelyHeld } from '../knowledge/index.ts';
import { type Clue, holdsOn, type Reading, type Surroundings } from './clues.ts';
import { isGivenName } from './given-names.ts';
import type { Reason } from './mention.ts';

/** Heads of large states and few others. */
const IN_EVERY_PAPER = 0.6;
/** So well known that the article's day need not tell. */
const HOUSEHOLD = 0.8;
/** A town of that name that hardly anybody has heard of does not count as another meaning. */
const HARDLY_KNOWN = 0.35;

/** What the name's own prior makes of it; null where the surname alone may be anybody's. */
export function aloneInPower(reading: Reading, surroundings: Surroundings): Clue | null {
  if (!isNobodyElses(reading, surroundings)) return null;
  const { day, isDated } = surroundings;
  if (!isDated) return reading.entity.salience >= HOUSEHOLD ? { odds: 0 } : null;
  if (!covers(reading.entity, day)) return null;
  return isInOffice(reading.entity, day) ? { odds: 0, reasons: [IN_OFFICE] } : { odds: 0 };
}

const IN_OFFICE: Reason = { code: 'period', valid: true };

function isNobodyElses({ row, entity, span, ask }: Reading, { guesses }: Surroundings): boolean {
  if (row.type !== 'surname' || entity.salience < IN_EVERY_PAPER || ask?.asks === 'place') return false;
  const { at, from, to, rows } = span;
  const word = at.tokens[to - 1]?.folded ?? '';
  // Letters tell nothing in a headline, nor at the beginning of a sentence, unless what follows is a person's deed.
  const begins = from === 0 || at.tokens[from]?.gap === 'stop';
  if (at.titled || (begins && ask?.asks !== 'actor')) return false;
  // “Bruno Zelensky” was brought in before, or comes later.
  if (isGivenName(word) || guesses.isEnding(word)) return false;
  return !rows.some(
    ({ id, kind, prior = 1 }) => id !== entity.id && (kind === 'person' || prior > HARDLY_KNOWN),
  );
}

/** Whether a role of theirs, of which the beginning is known, covers the day, for all that is known. */
function covers({ roles = [] }: Entity, day: string): boolean {
  return roles.some((role) => role.from !== undefined && holdsOn(role, day));
}

/** And surely does, so that it may be said. */
function isInOffice({ roles = [], died }: Entity, day: string): boolean {
  return roles.some((role) => role.from !== undefined && isSurelyHeld(role, died, day));
}
