// Which passages are chosen: one by one, a stretch with the shift key, or all that were found.
import type { PassageId } from '../../core/annotation/kept/index.ts';

export interface Selection {
  readonly chosen: ReadonlySet<PassageId>;
  /** Where a stretch begins. */
  readonly from: PassageId | null;
}

export const NOTHING: Selection = { chosen: new Set(), from: null };

/** Chosen or no longer chosen. */
export function toggle({ chosen }: Selection, id: PassageId): Selection {
  const now = new Set(chosen);
  if (!now.delete(id)) now.add(id);
  return { chosen: now, from: id };
}

/** Everything between where the last choice was made and here, in the order of the list, beside what was chosen. */
export function stretch(selection: Selection, id: PassageId, ids: readonly PassageId[]): Selection {
  const [from, to] = [selection.from === null ? -1 : ids.indexOf(selection.from), ids.indexOf(id)];
  if (from < 0 || to < 0) return toggle(selection, id);
  const between = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set([...selection.chosen, ...between]), from: selection.from };
}

export function all(ids: readonly PassageId[]): Selection {
  return { chosen: new Set(ids), from: ids[0] ?? null };
}

/** What is no longer shown is no longer chosen: nothing is done to what the reader does not see. */
export function within(selection: Selection, ids: readonly PassageId[]): Selection {
  const shown = new Set(ids);
  const chosen = new Set([...selection.chosen].filter((id) => shown.has(id)));
  return chosen.size === selection.chosen.size ? selection : { ...selection, chosen };
}
