// Places, given the spans: the engine is told which letters name a place, as the published comparisons tell their
// systems, and decides only which. Those names lose their match rules and the chance that nobody is meant; everything
// else, and all that the engine makes of it, stays as it is.
import type { Knowledge, NameRow } from '../../core/knowledge/index.ts';
import type { EntityKind } from '../../core/knowledge/terms.ts';
import { annotate } from '../../core/matching/index.ts';
import { CLUES } from '../../core/matching/resolve.ts';
import { nameKey, tokenize } from '../../core/text/index.ts';
import { toArticle } from '../../tools/annotate/document.ts';
import { TYPES } from '../../tools/annotate/types.ts';
import { backstory, type Find, type Found, TODAY } from './found.ts';
import type { GoldDocument } from './gold.ts';
import { linker } from './link.ts';
import { overlaps } from './score/recognition.ts';

/** As sure as a prior can be that one of the bearers is meant. */
const SURE = 0.95;
/** A bearer of whom the pack does not say how often it is meant. */
const UNKNOWN = 0.5;
/** Nobody is so obscure that a text about it could not be about it. */
const LEAST = 0.01;
/** That the letters beside it make a longer name, or an office, is no longer a question. */
const ANSWERED: ReadonlySet<string> = new Set(['longerName', 'office', 'people', 'part', 'players']);
const CLUES_THEN = CLUES.filter(({ name }) => !ANSWERED.has(name));

const isPlace = (kind: EntityKind): boolean => TYPES[kind] === 'LOC';

export function backstoryOnGold(knowledge: Knowledge): Find {
  const toLink = linker(knowledge);
  const untold = backstory(knowledge);
  return async (gold) => {
    const { id, text, title, date } = gold;
    const document = { id, text, language: 'en', title: title ?? null, date: date ?? null };
    const { article, starts } = toArticle(document);
    const told = goldKeys(gold);
    const index = {
      names: async (keys: Iterable<string>) => relaxed(await knowledge.names(keys), told),
      entities: (ids: Parameters<Knowledge['entities']>[0]) => knowledge.entities(ids),
    };
    const mentions = await annotate(article, index, article.published?.day ?? TODAY, CLUES_THEN);
    const known = await knowledge.entities(new Set(mentions.flatMap(({ entity }) => entity ?? [])));
    const found: Found[] = [];
    for (const { block, start, end, entity, kind, shown, confidence } of mentions) {
      const from = starts.get(block);
      const one = entity === null ? undefined : known.get(entity);
      if (from === undefined || !one) continue;
      const span = { start: from + start, end: from + end };
      found.push({
        ...span,
        text: text.slice(span.start, span.end),
        type: TYPES[kind],
        shown,
        confidence,
        link: await toLink(one),
      });
    }
    // Where the told engine has nothing on a name, what it says untold still stands.
    const others = (await untold(gold)).filter(
      (one) => one.link && !found.some((told) => overlaps(one, told)),
    );
    return [...found, ...others];
  };
}

function goldKeys({ mentions }: GoldDocument): Set<string> {
  return new Set(
    mentions
      .filter(({ part, kind }) => part === 'name' && kind === 'LOC')
      .map(({ text }) => nameKey(tokenize(text))),
  );
}

function relaxed(names: Map<string, NameRow[]>, told: ReadonlySet<string>): Map<string, NameRow[]> {
  return new Map([...names].map(([key, rows]) => [key, told.has(key) ? asPlaces(rows) : rows] as const));
}

function asPlaces(rows: readonly NameRow[]): NameRow[] {
  // A capital that stands for its country's government is no place.
  const places = rows.filter(({ kind, type }) => isPlace(kind) && type !== 'metonym');
  const likely = ({ prior = UNKNOWN, salience }: NameRow) => prior * Math.max(LEAST, salience);
  const total = places.reduce((sum, row) => sum + likely(row), 0);
  return places.map((row) => ({
    ...row,
    match: row.match === 'exact-case' ? row.match : 'any-case',
    prior: (SURE * likely(row)) / total,
  }));
}
