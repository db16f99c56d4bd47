// What the reader said about names, as it is applied. It decides before all clues, for that spelling alone: whoever says that
// “Jordan” is no country here has said nothing about “Jordan River”.
import type { Known } from '../knowledge/index.ts';
import type { EntityId } from '../knowledge/terms.ts';
import { nameKey, tokenize } from '../text/index.ts';
import type { Span } from './candidates.ts';
import { type Correction, MOST_SURFACE, type Says } from './correction.ts';

/** By folded name, what it means on one site. */
export type Corrections = ReadonlyMap<string, Says>;

export const NO_CORRECTIONS: Corrections = new Map();

/** Empty where there is nothing in it that a name could be. */
export function surfaceOf(written: string): string {
  return nameKey(tokenize(written)).slice(0, MOST_SURFACE);
}

/** What holds on a site: what was said there goes before what was said for all. */
export function correctionsOn(all: Iterable<Correction>, site: string | null): Corrections {
  const everywhere = new Map<string, Says>();
  const here = new Map<string, Says>();
  for (const { surface, scope, says } of all) {
    if (scope === null) everywhere.set(surface, says);
    else if (scope === site) here.set(surface, says);
  }
  return new Map([...everywhere, ...here]);
}

/** Undefined where the reader said nothing of this name. */
export function saidOf({ at, from, to }: Span, corrections: Corrections): Says | undefined {
  return corrections.size === 0 ? undefined : corrections.get(nameKey(at.tokens.slice(from, to)));
}

/**
 * Without the names that mean nobody here, and without what lies within them: the reader saw the whole name, and refused it.
 */
export function undenied(
  spans: readonly Span[],
  corrections: Corrections,
  known: ReadonlyMap<EntityId, Known>,
): readonly Span[] {
  if (corrections.size === 0) return spans;
  const denied: Span[] = [];
  const left = spans.flatMap((span) => {
    const said = saidOf(span, corrections);
    if (said !== 'none' && said !== 'never') return span;
    const rows = said === 'none' ? span.rows.filter(({ id }) => known.get(id)?.own) : [];
    if (rows.length > 0) return { ...span, rows };
    denied.push(span);
    return [];
  });
  const isDenied = ({ at, from, to }: Span) =>
    denied.some((whole) => whole.at === at && whole.from <= from && to <= whole.to);
  return denied.length === 0 ? left : left.filter((span) => !isDenied(span));
}
