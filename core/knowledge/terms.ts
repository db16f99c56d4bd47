// The terms that all records share: ids, kinds, sources, roles. Apart from the records, so that a page's script
// carries these and not the schemas of what only the worker ever reads.
import * as z from 'zod/mini';
import { EdtfDate } from './dates.ts';

/** A name, a title, a label: never empty, never a page. */
export const Short = z.string().check(z.minLength(1), z.maxLength(200));

/** `Q794` where a source gave the Wikidata item, else `<pack>:<slug>`. No identifier is invented. */
export const EntityId = z
  .string()
  .check(z.regex(/^(Q[1-9]\d{0,11}|[a-z][a-z0-9-]{0,39}:[a-z0-9][a-z0-9-]{0,79})$/))
  .brand<'EntityId'>();
export type EntityId = z.infer<typeof EntityId>;

export const EntityKind = z.enum([
  'person',
  'country',
  'territory',
  'union',
  'region',
  'city',
  'facility',
  'water',
  'armed_group',
  'armed_force',
  'government_body',
  'party',
  'organisation',
  'company',
  'media',
  'agreement',
  'programme',
  'collective',
  'thing',
]);
export type EntityKind = z.infer<typeof EntityKind>;

export const EventId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,39}:[a-z0-9][a-z0-9-]{0,99}$/))
  .brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

export const ActorRole = z.enum(['actor', 'recipient', 'third_party', 'alleged_actor', 'host']);
export type ActorRole = z.infer<typeof ActorRole>;

/** Where a statement comes from; the address is optional, since a book has none. */
export const Source = z.object({
  publisher: Short,
  title: z.optional(z.string().check(z.maxLength(300))),
  url: z.optional(z.string().check(z.regex(/^https?:\/\//), z.maxLength(500))),
  published: z.optional(EdtfDate),
});
export type Source = z.infer<typeof Source>;

export const Role = z.object({
  role: Short,
  org: z.optional(EntityId),
  from: z.optional(EdtfDate),
  to: z.optional(EdtfDate),
  /** The role is known to have been held on this day; when it ended is not known. */
  asOf: z.optional(EdtfDate),
});
export type Role = z.infer<typeof Role>;

/** How a name names: it decides what else a text must show before the name is believed. */
export const NameType = z.enum([
  'label',
  'alias',
  'short',
  'acronym',
  'surname',
  'adjective',
  'demonym',
  'metonym',
  'description',
  'former',
]);
export type NameType = z.infer<typeof NameType>;

export const PloverType = z.enum([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'OTHER',
]);
export type PloverType = z.infer<typeof PloverType>;
