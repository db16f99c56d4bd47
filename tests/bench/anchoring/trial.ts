// One passage, one edit, one anchorer after another: who found it.
import type { Anchorer } from './anchorer.ts';
import { BEFOREHAND, EDITS } from './edits.ts';
import { blocksOf, KINDS, type Kind, mark, type Passage, pick, type Text } from './passages.ts';
import { Chance } from './random.ts';
import { compare, passageIn, render } from './render.ts';

/**
 * - `right`: the range and the passage have so much in common (`ENOUGH`)
 * - `wrong`: another place, or too much or too little of it
 * - `missed`: the passage is there, and nothing was anchored; `left`: it is gone, and nothing was
 * - `invented`: it is gone, and something was anchored
 */
export type Outcome = 'right' | 'wrong' | 'missed' | 'left' | 'invented';

export interface Result {
  readonly anchorer: string;
  readonly edit: string;
  readonly kind: Kind;
  readonly language: string;
  readonly outcome: Outcome;
  /** To the character. */
  readonly exact: boolean;
  readonly milliseconds: number;
}

/** Of the characters that range and passage have together: a missing or added word at an edge is no harm. */
const ENOUGH = 0.8;

/** Texts of one half: in each language every second one. */
export function half(texts: readonly Text[], which: 0 | 1): Text[] {
  const seen = new Map<string, number>();
  return texts.filter(({ language }) => {
    const number = seen.get(language) ?? 0;
    seen.set(language, number + 1);
    return number % 2 === which;
  });
}

function outcomeOf(
  rendered: ReturnType<typeof render>,
  range: Range | null,
): { outcome: Outcome; exact: boolean } {
  const { passage, both, outside } = compare(rendered, range);
  if (passage === 0) return { outcome: range ? 'invented' : 'left', exact: !range };
  if (!range) return { outcome: 'missed', exact: false };
  const common = both / (passage + outside);
  return { outcome: common >= ENOUGH ? 'right' : 'wrong', exact: common === 1 };
}

function pickSome(text: Text, kind: Kind, chance: Chance): Passage {
  for (let attempt = 0; attempt < 50; attempt++) {
    const passage = pick(text, kind, chance);
    if (passage) return passage;
  }
  throw new Error(`no passage of the kind "${kind}" in "${text.title}"`);
}

/** Each edit on one passage of each kind in each text. Others' paragraphs come from all `donors`. */
export function* trials(
  texts: readonly Text[],
  donors: readonly Text[],
  seed: number,
  anchorers: readonly Anchorer[],
): Generator<Result> {
  for (const [number, text] of texts.entries()) {
    const others = donors
      .filter((donor) => donor.language === text.language && donor.title !== text.title)
      .flatMap(({ paragraphs }) => paragraphs);
    for (const [kindNumber, kind] of KINDS.entries())
      for (const [editNumber, [edit, apply]] of Object.entries(EDITS).entries()) {
        if (kind === 'name' && text.names.length === 0) continue;
        const chance = new Chance(seed * 1_000_003 + number * 10_007 + kindNumber * 1_009 + editNumber * 17);
        const passage = pickSome(text, kind, chance);
        const around = { language: text.language, kind, chance, others };
        const marked = mark(blocksOf(text), passage);
        const blocks = BEFOREHAND[edit]?.(marked, around) ?? marked;
        const before = render(blocks, chance);
        const range = passageIn(before);
        const edited = apply(blocks, around);
        const after = render(edited, chance, edit === 'markup changed');
        for (const anchorer of anchorers) {
          const kept = anchorer.keep(before.root, range);
          const begun = performance.now();
          const found = anchorer.find(after.root, kept);
          const milliseconds = performance.now() - begun;
          yield {
            anchorer: anchorer.name,
            edit,
            kind,
            language: text.language,
            ...outcomeOf(after, found),
            milliseconds,
          };
        }
      }
  }
}
