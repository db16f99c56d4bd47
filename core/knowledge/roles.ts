// The role somebody held on a day: what a reader of an old article most needs and least finds elsewhere.
import { type Day, daysBetween, firstDay, lastDay } from './dates.ts';
import type { Entity } from './entity.ts';
import type { Role } from './terms.ts';

/**
 * A role whose end is not told is believed for so long after it was last seen held: a quarter of a year, in which about one
 * office in twenty changes hands.
 */
const BELIEVED_DAYS = 92;

/**
 * `on`: surely held on the day. `from`, `until`: perhaps, since it begins or ends in the month or the year in which the day
 * falls. `seen`: perhaps, since it was seen held a while before. `until`, `seen` and `before` also of one that is over.
 */
export type Held = 'on' | 'from' | 'until' | 'seen' | 'before';

type Holder = Pick<Entity, 'roles' | 'died'>;

/** The roles held on a day, surely or perhaps, latest first; if none, the last one before it; if none, nothing. */
export function rolesOn({ roles = [], died }: Holder, day: Day): { role: Role; held: Held }[] {
  const begun = roles
    .filter((role) => startOf(role) <= day)
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  const standing = begun.filter((role) => !isOver(role, died, day));
  const told = standing.length > 0 ? standing : begun.slice(0, 1);
  return told.map((role) => ({ role, held: heldOn(role, died, day) }));
}

/** Whether nobody can doubt it, as far as the packs know. */
export function isSurelyHeld({ from, to, asOf }: Role, died: string | undefined, day: Day): boolean {
  if ([to, died].some((end) => end !== undefined && firstDay(end) < day)) return false;
  if (from !== undefined && lastDay(from) > day) return false;
  if (to !== undefined) return from !== undefined;
  if (asOf === undefined) return true;
  return isBelieved(asOf, day) && (from !== undefined || lastDay(asOf) <= day);
}

function startOf({ from, asOf }: Role): Day {
  return firstDay(from ?? asOf ?? '0001-01-01');
}

function isOver({ from, to, asOf }: Role, died: string | undefined, day: Day): boolean {
  if ([to, died].some((end) => end !== undefined && lastDay(end) < day)) return true;
  // Seen once, and neither its beginning nor its end is known: it may have lasted a week.
  return from === undefined && to === undefined && asOf !== undefined && !isBelieved(asOf, day);
}

function isBelieved(asOf: string, day: Day): boolean {
  return daysBetween(lastDay(asOf), day) <= BELIEVED_DAYS;
}

function heldOn(role: Role, died: string | undefined, day: Day): Held {
  if (isSurelyHeld(role, died, day)) return 'on';
  const { from, to, asOf } = role;
  if (from !== undefined && lastDay(from) > day && !isOver(role, died, day)) return 'from';
  if (to !== undefined) return 'until';
  return asOf === undefined ? 'before' : 'seen';
}
