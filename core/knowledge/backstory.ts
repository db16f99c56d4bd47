// What `tell` answers: who somebody was on the article's day, and what happened around it.
import * as z from 'zod/mini';
import { ActorRole, EntityId, EntityKind, EventId, Source } from './terms.ts';

/** An entity that is named on the page, and how much of the page it is (0 to 1). */
export const Weighted = z.object({ id: EntityId, weight: z.number().check(z.gte(0), z.lte(1)) });
export type Weighted = z.infer<typeof Weighted>;

const Dates = z.optional(z.string());

/** A role, and whether it was held on the article's day (`roles.ts`). */
export const RoleThen = z.object({
  role: z.object({ role: z.string(), from: Dates, to: Dates, asOf: Dates }),
  orgName: z.optional(z.string()),
  held: z.enum(['on', 'from', 'until', 'seen', 'before']),
});
export type RoleThen = z.infer<typeof RoleThen>;

export const EntityTold = z.object({
  id: EntityId,
  name: z.string(),
  kind: EntityKind,
  description: z.string(),
  rolesThen: z.array(RoleThen),
  background: z.optional(z.object({ text: z.string(), asOf: z.string(), sources: z.array(Source) })),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  geo: z.optional(z.object({ lat: z.number(), lon: z.number() })),
  /** Lived or existed: EDTF dates. */
  from: Dates,
  to: Dates,
  /** Titles of the packs that know it. */
  packs: z.array(z.string()),
  /** The reader has an entry on it, which they may change. */
  own: z.optional(z.literal(true)),
  /** What the reader wrote down. */
  note: z.optional(z.string()),
});
export type EntityTold = z.infer<typeof EntityTold>;

/** Why an event is shown. */
export const EventReason = z.union([
  z.object({ code: z.literal('actor'), id: EntityId, name: z.string() }),
  z.object({ code: z.literal('place'), id: EntityId, name: z.string() }),
  /** It takes part through what belongs to it: Iraq, where a base near Kirkuk was hit. */
  z.object({ code: z.literal('belongs'), id: EntityId, name: z.string(), through: z.string() }),
  z.object({ code: z.literal('near-in-time'), days: z.int() }),
  z.object({ code: z.literal('turning-point') }),
  z.object({ code: z.literal('linked'), id: EventId, title: z.string() }),
]);
export type EventReason = z.infer<typeof EventReason>;

export const EventTold = z.object({
  id: EventId,
  title: z.string(),
  summary: z.string(),
  date: z.object({
    edtf: z.string(),
    tz: z.optional(z.string()),
    elsewhere: z.optional(z.array(z.object({ edtf: z.string(), tz: z.string() }))),
  }),
  type: z.string(),
  status: z.enum(['reported', 'confirmed', 'disputed', 'retracted']),
  /** Set where a machine coded the event. */
  confidence: z.optional(z.number()),
  actors: z.array(z.object({ id: z.optional(EntityId), name: z.string(), role: ActorRole })),
  places: z.array(
    z.object({
      id: EntityId,
      name: z.string(),
      geo: z.optional(z.object({ lat: z.number(), lon: z.number() })),
    }),
  ),
  deaths: z.optional(
    z.object({ low: z.number(), best: z.optional(z.number()), high: z.optional(z.number()) }),
  ),
  sources: z.array(Source),
  score: z.number(),
  reasons: z.array(EventReason),
  when: z.enum(['before', 'same-day', 'after']),
});
export type EventTold = z.infer<typeof EventTold>;

export const Backstory = z.object({
  /** The day that everything is told relative to. */
  asOf: z.string(),
  /** The page gave no date: `asOf` is today. */
  assumedToday: z.boolean(),
  entities: z.array(EntityTold),
  /** Best first; up to and including the article's day. */
  before: z.array(EventTold),
  /** Best first; later than the article's day. */
  since: z.array(EventTold),
});
export type Backstory = z.infer<typeof Backstory>;
