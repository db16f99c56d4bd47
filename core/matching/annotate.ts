// An article → its mentions: one pass over the tokens, one batch of names, one of entities.
import type { Article } from '../article/article.ts';
import { labelOf } from '../knowledge/entity.ts';
import type { Known, NameRow } from '../knowledge/index.ts';
import type { EntityId } from '../knowledge/terms.ts';
import { findSpans, type Span, tokenizeBlocks } from './candidates.ts';
import { askedBeside, isPlaceKind, longerName, NOTHING, nameOf } from './clues.ts';
import { agreed, Homes, type Namesakes } from './coherence.ts';
import { type Corrections, NO_CORRECTIONS, undenied } from './corrections.ts';
import { isKnownLanguage } from './english.ts';
import { type Presence, Ties } from './evidence.ts';
import { type Introduction, introductionsIn } from './introductions.ts';
import { withLegalForms } from './legal-forms.ts';
import { whyLost } from './lost.ts';
import type { Alternative, Mention } from './mention.ts';
import { nameless } from './nameless.ts';
import { isOffice } from './offices.ts';
import { findPieces, type Piece, type Starts, startsOf } from './pieces.ts';
import { landsSaid } from './qualified.ts';
import { type Choice, CLUES, type Clues, type Scene, weigh } from './resolve.ts';
import { Guesses } from './unknown.ts';
import { isAboutSport, namesNextToNobody } from './usage.ts';

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
 * @param clues what decides: fewer only where their worth is measured
 * @param corrections what the reader said of names on this site; it decides before all clues
 */
export async function annotate(
  article: Article,
  index: NameIndex,
  day: string,
  clues: Clues = CLUES,
  corrections: Corrections = NO_CORRECTIONS,
): Promise<Mention[]> {
  const blocks = tokenizeBlocks(article.blocks);
  const found = withLegalForms(await findSpans(blocks, (keys) => index.names(keys)));
  const known = await index.entities(new Set(found.flatMap((span) => span.rows.map((row) => row.id))));
  const spans = undenied(found, corrections, known);
  const blockIndex = new Map(blocks.map((block, position) => [block, position]));
  const ties = new Ties(known);

  const knowsContext = isKnownLanguage(article.language);
  const starts = startsOf(spans);
  const pieces = knowsContext ? findPieces(blocks, starts) : [];
  const guesses = new Guesses(pieces);
  const byToken = piecesByToken(pieces);

  const asks = new Map(knowsContext ? spans.map((span) => [span, askedBeside(span)]) : []);
  // Twice: first what stands by itself, then all, in the light of that; and once more where that brings in a short form.
  const bare: Scene = {
    clues,
    corrections,
    askAt: (span) => asks.get(span) ?? null,
    known,
    ties,
    presences: new Map(),
    blockIndex,
    day,
    isDated: article.published !== null,
    introduced: new Map(),
    pieceAt: (at, token) => byToken.get(at)?.[token],
    guesses,
    spansAt: (at, token) => starts.get(at)?.get(token),
    definitions: new Map(),
    isSport: knowsContext && isAboutSport(blocks),
    homes: new Homes(new Map()),
    landSaid: landsSaid(spans, (at, token) => starts.get(at)?.get(token), ties),
    isProse: false,
  };
  const first = select(spans, bare);
  const presences = presencesOf(first, blockIndex);
  const scene: Scene = {
    ...bare,
    presences,
    introduced: introducedBy(first),
    definitions: definitionsOf(introductionsIn(blocks), first),
    homes: agreed(placesNamed(spans, bare)),
    isProse: knowsContext && namesNextToNobody(blocks, spansOf(first), guesses.sure),
  };
  const second = select(spans, scene);
  const introduced = introducedBy(second);
  // A name that was believed in company alone brings its short form in only now: “Jack Smith … Smith”.
  const isWaitedFor = ({ rows }: Span) =>
    rows.some(
      ({ id, match }) => match === 'needs-full-name-first' && introduced.has(id) && !scene.introduced.has(id),
    );
  const last = spans.some(isWaitedFor) ? { ...scene, introduced } : scene;
  const selected = last === scene ? second : select(spans, last);
  const taken = tokensOf(selected.filter(({ believed }) => believed));
  // Whoever does not ask whether a name is part of a longer one wants no longer ones.
  const unknown = (clues.includes(longerName) ? pieces : []).flatMap((piece) => {
    const isTaken = (token: number) => taken.get(piece.at)?.has(token) ?? false;
    return nameless(piece, isTaken, guesses, scene.isSport && isLand(piece, starts)) ?? [];
  });
  return inOrder([
    ...selected.map(({ span, choices, believed }) => toMention(span, choices, believed, last)),
    ...unknown,
  ]);
}

/** A bearer of whom the pack does not say how often it is meant. */
const UNTOLD = 0.3;

/** The names of places in the article, each with all its bearers: also those that nobody would believe by themselves. */
function placesNamed(spans: readonly Span[], scene: Scene): Map<string, Namesakes> {
  const names = new Map<string, Namesakes>();
  const covered = new Map<Span['at'], Set<number>>();
  for (const span of [...spans].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const tokens = covered.get(span.at) ?? new Set<number>();
    covered.set(span.at, tokens);
    if (tokens.has(span.from)) continue;
    const bearers = bearersOf(span, scene);
    if (bearers.length === 0) continue;
    for (let token = span.from; token < span.to; token++) tokens.add(token);
    const name = nameOf(span);
    names.set(name, { times: (names.get(name)?.times ?? 0) + 1, bearers });
  }
  return names;
}

