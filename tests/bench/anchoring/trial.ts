// One passage, one edit, one anchorer after another: who found it.
import type { Anchorer } from './anchorer.ts';
import { BEFOREHAND, EDITS } from './edits.ts';
import { blocksOf, KINDS, type Kind, mark, type Passage, pick, type Text } from './passages.ts';
import { Chance } from './random.ts';
import { compare, passageIn, render } from './render.ts';
import { ENOUGH, type Outcome } from './report.ts';

export interface Result {
  readonly anchorer: string;
  readonly edit: string;
  readonly kind: Kind;
  readonly language: string;
  readonly outcome: Outcome;
  /** To the character. */
  readonly exact: boolean;
  readonly milliseconds: number;
  /** For a person to look at. */
  readonly text: string;
  readonly quote: string;
  readonly found: string;
}

/** Puts an article into a page, and says where to look for passages. */
export type Stage = (article: Element) => Element;

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

/** Null: the text has none, or hardly any. */
function pickSome(text: Text, kind: Kind, chance: Chance): Passage | null {
  for (let attempt = 0; attempt < 50; attempt++) {
    const passage = pick(text, kind, chance);
    if (passage) return passage;
  }
  return null;
}

/** Each edit on one passage of each kind in each text. Others' paragraphs come from all `donors`. */
export function* trials(
  texts: readonly Text[],
  donors: readonly Text[],
  seed: number,
  anchorers: readonly Anchorer[],
  stage: Stage = (article) => article,
): Generator<Result> {
  for (const [number, text] of texts.entries()) {
    const rest = donors.filter(({ title }) => title !== text.title);
    const alike = rest.filter(({ language }) => language === text.language);
    // Of some languages there is one text only.
    const others = (alike.length > 0 ? alike : rest).flatMap(({ paragraphs }) => paragraphs);
    for (const [kindNumber, kind] of KINDS.entries())
      for (const [editNumber, [edit, apply]] of Object.entries(EDITS).entries()) {
        if (kind === 'name' && text.names.length === 0) continue;
        const chance = new Chance(seed * 1_000_003 + number * 10_007 + kindNumber * 1_009 + editNumber * 17);
        const passage = pickSome(text, kind, chance);
        if (!passage) continue;
        const around = { language: text.language, kind, chance, others };
        const marked = mark(blocksOf(text), passage);
        const blocks = BEFOREHAND[edit]?.(marked, around) ?? marked;
        const before = render(blocks, chance);
        const edited = apply(blocks, around);
        const after = render(edited, chance, edit === 'markup changed');
        const root = stage(before.root);
        const range = passageIn(before);
        const kept = anchorers.map((anchorer) => anchorer.keep(root, range));
        const quote = range.toString();
        const now = stage(after.root);
        for (const [at, anchorer] of anchorers.entries()) {
          const begun = performance.now();
          const found = anchorer.find(now, kept[at]);
          const milliseconds = performance.now() - begun;
          yield {
            anchorer: anchorer.name,
            edit,
            kind,
            language: text.language,
            ...outcomeOf(after, found),
            milliseconds,
            text: text.title,
            quote,
            found: found?.toString() ?? '',
          };
        }
      }
  }
}
