// A mention: a span of the article that names something, what it was taken to mean, and why.
import * as z from 'zod/mini';
import { EntityId, EntityKind } from '../knowledge/terms.ts';

/** What tells that a run of capitals names somebody or something that no pack knows, and of what kind. */
export type UnknownBecause =
  | 'head'
  | 'title'
  | 'given-name'
  | 'particle'
  | 'initial'
  | 'age'
  | 'speaks'
  | 'place'
  | 'acronym'
  | 'full-name'
  | 'team'
  | 'quoted'
  | 'capitals';

/** Why a link was made or not, as data; `wordReason` puts it in words. */
export const Reason = z.union([
  /** The text has a name that the pack gives this entity. */
  z.object({ code: z.literal('name'), type: z.string(), name: z.string() }),
  /** The word before or after asks for a place, or for an actor. */
  z.object({ code: z.literal('context'), asks: z.enum(['place', 'actor']), word: z.string() }),
  /** A related entity is named in the article. */
  z.object({ code: z.literal('near'), entity: EntityId, name: z.string(), sentence: z.boolean() }),
  /** A longer name, or a title, came first. */
  z.object({ code: z.literal('introduced'), by: z.string() }),
  /** The name is far more often this than anything else. */
  z.object({ code: z.literal('usual'), share: z.number() }),
  /** The name was this entity's on the article's date, or was not. */
  z.object({ code: z.literal('period'), valid: z.boolean() }),
  /** Other places that the article names lie in the same land. */
  z.object({ code: z.literal('home'), others: z.number() }),
  /** No pack knows it; what tells of what kind it is. */
  z.object({ code: z.literal('unknown'), because: z.string(), word: z.string() }),
  /** The reader chose it for this name. */
  z.object({ code: z.literal('corrected') }),
  /** Something told against it. */
  z.object({
    code: z.literal('doubt'),
    why: z.enum([
      'longer-name',
      'ambiguous',
      'no-context',
      'not-introduced',
      'phrase',
      'case',
      'date',
      'team',
      'language',
      'describes',
      'otherwise',
      'elsewhere',
      'office',
      'people',
      'edition',
      'part',
    ]),
    detail: z.string(),
  }),
]);
export type Reason = z.infer<typeof Reason>;

export const Alternative = z.object({
  entity: EntityId,
  name: z.string(),
  kind: EntityKind,
  description: z.string(),
  confidence: z.number(),
  /** What decided against it: something about itself, or something for the one that was chosen. Absent where next to nothing did. */
  lost: z.optional(z.object({ by: z.enum(['itself', 'chosen']), reason: Reason })),
});
export type Alternative = z.infer<typeof Alternative>;

export const Facet = z.enum(['actor', 'place']);
export type Facet = z.infer<typeof Facet>;

export const Mention = z.object({
  /** The id of the block that it stands in. */
  block: z.int(),
  start: z.int(),
  end: z.int(),
  entity: z.nullable(EntityId),
  /** The entity's label. */
  name: z.string(),
  kind: EntityKind,
  /** Which of an entity's two sides is meant here: Iran that acts, or Iran where something happened. */
  facet: Facet,
  /** 0 to 1. */
  confidence: z.number(),
  /** Whether the page is marked here. */
  shown: z.boolean(),
  reasons: z.array(Reason),
  alternatives: z.array(Alternative),
});
export type Mention = z.infer<typeof Mention>;
