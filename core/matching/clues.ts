// The clues by which a reading of a span is judged, one function each, in log-odds. The weights were set by
// hand on the practice article; each is one constant, so that a harness can fit them or switch a clue off.
import type { Entity } from '../knowledge/entity.ts';
import type { NameRow } from '../knowledge/index.ts';
import type { NameType } from '../knowledge/terms.ts';
import type { Span } from './candidates.ts';
import type { Homes } from './coherence.ts';
import { type Asked, asked, isDateline, isTitle } from './english.ts';
import type { Company, Ties } from './evidence.ts';
import { isGivenName } from './given-names.ts';
import type { Facet, Reason } from './mention.ts';
import type { Piece } from './pieces.ts';
import { type Guesses, textOf } from './unknown.ts';

/** A span read as one entity, by one of its names. */
export interface Reading {
  readonly span: Span;
  readonly row: NameRow;
  readonly entity: Entity;
  /** What the rest of the article says for it. */
  readonly company: Company;
  /** What the words beside it ask for. */
  readonly ask: Asked | null;
}

export interface Surroundings {
  /** The article's day, or today where it has none. */
  readonly day: string;
  /** Whether the article says itself of what day it is. */
  readonly isDated: boolean;
  /** The longer name by which the article brought an entity in. */
  readonly introduced: ReadonlyMap<string, string>;
  /** The run of capitals that a token belongs to. */
  readonly pieceAt: (at: Span['at'], token: number) => Piece | undefined;
  /** What the article says of names that no pack knows. */
  readonly guesses: Guesses;
  readonly ties: Ties;
  /** Known names that begin at a token, longest first. */
  readonly spansAt: (at: Span['at'], token: number) => readonly Span[] | undefined;
  /** What the article says that its abbreviations stand for; an entity where a pack knows that. */
  readonly definitions: ReadonlyMap<string, { readonly text: string; readonly entity: string | null }>;
  /** The article is about a match, a cup, a race. */
  readonly isSport: boolean;
  readonly homes: Homes;
  /** In what land the article says that a place of this name lies. */
  readonly landSaid: (span: Span) => NameRow | undefined;
  /** Hardly anybody is named in the text beyond doubt. */
  readonly isProse: boolean;
}

export interface Clue {
  /** `null`: the name's own rule forbids this reading here. */
  readonly odds: number | null;
  readonly reasons?: readonly Reason[];
}

export const NOTHING: Clue = { odds: 0 };

/** How often a name of each type means its entity, where the pack does not say. */
const USUAL: Readonly<Record<NameType, number>> = {
  label: 0.9,
  alias: 0.8,
  short: 0.9,
  acronym: 0.8,
  surname: 0.75,
  adjective: 0.93,
  demonym: 0.93,
  metonym: 0.35,
  description: 0.5,
  former: 0.7,
};
/** Beyond these a prior would silence every other clue. */
const SUREST = 0.98;

export function prior({ row }: Reading): Clue {
  const share = Math.min(SUREST, Math.max(1 - SUREST, row.prior ?? USUAL[row.type]));
  const name: Reason = { code: 'name', type: row.type, name: row.text };
  return {
    odds: Math.log(share / (1 - share)),
    reasons: share >= 0.9 ? [name, { code: 'usual', share }] : [name],
  };
}

/** The letters of a span, as names are compared. */
export function nameOf({ at, from, to }: Span): string {
  let name = at.tokens[from]?.folded ?? '';
  for (let index = from + 1; index < to; index++) name += ` ${at.tokens[index]?.folded}`;
  return name;
}

export function titleBefore({ at, from }: Span): string | undefined {
  const previous = at.tokens[from]?.gap === 'space' ? at.tokens[from - 1] : undefined;
  // “Then Trump left”: with a capital it begins a sentence.
  if (!previous || previous.shape === 'lower' || previous.folded === 'then') return undefined;
  return isTitle(previous.folded) ? previous.text : undefined;
}

/** Who else is named in the article. */
export function company({ company: { supports, weight } }: Reading): Clue {
  const reasons = supports
    .slice(0, 2)
    .map(({ entity, name, sentence }): Reason => ({ code: 'near', entity, name, sentence }));
  return { odds: weight, reasons };
}

/** A place where an actor is asked for, or the other way round. */
const WRONG_SIDE = -1.6;

/** What the words beside the name ask for: “in Tehran”, “Tehran denied”. */
export function context({ row, entity, ask }: Reading): Clue {
  if (!ask) return NOTHING;
  const reasons: Reason[] = [{ code: 'context', asks: ask.asks, word: ask.word }];
  const side = sideOf(row, entity);
  if (side === 'either') return { odds: 0, reasons };
  return { odds: ask.asks === side ? ask.strength : Math.max(WRONG_SIDE, -1.6 * ask.strength), reasons };
}

/** Which side a reading stands for: a capital's name as metonym acts, as label it is a place; a country is both. */
function sideOf(row: NameRow, entity: Entity): Facet | 'either' {
  if (row.type === 'metonym') return 'actor';
  return entity.facets.length === 2 ? 'either' : (entity.facets[0] ?? 'either');
}

/** Which of an entity's sides is meant: Iran that acts, or Iran where something happened. */
export function facetOf({ row, entity, ask }: Reading): Facet {
  const side = sideOf(row, entity);
  if (side !== 'either') return side;
  if (row.type === 'adjective' || row.type === 'demonym') return 'actor';
  return ask?.asks ?? 'actor';
}

