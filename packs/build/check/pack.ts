// What every rule of the check is given: the pack as it was built, and what only its sources know.
import type { Day } from '../../../core/knowledge/dates.ts';
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { Event } from '../../../core/knowledge/event.ts';
import type { Problem } from '../problem.ts';

export interface CheckedPack {
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  /** Ids of entities that a person wrote whole, with a kind: overlays and what tables make are not among them. */
  readonly written: ReadonlySet<string>;
  /** Ids of entities that were made of tables of places, whether or not a record lies over them. */
  readonly generated: ReadonlySet<string>;
  /** Nothing in the pack may be later. */
  readonly today: Day;
}

export type Rule = (pack: CheckedPack) => Problem[];

/** `add(record, what)` for a rule that finds one thing after another. */
export function finding(rule: string, level: Problem['level'] = 'error') {
  return (record: string, what: string): Problem => ({ level, rule, record, what });
}

/** What stands more than once, by key; keys that stand once are left out. */
export function shared<T>(values: readonly T[], key: (value: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = key(value);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  for (const [name, group] of groups) if (group.length < 2) groups.delete(name);
  return groups;
}
