// The pack file: knowledge that comes and goes as a whole. One gzip stream of
//
//   "backstory-pack 2 <header bytes> <SHA-256 of the header>\n"  header (JSON)  blocks, one after another
//
// Six tables of blocks; five of them are rows (rows.ts), each sorted by key (UTF-16 order), so that what a page needs is found by binary
// search over the first keys, which the header lists: the cost of a page grows with the page.
//
//   filter    (bytes, no rows)       which names there may be: filter.ts
//   names     folded name           → who it may mean
//   entities  entity id             → the entity
//   tallies   entity id             → how many events it has here, its weightiest events; also of others' entities
//   timeline  entity id, day, event → nothing: the key says it all; events of an entity lie in order of time
//   events    event id              → the event
import * as z from 'zod/mini';
import { IsoDay } from '../dates.ts';
import { Terms } from './rows.ts';

/** 1 wrote rows as JSON objects; no program but earlier versions of this one read it. */
export const FORMAT = 2;
export const MAGIC = 'backstory-pack';

/** In the order of the file. `filter` is bytes; the others are rows. */
export const TABLES = ['filter', 'names', 'entities', 'tallies', 'timeline', 'events'] as const;
export type TableName = (typeof TABLES)[number];

/** What the header says of one table: block i holds the keys from `first[i]` up to before `first[i + 1]`. */
const Table = z.object({
  first: z.array(z.string()),
  bytes: z.array(z.int().check(z.gte(1), z.lte(4_194_304))),
  /** First 16 hexadecimal digits of each block's SHA-256: against damage, not against an enemy. */
  sums: z.array(z.string().check(z.regex(/^[0-9a-f]{16}$/))),
});
export type Table = z.infer<typeof Table>;

const Attribution = z.object({
  text: z.string().check(z.maxLength(500)),
  url: z.optional(z.string().check(z.regex(/^https?:\/\//), z.maxLength(500))),
  licence: z.string().check(z.maxLength(500)),
});

export const PackHeader = z.object({
  format: z.literal(FORMAT),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  version: z.string().check(z.regex(/^[0-9A-Za-z.+-]{1,40}$/)),
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  built: IsoDay,
  licence: z.string().check(z.maxLength(500)),
  attribution: z.array(Attribution).check(z.maxLength(100)),
  terms: Terms,
  counts: z.object({ entities: z.int(), names: z.int(), events: z.int() }),
  tables: z.object({
    filter: Table,
    names: Table,
    entities: Table,
    tallies: Table,
    timeline: Table,
    events: Table,
  }),
});
export type PackHeader = z.infer<typeof PackHeader>;

export type PackErrorCode = 'foreign' | 'newer' | 'older' | 'damaged' | 'truncated';

/** A pack that cannot be read, and why; nothing was changed. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly code: PackErrorCode;
  constructor(code: PackErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The key of an event on an entity's line of time. */
export function timelineKey(entity: string, day: string, event = ''): string {
  return `${entity} ${day} ${event}`;
}

const encoder = new TextEncoder();

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function blockSum(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await sha256(bytes)).slice(0, 16);
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}
