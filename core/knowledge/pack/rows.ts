// How a row is written in a block: one line of text, `key TAB value`, the value a JSON list by position, so that a
// million entities are read and stored in half the bytes that objects would take, and one row is read without
// parsing its neighbours. What is usual is left out at the end of a list; terms are numbers into the header's lists;
// ids of the pack's own records lose the pack's name. docs/pack-format.md says the same for other programs.
import * as z from 'zod/mini';
import { Entity, MatchRule, RelationType } from '../entity.ts';
import { Event } from '../event.ts';
import { defined } from '../sources/defined.ts';
import { EntityId, EntityKind, EventId, NameType } from '../terms.ts';

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

/** Apart from the entity, since an entity of another pack has one as well where this pack has events of it. */
export const Tally = z.object({
  /** How many events name it: an event of a rarely named actor tells more. */
  events: z.int(),
  /** Its weightiest events, heaviest first: what is told however long ago it was. */
  landmarks: z.array(EventId),
});
export type Tally = z.infer<typeof Tally>;

/** What a row becomes, by table. */
export const ROWS = {
  names: z.array(NameRow),
  entities: Entity,
  tallies: Tally,
  timeline: z.literal(0),
  events: Event,
} as const;
export type RowTable = keyof typeof ROWS;
export type Row<T extends RowTable> = z.infer<(typeof ROWS)[T]>;

const List = z.array(z.string().check(z.maxLength(40))).check(z.maxLength(200));
/** The lists that the numbers in rows point into. */
export const Terms = z.object({ kinds: List, names: List, rules: List, relations: List });
export type Terms = z.infer<typeof Terms>;
export const TERMS: Terms = {
  kinds: EntityKind.options,
  names: NameType.options,
  rules: MatchRule.options,
  relations: RelationType.options,
};

const FACETS = [[], ['actor'], ['place'], ['actor', 'place']];
const USUAL_LANGUAGE = 'en';

type Json = unknown;

/** The text that most names of a key have: `kataib hezbollah` → `Kataib Hezbollah`. */
function usualText(key: string): string {
  return key.replace(/(^| )(\p{Ll})/gu, (_, space: string, letter: string) => space + letter.toUpperCase());
}

/** A list without what is usual at its end. */
function short(values: readonly Json[]): Json[] {
  const isUsual = (value: Json) =>
    value === undefined || value === 0 || value === '' || (Array.isArray(value) && value.length === 0);
  let length = values.length;
  while (length > 0 && isUsual(values[length - 1])) length--;
  return values.slice(0, length).map((value) => (value === undefined ? 0 : value));
}

/** The lines of a block. */
export function* linesOf(text: string): Generator<{ readonly key: string; readonly value: string }> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const [key = '', value = ''] = text.slice(start, end).split('\t', 2);
    yield { key, value };
    start = end + 1;
  }
}

const filled = (object: object) => (Object.keys(object).length > 0 ? object : undefined);

/** Writes and reads the rows of one pack. Reading answers what was written, or `undefined` where the form is not met. */
export class Rows {
  readonly #own: string;
  readonly #pack: string;
  readonly #terms: Terms;

  constructor(pack: string, terms: Terms) {
    this.#pack = pack;
    this.#own = `${pack}:`;
    this.#terms = terms;
  }

  /** A key as it stands in the table: ids without the pack's own name. */
  key(table: RowTable, key: string): string {
    return table === 'names' ? key : this.#shortId(key);
  }

  /** The key that stands in the table so. */
  wholeKey(table: RowTable, key: string): string {
    return table === 'names' ? key : this.wholeId(key);
  }

  write<T extends RowTable>(table: T, key: string, row: Row<T>): string {
    const value = this.#values[table].write(row as never, key);
    return value === undefined ? this.key(table, key) : `${this.key(table, key)}\t${JSON.stringify(value)}`;
  }

  /** @param value what stands behind the tab; empty where there is none */
  read<T extends RowTable>(table: T, key: string, value: string): Row<T> | undefined {
    try {
      const read = this.#values[table].read(value === '' ? undefined : JSON.parse(value), key);
      const parsed = ROWS[table].safeParse(read);
      return parsed.success ? (parsed.data as Row<T>) : undefined;
    } catch {
      return undefined;
    }
  }

