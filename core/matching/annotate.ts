// An article → its mentions: one pass over the tokens, one batch of names, one of entities.
import type { Article } from '../article/article.ts';
import { labelOf } from '../knowledge/entity.ts';
import type { Known, NameRow } from '../knowledge/index.ts';
import type { EntityId } from '../knowledge/terms.ts';
import { findSpans, type Span, tokenizeBlocks } from './candidates.ts';
import { strangersIn } from './clues.ts';
import { isKnownLanguage } from './english.ts';
import { type Presence, Ties } from './evidence.ts';
import type { Alternative, Mention } from './mention.ts';
import { type Choice, type Scene, weigh } from './resolve.ts';

/** What matching asks of the packs. */
export interface NameIndex {
  names(keys: Iterable<string>): Promise<ReadonlyMap<string, readonly NameRow[]>>;
  entities(ids: Iterable<EntityId>): Promise<ReadonlyMap<EntityId, Known>>;
}

/** A page is marked where the link is at least this likely. Right or silent. */
const SHOWN = 0.6;
/** Where two readings belong together (a capital, its country) and are sure together, the better is shown from here. */
const BETTER_HALF = 0.4;
/** Below it a link is not even offered. */
const OFFERED = 0.25;
const ALTERNATIVES = 5;

/**
 * The mentions of an article in reading order, never overlapping.
 *
 * @param day the article's day, or today where it has none: names and bearers have their times
 */
export async function annotate(article: Article, index: NameIndex, day: string): Promise<Mention[]> {
  const blocks = tokenizeBlocks(article.blocks);
  const spans = await findSpans(blocks, (keys) => index.names(keys));
  const known = await index.entities(new Set(spans.flatMap((span) => span.rows.map((row) => row.id))));
  const blockIndex = new Map(blocks.map((block, position) => [block, position]));
  const ties = new Ties(known);
  const covered = coverage(spans);
  const isExplained: Scene['isExplained'] = (at, token) => covered.get(at)?.has(token) ?? false;

  // Twice: first what stands by itself, then all, in the light of that.
  const knowsContext = isKnownLanguage(article.language);
  const bare: Scene = {
    knowsContext,
    known,
    ties,
    presences: new Map(),
    blockIndex,
    day,
    introduced: new Map(),
    isExplained,
    strangers: strangersIn(spans, isExplained),
  };
  const first = select(spans, bare);
  const scene: Scene = {
    ...bare,
    presences: presencesOf(first, blockIndex),
    introduced: introducedBy(first),
  };
  const order = (span: Span) => blockIndex.get(span.at) ?? 0;
  return select(spans, scene)
    .sort((a, b) => order(a.span) - order(b.span) || a.span.start - b.span.start)
    .map(({ span, choices, believed }) => toMention(span, choices, believed));
}

interface Selected {
  readonly span: Span;
  readonly choices: readonly Choice[];
  /** Sure enough to be shown. */
  readonly believed: boolean;
}

/** The longest believable names; where one is not believed, its parts have their turn. */
function select(spans: readonly Span[], scene: Scene): Selected[] {
  const ranked = spans
    .map((span): Selected => {
      const choices = weigh(span, scene);
      return { span, choices, believed: isBelieved(choices, scene.ties) };
    })
    .filter(({ choices }) => (choices[0]?.confidence ?? 0) >= OFFERED)
    .sort((a, b) => b.span.to - b.span.from - (a.span.to - a.span.from) || a.span.from - b.span.from);
  const believed = ranked.filter((one) => one.believed);
  const taken = new Map<Span['at'], Set<number>>();
  const selected: Selected[] = [];
  // Those that are shown first, so that a doubtful longer name never hides a sure part.
  for (const candidate of [...believed, ...ranked]) {
    const { at, from, to } = candidate.span;
    const tokens = taken.get(at) ?? new Set<number>();
    taken.set(at, tokens);
    const own = Array.from({ length: to - from }, (_, offset) => from + offset);
    if (own.some((token) => tokens.has(token))) continue;
    for (const token of own) tokens.add(token);
    selected.push(candidate);
  }
  return selected;
}

function isBelieved([best, ...others]: readonly Choice[], ties: Ties): boolean {
  if (!best) return false;
  if (best.confidence >= SHOWN) return true;
  const kin = ties.of(best.entity.id);
  const together = others.reduce(
    (sum, { entity, confidence }) => sum + (kin.has(entity.id) ? confidence : 0),
    best.confidence,
  );
  return best.confidence >= BETTER_HALF && together >= SHOWN;
}

function coverage(spans: readonly Span[]): Map<Span['at'], Set<number>> {
  const covered = new Map<Span['at'], Set<number>>();
  for (const { at, from, to } of spans) {
    const tokens = covered.get(at) ?? new Set<number>();
    for (let token = from; token < to; token++) tokens.add(token);
    covered.set(at, tokens);
  }
  return covered;
}

function presencesOf(
  selected: readonly Selected[],
  blockIndex: Scene['blockIndex'],
): Map<EntityId, Presence> {
  const presences = new Map<
    EntityId,
    { bySentence: Map<number, Span[]>; byBlock: Map<number, number>; total: number }
  >();
  for (const { span, choices, believed } of selected) {
    const best = choices[0];
    if (!best || !believed) continue;
    const presence = presences.get(best.entity.id) ?? { bySentence: new Map(), byBlock: new Map(), total: 0 };
    presences.set(best.entity.id, presence);
    const sentence = span.at.sentences[span.from] ?? 0;
    const block = blockIndex.get(span.at) ?? 0;
    const inSentence = presence.bySentence.get(sentence);
    if (inSentence) inSentence.push(span);
    else presence.bySentence.set(sentence, [span]);
    presence.byBlock.set(block, (presence.byBlock.get(block) ?? 0) + 1);
    presence.total++;
  }
  return presences;
}

/** Entities that a name of more than a surname brought in, and that name. */
function introducedBy(selected: readonly Selected[]): Map<EntityId, string> {
  const introduced = new Map<EntityId, string>();
  for (const { choices, believed } of selected) {
    const best = choices[0];
    if (best && believed && best.row.type !== 'surname') introduced.set(best.entity.id, best.row.text);
  }
  return introduced;
}

function toMention(span: Span, choices: readonly Choice[], shown: boolean): Mention {
  const [best, ...others] = choices;
  if (!best) throw new Error('a selected span has a meaning');
  return {
    block: span.at.block.id,
    start: span.start,
    end: span.end,
    entity: best.entity.id,
    name: labelOf(best.entity),
    kind: best.entity.kind,
    facet: best.facet,
    confidence: round(best.confidence),
    shown,
    reasons: [...best.reasons],
    alternatives: others.slice(0, ALTERNATIVES).map(
      ({ entity, confidence }): Alternative => ({
        entity: entity.id,
        name: labelOf(entity),
        kind: entity.kind,
        description: entity.description,
        confidence: round(confidence),
      }),
    ),
  };
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
