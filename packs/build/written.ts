// From what a person wrote (yaml.ts) to parts of records: names spelt out, sources looked up, relations read.
import * as z from 'zod/mini';
import { Name, Relation, RelationType } from '../../core/knowledge/entity.ts';
import { Event, type Party } from '../../core/knowledge/event.ts';
import { ActorRole, type EntityKind, NameType, Source } from '../../core/knowledge/terms.ts';
import type { EntitySource, EventSource, NameSource, Written } from './yaml.ts';

const PLACE: ReadonlySet<EntityKind> = new Set(['city', 'facility', 'water', 'region']);
const BOTH: ReadonlySet<EntityKind> = new Set(['country', 'territory', 'union']);

export function facetsOf(kind: EntityKind): ('actor' | 'place')[] {
  if (BOTH.has(kind)) return ['actor', 'place'];
  return PLACE.has(kind) ? ['place'] : ['actor'];
}

/** `Kataib|Kataeb Hezbollah` → both spellings: every combination of the words' alternatives. */
export function spellings(text: string): string[] {
  return text
    .split(' ')
    .map((word) => word.split('|'))
    .reduce<string[]>(
      (heads, word) => heads.flatMap((head) => word.map((form) => (head ? `${head} ${form}` : form))),
      [''],
    );
}

const MATCH_OF: Partial<Record<NameType, Name['match']>> = {
  acronym: 'exact-case',
  surname: 'needs-full-name-first',
};

/** The names of one line. Throws when it has no type, or two. */
export function namesOf(source: NameSource): Name[] {
  if (typeof source === 'string')
    return spellings(source).map((text) => ({ text, lang: 'en', type: 'alias', match: 'any-case' }));
  const types = NameType.options.filter((type) => source[type] !== undefined);
  const [type] = types;
  if (type === undefined || types.length > 1)
    throw new Error(`a name needs one type: ${JSON.stringify(source)}`);
  const { lang = 'en', match = MATCH_OF[type] ?? 'any-case', from, to, prior, not } = source;
  return spellings(source[type] ?? '').map((text) =>
    z.parse(Name, { text, lang, type, match, ...defined({ from, to, prior, not }) }),
  );
}

export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

const RELATION = /^(\S+)(?: from (\d[\d-]*))?(?: until (\d[\d-]*))?$/;

/** Throws when a relation is not `id [from <date>] [until <date>]`. */
export function relationsOf(source: EntitySource): Relation[] {
  return RelationType.options.flatMap((type) =>
    [source[type] ?? []].flat().map((line) => {
      const [, to, from, until] = RELATION.exec(line) ?? [];
      if (to === undefined) throw new Error(`${source.id}: not a relation: ${type}: ${line}`);
      return z.parse(Relation, { type, to, ...defined({ from, until }) });
    }),
  );
}

/** Sources by key of sources.yaml, or written out in place. Throws on a key that is not there. */
export function sourcesOf(refs: readonly (string | object)[], written: Written): Source[] {
  return refs.map((ref) => {
    const source = typeof ref === 'string' ? written.sources.get(ref) : ref;
    if (source === undefined) throw new Error(`no source is called ${JSON.stringify(ref)}`);
    return z.parse(Source, source);
  });
}

const IS_ID = /^(Q[1-9]\d*|[a-z][a-z0-9-]*:[a-z0-9-]+)$/;

/** Throws when the event breaks the schema. */
export function eventOf(source: EventSource, written: Written, pack: string): Event {
  const named = (id: string) => (id.includes(':') ? id : `${pack}:${id}`);
  const links = (['part_of', 'response_to'] as const).flatMap((type) =>
    [source[type] ?? []].flat().map((to) => ({ type, to: named(to) })),
  );
  const actors: unknown[] = ActorRole.options.flatMap((role) =>
    (source.actors[role] ?? []).map((who) => (IS_ID.test(who) ? { id: who, role } : { name: who, role })),
  ) satisfies (Omit<Party, 'id'> & object)[];
  const { title, weight, places, summary, status = 'confirmed', deaths, tz, elsewhere } = source;
  const event = z.safeParse(Event, {
    id: named(source.id),
    title,
    type: { plover: source.type, mode: source.mode ?? [], context: source.context ?? [] },
    date: { edtf: source.date, ...defined({ tz, elsewhere }) },
    weight,
    places,
    actors,
    summary,
    ...defined({ deaths, links: links.length > 0 ? links : undefined }),
    sources: sourcesOf(source.sources, written),
    status,
    pack,
  });
  if (!event.success) throw new Error(`${source.id}\n${z.prettifyError(event.error)}`);
  return event.data;
}
