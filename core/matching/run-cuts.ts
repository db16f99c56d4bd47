// Where, in a run of capitalised words, one name ends and another begins.

import { type BlockWords, isLand } from './block-words.ts';
import type { Span } from './candidates.ts';
import { isHalfTitle, isTitle } from './english.ts';
import {
  isCompanyEnding,
  isFollower,
  isGeneration,
  isOrganisationHead,
  isPlaceHead,
  isPlaceOf,
  isStrongHead,
  isThingHead,
} from './name-words.ts';

/** The first word of each name of a run, and where it ends; titles belong to none. */
export function* namesIn(words: BlockWords, from: number, end: number): Generator<readonly [number, number]> {
  let start = from;
  let index = from;
  while (index < end) {
    const adjective = index === start ? adjectiveAt(words, index, end) || placeAt(words, index, end) : 0;
    if (index > start && isApartFrom(words, start, index, end)) {
      yield [start, index];
      start = index;
      continue;
    }
    const person = personAt(words, index, end);
    const title = person > 0 || isBodyAt(words, index, end) ? 0 : titlesAt(words, index, end);
    const step = adjective || person || title;
    if (step === 0) {
      index++;
      continue;
    }
    if (index > start) yield [start, index];
    if (step !== title) yield [index, index + step];
    index += step;
    start = index;
  }
  if (end > start) yield [start, end];
}

/** How many tokens of an adjective stand before something that is not one name with it. */
function adjectiveAt(words: BlockWords, index: number, end: number): number {
  const adjective = words.starts.get(index)?.find(({ rows, to }) => to <= end && rows.some(isLikeAdjective));
  if (!adjective || adjective.to === end) return 0;
  const last = words.folded(end - 1);
  if (last === 'government') return adjective.to - index;
  for (let at = adjective.to; at < end; at++) if (titlesAt(words, at, end) > 0) return adjective.to - index;
  const isName =
    isOrganisationHead(last) || isPlaceHead(last) || isThingHead(last) || words.hasOf(adjective.to, end);
  return isName ? 0 : adjective.to - index;
}

/** A city right before its country: “Maiduguri Borno State” is two names without the comma. */
function placeAt(words: BlockWords, index: number, end: number): number {
  const place = words.starts.get(index)?.find(({ rows }) => rows.some(({ kind }) => kind === 'city'));
  const next = place && words.starts.get(place.to)?.find(({ to, rows }) => to === end && rows.some(isLand));
  return place && next ? place.to - index : 0;
}

/** “Oklahoma Republicans”, “State of Tamil Nadu”: what stands before is no part of the name. */
function isApartFrom(words: BlockWords, start: number, index: number, end: number): boolean {
  if (isFollower(words.folded(index)) && index === end - 1) return true;
  const before = words.folded(index - 1);
  const of = before === 'the' ? index - 2 : index - 1;
  if (words.folded(of) !== 'of' || of !== start + 1 || !isPlaceOf(words.folded(start))) return false;
  return words.starts.get(index)?.some(({ to, rows }) => to === end && rows.some(isLand)) ?? false;
}

/** How many tokens of somebody’s full name begin here, unless it goes on (“Donald Trump Jr”, “George Bush Airport”). */
function personAt(words: BlockWords, index: number, end: number): number {
  const person = words.starts
    .get(index)
    ?.find(({ from, to, rows }) => to - from > 1 && to <= end && rows.some((row) => row.kind === 'person'));
  if (!person) return 0;
  const last = words.folded(end - 1);
  const goesOn =
    person.to < end && (isGeneration(words.folded(person.to)) || isStrongHead(last) || isPlaceHead(last));
  return goesOn ? 0 : person.to - person.from;
}

/** “General Motors” is no general. */
function isBodyAt(words: BlockWords, index: number, end: number): boolean {
  return (
    words.starts.get(index)?.some(({ from, to, rows }) => to - from > 1 && to <= end && rows.every(isBody)) ??
    false
  );
}

/** How many words of a title stand here; none where they belong to a name (“Foreign Ministry”, “Supreme Court”). */
function titlesAt(words: BlockWords, index: number, end: number): number {
  let at = index;
  while (at < end && isTitle(words.folded(at))) at++;
  if (at === index || (at < end && !words.runsOn(at))) return 0;
  if (at === index + 1 && isHalfTitle(words.folded(index))) return 0;
  const last = words.folded(end - 1);
  if (at < end && (isOrganisationHead(words.folded(at)) || (isCompanyEnding(last) && at === index + 1)))
    return 0;
  return at - index;
}

const BODIES: ReadonlySet<string> = new Set(['company', 'organisation', 'media', 'government_body']);

function isBody({ kind }: Span['rows'][number]): boolean {
  return BODIES.has(kind);
}

/** “Iranian”, “Iranians”, and the abbreviations that stand before nouns as adjectives do (US, UN, EU). */
function isLikeAdjective({ type, kind, match }: Span['rows'][number]): boolean {
  if (type === 'adjective' || type === 'demonym') return true;
  return type === 'acronym' && match === 'exact-case' && (kind === 'country' || kind === 'union');
}
