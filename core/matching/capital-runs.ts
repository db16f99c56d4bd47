// Where a run of capitalised words begins and ends, with the small words that hold a name together.
import { type BlockWords, isLand } from './block-words.ts';
import { isOpener } from './english.ts';
import { isGivenName } from './given-names.ts';
import { isCalendar, isJoinedByOf, isOrganisationHead, isStrongHead } from './name-words.ts';

const PARTICLES: ReadonlySet<string> = new Set(
  'al el bin ibn abu van von der den de del della da di dos du ben bint ter'.split(' '),
);

export function begins(words: BlockWords, index: number): boolean {
  const folded = words.folded(index);
  if (!words.isCapital(index))
    return PARTICLES.has(folded) && words.isCapital(index + 1) && words.runsOn(index + 1) && folded !== 'de';
  if (isCalendar(folded)) return false;
  const known = words.starts.get(index);
  if (isOpener(folded)) return known?.some(({ from, to }) => to - from > 1) ?? false;
  if (!words.opens(index) || known || words.at.tokens[index]?.shape === 'upper') return true;
  return !words.plain.has(folded) && !/(?:ing|ly|ed)$/.test(folded);
}

/** Where the run of capitals that begins here ends. */
export function runFrom(words: BlockWords, from: number): number {
  let to = from + 1;
  for (;;) {
    const next = stepFrom(words, from, to);
    if (next === to) return to;
    to = next;
  }
}

/** “Rape Crisis (England and Wales)”: two lands in brackets say for where somebody is there, and are a part of the name. */
export function throughBracket(words: BlockWords, run: number): number {
  const { tokens, block } = words.at;
  const between = block.text.slice(tokens[run - 1]?.end, tokens[run]?.start);
  if (between !== ' (') return run;
  const [first] = words.starts.get(run) ?? [];
  const [second] = first && words.folded(first.to) === 'and' ? (words.starts.get(first.to + 1) ?? []) : [];
  if (!first || !second || block.text[second.end] !== ')') return run;
  return [first, second].every(({ rows }) => rows.some(isLand)) ? second.to : run;
}

function stepFrom(words: BlockWords, from: number, to: number): number {
  const { tokens, block } = words.at;
  const token = tokens[to];
  const last = tokens[to - 1];
  if (!token || !last || last.possessive) return to;
  if (!words.runsOn(to))
    return block.text.slice(last.end, token.start) === ' & ' && words.isCapital(to) ? to + 1 : to;
  if (words.isCapital(to)) return isCalendar(token.folded) ? to : to + 1;
  if (isModelNumber(token.text)) return token.gap === 'space' && makes(words, to - 1) ? to + 1 : to;
  if (PARTICLES.has(token.folded)) return words.isCapital(to + 1) && words.runsOn(to + 1) ? to + 2 : to;
  return joinFrom(words, from, to);
}

/** “Ministry of the Interior”, “Movement for Change”, “Food and Drug Administration”. */
function joinFrom(words: BlockWords, from: number, to: number): number {
  const word = words.folded(to);
  const before = words.folded(to - 1);
  if (word === 'of' || word === 'for') {
    const goesOn = words.hasOf(from, to) && isOrganisationHead(words.folded(from));
    if (!goesOn && (word === 'of' ? !isJoinedByOf(before) : !isOrganisationHead(before))) return to;
    const next = words.folded(to + 1) === 'the' ? to + 2 : to + 1;
    return words.isCapital(next) && words.runsOn(next) && words.runsOn(to + 1) ? next + 1 : to;
  }
  if (word !== 'and' || !words.isCapital(to + 1) || !words.runsOn(to + 1)) return to;
  const isAgency = words.hasOf(from, to);
  if (words.isKnownAt(to - 1) || words.isKnownAt(to + 1) || isGivenName(before)) {
    return to;
  }
  let end = to + 2;
  while (words.isCapital(end) && words.runsOn(end) && !words.at.tokens[end - 1]?.possessive) end++;
  return isAgency || (end - to > 2 && isStrongHead(words.folded(end - 1))) ? end : to;
}

/** Whether a maker of things is named here: behind it, a number is a model's. */
function makes(words: BlockWords, index: number): boolean {
  return words.starts.get(index)?.some(({ rows }) => rows.some(({ kind }) => kind === 'company')) ?? false;
}

/** `787`, `737s`, no year and no small count. */
function isModelNumber(text: string): boolean {
  return /^\d{3}s?$/.test(text);
}
