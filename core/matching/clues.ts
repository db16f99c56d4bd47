// The clues by which a reading of a span is judged, one function each, in log-odds. The weights were set by
// hand on the practice article; each is one constant, so that a harness can fit them or switch a clue off.
import type { Entity } from '../knowledge/entity.ts';
import type { NameRow } from '../knowledge/index.ts';
import type { NameType } from '../knowledge/terms.ts';
import type { Span } from './candidates.ts';
import { type Asked, asked, isOpener, isTitle } from './english.ts';
import type { Company } from './evidence.ts';
import type { Facet, Reason } from './mention.ts';

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
  /** The article's day. */
  readonly day: string;
  /** The longer name by which the article brought an entity in. */
  readonly introduced: ReadonlyMap<string, string>;
  /** Words that end the name of somebody whom no pack knows, and that name. */
  readonly strangers: ReadonlyMap<string, string>;
  /** Whether some known name covers a token: then it is explained. */
  readonly isExplained: (at: Span['at'], token: number) => boolean;
}

export interface Clue {
  /** `null`: the name's own rule forbids this reading here. */
  readonly odds: number | null;
  readonly reasons?: readonly Reason[];
}

const NOTHING: Clue = { odds: 0 };

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

/** The match rule of the name: some are believed only in company, some only after an introduction. */
export function rule(reading: Reading, { introduced }: Surroundings): Clue {
  const { row, entity, company, span } = reading;
  const doubt = (why: 'no-context' | 'not-introduced'): Clue => ({
    odds: null,
    reasons: [{ code: 'doubt', why, detail: row.text }],
  });
  switch (row.match) {
    case 'never-alone':
      return doubt('no-context');
    case 'needs-context': {
      // What is bound to a place needs that place; the nearest decides between two consulates.
      const bound = row.type === 'description' && entity.relations?.some(({ type }) => type === 'located_in');
      const helpful = bound ? company.bound : (company.itself ?? company.supports[0]);
      return helpful ? { odds: 2 * helpful.weight } : doubt('no-context');
    }
    case 'needs-full-name-first': {
      const by = introduced.get(entity.id) ?? titleBefore(span);
      return by === undefined
        ? doubt('not-introduced')
        : { odds: 1.5, reasons: [{ code: 'introduced', by }] };
    }
    default:
      return NOTHING;
  }
}

function titleBefore({ at, from }: Span): string | undefined {
  const previous = at.tokens[from]?.gap === 'space' ? at.tokens[from - 1] : undefined;
  return previous && previous.shape !== 'lower' && isTitle(previous.folded) ? previous.text : undefined;
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
/** For so long after a death or an end, news still names the bearer as a matter of course. */
const REMEMBERED_YEARS = 20;

export function period({ row, entity }: Reading, { day }: Surroundings): Clue {
  // A shorter date is the beginning of a longer one; `~` sorts behind every digit and hyphen.
  const nameHolds =
    (row.from === undefined || row.from <= day) && (row.to === undefined || `${row.to}~` >= day);
  const began = entity.born ?? entity.founded;
  const ended = entity.died ?? entity.dissolved;
  const forgotten =
    ended !== undefined && Number(day.slice(0, 4)) - Number(ended.slice(0, 4)) > REMEMBERED_YEARS;
  if (nameHolds && (began === undefined || began <= day) && !forgotten) return NOTHING;
  return { odds: OUT_OF_TIME, reasons: [{ code: 'period', valid: false }] };
}

/** A capitalised neighbour that no name explains: “Jordan Peele”, “Iran Air”. */
const LONGER_NAME = -3.2;

export function longerName(reading: Reading, surroundings: Surroundings): Clue {
  const stranger = unexplainedNeighbour(reading, surroundings) ?? namesake(reading, surroundings);
  if (stranger === null) return NOTHING;
  return { odds: LONGER_NAME, reasons: [{ code: 'doubt', why: 'longer-name', detail: stranger }] };
}

/** Sam Clovis is “Clovis” in the next paragraph, and still no city. */
function namesake({ span: { at, from, to }, row }: Reading, { strangers }: Surroundings): string | null {
  if (row.kind !== 'city' || to - from > 1) return null;
  return strangers.get(at.tokens[from]?.folded ?? '') ?? null;
}

/** The words that somewhere end a stranger's name, and that name: “clovis” → “Sam Clovis”. */
export function strangersIn(
  spans: readonly Span[],
  isExplained: Surroundings['isExplained'],
): ReadonlyMap<string, string> {
  const strangers = new Map<string, string>();
  for (const { at, from, to } of spans) {
    const first = at.tokens[from];
    const before = at.tokens[from - 1];
    if (to - from > 1 || !first || !before || at.titled || at.shouted || first.gap !== 'space') continue;
    if (!before.possessive && isStrange(at, from - 1, isExplained))
      strangers.set(first.folded, `${before.text} ${first.text}`);
  }
  return strangers;
}

/** A capitalised word that no name, title or beginning of a sentence explains. */
function isStrange(at: Span['at'], index: number, isExplained: Surroundings['isExplained']): boolean {
  const token = at.tokens[index];
  if (token?.shape !== 'title') return false;
  return !isTitle(token.folded) && !isOpener(token.folded) && !isExplained(at, index);
}

function unexplainedNeighbour(
  { span: { at, from, to }, row }: Reading,
  { isExplained }: Surroundings,
): string | null {
  const first = at.tokens[from];
  const last = at.tokens[to - 1];
  // “American”, “US” and the like stand before anything; in a headline every word is capitalised; and a
  // name of several words is rarely a part of a longer one.
  const free = row.type === 'adjective' || row.type === 'demonym' || first?.shape === 'upper';
  if (free || at.titled || at.shouted || to - from > 1) return null;
  const runsOn = (gap: string | undefined) => gap === 'space' || gap === 'hyphen';
  const next = at.tokens[to];
  // Behind a possessive a new name begins: “Iraq’s Shia establishment”.
  if (next && !last?.possessive && runsOn(next.gap) && isStrange(at, to, isExplained)) return next.text;
  const previous = at.tokens[from - 1];
  if (previous && !previous.possessive && runsOn(first?.gap) && isStrange(at, from - 1, isExplained))
    return previous.text;
  return null;
}

/** What the words beside a span ask for. */
export function askedBeside({ at, from, to }: Span): Asked | null {
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