/** The name, or its bearer, is of another time. */
const OUT_OF_TIME = -3;
/** Neither was there yet: who tells of the past may use an old name, but nobody one that is to come. */
const NOT_YET = -8;
/** For so long after a death or an end, news still names the bearer as a matter of course. */
const REMEMBERED_YEARS = 20;

interface Time {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Whether a time covers the day; open ends do. A shorter date is the beginning of a longer one. */
export function holdsOn({ from, to }: Time, day: string): boolean {
  // `~` sorts behind every digit and hyphen.
  return (from === undefined || from <= day) && (to === undefined || `${to}~` >= day);
}

export function period({ row, entity }: Reading, { day }: Surroundings): Clue {
  const began = entity.born ?? entity.founded;
  const ended = entity.died ?? entity.dissolved;
  if (!holdsOn({ from: row.from }, day) || !holdsOn({ from: began }, day)) return outOfTime(NOT_YET);
  const forgotten =
    ended !== undefined && Number(day.slice(0, 4)) - Number(ended.slice(0, 4)) > REMEMBERED_YEARS;
  return forgotten || !holdsOn({ to: row.to }, day) ? outOfTime(OUT_OF_TIME) : NOTHING;
}

function outOfTime(odds: number): Clue {
  return { odds, reasons: [{ code: 'period', valid: false }] };
}

/** Inside a longer run of capitals: “Jordan Peele”, “Iran Air”. */
const LONGER_NAME = -3.2;
/** Where words of the longer name say that it is one (“Bank of France”). */
const SURELY_LONGER = -8;

/** Whatever else may be said for it. */
const NEVER = -20;

export function longerName(reading: Reading, surroundings: Surroundings): Clue {
  const { pieceAt, guesses } = surroundings;
  const { span } = reading;
  const piece = pieceAt(span.at, span.from);
  if (piece?.shared && isInside(reading, piece)) return against(NEVER, textOf(piece));
  if (piece && isInside(reading, piece))
    return against(isSurely(reading, piece, guesses) ? SURELY_LONGER : LONGER_NAME, textOf(piece));
  const next = span.at.tokens[span.to];
  if (span.at.titled && next && isFirstOfTwo(span, next)) return against(LONGER_NAME, next.text);
  const stranger = namesake(reading, surroundings);
  return stranger === undefined ? NOTHING : against(LONGER_NAME, stranger);
}

/** Somebody unknown is told of (“director Anand Kumar”). */
const STRANGER = 0.6;

/** A surname behind a word that is not its bearer’s is somebody else’s, unless that word only begins the sentence. */
function isSurely({ row }: Reading, piece: Piece, guesses: Guesses): boolean {
  if (piece.sure || (row.type === 'surname' && !piece.opens)) return true;
  return (guesses.of(piece)?.confidence ?? 0) >= STRANGER;
}

/** In a headline too, a given name before another capital is a stranger’s: “Jordan Peele Film Opens”. */
function isFirstOfTwo({ at, from, to }: Span, next: Span['at']['tokens'][number]): boolean {
  const first = at.tokens[from];
  if (to - from > 1 || !first || first.possessive || !isGivenName(first.folded)) return false;
  return next.gap === 'space' && next.shape === 'title' && next.folded.endsWith('s') === false;
}

const against = (odds: number, detail: string): Clue => ({
  odds,
  reasons: [{ code: 'doubt', why: 'longer-name', detail }],
});

function isInside({ span: { from, to }, row }: Reading, piece: Piece): boolean {
  if (to > piece.to || (from === piece.from && to === piece.to)) return false;
  // A name of several words is rarely a part of a longer one, unless that says so, or goes on behind it.
  return to - from === 1 || piece.sure || (from === piece.from && row.kind !== 'person');
}

/** Sam Clovis is “Clovis” in the next paragraph, and still no city; nor is Burlington Industries one without its second word. */
function namesake(
  { span, row, ask, entity }: Reading,
  { guesses, introduced }: Surroundings,
): string | undefined {
  const { at, from, to } = span;
  if (to - from > 1) return undefined;
  const word = at.tokens[from]?.folded ?? '';
  // Lara Trump is “Trump” in the next paragraph, unless he was named as well.
  if (row.kind === 'person' && !introduced.has(entity.id) && titleBefore(span) === undefined)
    return guesses.bearerOf(word);
  if (!isPlaceKind(row.kind)) return undefined;
  const company = row.kind === 'city' && ask?.asks !== 'place' ? guesses.companyOf(word) : undefined;
  return company ?? guesses.bearerOf(word);
}

export function isPlaceKind(kind: NameRow['kind']): boolean {
  return (
    kind === 'city' || kind === 'country' || kind === 'region' || kind === 'territory' || kind === 'facility'
  );
}

/** What the words beside a span ask for. */
export function askedBeside({ at, from, to, start, end }: Span): Asked | null {
  const { text } = at.block;
  if (from === 0 && at.tokens[0]?.shape === 'upper' && isDateline(text, start, text.slice(end, end + 80)))
    return { asks: 'place', word: '—', strength: 2.5 };
  const before = [from - 2, from - 1].flatMap((index) => {
    const token = at.tokens[index];
    const runsOn = [index + 1, from].every((next) =>
      ['space', 'hyphen'].includes(at.tokens[next]?.gap ?? 'stop'),
    );
    return token ? [{ folded: token.folded, adjacent: runsOn }] : [];
  });
  const next = at.tokens[to];
  const after = next && { folded: next.folded, adjacent: next.gap === 'space' };
  return asked(before, after, at.tokens[to - 1]?.possessive ?? false);
}
