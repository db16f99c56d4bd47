// From what a person wrote (own-yaml-form.ts) to parts of records: names spelt out, sources looked up, relations read.
import * as z from 'zod/mini';
import { Name, Relation, RelationType } from '../../entity.ts';
import { Event, type Party } from '../../event.ts';
import { ActorRole, type EntityKind, NameType, Source } from '../../terms.ts';
import { defined } from '../defined.ts';
import type { EntitySource, EventSource, NameSource, Written } from './form.ts';

/** A written record that would break a schema, with what it would have become. */
export class RecordError extends Error {
  readonly error: z.core.$ZodError;
  readonly record: unknown;
  constructor(id: string, error: z.core.$ZodError, record: unknown) {
    super(`${id}\n${z.prettifyError(error)}`);
    this.error = error;
    this.record = record;
  }
}

const PLACE: ReadonlySet<EntityKind> = new Set(['city', 'facility', 'water', 'region']);
const BOTH: ReadonlySet<EntityKind> = new Set(['country', 'territory', 'union']);

export function facetsOf(kind: EntityKind): ('actor' | 'place')[] {
  if (BOTH.has(kind)) return ['actor', 'place'];
  return PLACE.has(kind) ? ['place'] : ['actor'];
}

/** What an entity may have of names at all. */
const MOST_SPELLINGS = 400;

/**
 * `Kataib|Kataeb Hezbollah` → both spellings: every combination of the words' alternatives.
 * Throws where these would be more than an entity has names.
 */
export function spellings(text: string): string[] {
  const words = text.split(' ').map((word) => word.split('|'));
  if (words.reduce((product, { length }) => product * length, 1) > MOST_SPELLINGS)
    throw new Error(`“${text.slice(0, 60)}” stands for more than ${MOST_SPELLINGS} spellings`);
  return words.reduce<string[]>(
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

const RELATION = /^(\S+)(?: from (\d[\d-]*))?(?: until (\d[\d-]*))?$/;

/** Throws when a relation is not `id [from <date>] [until <date>]`. */
export function relationsOf(source: EntitySource): Relation[] {
  return RelationType.options.flatMap((type) =>
    [source[type] ?? []].flat().map((line) => {
      const [, to, from, until] = RELATION.exec(line) ?? [];
      if (to === undefined)
        throw new Error(
          `${source.id}: ${type}: “${line}” is not of the form \`id\`, \`id from 2019-01\`, \`id from 2018 until 2019-12-31\``,
        );
      return z.parse(Relation, { type, to, ...defined({ from, until }) });
    }),
  );
}

/** Sources by key of sources.yaml, or written out in place. Throws on a key that is not there. */
export function sourcesOf(refs: readonly (string | object)[], written: Pick<Written, 'sources'>): Source[] {
  return refs.map((ref) => {
    const source = typeof ref === 'string' ? written.sources.get(ref) : ref;
    if (source === undefined) throw new Error(`no source is called ${JSON.stringify(ref)}`);
    return z.parse(Source, source);
  });
}

/** What a person who writes an id where a name may stand cannot have meant as a name. */
export const IS_ID = /^(Q[1-9]\d*|[a-z][a-z0-9-]*:[a-z0-9-]+)$/;

/** Throws when the event breaks the schema. */
export function eventOf(source: EventSource, written: Pick<Written, 'sources'>, pack: string): Event {
  const named = (id: string) => (id.includes(':') ? id : `${pack}:${id}`);
  const links = (['part_of', 'response_to'] as const).flatMap((type) =>
    [source[type] ?? []].flat().map((to) => ({ type, to: named(to) })),
  );
  const actors: unknown[] = ActorRole.options.flatMap((role) =>
    (source.actors[role] ?? []).map((who) => (IS_ID.test(who) ? { id: who, role } : { name: who, role })),
  ) satisfies (Omit<Party, 'id'> & object)[];
  const { title, weight, places, topics, summary, status = 'confirmed', deaths, tz, elsewhere } = source;
  const record = {
    id: named(source.id),
    title,
    type: { plover: source.type, mode: source.mode ?? [], context: source.context ?? [] },
    date: { edtf: source.date, ...defined({ tz, elsewhere }) },
    weight,
    places,
    actors,
    summary,
    ...defined({ topics, deaths, links: links.length > 0 ? links : undefined }),
    sources: sourcesOf(source.sources, written),
    status,
    pack,
  };
  const event = z.safeParse(Event, record);
  if (!event.success) throw new RecordError(source.id, event.error, record);
  return event.data;
}
