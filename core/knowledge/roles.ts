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
 * The roles held on a day, latest first. `current: false` where that is not sure: a beginning or an end is told to the month or
 * the year in which the day falls, or the role was last seen held long ago. Where none was held, the last one before it, if any.
 */
export function rolesOn(
  entity: Pick<Entity, 'roles' | 'died'>,
  day: Day,
): { role: Role; current: boolean }[] {
  const begun = (entity.roles ?? [])
    .filter((role) => startOf(role) <= day)
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  const held = begun.filter((role) => isHeld(role, entity.died, day, firstDay));
  const perhaps = begun.filter((role) => !held.includes(role) && isHeld(role, entity.died, day, lastDay));
  if (held.length === 0 && perhaps.length === 0)
    return begun.slice(0, 1).map((role) => ({ role, current: false }));
  const surely = held.filter(({ from }) => from === undefined || lastDay(from) <= day);
  return [...held, ...perhaps].map((role) => ({ role, current: surely.includes(role) }));
}

function startOf(role: Role): Day {
  return firstDay(role.from ?? role.asOf ?? '0001-01-01');
}

/** @param endOf which day an inexact end is taken for */
function isHeld(role: Role, died: string | undefined, day: Day, endOf: (edtf: string) => Day): boolean {
  if (died !== undefined && endOf(died) < day) return false;
  if (role.to !== undefined) return endOf(role.to) >= day;
  return role.asOf === undefined || daysBetween(lastDay(role.asOf), day) <= BELIEVED_DAYS;
}
