// How a person writes knowledge in YAML: the starter pack in `packs/starter/`, and whatever a reader or a team
// brings (own-yaml.ts). The form is described here and nowhere else.
//
//   entities:
//     - id: starter:kataib-hezbollah     # a QID only where a source gave it
//       kind: armed_group                # left out: the record lies over a generated one (same id or geonames)
//       facets: [actor]                  # left out: what the kind suggests
//       label: Kata'ib Hezbollah
//       names:
//         - Kataib|Kataeb Hezbollah|Hizballah     an alias; a bar parts the spellings of one word (4 names here)
//         - { acronym: KH, match: needs-context } the key is the type: alias short acronym surname adjective
//         - { alias: كتائب حزب الله, lang: ar }      demonym metonym description former
//       description: one line, no full stop
//       background: { text: …, asOf: 2020-01, sources: [key of sources.yaml, or a source written out] }
//       roles: [{ role: …, org: id, from: 2019, to: 2020-01-03, asOf: … }]
//       part_of: starter:pmf                       every relation is a key; one or a list, each
//       led_by: [starter:x until 2020-01-03]       `id [from <date>] [until <date>]`
//       geo: [33.3, 44.4]                          latitude, longitude
//       facts, born, died, founded, dissolved, population, ids, salience (0.4 where left out)
//   events:
//     - id: 2019-12-27-k1-attack          # the pack's id is put before it
//       title, summary, date (EDTF), tz, elsewhere: [{ edtf, tz }], weight, places: [ids]
//       type: ASSAULT;  mode: [heavy-weapons];  context: [military]
//       actors: { actor: [id or name], recipient: […], alleged_actor: […] };  topics: [id of what it is about]
//       deaths: { low, best, high };  response_to: [event];  part_of: [event]
//       sources: [key or source];  status: confirmed where left out

import { parse } from 'yaml';
import * as z from 'zod/mini';
import { MatchRule, RelationType } from '../../entity.ts';
import { ActorRole, EntityId, EntityKind, NameType, PloverType, Role, Source } from '../../terms.ts';

const Text = z.string().check(z.minLength(1));
/** YAML reads a lone year as a number. */
const Dateish = z.pipe(z.union([z.string(), z.number()]), z.transform(String));
const many = <T extends z.core.$ZodType>(one: T) => z.union([one, z.array(one)]);
const SourceRef = z.union([Text, z.extend(Source, { published: z.optional(Dateish) })]);

const NAME_KEYS = NameType.options;
export const NameSource = z.union([
  Text,
  z.strictObject({
    ...(Object.fromEntries(NAME_KEYS.map((type) => [type, z.optional(Text)])) as Record<
      NameType,
      z.ZodMiniOptional<typeof Text>
    >),
    lang: z.optional(Text),
    match: z.optional(MatchRule),
    from: z.optional(Dateish),
    to: z.optional(Dateish),
    prior: z.optional(z.number()),
    not: z.optional(z.array(Text)),
  }),
]);
export type NameSource = z.infer<typeof NameSource>;

const relations = Object.fromEntries(
  RelationType.options.map((type) => [type, z.optional(many(Text))]),
) as Record<RelationType, z.ZodMiniOptional<ReturnType<typeof many<typeof Text>>>>;

export const EntitySource = z.strictObject({
  id: EntityId,
  kind: z.optional(EntityKind),
  facets: z.optional(z.array(z.enum(['actor', 'place']))),
  label: z.optional(Text),
  names: z.optional(z.array(NameSource)),
  description: z.optional(Text),
  background: z.optional(z.strictObject({ text: Text, asOf: Dateish, sources: z.array(SourceRef) })),
  facts: z.optional(z.array(z.strictObject({ label: Text, value: Text, source: z.optional(SourceRef) }))),
  roles: z.optional(
    z.array(
      z.strictObject({
        ...Role.shape,
        from: z.optional(Dateish),
        to: z.optional(Dateish),
        asOf: z.optional(Dateish),
      }),
    ),
  ),
  ...relations,
  geo: z.optional(z.tuple([z.number(), z.number()])),
  born: z.optional(Dateish),
  died: z.optional(Dateish),
  founded: z.optional(Dateish),
  dissolved: z.optional(Dateish),
  population: z.optional(z.number()),
  ids: z.optional(z.record(z.string(), Dateish)),
  salience: z.optional(z.number()),
});
export type EntitySource = z.infer<typeof EntitySource>;

export const EventSource = z.strictObject({
  id: Text,
  title: Text,
  type: PloverType,
  mode: z.optional(z.array(Text)),
  context: z.optional(z.array(Text)),
  date: Dateish,
  tz: z.optional(Text),
  elsewhere: z.optional(z.array(z.strictObject({ edtf: Dateish, tz: Text }))),
  weight: z.number(),
  places: z.array(EntityId),
  actors: z.partialRecord(ActorRole, z.array(Text)),
  topics: z.optional(z.array(EntityId)),
  summary: Text,
  deaths: z.optional(
    z.strictObject({ low: z.number(), best: z.optional(z.number()), high: z.optional(z.number()) }),
  ),
  response_to: z.optional(many(Text)),
  part_of: z.optional(many(Text)),
  sources: z.array(SourceRef).check(z.minLength(1)),
  status: z.optional(z.enum(['reported', 'confirmed', 'disputed', 'retracted'])),
});
export type EventSource = z.infer<typeof EventSource>;

export const ListedSource = z.pipe(z.extend(Source, { published: z.optional(Dateish) }), Source);

const File = z.strictObject({
  sources: z.optional(z.record(Text, ListedSource)),
  entities: z.optional(z.array(EntitySource)),
  events: z.optional(z.array(EventSource)),
});

export interface Written {
  readonly sources: ReadonlyMap<string, Source>;
  readonly entities: readonly EntitySource[];
  readonly events: readonly EventSource[];
}

/** Several files as one. Throws with the file's name and the path inside it when a record is not of the form above. */
export function readWritten(files: ReadonlyMap<string, string>): Written {
  const read = [...files].map(([name, text]) => {
    const result = z.safeParse(File, parse(text));
    if (!result.success) throw new Error(`${name}\n${z.prettifyError(result.error)}`);
    return result.data;
  });
  return {
    sources: new Map(read.flatMap((file) => Object.entries(file.sources ?? {}))),
    entities: read.flatMap((file) => file.entities ?? []),
    events: read.flatMap((file) => file.events ?? []),
  };
}
