// The match rule of a name: some names are believed only in company, some only after an introduction, some for a time.
import type { NameRow } from '../knowledge/index.ts';
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
import { aloneInPower } from './lone-surnames.ts';
import { isHolder, isOffice } from './offices.ts';

/** Of a name that needs company: how often it must mean this place for “in” to be company enough. */
const USUALLY = 0.4;

/** So many other names must lie in the same land. */
const ENOUGH = 1;

const unbelieved = ({ text }: NameRow, why: 'no-context' | 'not-introduced'): Clue => ({
  odds: null,
  reasons: [{ code: 'doubt', why, detail: text }],
});

/** The match rule of the name: some are believed only in company, some only after an introduction. */
export function rule(reading: Reading, surroundings: Surroundings): Clue {
  const { introduced } = surroundings;
  const { row, entity, span } = reading;
  switch (row.match) {
    case 'never-alone':
      return isBehindTown(reading, surroundings) ? NOTHING : unbelieved(row, 'no-context');
    case 'needs-context':
      return inContext(reading, surroundings);
    case 'needs-full-name-first': {
      const by = introduced.get(entity.id) ?? titleBefore(span);
      if (by !== undefined) return { odds: 1.5, reasons: [{ code: 'introduced', by }] };
      return aloneInPower(reading, surroundings) ?? unbelieved(row, 'not-introduced');
    }
    default:
      return NOTHING;
  }
}

/** A name that is believed only in company: of its relatives, of other places of its land, of the word “in”. */
function inContext(reading: Reading, surroundings: Surroundings): Clue {
  if (isOffice(reading.row)) {
    const day = surroundings.isDated ? surroundings.day : null;
    return isHolder(reading.row, reading.span, day) ? HOLDS : unbelieved(reading.row, 'no-context');
  }
  const { row, entity, company, span, ask } = reading;
  const { homes } = surroundings;
  // What is bound to a place needs that place; the nearest decides between two consulates.
  const bound = row.type === 'description' && entity.relations?.some(({ type }) => type === 'located_in');
  const helpful = bound ? company.bound : (company.itself ?? company.supports[0]);
  if (helpful) return { odds: 2 * helpful.weight };
  if (bound || !isPlaceKind(row.kind)) return unbelieved(row, 'no-context');
  if (row.kind === 'country' && isListed(span, surroundings)) return { odds: AMONG_OTHERS };
  // Where two other places of the same land are named, or a place is asked for that is mostly this one.
  if (homes.inItsLand(entity, nameOf(span)).others > ENOUGH) return NOTHING;
  // No town is called “the Bath”.
  if (span.at.tokens[span.from - 1]?.folded === 'the') return unbelieved(row, 'no-context');
  return ask?.asks === 'place' && (row.prior ?? 0) >= USUALLY ? NOTHING : unbelieved(row, 'no-context');
}

const HOLDS: Clue = { odds: 3, reasons: [{ code: 'period', valid: true }] };
const AMONG_OTHERS = 1.5;

/** “France, Jordan and the Netherlands”: a country's name right beside another's. */
function isListed({ at, from, to }: Span, { spansAt }: Surroundings): boolean {
  const joins = (gap: string) => /^(?:, and |, | and )(?:the )?$/.test(gap);
  const isCountry = (one: Span | undefined) =>
    one?.rows.some(
      ({ kind, type, match }) => kind === 'country' && type === 'label' && match === 'any-case',
    ) ?? false;
  const text = at.block.text;
  for (let index = to; index < to + 3; index++) {
    const next = spansAt(at, index)?.find(isCountry);
    if (next && joins(text.slice(at.tokens[to - 1]?.end, next.start))) return true;
  }
  for (let index = from - 1; index >= Math.max(0, from - LONGEST_COUNTRY); index--) {
    const before = spansAt(at, index)?.find(
      (one) => isCountry(one) && joins(text.slice(one.end, at.tokens[from]?.start)),
    );
    if (before) return true;
  }
  return false;
}

const LONGEST_COUNTRY = 6;

/** The post's two letters behind a town of that state: “Houston, TX”. */
function isBehindTown(
  { row, entity, span: { at, from, start } }: Reading,
  { spansAt, ties }: Surroundings,
): boolean {
  if (row.type !== 'acronym' || row.kind !== 'region' || at.block.text.slice(start - 2, start) !== ', ')
    return false;
  for (let index = from - 1; index >= Math.max(0, from - LONGEST_TOWN); index--)
    if (
      spansAt(at, index)?.some(
        ({ to, rows }) => to === from && rows.some(({ id }) => ties.of(entity.id).has(id)),
      )
    )
      return true;
  return false;
}

const LONGEST_TOWN = 3;
