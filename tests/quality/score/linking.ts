// Is it the right one? Judged is what a page would be marked with. Right: the gold's entity, by its id, or, where ids do
// not tell, by one of its names; a link on a name that is in no knowledge base is wrong; a link where nobody
// marked a name is counted apart.
import type { Found } from '../found.ts';
import type { GoldDocument, GoldMention } from '../gold.ts';
import type { Link } from '../link.ts';
import { isDecidable, isSame } from '../same.ts';
import { NO_SCORE, type Score } from './counts.ts';
import { isSameSpan, isWithin, overlaps } from './recognition.ts';

type Linked = Found & { readonly link: Link };

export interface Linking {
  /** Against all gold names of people, organisations and places that have an entity. */
  readonly all: Score;
  /** The same, of those alone that the packs know. */
  readonly known: Score;
  /** Span and entity exactly, everything else that is shown in the annotated part counting as wrong. */
  readonly exact: Score;
  /** Shown where nobody marked a name. */
  readonly apart: number;
  readonly errors: readonly LinkingError[];
}

export interface LinkingError {
  /** `other`: the wrong one; `within`: of a part of a longer name; `nil`: somebody unknown; `missed`: though known. */
  readonly sort: 'other' | 'within' | 'nil' | 'missed' | 'apart';
  readonly text: string;
  readonly detail: string;
}

export const NO_LINKING: Linking = { all: NO_SCORE, known: NO_SCORE, exact: NO_SCORE, apart: 0, errors: [] };

/** Whether the packs know the entity of a gold mention. */
export type IsKnown = (gold: GoldMention) => boolean;

export function scoreLinking(document: GoldDocument, found: readonly Found[], isKnown: IsKnown): Linking {
  const { mentions, span, text } = document;
  const shown = found.filter((one): one is Linked => one.shown && one.link !== null && isWithin(one, span));
  const judged = shown.map((one) => ({ one, ...judge(one, mentions, text) }));
  const right = judged.filter(({ verdict }) => verdict === 'right');
  const wrong = judged.filter(({ verdict }) => verdict !== 'right' && verdict !== 'apart');
  const wanted = mentions.filter(
    (name) =>
      name.part === 'name' && (name.kind !== undefined || name.untyped) && !name.nil && hasEntity(name),
  );
  const isMet = (name: GoldMention) => shown.some((one) => overlaps(one, name) && isSame(one.link, name));
  const isExact = (one: Linked) => mentions.some((name) => isSameSpan(one, name) && isSame(one.link, name));
  const known = wanted.filter(isKnown);
  const errors = judged.flatMap(({ verdict, one, detail }): LinkingError[] =>
    verdict === 'right' ? [] : [{ sort: verdict, text: one.text, detail }],
  );
  for (const name of known) if (!isMet(name)) errors.push(missed(name, found));
  const all = { right: right.length, given: right.length + wrong.length };
  return {
    all: { ...all, met: wanted.filter(isMet).length, gold: wanted.length },
    known: { ...all, met: known.filter(isMet).length, gold: known.length },
    exact: {
      right: shown.filter(isExact).length,
      given: shown.length,
      met: wanted.filter((name) => shown.some((one) => isSameSpan(one, name) && isSame(one.link, name)))
        .length,
      gold: wanted.length,
    },
    apart: judged.length - right.length - wrong.length,
    errors,
  };
}

const hasEntity = ({ wikidata, titles }: GoldMention): boolean => wikidata !== undefined || titles.length > 0;

type Verdict = 'right' | 'other' | 'within' | 'nil' | 'apart';

function judge(
  one: Linked,
  mentions: readonly GoldMention[],
  text: string,
): { verdict: Verdict; detail: string } {
  const here = mentions.filter((mention) => mention.part !== 'none' && overlaps(one, mention));
  const told = (gold?: GoldMention) =>
    `→ ${one.link.label} (${one.link.id})${gold ? `, not ${gold.titles[0] ?? 'anybody known'}` : ''} in “${around(one, gold ?? one, text)}”`;
  if (here.some((gold) => isSame(one.link, gold))) return { verdict: 'right', detail: '' };
  const names = here.filter((gold) => gold.part === 'name' && (gold.nil || isDecidable(one.link, gold)));
  const same = names.find((gold) => isSameSpan(one, gold)) ?? names[0];
  if (!same) return { verdict: 'apart', detail: told() };
  if (same.nil) return { verdict: 'nil', detail: told(same) };
  return { verdict: isSameSpan(one, same) ? 'other' : 'within', detail: told(same) };
}

function around(one: Found, gold: { readonly start: number; readonly end: number }, text: string): string {
  const [from, to] = [Math.min(one.start, gold.start), Math.max(one.end, gold.end)];
  return text.slice(Math.max(0, from - 20), to + 20).replaceAll('\n', ' ');
}

/** Why a name that the packs know stayed without its mark: what the system made of its letters. */
function missed(name: GoldMention, found: readonly Found[]): LinkingError {
  const here = found.filter((one) => overlaps(one, name));
  const right = here.find(({ link }) => link && isSame(link, name));
  const first = here[0];
  const detail = right
    ? `known, but not sure enough (${right.confidence})`
    : first
      ? `taken for ${first.link?.label ?? 'an unknown name'}${first.shown ? '' : `, not shown (${first.confidence})`}`
      : 'no name seen';
  return { sort: 'missed', text: name.text, detail: `${name.titles[0] ?? name.wikidata ?? ''}: ${detail}` };
}
