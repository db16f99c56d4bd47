// The role somebody held on a day: what a reader of an old article most needs and least finds elsewhere.
import { type Day, firstDay, lastDay } from './dates.ts';
import type { Entity } from './entity.ts';
import type { Role } from './terms.ts';

/** A role whose end is unknown is believed for so long after it was last seen held. */
const BELIEVED_DAYS = 365;

/** The roles held on a day, latest first; if none, the last one before it (`current: false`); if none, nothing. */
export function rolesOn(
  entity: Pick<Entity, 'roles' | 'died'>,
  day: Day,
): { role: Role; current: boolean }[] {
  const begun = (entity.roles ?? [])
    .filter((role) => startOf(role) <= day)
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  const held = begun.filter((role) => isHeld(role, entity.died, day));
  if (held.length > 0) return held.map((role) => ({ role, current: true }));
  return begun.slice(0, 1).map((role) => ({ role, current: false }));
}

function startOf(role: Role): Day {
  return firstDay(role.from ?? role.asOf ?? '0001-01-01');
}

function isHeld(role: Role, died: string | undefined, day: Day): boolean {
  const end = role.to ?? died;
  if (end !== undefined && lastDay(end) < day) return false;
  // `asOf` alone: seen held then, not known for how long.
  if (role.from === undefined && role.to === undefined && role.asOf !== undefined)
    return Date.parse(day) - Date.parse(lastDay(role.asOf)) <= BELIEVED_DAYS * 86_400_000;
  return true;
}
