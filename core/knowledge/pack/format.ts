// The pack file: knowledge that comes and goes as a whole. One gzip stream of
//
//   "backstory-pack 1 <header bytes> <SHA-256 of the header>\n"  header (JSON)  blocks, one after another
//
// Four tables of blocks, each sorted by key (UTF-16 order), so that what a page needs is found by binary
// search over the first keys, which the header lists: the cost of a page grows with the page.
//
//   filter    (bytes, no rows)       which names there may be: filter.ts
//   names     folded name           → who it may mean
//   entities  entity id             → the entity, how many events it has, its weightiest events
//   timeline  entity id, day, event → nothing: the key says it all; events of an entity lie in order of time
//   events    event id              → the event
import * as z from 'zod/mini';
import { IsoDay } from '../dates.ts';
import { Entity, MatchRule } from '../entity.ts';
import { Event } from '../event.ts';
import { EntityId, EntityKind, EventId, NameType } from '../terms.ts';

export const FORMAT = 1;
export const MAGIC = 'backstory-pack';

/** In the order of the file. `filter` is bytes; the others are rows. */
export const TABLES = ['filter', 'names', 'entities', 'timeline', 'events'] as const;
export type TableName = (typeof TABLES)[number];
export type RowTable = Exclude<TableName, 'filter'>;

/** What the header says of one table: block i holds the keys from `first[i]` up to before `first[i + 1]`. */
const Table = z.object({
  first: z.array(z.string()),
  bytes: z.array(z.int().check(z.gte(2), z.lte(4_194_304))),
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
  counts: z.object({ entities: z.int(), names: z.int(), events: z.int() }),
  tables: z.object({ filter: Table, names: Table, entities: Table, timeline: Table, events: Table }),
});
export type PackHeader = z.infer<typeof PackHeader>;

/** One meaning of a name, with what resolution asks first, so that most entities need not be read. */
export const NameRow = z.object({
  id: EntityId,
  text: z.string(),
  type: NameType,
  match: MatchRule,
  prior: z.optional(z.number()),
  kind: EntityKind,
  salience: z.number(),
  not: z.optional(z.array(z.string())),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
});
export type NameRow = z.infer<typeof NameRow>;

export const EntityRow = z.object({
  entity: Entity,
  /** How many events name it: an event of a rarely named actor tells more. */
  events: z.int(),
  /** Its weightiest events, heaviest first: what is told however long ago it was. */
  landmarks: z.array(EventId),
});
export type EntityRow = z.infer<typeof EntityRow>;

/** The form of each table's values. */
export const ROWS = {
  names: z.array(NameRow),
  entities: EntityRow,
  timeline: z.literal(0),
  events: Event,
} as const;
export type Row<T extends RowTable> = z.infer<(typeof ROWS)[T]>;

export type PackErrorCode = 'foreign' | 'newer' | 'damaged' | 'truncated';

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
