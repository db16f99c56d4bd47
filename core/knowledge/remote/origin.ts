// Where a pack came from, and how often its reader wants it to be looked for there.
import * as z from 'zod/mini';

/** How often a reader wants a pack to be looked for anew. */
export const Every = z.enum(['never', 'day', 'week', 'month']);
export type Every = z.infer<typeof Every>;

export const Origin = z.object({
  from: z.enum(['address', 'catalogue']),
  /** The pack's own, or the catalogue's. */
  address: z.string().check(z.maxLength(2_000)),
  every: Every,
  /** When it was last looked for there, as an instant (ISO 8601); failures do not count. */
  checked: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/))),
});
export type Origin = z.infer<typeof Origin>;

const DAYS: Record<Exclude<Every, 'never'>, number> = { day: 1, week: 7, month: 30 };

/** Whether a pack is to be looked for, at an instant in milliseconds. */
export function isDue({ every, checked }: Origin, now: number): boolean {
  if (every === 'never') return false;
  return checked === undefined || now - Date.parse(checked) >= DAYS[every] * 86_400_000;
}
