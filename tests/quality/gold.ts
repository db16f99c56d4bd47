// What people marked in a text, as a scorer must take it. A corpus marks much else than names (pronouns,
// descriptions, names within names, half a name), each with a flag of its own; here each mention gets one part to play.
import * as z from 'zod/mini';

const Flag = z.optional(z.boolean());

const Mention = z.object({
  start: z.number(),
  end: z.number(),
  text: z.string(),
  type: z.optional(z.string()),
  wikidata: z.optional(z.string()),
  wikipedia: z.optional(z.string()),
  geonames: z.optional(z.union([z.number(), z.string()])),
  lat: z.optional(z.number()),
  lon: z.optional(z.number()),
  name: z.optional(z.string()),
  entity: z.optional(z.string()),
  coref: Flag,
  optional: Flag,
  desc: Flag,
  parent: z.optional(z.unknown()),
  nominal: Flag,
  discontinuous: z.optional(z.unknown()),
  projected: Flag,
  nil: Flag,
  named: Flag,
  nonLocational: Flag,
  nameStart: z.optional(z.number()),
  nameEnd: z.optional(z.number()),
});
type Mention = z.infer<typeof Mention>;

const Document = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  text: z.string(),
  title: z.optional(z.string()),
  date: z.optional(z.string()),
  date_text: z.optional(z.string()),
  evalSpan: z.optional(z.tuple([z.number(), z.number()])),
  mentions: z.optional(z.array(Mention)),
});

export const KINDS = { PER: 'people', ORG: 'organisations', LOC: 'places' } as const;
export type Kind = keyof typeof KINDS;

/**
 * - `name`: the name of somebody or something. To be found.
 * - `alternative`: another label for the same letters, a name within a name, one that may be left out. Good if found.
 * - `description`: a pronoun, “the president”, “her party”. No name; a link on it may still be right.
 * - `none`: not a span that was annotated (projected, discontinuous). Nothing found there is judged.
 */
export type Part = 'name' | 'alternative' | 'description' | 'none';

export interface GoldMention {
  /** The proper-noun core, where the corpus gives one. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly part: Part;
  /** Unset where it is neither person, organisation nor place, or the corpus does not say. */
  readonly kind?: Kind;
  /** The corpus does not say of what kind it is. */
  readonly untyped: boolean;
  /** In no knowledge base. */
  readonly nil: boolean;
  /** Its knowledge base's names for it, none of the text's. */
  readonly titles: readonly string[];
  readonly wikidata?: string;
  readonly geonames?: string;
  readonly at?: { readonly lat: number; readonly lon: number };
}

export interface GoldDocument {
  readonly id: string | number;
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  /** The part that was annotated exhaustively. */
  readonly span: readonly [number, number];
  readonly mentions: readonly GoldMention[];
}

/** One document a line. Throws where a line is not of the form. */
export function goldDocuments(lines: string): GoldDocument[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): GoldDocument => {
      const {
        id = '',
        text,
        title,
        date,
        date_text,
        evalSpan,
        mentions = [],
      } = z.parse(Document, JSON.parse(line));
      const span = evalSpan ?? ([0, text.length] as const);
      const day = date ?? dayOf(date_text);
      return {
        id,
        text,
        span,
        ...(title !== undefined && { title }),
        ...(day !== undefined && { date: day }),
        mentions: mentions
          .filter(({ start, end }) => start >= span[0] && end <= span[1])
          .map((mention) => goldMention(mention, text)),
      };
    });
}

function goldMention(mention: Mention, text: string): GoldMention {
  const { type, wikidata, geonames, name, wikipedia, lat, lon, nameStart, nameEnd } = mention;
  const cored = nameStart !== undefined && nameEnd !== undefined;
  return {
    start: cored ? nameStart : mention.start,
    end: cored ? nameEnd : mention.end,
    text: cored ? text.slice(nameStart, nameEnd) : mention.text,
    part: partOf(mention),
    ...(isKind(type) && { kind: type }),
    untyped: type === undefined,
    nil: isNil(mention),
    titles: [name, titleOf(wikipedia)].filter((one) => one !== undefined),
    ...(wikidata !== undefined && { wikidata }),
    ...(geonames !== undefined && { geonames: String(geonames) }),
    ...(lat !== undefined && lon !== undefined && { at: { lat, lon } }),
  };
}

/** Marked as names in one corpus, by a rule that looked at capitals. */
const PRONOUN = /^(?:I|we|he|she|they|it|you|us|them|him|his|her|their|our|its|my|who|which)$/iu;

function partOf({ nameStart, named, parent, discontinuous, ...flags }: Mention): Part {
  const { coref, optional, desc, nominal, projected, nonLocational, nil, wikidata, type, text } = flags;
  if (projected || discontinuous) return 'none';
  if (coref || desc || nominal || nonLocational || (named === false && nameStart === undefined))
    return 'description';
  if (PRONOUN.test(text)) return 'description';
  // No type, no id: what it is has to be told by its letters (“school officials” is marked as well).
  if ((nil || wikidata !== undefined) && type === undefined && !/\p{Lu}/u.test(text)) return 'description';
  return optional || parent !== undefined ? 'alternative' : 'name';
}

/** Of a corpus that names its entities without a flag for this: one that was given no article. */
function isNil({ nil, entity, wikipedia, wikidata, named }: Mention): boolean {
  return (
    nil === true ||
    (named === true && entity !== undefined && wikipedia === undefined && wikidata === undefined)
  );
}

/** `Paris,_Texas` and `Mercury_(planet)` are “Paris, Texas” and “Mercury”. */
function titleOf(wikipedia: string | undefined): string | undefined {
  return wikipedia?.replaceAll('_', ' ').replace(/ \(.*\)$/, '');
}

/** “March 01, 2008”. */
function dayOf(words: string | undefined): string | undefined {
  const time = words === undefined ? Number.NaN : Date.parse(`${words} UTC`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

const isKind = (type: string | undefined): type is Kind => type !== undefined && type in KINDS;

export interface GoldName {
  readonly kind: Kind;
  /** As the text has it, and as the knowledge base of the corpus calls it. */
  readonly called: readonly string[];
  readonly wikidata?: string;
  readonly geonames?: string;
}

/** The names alone, of those that a knowledge base has: what a pack may know. */
export function goldNames(lines: string): GoldName[] {
  return goldDocuments(lines).flatMap(({ mentions }) =>
    mentions.flatMap(({ part, kind, nil, text, titles, wikidata, geonames }): GoldName[] =>
      part !== 'name' || kind === undefined || nil
        ? []
        : [
            {
              kind,
              called: [text, ...titles],
              ...(wikidata !== undefined && { wikidata }),
              ...(geonames !== undefined && { geonames }),
            },
          ],
    ),
  );
}
