// One document in, its mentions out, in the exchange format of `npm run annotate`.
import * as z from 'zod/mini';
import { wordEventReasons } from '../../components/event-words.ts';
import { wordReason } from '../../components/reason-words.ts';
import type { Article } from '../../core/article/article.ts';
import type { EventTold } from '../../core/knowledge/backstory.ts';
import { IsoDay } from '../../core/knowledge/dates.ts';
import type { Entity } from '../../core/knowledge/entity.ts';
import { type Knowledge, type Known, tell } from '../../core/knowledge/index.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import { annotate } from '../../core/matching/index.ts';
import type { Mention } from '../../core/matching/mention.ts';
import type { Clues } from '../../core/matching/resolve.ts';
import { weigh } from '../../core/matching/weigh.ts';
import { TYPES } from './types.ts';

/** Longer texts are refused: a page is never longer, and a whole file on one line is a mistake. */
const LONGEST = 5_000_000;

const Document = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().check(z.maxLength(LONGEST)),
  title: z.optional(z.nullable(z.string())),
  /** A day, or an instant whose day is taken; anything else counts as no date. */
  date: z.optional(z.nullable(z.string())),
  language: z.optional(z.nullable(z.string())),
});
export type Document = z.infer<typeof Document>;

export function parseDocument(line: string): Document | { error: string } {
  try {
    const parsed = Document.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : { error: z.prettifyError(parsed.error) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The id of the block that holds the title, which is not part of `text`. */
const TITLE = 0;

/** Lines become blocks, so that offsets into `text` are a line's start and the offset in it. */
export function toArticle({ text, title, date, language }: Document): {
  article: Article;
  starts: ReadonlyMap<number, number>;
} {
  const starts = new Map<number, number>();
  const blocks: Article['blocks'] = title ? [{ id: TITLE, kind: 'title', text: title }] : [];
  let start = 0;
  for (const line of text.split('\n')) {
    const id = starts.size + 1;
    starts.set(id, start);
    blocks.push({ id, kind: 'text', text: line });
    start += line.length + 1;
  }
  const day = IsoDay.safeParse(date?.slice(0, 10));
  return {
    article: {
      url: '',
      title: title ?? '',
      published: day.success ? { day: day.data } : null,
      language: language ?? 'und',
      blocks,
    },
    starts,
  };
}

export interface Options {
  /** How many events before and since; 0: none, and neither field is written. */
  readonly events: number;
  readonly today: string;
  /** What decides: fewer than all only where their worth is measured. */
  readonly clues?: Clues;
}

export async function annotateDocument(
  document: Document,
  knowledge: Knowledge,
  { events, today, clues }: Options,
) {
  const { article, starts } = toArticle(document);
  const mentions = await annotate(article, knowledge, article.published?.day ?? today, clues);
  const known = await knowledge.entities(
    new Set(
      mentions.flatMap((mention) => [
        ...(mention.entity === null ? [] : [mention.entity]),
        ...(standsForItsCountry(mention) ? mention.alternatives.map(({ entity }) => entity) : []),
      ]),
    ),
  );
  const inText = mentions.flatMap((mention) => {
    const start = starts.get(mention.block);
    return start === undefined
      ? []
      : [{ ...mention, start: start + mention.start, end: start + mention.end }];
  });
  return {
    id: document.id,
    mentions: inText.map((mention) => {
      const entity = mention.entity === null ? undefined : known.get(mention.entity)?.entity;
      const geo = spotOf(mention, known) ?? entity?.geo;
      return {
        start: mention.start,
        end: mention.end,
        text: document.text.slice(mention.start, mention.end),
        entity: mention.entity,
        name: mention.name,
        kind: mention.kind,
        type: TYPES[mention.kind],
        ids: idsOf(entity),
        ...(geo && { lat: geo.lat, lon: geo.lon }),
        confidence: mention.confidence,
        known: mention.entity !== null,
        shown: mention.shown,
        reasons: mention.reasons.map((reason) => wordReason(reason, mention.name)),
      };
    }),
    ...(events > 0 && (await backstoryOf(article, mentions, knowledge, { events, today }))),
  };
}

/** “Moscow”, of what Russia's government said. */
function standsForItsCountry({ reasons }: Mention): boolean {
  return reasons.some((reason) => reason.code === 'name' && reason.type === 'metonym');
}

/** Whoever is meant by “Moscow”, the letters are on the map where the city is. */
function spotOf(mention: Mention, known: ReadonlyMap<EntityId, Known>): Entity['geo'] {
  if (!standsForItsCountry(mention)) return undefined;
  const capital = mention.alternatives
    .map(({ entity }) => known.get(entity)?.entity)
    .find((one) => one?.relations?.some(({ type, to }) => type === 'capital_of' && to === mention.entity));
  return capital?.geo;
}

/** An entity may bear its Wikidata number as its own id, without saying so twice. */
function idsOf(entity: Entity | undefined): { wikidata?: string; geonames?: string } {
  const own = entity && /^Q\d+$/.test(entity.id) ? entity.id : undefined;
  const { wikidata = own, geonames } = entity?.ids ?? {};
  return { ...(wikidata !== undefined && { wikidata }), ...(geonames !== undefined && { geonames }) };
}

async function backstoryOf(
  article: Article,
  mentions: readonly Mention[],
  knowledge: Knowledge,
  { events, today }: Options,
) {
  const among = weigh(mentions);
  const { before, since } = await tell(
    {
      about: among.map(({ id }): EntityId => id).slice(0, 50),
      published: article.published,
      among,
      limit: { before: events, since: events },
    },
    knowledge,
    today,
  );
  const line = (event: EventTold) => eventLine(event, article.published?.day ?? today);
  return { before: before.map(line), since: since.map(line) };
}

function eventLine(event: EventTold, asOf: string) {
  return {
    id: event.id,
    title: event.title,
    date: event.date.edtf,
    score: event.score,
    actors: event.actors.map(({ id, name }) => id ?? name),
    places: event.places.map(({ id }) => id),
    reasons: wordEventReasons(event, asOf).split('; '),
  };
}
