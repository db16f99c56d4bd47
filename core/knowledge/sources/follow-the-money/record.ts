// One line of a FollowTheMoney file: a thing (somebody, a company, a post) or a tie between two things, told apart by
// its schema alone. Every property is a list of strings, since each source of the data may say something else.
import * as z from 'zod/mini';
import { EdtfDate } from '../../dates.ts';
import { type Span, span } from '../wikidata/time.ts';

const Record = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(255)),
  schema: z.string(),
  caption: z.optional(z.string()),
  properties: z.record(z.string(), z.array(z.unknown())),
  referents: z.catch(z.array(z.string()), []),
});
export type Record = z.infer<typeof Record>;

/** The record, or `null` when the line holds something else. */
export function recordOf(value: unknown): Record | null {
  const result = z.safeParse(Record, value);
  return result.success ? result.data : null;
}

/** The values of a property that are text. */
export function all({ properties }: Record, property: string): string[] {
  return (properties[property] ?? []).filter(
    (value) => typeof value === 'string' && value.trim() !== '',
  ) as string[];
}

export function one(record: Record, property: string): string | undefined {
  return all(record, property)[0];
}

/**
 * What the sources agree on: the most precise date where the others are the same but coarser, the year where they
 * share no more, nothing where they contradict each other.
 */
export function agreedDate(values: readonly string[]): string | undefined {
  const dates = values
    .map((value) => value.replace(/T.*$/, ''))
    .filter((value) => z.safeParse(EdtfDate, value).success)
    .sort((a, b) => b.length - a.length);
  const [best] = dates;
  if (best === undefined || dates.every((date) => best.startsWith(date))) return best;
  const year = best.slice(0, 4);
  return dates.every((date) => date.startsWith(year)) ? year : undefined;
}

/** Without an end date a tie lasts only if its status says so: lists are older than the day they are read on. */
export function spanOf(record: Record): Span {
  const to = agreedDate(all(record, 'endDate'));
  const current = one(record, 'status') === 'current' && all(record, 'endDate').length === 0;
  return span(agreedDate(all(record, 'startDate')), to, !current);
}
