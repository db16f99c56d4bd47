// Clues that a name is used for something else than its bearer: a national team, a language, a date, what an
// abbreviation stands for in this very article. Each is one function, in log-odds.
import type { Span } from './candidates.ts';
import {
  type Clue,
  isPlaceKind,
  NOTHING,
  nameOf,
  type Reading,
  type Surroundings,
  titleBefore,
} from './clues.ts';
import { describesPlace, endsPhrase, isAgainst, isDated, isLanguageUse, isOfSport } from './english.ts';
import type { Reason } from './mention.ts';
import { isCalendar } from './name-words.ts';

type Doubt = Extract<Reason, { code: 'doubt' }>['why'];

const doubt = (odds: number | null, why: Doubt, detail: string): Clue => ({
  odds,
  reasons: [{ code: 'doubt', why, detail }],
});

/** “in May”, “May 16”: a month or a day, unless somebody of that name was brought in and nothing of a date is near. */
export function calendar({ row, span, entity }: Reading, { introduced }: Surroundings): Clue {
  const { at, from, to } = span;
  const token = at.tokens[from];
  if (to - from > 1 || !token || !isCalendar(token.folded)) return NOTHING;
  const called = introduced.has(entity.id) || titleBefore(span) !== undefined;
  return called && !isDated(at.tokens, from) ? NOTHING : doubt(null, 'date', row.text);
}

/** Where a match is told, “England” are eleven people, unless a place is asked for. */
const TEAM = -5;

export function team({ row, ask, span: { at, from, to } }: Reading, { isSport }: Surroundings): Clue {
  const plays =
    isSport || isAgainst(at.tokens[to]?.folded ?? '') || isAgainst(at.tokens[from - 1]?.folded ?? '');
  if (!plays || !isPlaceKind(row.kind) || row.type === 'adjective' || ask?.asks === 'place') return NOTHING;
  return doubt(TEAM, 'team', row.text);
}

/** So many different words of sport, and one in so many words, make an article one about sport. */
const WORDS_OF_SPORT = 4;
const ONE_IN = 100;

export function isAboutSport(blocks: readonly Span['at'][]): boolean {
  const different = new Set<string>();
  let found = 0;
  let all = 0;
  for (const { tokens } of blocks) {
    all += tokens.length;
    for (const { folded } of tokens) {
      if (!isOfSport(folded)) continue;
      different.add(folded);
      found++;
    }
  }
  return different.size >= WORDS_OF_SPORT && found * ONE_IN >= all;
}

/** “in English”, “Although English will remain”: what is spoken, not who speaks it. */
export function language({ row, span: { at, from, to } }: Reading): Clue {
  if (row.type !== 'adjective') return NOTHING;
  return isLanguageUse(at.tokens, from, to) ? doubt(-5, 'language', row.text) : NOTHING;
}

/** “Iraq’s Shia establishment” has a faith; it is not the faithful who are meant. */
export function describes({ row, span: { at, to } }: Reading): Clue {
  if (row.kind !== 'collective' || row.type !== 'adjective') return NOTHING;
  const next = at.tokens[to];
  return next?.shape === 'lower' && next.gap === 'space' ? doubt(-4, 'describes', next.text) : NOTHING;
}

/** The article says itself what the letters stand for. */
export function defined({ row, span, entity }: Reading, { definitions }: Surroundings): Clue {
  if (span.to - span.from > 1) return NOTHING;
  const definition = definitions.get(span.at.tokens[span.from]?.folded ?? '');
  if (!definition) return NOTHING;
  if (definition.entity === entity.id)
    return { odds: 4, reasons: [{ code: 'introduced', by: definition.text }] };
  return definition.entity === null && row.type !== 'acronym' && row.type !== 'short'
    ? NOTHING
    : doubt(-7, 'otherwise', definition.text);
}

/** “Huntsville, Texas” is not the one in Alabama, there and wherever else the article says “Huntsville”. */
const ELSEWHERE = -6;
const THERE = 4;

export function qualified({ span, entity, row }: Reading, { landSaid, ties }: Surroundings): Clue {
  if (!isSmall(row.kind)) return NOTHING;
  const land = landSaid(span);
  if (!land) return NOTHING;
  if (ties.of(entity.id).has(land.id))
    return { odds: THERE, reasons: [{ code: 'near', entity: land.id, name: land.text, sentence: true }] };
  return row.kind === 'city' ? doubt(ELSEWHERE, 'elsewhere', land.text) : NOTHING;
}

/** “Buenos Aires province”: the land around the city of that name. */
export function sort({ span: { at, to }, row }: Reading): Clue {
  const next = at.tokens[to];
  if (!isPlaceKind(row.kind) || next?.gap !== 'space') return NOTHING;
  const asked = describesPlace(next.folded);
  if (asked === null) return NOTHING;
  const reasons: Reason[] = [{ code: 'context', asks: 'place', word: next.text }];
  return (row.kind === 'city') === (asked === 'city')
    ? { odds: 1.5, reasons }
    : doubt(-2.5, 'elsewhere', next.text);
}

/** Where the other names of the article agree: it tells which of the namesakes is meant, and little of whether any is. */
export function home({ entity, row, span }: Reading, { homes }: Surroundings): Clue {
  if (!isSmall(row.kind) || span.rows.length < 2) return NOTHING;
  const name = nameOf(span);
  const odds = homes.gain(entity, name);
  const others = homes.othersThere(entity, name);
  return others === 0 ? { odds } : { odds, reasons: [{ code: 'home', others }] };
}

function isSmall(kind: Reading['row']['kind']): boolean {
  return kind === 'city' || kind === 'region' || kind === 'facility';
}

/** In a text that names next to nobody, “Turkey is a patient bird” and “French beans” name nobody either. */
const PROSE = -6;

export function prose({ span, row }: Reading, { isProse }: Surroundings): Clue {
  return isProse && !isFirm(span) ? doubt(PROSE, 'phrase', row.text) : NOTHING;
}

/** Shorter than this, a text may be a single sentence of news. */
const LONG = 100;
const ONE_NAME_IN = 250;

/** @param strangers how many names that no pack knows stand in it, none of them at the beginning of a sentence */
export function namesNextToNobody(
  blocks: readonly Span['at'][],
  named: readonly Span[],
  strangers: number,
): boolean {
  const words = blocks.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return words >= LONG && (named.filter(isFirm).length + strangers) * ONE_NAME_IN < words;
}

/** Its capital says that it is a name: it begins no sentence, and is not put before a plain noun. */
function isFirm({ at, from, to }: Span): boolean {
  if (at.shouted || at.titled) return false;
  const first = at.tokens[from];
  const isOpening =
    first?.gap === 'stop' ||
    (first?.gap === 'comma' && /["“‘':(]/.test(at.block.text[first.start - 1] ?? ''));
  return !isOpening && (endsPhrase(at.tokens, to) || (at.tokens[to - 1]?.possessive ?? false));
}
