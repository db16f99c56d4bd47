// What the reader said about a name: “not this one”. It decides before all clues, for that spelling alone: whoever says that
// “Jordan” is no country here has said nothing about “Jordan River”.
import * as z from 'zod/mini';
import type { Known } from '../knowledge/index.ts';
import { EntityId } from '../knowledge/terms.ts';
import { nameKey, tokenize } from '../text/index.ts';
import type { Span } from './candidates.ts';

/** As many as are in force at once. */
export const MOST_CORRECTIONS = 2_000;
/** Longer than any name. */
export const MOST_SURFACE = 200;

/** A host, lower case, without `www.`; null: everywhere. */
export const Scope = z.nullable(
  z.string().check(z.minLength(1), z.maxLength(255), z.regex(/^[a-z0-9.:[\]-]+$/)),
);
export type Scope = z.infer<typeof Scope>;

/**
 * Whom a name means; or `none` of those whom packs know (what the reader adds under this name is marked all the same), or
 * nobody, `never`.
 */
export const Says = z.union([EntityId, z.enum(['none', 'never'])]);
export type Says = z.infer<typeof Says>;

export const Correction = z.object({
  /** The name, folded as names are looked up. */
  surface: z.string().check(z.minLength(1), z.maxLength(MOST_SURFACE)),
  /** As it was written where the reader met it, to be read. */
  written: z.string().check(z.minLength(1), z.maxLength(MOST_SURFACE)),
  scope: Scope,
  says: Says,
  /** How that was called, so that it can be listed without the pack that knows it; empty for nobody. */
  called: z.string().check(z.maxLength(MOST_SURFACE)),
  /** ISO 8601; to be read, and decides nothing. */
  made: z.string().check(z.maxLength(40)),
});
export type Correction = z.infer<typeof Correction>;

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
