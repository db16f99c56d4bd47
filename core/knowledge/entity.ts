// What Backstory knows of an actor or a place. The schemas are the border: a pack, an import or a
// stored record is parsed by them before anything else looks at it.
import * as z from 'zod/mini';
import { EdtfDate } from './dates.ts';
import { EntityId, EntityKind, NameType, Role, Short, Source } from './terms.ts';

/**
 * - `any-case`: the letters suffice (`IRAN`, `Iran`).
 * - `exact-case`: as written, points of an acronym apart (`US`, `U.S.`, never `us`).
 * - `needs-context`: only beside a related entity in the same article.
 * - `needs-full-name-first`: only after a longer name of the same entity, or behind a title.
 * - `never-alone`: never a mention of its own; it only helps others.
 */
export const MatchRule = z.enum([
  'any-case',
  'exact-case',
  'needs-context',
  'needs-full-name-first',
  'never-alone',
]);
export type MatchRule = z.infer<typeof MatchRule>;

export const Name = z.object({
  text: Short,
  /** BCP 47. */
  lang: z.string().check(z.maxLength(35)),
  type: NameType,
  match: MatchRule,
  from: z.optional(EdtfDate),
  to: z.optional(EdtfDate),
  /** How often this name means this entity, 0 to 1, before the article is read. */
  prior: z.optional(z.number().check(z.gte(0), z.lte(1))),
  /** Longer phrases in which this name means nothing (`Trump card`). */
  not: z.optional(z.array(Short).check(z.maxLength(20))),
});
export type Name = z.infer<typeof Name>;

export const RelationType = z.enum([
  'part_of',
  'member_of',
  'located_in',
  'capital_of',
  'led_by',
  'citizen_of',
  'backed_by',
  'allied_with',
  'operated_by',
  'founded_by',
  'opposed_to',
  'party_to',
]);
export type RelationType = z.infer<typeof RelationType>;

export const Relation = z.object({
  type: RelationType,
  to: EntityId,
  from: z.optional(EdtfDate),
  until: z.optional(EdtfDate),
});
export type Relation = z.infer<typeof Relation>;

export const Entity = z.object({
  id: EntityId,
  /** Ids under which earlier packs or notes may know it. */
  formerIds: z.optional(z.array(EntityId)),
  kind: EntityKind,
  facets: z.array(z.enum(['actor', 'place'])).check(z.minLength(1), z.maxLength(2)),
  names: z.array(Name).check(z.minLength(1), z.maxLength(400)),
  /** One line, no full stop at the end. */
  description: z.string().check(z.maxLength(160)),
  background: z.optional(
    z.object({
      text: z.string().check(z.maxLength(2000)),
      asOf: EdtfDate,
      sources: z.array(Source).check(z.minLength(1), z.maxLength(10)),
    }),
  ),
  facts: z.optional(
    z.array(z.object({ label: Short, value: Short, source: z.optional(Source) })).check(z.maxLength(30)),
  ),
  roles: z.optional(z.array(Role).check(z.maxLength(60))),
  relations: z.optional(z.array(Relation).check(z.maxLength(200))),
  /** Degrees, WGS 84. */
  geo: z.optional(
    z.object({
      lat: z.number().check(z.gte(-90), z.lte(90)),
      lon: z.number().check(z.gte(-180), z.lte(180)),
    }),
  ),
  born: z.optional(EdtfDate),
  died: z.optional(EdtfDate),
  founded: z.optional(EdtfDate),
  dissolved: z.optional(EdtfDate),
  population: z.optional(z.number().check(z.gte(0))),
  ids: z.optional(
    z.object({
      wikidata: z.optional(z.string().check(z.regex(/^Q[1-9]\d{0,11}$/))),
      geonames: z.optional(z.string().check(z.regex(/^\d{1,12}$/))),
      iso2: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
      iso3: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
    }),
  ),
  /** How prominent in world news, 0 to 1: the last word between equals. */
  salience: z.number().check(z.gte(0), z.lte(1)),
  pack: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
});
export type Entity = z.infer<typeof Entity>;

/** The name to show: the label in the reader's language, else in English, else the first. */
export function labelOf(entity: Pick<Entity, 'names'>, language = 'en'): string {
  const labels = entity.names.filter((name) => name.type === 'label');
  const label =
    labels.find((name) => name.lang === language) ??
    labels.find((name) => name.lang === 'en') ??
    labels[0] ??
    entity.names[0];
  return label?.text ?? '';
}
