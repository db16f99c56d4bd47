// Whom an event's actor means, of the entities that a pack knows by that name. Nothing is guessed: where two
// remain, or the entity was not there on that day, the name stays a name.
import { firstDay, lastDay } from '../../dates.ts';
import type { Entity } from '../../entity.ts';
import type { NameRow } from '../../pack/index.ts';
import type { EntityId, EntityKind, NameType } from '../../terms.ts';

/** Names that stand for the entity by themselves; a surname or `Iraqi` does not. */
const OWN_NAMES: ReadonlySet<NameType> = new Set(['label', 'alias', 'short', 'acronym', 'former']);
/** What acts in no event, whatever it is called. */
const NO_ACTORS: ReadonlySet<EntityKind> = new Set(['city', 'region', 'water', 'facility', 'thing']);

interface Span {
  /** EDTF. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Whether any day of the event lies in the span; an end that is not known excludes nothing. */
function covers({ from, to }: Span, edtf: string): boolean {
  return (
    (from === undefined || firstDay(from) <= lastDay(edtf)) &&
    (to === undefined || firstDay(edtf) <= lastDay(to))
  );
}

/** The names' rows that may mean the actor of an event of that date, before the entities themselves are read. */
export function actorCandidates(rows: readonly NameRow[], name: string, edtf: string): EntityId[] {
  const fitting = rows.filter(
    (row) =>
      OWN_NAMES.has(row.type) &&
      !NO_ACTORS.has(row.kind) &&
      row.match !== 'never-alone' &&
      row.match !== 'needs-full-name-first' &&
      (row.match !== 'exact-case' || row.text === name) &&
      covers(row, edtf),
  );
  return [...new Set(fitting.map((row) => row.id))];
}

/** The one candidate that can act and was there; null where it is none or several. */
export function actorAmong(candidates: readonly Entity[], edtf: string): EntityId | null {
  const there = candidates.filter(
    (entity) =>
      entity.facets.includes('actor') &&
      covers({ from: entity.born ?? entity.founded, to: entity.died ?? entity.dissolved }, edtf),
  );
  return there.length === 1 ? (there[0]?.id ?? null) : null;
}