function bearersOf(span: Span, scene: Scene): Namesakes['bearers'] {
  const land = scene.landSaid(span);
  const all = span.rows.flatMap((row) => {
    const entity = scene.known.get(row.id)?.entity;
    if (!entity || !isPlaceKind(row.kind) || row.type === 'metonym') return [];
    return { row, entity, share: row.prior ?? UNTOLD };
  });
  const there = land ? all.filter(({ entity }) => scene.ties.of(entity.id).has(land.id)) : [];
  const bearers = there.length > 0 ? there.map((one) => ({ ...one, share: 1 })) : all;
  const [first] = bearers;
  if (
    !first ||
    longerName({ span, ...first, company: NO_COMPANY, ask: scene.askAt(span) }, scene) !== NOTHING
  )
    return [];
  const total = Math.max(
    1,
    bearers.reduce((sum, { share }) => sum + share, 0),
  );
  return bearers.map(({ entity, share }) => ({ entity, share: share / total }));
}

const NO_COMPANY = { supports: [], weight: 0, bound: null, itself: null };

/** In reading order. Of two that overlap, the link stands if it is shown, else the name that nobody knows. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const order = [...mentions].sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end);
  const kept: Mention[] = [];
  for (const mention of order) {
    const last = kept.at(-1);
    if (!last || last.block !== mention.block || last.end <= mention.start) kept.push(mention);
    else if (weightOf(mention) > weightOf(last)) kept[kept.length - 1] = mention;
  }
  return kept;
}

const weightOf = ({ shown, entity, confidence, end, start }: Mention): number =>
  shown ? 1e6 : (end - start) * 10 + (entity === null ? confidence : 2 * confidence);

function piecesByToken(pieces: readonly Piece[]): Map<Span['at'], (Piece | undefined)[]> {
  const byToken = new Map<Span['at'], (Piece | undefined)[]>();
  for (const piece of pieces) {
    const inBlock = byToken.get(piece.at) ?? [];
    byToken.set(piece.at, inBlock);
    for (let token = piece.from; token < piece.to; token++) inBlock[token] = piece;
  }
  return byToken;
}

function tokensOf(selected: readonly Selected[]): Map<Span['at'], Set<number>> {
  const taken = new Map<Span['at'], Set<number>>();
  for (const { span } of selected) {
    const tokens = taken.get(span.at) ?? new Set<number>();
    taken.set(span.at, tokens);
    for (let token = span.from; token < span.to; token++) tokens.add(token);
  }
  return taken;
}

/** What the article’s abbreviations stand for; null where no pack knows that. */
function definitionsOf(
  introductions: ReadonlyMap<string, Introduction>,
  selected: readonly Selected[],
): Scene['definitions'] {
  return new Map(
    [...introductions].map(([acronym, { at, from, to }]) => {
      const meant = selected.find(
        ({ span, believed }) => believed && span.at === at && span.from <= from && span.to === to,
      );
      const text = at.block.text.slice(at.tokens[from]?.start, at.tokens[to - 1]?.end);
      return [acronym, { text, entity: meant?.choices[0]?.entity.id ?? null }];
    }),
  );
}

function spansOf(selected: readonly Selected[]): Span[] {
  return selected.flatMap(({ believed, span }) => (believed ? span : []));
}

function isLand({ at, from, to }: Piece, starts: Starts): boolean {
  const land = starts
    .get(at)
    ?.get(from)
    ?.find((span) => span.to === to);
  return land?.rows.some(({ kind }) => kind === 'country' || kind === 'territory') ?? false;
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
    .filter(({ choices }) => isOffered(choices))
    .sort((a, b) => b.span.to - b.span.from - (a.span.to - a.span.from) || a.span.from - b.span.from);
  const believed = ranked.filter((one) => one.believed);
  const taken = new Map<Span['at'], Set<number>>();
  const selected: Selected[] = [];
  // Those that are shown first, so that a doubtful longer name never hides a sure part.
  for (const candidate of [...believed, ...ranked]) {
    const { at, from, to } = candidate.span;
    const tokens = taken.get(at) ?? new Set<number>();
    taken.set(at, tokens);
    let isFree = true;
    for (let token = from; token < to; token++) if (tokens.has(token)) isFree = false;
    if (!isFree) continue;
    for (let token = from; token < to; token++) tokens.add(token);
    selected.push(candidate);
  }
  return selected;
}

/** Surely one of so many towns, though of none can it be said. */
function isOffered(choices: readonly Choice[]): boolean {
  return choices.reduce((sum, { confidence }) => sum + confidence, 0) >= OFFERED;
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
    if (best && believed && best.row.type !== 'surname' && !isOffice(best.row))
      introduced.set(best.entity.id, best.row.text);
  }
  return introduced;
}

function toMention(span: Span, choices: readonly Choice[], shown: boolean, scene: Scene): Mention {
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
    alternatives: others.slice(0, ALTERNATIVES).map((other): Alternative => {
      const { entity, confidence } = other;
      return {
        entity: entity.id,
        name: labelOf(entity),
        kind: entity.kind,
        description: entity.description,
        confidence: round(confidence),
        ...whyLost(other, best, scene),
      };
    }),
  };
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
