// What the rows of a query say of one item, before it is known whether that makes an actor, a place or an event.
import type { Row } from './columns.ts';
import type { RoleDraft } from './roles.ts';

/** One item, of all its rows. */
export interface Gathered {
  readonly id: string;
  readonly line: number;
  /** Of the first row: what an item has one of. */
  readonly row: Row;
  readonly label: string;
  readonly lang: string;
  readonly kinds: Set<string>;
  readonly classes: Set<string>;
  readonly aliases: Set<string>;
  readonly roles: Map<string, RoleDraft>;
  /** All rows, up to a bound, for what comes in pairs (a participant and its name). */
  readonly rows: Row[];
}
