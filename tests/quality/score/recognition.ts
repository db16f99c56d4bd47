// Are names found, and is it told what they are? A mention is right where it overlaps a gold name of its type (or, in
// the strict count, is that span); a gold name is found where some mention is right on it.
import type { Found } from '../found.ts';
import type { GoldDocument, GoldMention } from '../gold.ts';
import { KINDS } from '../gold.ts';
import { NO_SCORE, type Score } from './counts.ts';

export interface Recognition {
  readonly overlapping: Score;
  readonly exact: Score;
  readonly errors: readonly RecognitionError[];
}

export interface RecognitionError {
  /** `type`: found, called something else; `span`: right, with other ends; `spurious`; `missed`. */
  readonly sort: 'type' | 'span' | 'spurious' | 'missed';
  readonly text: string;
  readonly detail: string;
}

export const NO_RECOGNITION: Recognition = { overlapping: NO_SCORE, exact: NO_SCORE, errors: [] };

type Spanned = { readonly start: number; readonly end: number };
export const overlaps = (a: Spanned, b: Spanned): boolean => a.start < b.end && b.start < a.end;
export const isWithin = (a: Spanned, [from, to]: readonly [number, number]): boolean =>
  a.start >= from && a.end <= to;

const isTyped = ({ type }: Found): boolean => type in KINDS;

export function scoreRecognition(
  { text, span, mentions }: GoldDocument,
  found: readonly Found[],
): Recognition {
  const gold = mentions.filter((mention) => mention.part === 'name' && mention.kind !== undefined);
  const given = found.filter((one) => isTyped(one) && isWithin(one, span) && !isExcused(one, mentions));
  const errors: RecognitionError[] = [];
  const count = (
    isSame: (one: Found, name: GoldMention) => boolean,
    isRightSpan: (one: Found, name: GoldMention) => boolean,
  ) => ({
    right: given.filter((one) => gold.some((name) => isSame(one, name) && isRightSpan(one, name))).length,
    given: given.length,
    met: gold.filter((name) => given.some((one) => isSame(one, name) && isRightSpan(one, name))).length,
    gold: gold.length,
  });
  for (const one of given) {
    const error = errorOf(one, gold, text);
    if (error) errors.push(error);
  }
  for (const name of gold)
    if (!given.some((one) => overlaps(one, name)))
      errors.push({ sort: 'missed', text: name.text, detail: name.kind ?? '' });
  return { overlapping: count(isSameType, overlaps), exact: count(isSameType, isSameSpan), errors };
}

const isSameType = ({ type }: Found, { kind }: GoldMention): boolean => type === kind;

const bare = (text: string) => text.replace(/^the /i, '').replace(/[’']s?$/u, '');

/** The same ends; an article before and a genitive's ending behind belong to some corpora's names and not to others'. */
export function isSameSpan(one: Spanned & { readonly text: string }, name: GoldMention): boolean {
  return overlaps(one, name) && bare(one.text) === bare(name.text);
}

function errorOf(one: Found, gold: readonly GoldMention[], text: string): RecognitionError | null {
  const touched = gold.filter((name) => overlaps(one, name));
  const same = touched.filter((name) => isSameType(one, name));
  if (touched.length === 0) {
    const around = text.slice(Math.max(0, one.start - 25), one.end + 25).replaceAll('\n', ' ');
    return { sort: 'spurious', text: one.text, detail: `${one.type}: …${around}…` };
  }
  if (same.length === 0)
    return {
      sort: 'type',
      text: one.text,
      detail: `${one.type} for ${touched[0]?.kind} “${touched[0]?.text}”`,
    };
  return same.some((name) => isSameSpan(one, name))
    ? null
    : { sort: 'span', text: one.text, detail: `for “${same[0]?.text}”` };
}

/** Found where the corpus leaves open whether there is a name, or of what kind: neither right nor wrong. */
function isExcused(one: Found, mentions: readonly GoldMention[]): boolean {
  const here = mentions.filter((mention) => overlaps(one, mention));
  if (here.some(({ part, kind }) => part === 'name' && kind !== undefined)) return false;
  return here.some(
    ({ part, untyped }) => part === 'alternative' || part === 'none' || (part === 'name' && untyped),
  );
}
