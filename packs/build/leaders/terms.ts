// Whether two tellings mean one term: `2018-10` and `2018-10-25` begin at one time, and who says when it ended
// does not contradict who says only that it lasted.
import { firstDay, lastDay } from '../../../core/knowledge/dates.ts';
import type { Role } from '../../../core/knowledge/terms.ts';
import { fold } from '../../../core/text/index.ts';

/** One date is the other, told less exactly. */
export function agree(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return firstDay(one) <= lastDay(other) && firstDay(other) <= lastDay(one);
}

/** One term that two tell: the first where both say something, and what only the other knows. */
export function mergeTerms(one: Role, other: Role): Role {
  const { asOf, ...merged } = { ...other, ...one };
  return merged.to === undefined && asOf !== undefined ? { ...merged, asOf } : merged;
}

export function sameTerm(one: Role, other: Role): boolean {
  return (
    fold(one.role) === fold(other.role) &&
    one.org === other.org &&
    agree(one.from, other.from) &&
    agree(one.to, other.to)
  );
}
