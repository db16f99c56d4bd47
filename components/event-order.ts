// Events arrive best first; a story is told in the order in which it happened.
import type { EventTold } from '../core/knowledge/backstory.ts';
import { firstDay, lastDay } from '../core/knowledge/dates.ts';

/** By first day, then by last. */
export function inOrder(events: readonly EventTold[]): EventTold[] {
  const key = ({ date }: EventTold) => firstDay(date.edtf) + lastDay(date.edtf);
  return [...events].sort((a, b) => key(a).localeCompare(key(b)));
}