  #shortId(id: string): string {
    return id.startsWith(this.#own) ? id.slice(this.#own.length) : id;
  }

  /** The id that stands for. No slug begins with a capital, and no whole id is without a colon but a Wikidata item. */
  wholeId(id: string): string {
    return id.includes(':') || /^Q\d/.test(id) ? id : this.#own + id;
  }

  #withoutOwnPack({ pack, ...rest }: { readonly pack: string }): object {
    return pack === this.#pack ? rest : { ...rest, pack };
  }

  readonly #values = {
    names: {
      write: (rows: NameRow[], key: string): Json =>
        rows.map(({ id, kind, salience, text, type, match, ...rest }) =>
          short([
            this.#shortId(id),
            this.#terms.kinds.indexOf(kind),
            salience,
            this.#terms.names.indexOf(type),
            this.#terms.rules.indexOf(match),
            text === usualText(key) ? 0 : text,
            filled(rest),
          ]),
        ),
      read: (value: Json, key: string): Json =>
        (value as Json[][]).map(([id, kind = 0, salience = 0, type = 0, match = 0, text = 0, rest = {}]) => ({
          ...(rest as object),
          id: this.wholeId(String(id)),
          kind: this.#terms.kinds[Number(kind)],
          salience,
          type: this.#terms.names[Number(type)],
          match: this.#terms.rules[Number(match)],
          text: text === 0 ? usualText(key) : text,
        })),
    },
    entities: {
      write: (entity: Entity): Json => {
        const { id: _, kind, facets, salience, description, names, relations, ...others } = entity;
        const rest = this.#withoutOwnPack(others);
        return short([
          this.#terms.kinds.indexOf(kind),
          FACETS.findIndex((known) => known.join() === [...facets].sort().join()),
          salience,
          description,
          names.map(({ text, type, match, lang, ...more }) =>
            short([
              text,
              this.#terms.names.indexOf(type),
              this.#terms.rules.indexOf(match),
              lang === USUAL_LANGUAGE ? 0 : lang,
              filled(more),
            ]),
          ),
          (relations ?? []).map(({ type, to, from, until }) =>
            short([this.#terms.relations.indexOf(type), this.#shortId(to), from, until]),
          ),
          filled(rest),
        ]);
      },
      read: (value: Json, id: string): Json => {
        const [kind = 0, facets = 0, salience = 0, description = '', names = [], relations = [], rest = {}] =
          value as Json[];
        return {
          pack: this.#pack,
          ...(rest as object),
          id,
          kind: this.#terms.kinds[Number(kind)],
          facets: FACETS[Number(facets)],
          salience,
          description,
          names: (names as Json[][]).map(([text, type = 0, match = 0, lang = 0, more = {}]) => ({
            ...(more as object),
            text,
            type: this.#terms.names[Number(type)],
            match: this.#terms.rules[Number(match)],
            lang: lang === 0 ? USUAL_LANGUAGE : lang,
          })),
          ...((relations as Json[]).length > 0 && {
            relations: (relations as Json[][]).map(([type = 0, to, from = 0, until = 0]) => ({
              type: this.#terms.relations[Number(type)],
              to: this.wholeId(String(to)),
              ...defined({ from: from === 0 ? undefined : from, until: until === 0 ? undefined : until }),
            })),
          }),
        };
      },
    },
    tallies: {
      write: ({ events, landmarks }: Tally): Json => [events, ...landmarks.map((id) => this.#shortId(id))],
      read: (value: Json): Json => {
        const [events, ...landmarks] = value as Json[];
        return { events, landmarks: landmarks.map((id) => this.wholeId(String(id))) };
      },
    },
    // The key says it all.
    timeline: { write: (): Json => undefined, read: (): Json => 0 },
    events: {
      write: ({ id: _, ...event }: Event): Json => this.#withoutOwnPack(event),
      read: (value: Json, id: string): Json => ({ pack: this.#pack, ...(value as object), id }),
    },
  };
}
