// What happened: one dated, sourced event. Types are PLOVER 0.8's sixteen and OTHER; dates are EDTF
// level 0, whose length is their precision.
import * as z from 'zod/mini';
import { EdtfInterval } from './dates.ts';
import { ActorRole, EntityId, EventId, PloverType, Source } from './terms.ts';

/** Somebody in an event: a known entity, or only the name that the source used. */
const Party = z.union([
  z.object({ id: EntityId, role: ActorRole }),
  z.object({ name: z.string().check(z.minLength(1), z.maxLength(200)), role: ActorRole }),
]);
export type Party = z.infer<typeof Party>;

/** A place by name, by position in degrees (WGS 84), or both. */
const Spot = z.object({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  lat: z.optional(z.number().check(z.gte(-90), z.lte(90))),
  lon: z.optional(z.number().check(z.gte(-180), z.lte(180))),
});
export type Spot = z.infer<typeof Spot>;

export const Event = z.object({
  id: EventId,
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  type: z.object({
    plover: PloverType,
    mode: z.array(z.string().check(z.maxLength(40))),
    context: z.array(z.string().check(z.maxLength(40))),
  }),
  date: z.object({
    /** The day where it happened. */
    edtf: EdtfInterval,
    /** IANA zone of that place. */
    tz: z.optional(z.string().check(z.maxLength(64))),
    /** The same moment's date elsewhere (a killing at night in Baghdad is the day before in Washington). */
    elsewhere: z.optional(
      z.array(z.object({ edtf: EdtfInterval, tz: z.string().check(z.maxLength(64)) })).check(z.maxLength(4)),
    ),
  }),
  /** What later news refers back to, 0 to 1. */
  weight: z.number().check(z.gte(0), z.lte(1)),
  /** Set where a machine coded the event, 0 to 1. */
  confidence: z.optional(z.number().check(z.gte(0), z.lte(1))),
  places: z.array(EntityId).check(z.maxLength(20)),
  /** Where else it happened: places that no pack knew when the event was imported, as the source gives them. */
  spots: z.optional(z.array(Spot).check(z.maxLength(20))),
  actors: z.array(Party).check(z.maxLength(40)),
  /** What it is about, if neither who nor where: an agreement, a programme, an aircraft. */
  topics: z.optional(z.array(EntityId).check(z.maxLength(10))),
  summary: z.string().check(z.maxLength(1000)),
  deaths: z.optional(
    z.object({
      low: z.number().check(z.gte(0)),
      best: z.optional(z.number().check(z.gte(0))),
      high: z.optional(z.number().check(z.gte(0))),
    }),
  ),
  links: z.optional(
    z
      .array(z.object({ type: z.enum(['part_of', 'response_to', 'same_as']), to: EventId }))
      .check(z.maxLength(20)),
  ),
  sources: z.array(Source).check(z.minLength(1), z.maxLength(20)),
  status: z.enum(['reported', 'confirmed', 'disputed', 'retracted']),
  pack: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
});
export type Event = z.infer<typeof Event>;
