// What the reader said about a name: “not this one”.
import * as z from 'zod/mini';
import { EntityId } from '../knowledge/terms.ts';

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
